// Who asks, for the handlers of sessions and for whoever wants to know whether a writer is staff.
#pragma once

#include "server/http/desk/cookie.h"
#include "server/http/desk/desk.h"

namespace palabre::http::desk {

[[nodiscard]] Channel channel_of(const Environment& environment, const Request& request);
// Whether the request can be the desk's own: no foreign Origin, nothing that a browser calls foreign.
// origin_not_allowed.
[[nodiscard]] Expected<void> check_own_request(const Request& request);

} // namespace palabre::http::desk
