#include "server/http/environment.h"

namespace palabre::http {

bool is_own_origin(const Request& request, std::string_view origin) {
  const std::string_view host = request.header("Host");
  const std::size_t scheme_end = origin.find("://");
  if (host.empty() || scheme_end == std::string_view::npos) return false;
  const std::string_view scheme = origin.substr(0, scheme_end);
  return (scheme == "http" || scheme == "https") && equal_ignoring_case(origin.substr(scheme_end + 3), host);
}

Expected<void> check_origin(const Site& site, const Request& request) {
  const std::string_view origin = request.header("Origin");
  if (origin.empty() || allows(site, origin) || is_own_origin(request, origin)) return {};
  return fail(ErrorCode::origin_not_allowed, "Origin",
              "the site " + site.name + " does not list this page's origin; the owner adds it with `palabre site add`");
}

Expected<Site> open_site(Environment& environment, const Request& request, std::string_view name) {
  auto site = environment.sites.find(name);
  if (!site) return site;
  if (auto allowed = check_origin(*site, request); !allowed) return tl::unexpected(allowed.error());
  return site;
}

std::string_view media_type(const Request& request) {
  std::string_view type = request.header("Content-Type");
  type = type.substr(0, type.find(';'));
  while (!type.empty() && (type.back() == ' ' || type.back() == '\t')) type.remove_suffix(1);
  return type;
}

Expected<CommentId> comment_id(const Call& call) {
  const auto id = CommentId::parse(call.path.get("id"));
  if (!id) return fail(ErrorCode::unknown_comment, "id");
  return *id;
}

Response json(int status, std::string body) {
  Response response = respond(status, "application/json", std::move(body));
  response.set("Cache-Control", "no-store");
  return response;
}

} // namespace palabre::http
