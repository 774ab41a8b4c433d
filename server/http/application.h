// Finds a request's handler in wire::routes() and answers it: methods, preflights, cross-origin headers, HEAD.
#pragma once

#include "server/http/environment.h"

namespace palabre::http {

[[nodiscard]] Response answer(Environment& environment, const Request& request);
// Before the body is read: how large it may be, in bytes; unsupported_media_type.
[[nodiscard]] Expected<std::size_t> admit(const Environment& environment, const Request& request);

} // namespace palabre::http
