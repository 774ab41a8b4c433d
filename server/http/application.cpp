#include "server/http/application.h"

#include <algorithm>

#include <spdlog/spdlog.h>

#include "server/assets/assets.h"
#include "server/http/desk/caller.h"
#include "server/http/desk/desk.h"
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
  case wire::Route::flag_comment: return flag_comment;
  case wire::Route::appeal: return appeal;
  case wire::Route::policy: return get_policy;
  case wire::Route::me: return get_me;
  case wire::Route::put_mark: return put_mark;
  case wire::Route::drop_mark: return drop_mark;
  case wire::Route::put_page_mark: return put_page_mark;
  case wire::Route::drop_page_mark: return drop_page_mark;
  case wire::Route::counts: return get_counts;
  case wire::Route::posts: return get_posts;
  case wire::Route::post: return get_post;
  case wire::Route::own_part: return get_own_part;
  case wire::Route::cast_ballot: return put_ballot;
  case wire::Route::withdraw_ballot: return delete_ballot;
  case wire::Route::ballots: return get_ballots;
  case wire::Route::enter_contest: return put_entry;
  case wire::Route::withdraw_entry: return delete_entry;
  case wire::Route::contest_draw: return get_draw;
  case wire::Route::embed_script:
  case wire::Route::widget_glue:
  case wire::Route::widget_more:
  case wire::Route::widget_wasm:
  case wire::Route::widget_messages: return get_asset;
  case wire::Route::plain_thread: return get_plain_thread;
  case wire::Route::plain_post: return post_plain;
  case wire::Route::post_page: return get_post_page;
  case wire::Route::post_form: return take_post_form;
  case wire::Route::feed: return get_feed;
  case wire::Route::health: return get_health;
  case wire::Route::metrics: return get_metrics;
  case wire::Route::openapi: return get_openapi;
  }
  return nullptr;
}

struct Match {
  Handler handler{nullptr};
  std::size_t index{Metrics::none};
  Parameters path;
  std::string allowed; // methods of the path, when only the method is wrong
};

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

Handler desk_file(std::string_view path) {
  if (path == "/admin" || path == "/admin/") return get_desk_page;
  if (path == "/admin/preview") return get_preview_page;
  if (path == "/admin/preview/thread") return get_preview_thread;
  return nullptr;
}

// Built-in files by any name, and the demo: both are only there when the server was built or started so.
Match find_file_route(const Environment& environment, const Request& request) {
  Match match;
  const Handler desk = desk_file(request.path);
  const bool demo = !environment.options.demo_directory.empty() && starts_with(request.path, "/demo/");
  const bool asset = !request.path.empty() && assets::find(request.path.substr(1)) != nullptr;
  if (!demo && !asset && desk == nullptr) return match;
  match.index = Metrics::files;
  match.allowed = "GET, HEAD";
  if (request.method == "GET" || request.method == "HEAD") {
    match.handler = desk != nullptr ? desk : demo ? get_demo : get_asset;
  }
  return match;
}

Match find_route(const Environment& environment, const Request& request) {
  const std::string_view method = request.method == "HEAD" ? std::string_view("GET") : request.method;
  Match match;
  for (std::size_t i = 0; i < wire::routes().size(); ++i) {
    const wire::RouteInfo& route = wire::routes()[i];
    auto path = match_path(route.path, request.path);
    if (!path) continue;
    if (wire::to_name(route.method) == method) return {handler_of(route.route), i, *std::move(path), {}};
    match.allowed += (match.allowed.empty() ? "" : ", ") + std::string(wire::to_name(route.method));
    if (route.method == wire::Method::get) match.allowed += ", HEAD";
  }
  return match.allowed.empty() ? find_file_route(environment, request) : match;
}

bool is_for_the_desk(const Request& request) {
  return starts_with(request.path, std::string(wire::desk_root) + "/");
}

bool may_read(Environment& environment, const Request& request, std::string_view origin) {
  return environment.sites.any_allows(origin) || is_own_origin(request, origin) || is_opaque_reading(request, origin);
}

Response answer_preflight(Environment& environment, const Request& request) {
  if (!may_read(environment, request, request.header("Origin"))) {
    return problem(ErrorCode::origin_not_allowed, "Origin", "no site of this server lists this origin");
  }
  Response response;
  response.status = 204;
  response.set("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE");
  response.set("Access-Control-Allow-Headers", "Authorization, Content-Type, Idempotency-Key, If-None-Match");
  response.set("Access-Control-Max-Age", "7200");
  return response;
}

bool takes_form(const Request& request) {
  return starts_with(request.path, "/t/") || starts_with(request.path, "/p/");
}

Expected<void> check_media_type(const Request& request) {
  if (request.method != "POST" && request.method != "PATCH" && request.method != "PUT") return {};
  if (is_for_the_desk(request) && request.header("Content-Type").empty()) return {}; // the desk looks at bodies itself
  if (request.method == "PUT" && request.body.empty() && request.header("Content-Type").empty()) return {};
  const std::string_view wanted = takes_form(request) ? "application/x-www-form-urlencoded" : "application/json";
  if (equal_ignoring_case(media_type(request), wanted)) return {};
  return fail(ErrorCode::unsupported_media_type, "Content-Type", "send " + std::string(wanted));
}

Response call_handler(Environment& environment, const Request& request, Match match) {
  if (auto type = check_media_type(request); !type) return problem(type.error());
  auto query = parse_parameters(request.query, Lines::refused);
  if (!query) return problem(query.error());
  return match.handler(environment, Call{request, std::move(match.path), *std::move(query)});
}

// Any type of a request without a body will do.
Response answer_desk(Environment& environment, const Request& request) {
  if (request.method == "OPTIONS") return answer_preflight(environment, request);
  if (!request.body.empty()) {
    if (auto type = check_media_type(request); !type) return problem(type.error());
  }
  return desk::answer(environment, request);
}

Response redirect_to_demo() {
  Response response;
  response.status = 303;
  response.set("Location", "/demo/");
  return response;
}

Response route(Environment& environment, const Request& request, Match match) {
  if (is_for_the_desk(request)) return answer_desk(environment, request);
  if (match.handler != nullptr) return call_handler(environment, request, std::move(match));
  if (match.allowed.empty()) {
    const bool demo = !environment.options.demo_directory.empty();
    if (demo && (request.path == "/" || request.path == "/demo")) return redirect_to_demo();
    return problem(ErrorCode::unknown_route);
  }
  if (request.method == "OPTIONS") return answer_preflight(environment, request);
  Response response = problem(ErrorCode::method_not_allowed);
  response.set("Allow", match.allowed + ", OPTIONS");
  return response;
}

// Who may read the answer. A refusal for the origin's or the site's sake may be read by all, so that the owner sees the
// reason in the browser's console.
void add_cross_origin_headers(Environment& environment, const Request& request, Response& response) {
  if (!starts_with(request.path, "/api/")) return;
  if (response.ready_headers.empty()) response.set("Vary", "Origin");
  const std::string_view origin = request.header("Origin");
  if (origin.empty()) return;
  if (may_read(environment, request, origin)) {
    response.set("Access-Control-Allow-Origin", std::string(origin));
    response.set("Access-Control-Expose-Headers", "ETag, Retry-After");
  } else if (response.status == 403 || response.status == 404) {
    response.set("Access-Control-Allow-Origin", "*");
  }
}

Response answer_safely(Environment& environment, const Request& request, Match match) {
  try {
    Response response = route(environment, request, std::move(match));
    add_cross_origin_headers(environment, request, response);
    return response;
  } catch (const std::exception& exception) { // no memory, or a library's surprise: the wall of this room
    spdlog::error("event=handler_failed method={} path={} reason={}", request.method, request.path, exception.what());
    return problem(ErrorCode::internal);
  }
}

// Lists of 50,000 words, or of a contest's prizes, come in one piece, from who is signed in.
constexpr std::size_t settings_limit = 4 * 1024 * 1024;

bool takes_lists(const Request& request) {
  const std::string root(wire::desk_root);
  return starts_with(request.path, root + "/sites/") || starts_with(request.path, root + "/contests/");
}

bool takes_settings(const Environment& environment, const Request& request) {
  return request.method == "PUT" && takes_lists(request) &&
         !desk::session_cookie(request, desk::channel_of(environment, request)).empty();
}

} // namespace

Response answer(Environment& environment, const Request& request) {
  const auto start = std::chrono::steady_clock::now();
  Match match = find_route(environment, request);
  const std::size_t index = is_for_the_desk(request) ? Metrics::desk : match.index;
  Response response = answer_safely(environment, request, std::move(match));
  environment.metrics.count(index, response.status, std::chrono::steady_clock::now() - start);
  return response;
}

Expected<std::size_t> admit(const Environment& environment, const Request& request) {
  if (auto type = check_media_type(request); !type) return tl::unexpected(type.error());
  if (takes_settings(environment, request)) return std::max(settings_limit, environment.options.body_limit);
  return environment.options.body_limit * (takes_form(request) ? 3 : 1);
}

} // namespace palabre::http
