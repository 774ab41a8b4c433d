// What every handler needs, and the handlers' common shape.
#pragma once

#include <string>

#include "server/http/message.h"
#include "server/http/server.h"
#include "server/http/sites.h"
#include "server/http/target.h"
#include "server/service/comments.h"

namespace palabre::http {

struct Environment {
  service::Context context;
  ServerOptions options;
  SiteDirectory sites;
};

// One request on its way: the parameters of its path are still encoded, those of its query are decoded.
struct Call {
  const Request& request;
  Parameters path;
  Parameters query;
};

// The site by its name, if the request's origin may talk to it: unknown_site, origin_not_allowed.
[[nodiscard]] Expected<Site> open_site(Environment& environment, const Request& request, std::string_view name);
[[nodiscard]] Expected<void> check_origin(const Site& site, const Request& request);
// Whether the Origin header names this server itself, as its Host header has it.
[[nodiscard]] bool is_own_origin(const Request& request, std::string_view origin);
// The media type of Content-Type without parameters, "application/json".
[[nodiscard]] std::string_view media_type(const Request& request);
[[nodiscard]] Expected<CommentId> comment_id(const Call& call);
[[nodiscard]] Response json(int status, std::string body);

} // namespace palabre::http
