// Finds a desk request's route and whether the caller may use it.
#include "server/http/desk/caller.h"

#include <array>

namespace palabre::http::desk {
namespace {

struct Match {
  const DeskRoute* route{nullptr};
  Parameters path;
  std::string allowed; // methods of the path, when only the method is wrong
};

Match find_route(const Request& request) {
  const std::array subjects{session_routes(), team_routes(),     queue_routes(), decision_routes(), people_routes(),
                            audit_routes(),   settings_routes(), post_routes(),  contest_routes()};
  const std::string_view method = request.method == "HEAD" ? std::string_view("GET") : request.method;
  Match match;
  for (const auto& subject : subjects) {
    for (const DeskRoute& route : subject) {
      auto path = match_path(wire::desk_url(route.path), request.path);
      if (!path) continue;
      if (wire::to_name(route.method) == method) return {&route, *std::move(path), {}};
      match.allowed += (match.allowed.empty() ? "" : ", ") + std::string(wire::to_name(route.method));
    }
  }
  return match;
}

void keep_private(Response& response) {
  std::erase_if(response.headers, [](const auto& header) { return header.first == "Cache-Control"; });
  response.set("Cache-Control", "no-store, private");
}

Response call_handler(Environment& environment, const Request& request, Match match) {
  auto query = parse_parameters(request.query, Lines::refused);
  if (!query) return problem(query.error());
  const Call call{request, std::move(match.path), *std::move(query)};
  if (!match.route->needs) {
    if (match.route->from_pages == Inline::refused) {
      if (auto own = check_own_request(request); !own) return problem(own.error());
    }
    return match.route->handler(environment, DeskCall{call});
  }
  const auto caller = find_caller(environment, request, *match.route);
  if (!caller) return problem(caller.error());
  return match.route->handler(environment, DeskCall{call, &*caller});
}

} // namespace

Response answer(Environment& environment, const Request& request) {
  Match match = find_route(request);
  if (match.route != nullptr) {
    Response response = call_handler(environment, request, std::move(match));
    keep_private(response);
    return response;
  }
  if (match.allowed.empty()) return problem(ErrorCode::unknown_route);
  Response response = problem(ErrorCode::method_not_allowed);
  response.set("Allow", match.allowed + ", OPTIONS");
  return response;
}

} // namespace palabre::http::desk
