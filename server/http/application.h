// Finds a request's handler in wire::routes() and answers it: methods, preflights, cross-origin headers, HEAD.
#pragma once

#include "server/http/environment.h"

namespace palabre::http {

[[nodiscard]] Response answer(Environment& environment, const Request& request);
// How large this request's body may be, in bytes.
[[nodiscard]] std::size_t body_limit(const Environment& environment, const Request& request);

} // namespace palabre::http
