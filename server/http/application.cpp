#include "server/http/application.h"

#include <algorithm>

#include <spdlog/spdlog.h>

#include "server/http/handlers.h"
#include "shared/wire/routes.h"

namespace palabre::http {
namespace {

using Handler = Response (*)(Environment&, const Call&);

Handler handler_of(wire::Route route) {
  switch (route) {
  case wire::Route::thread: return get_thread;
  case wire::Route::post_comment: return post_comment;
  case wire::Route::edit_comment: return edit_comment;
  case wire::Route::delete_comment: return delete_comment;
  case wire::Route::counts: return get_counts;
  case wire::Route::health: return get_health;
  case wire::Route::embed_script:
  case wire::Route::widget_glue:
  case wire::Route::widget_wasm: return get_asset;
  default: return nullptr;
  }
}

struct Match {
  const wire::RouteInfo* route{nullptr}; // nullptr: none
  Parameters path;
  std::string allowed; // methods of the path, when only the method is wrong
};

Match find_route(const Request& request) {
  const std::string_view method = request.method == "HEAD" ? std::string_view("GET") : request.method;
  Match match;
  for (const wire::RouteInfo& route : wire::routes()) {
    auto path = match_path(route.path, request.path);
    if (!path) continue;
    if (wire::to_name(route.method) == method) return {&route, *std::move(path), {}};
    match.allowed += (match.allowed.empty() ? "" : ", ") + std::string(wire::to_name(route.method));
    if (route.method == wire::Method::get) match.allowed += ", HEAD";
  }
  return match;
}

Response answer_preflight(Environment& environment, const Request& request) {
  const std::string_view origin = request.header("Origin");
  if (!environment.sites.any_allows(origin) && !is_own_origin(request, origin)) {
    return problem(ErrorCode::origin_not_allowed, "Origin", "no site of this server lists this origin");
  }
  Response response;
  response.status = 204;
  response.set("Access-Control-Allow-Methods", "GET, POST, PATCH, DELETE");
  response.set("Access-Control-Allow-Headers", "Authorization, Content-Type, Idempotency-Key");
  response.set("Access-Control-Max-Age", "7200");
  return response;
}

Response call_handler(Environment& environment, const Request& request, const Match& match) {
  auto query = parse_parameters(request.query, Lines::refused);
  if (!query) return problem(query.error());
  const Handler handler = handler_of(match.route->route);
  if (handler == nullptr) return problem(ErrorCode::unknown_route);
  return handler(environment, Call{request, match.path, *std::move(query)});
}

Response route(Environment& environment, const Request& request) {
  const Match match = find_route(request);
  if (match.route != nullptr) return call_handler(environment, request, match);
  if (match.allowed.empty()) return problem(ErrorCode::unknown_route);
  if (request.method == "OPTIONS") return answer_preflight(environment, request);
  Response response = problem(ErrorCode::method_not_allowed);
  response.set("Allow", match.allowed + ", OPTIONS");
  return response;
}

// Who may read the answer. A refusal for the origin's sake may be read by all, so that the owner sees the reason in the
// browser's console.
void add_cross_origin_headers(Environment& environment, const Request& request, Response& response) {
  if (request.path.substr(0, 5) != "/api/") return;
  response.set("Vary", "Accept-Encoding, Origin");
  const std::string_view origin = request.header("Origin");
  if (origin.empty()) return;
  if (environment.sites.any_allows(origin) || is_own_origin(request, origin)) {
    response.set("Access-Control-Allow-Origin", std::string(origin));
    response.set("Access-Control-Expose-Headers", "ETag, Retry-After");
  } else if (response.status == 403 || response.status == 404) {
    response.set("Access-Control-Allow-Origin", "*");
  }
}

} // namespace

Response answer(Environment& environment, const Request& request) {
  try {
    Response response = route(environment, request);
    add_cross_origin_headers(environment, request, response);
    return response;
  } catch (const std::exception& exception) { // no memory, or a library's surprise: the wall of this room
    spdlog::error("http: {} {} failed: {}", request.method, request.path, exception.what());
    return problem(ErrorCode::internal);
  }
}

std::size_t body_limit(const Environment& environment, const Request& request) {
  const bool form = equal_ignoring_case(media_type(request), "application/x-www-form-urlencoded");
  return environment.options.body_limit * (form ? 3 : 1);
}

} // namespace palabre::http
