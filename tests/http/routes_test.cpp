// Routes, methods, origins and preflights; the OpenAPI document against the table of routes and the error table.
#include <set>

#include "shared/wire/routes.h"
#include "tests/http/running_server.h"
#include "tests/support/must.h"

using namespace palabre;
using namespace palabre::test;
using nlohmann::json;

BOOST_AUTO_TEST_SUITE(routes)

BOOST_AUTO_TEST_CASE(unknown_paths_and_methods_are_told) {
  RunningServer server;
  check_problem(server.get("/nothing"), 404, "unknown_route");
  check_problem(server.get("/api/v1/comments/1/x"), 404, "unknown_route");
  const Reply put = server.ask("PUT", "/api/v1/thread");
  check_problem(put, 405, "method_not_allowed");
  BOOST_TEST(put.header("allow") == "GET, HEAD, OPTIONS");
  check_problem(server.ask("TRACE", "/healthz"), 405, "method_not_allowed");
  check_problem(server.ask("BREW", "/healthz"), 405, "method_not_allowed");
}

BOOST_AUTO_TEST_CASE(head_answers_like_get_without_the_body) {
  RunningServer server;
  const Reply head = server.ask("HEAD", "/api/v1/thread?site=blog&page=a");
  const Reply get = server.get("/api/v1/thread?site=blog&page=a");
  BOOST_TEST(head.status == 200);
  BOOST_TEST(head.header("content-length") == std::to_string(get.body.size()));
  BOOST_TEST(head.header("etag") == get.header("etag"));
}

BOOST_AUTO_TEST_CASE(only_registered_origins_and_our_own_may_ask) {
  RunningServer server;
  const std::string target = "/api/v1/thread?site=blog&page=a";
  const Reply own_site = server.get(target, {{"Origin", origin}});
  BOOST_TEST(own_site.status == 200);
  BOOST_TEST(own_site.header("access-control-allow-origin") == origin);
  BOOST_TEST(own_site.header("vary").find("Origin") != std::string::npos);
  BOOST_TEST(server.get(target, {{"Origin", "http://comments.example"}}).status == 200); // our own Host
  const Reply foreign = server.get(target, {{"Origin", "https://evil.example"}});
  check_problem(foreign, 403, "origin_not_allowed", "Origin");
  BOOST_TEST(foreign.header("access-control-allow-origin") == "*"); // the owner reads why
  // Another site of this server is foreign too.
  const Reply other = server.get(target, {{"Origin", "https://other.example"}});
  check_problem(other, 403, "origin_not_allowed", "Origin");
  check_problem(server.post_json("/api/v1/comments", comment_json("/a", "x"), {{"Origin", "https://evil.example"}}),
                403, "origin_not_allowed", "Origin");
  const json posted = server.post("/a", "x");
  check_problem(server.ask("DELETE", "/api/v1/comments/" + posted["comment"]["id"].get<std::string>(),
                           {{"Origin", "https://other.example"},
                            {"Authorization", "Bearer " + posted["edit_token"].get<std::string>()}}),
                403, "origin_not_allowed", "Origin");
}

BOOST_AUTO_TEST_CASE(a_sandboxed_frame_reads_and_writes_where_its_owner_says_so) {
  RunningServer server;
  must(server.store().put_site("boxed", {"null"}));
  const Headers sandboxed{{"Origin", "null"}};
  for (const char* target : {"/api/v1/thread?site=blog&page=a", "/api/v1/counts?site=blog&page=a"}) {
    const Reply read = server.get(target, sandboxed);
    BOOST_TEST(read.status == 200, target);
    BOOST_TEST(read.header("access-control-allow-origin") == "null", target);
  }
  const Reply written = server.post_json("/api/v1/comments", comment_json("/a", "x"), sandboxed);
  check_problem(written, 403, "origin_not_allowed", "Origin");
  const auto preflight = [&](const char* method) {
    return server.ask("OPTIONS", "/api/v1/thread", {{"Origin", "null"}, {"Access-Control-Request-Method", method}});
  };
  BOOST_TEST(preflight("GET").status == 204);
  BOOST_TEST(preflight("POST").status == 204); // some site lists it
  const Reply listed = server.post_json("/api/v1/comments", comment_json("/a", "x", "boxed"), sandboxed);
  BOOST_TEST(listed.status == 201);
  BOOST_TEST(listed.header("access-control-allow-origin") == "null");
}

BOOST_AUTO_TEST_CASE(an_unknown_site_is_told_to_everybody) {
  RunningServer server;
  const Reply reply = server.get("/api/v1/thread?site=nobody&page=a", {{"Origin", "https://evil.example"}});
  check_problem(reply, 404, "unknown_site", "site");
  BOOST_TEST(reply.header("access-control-allow-origin") == "*");
}

BOOST_AUTO_TEST_CASE(preflights_are_for_registered_origins) {
  RunningServer server;
  const Headers asked{{"Origin", origin}, {"Access-Control-Request-Method", "POST"}};
  const Reply allowed = server.ask("OPTIONS", "/api/v1/comments", asked);
  BOOST_TEST(allowed.status == 204);
  BOOST_TEST(allowed.header("access-control-allow-origin") == origin);
  BOOST_TEST(allowed.header("access-control-allow-headers") ==
             "Authorization, Content-Type, Idempotency-Key, If-None-Match");
  BOOST_TEST(allowed.header("access-control-allow-methods").find("PATCH") != std::string::npos);
  BOOST_TEST(!allowed.header("access-control-max-age").empty());
  const Headers foreign{{"Origin", "https://evil.example"}, {"Access-Control-Request-Method", "POST"}};
  check_problem(server.ask("OPTIONS", "/api/v1/comments", foreign), 403, "origin_not_allowed", "Origin");
}

BOOST_AUTO_TEST_CASE(metrics_count_what_happened) {
  RunningServer server;
  (void)server.post("/a", "x");
  (void)server.get("/api/v1/thread?site=blog&page=/a");
  (void)server.get("/api/v1/thread?site=blog&page=/a");
  const std::string text = server.get("/metrics").body;
  for (const char* line :
       {"palabre_http_requests_total{route=\"GET /api/v1/thread\",status=\"2xx\"} 2\n",
        "palabre_http_request_seconds_count{route=\"POST /api/v1/comments\"} 1\n", "palabre_comments_posted_total 1\n",
        "palabre_document_cache_hits_total 1\n", "palabre_document_cache_misses_total 1\n"}) {
    BOOST_TEST_INFO(line << " in\n" << text);
    BOOST_TEST(text.find(line) != std::string::npos);
  }
}

namespace {

void check_references(const json& value, const json& document) {
  if (value.is_object() && value.contains("$ref")) {
    const std::string target = value["$ref"].get<std::string>().substr(1);
    BOOST_TEST(document.contains(json::json_pointer(target)), target);
  }
  if (value.is_structured()) {
    for (const auto& [key, child] : value.items()) check_references(child, document);
  }
}

} // namespace

BOOST_AUTO_TEST_CASE(the_description_says_what_the_table_of_routes_says) {
  RunningServer server;
  const Reply reply = server.get("/openapi.json");
  const json document = json::parse(reply.body);
  check_references(document, document);
  std::set<std::string> described;
  for (const auto& [path, methods] : document["paths"].items()) {
    for (const auto& [method, operation] : methods.items()) described.insert(method + " " + path);
  }
  std::set<std::string> served;
  for (const wire::RouteInfo& route : wire::routes()) {
    std::string method(wire::to_name(route.method));
    for (char& c : method) c = static_cast<char>(c - 'A' + 'a');
    served.insert(method + " " + std::string(route.path));
  }
  BOOST_TEST(described == served, boost::test_tools::per_element());
}

// The dispatcher knows every route of the table: none answers unknown_route or method_not_allowed.
BOOST_AUTO_TEST_CASE(every_route_has_a_handler) {
  RunningServer server;
  for (const wire::RouteInfo& route : wire::routes()) {
    std::string path(route.path);
    for (const char* hole : {"{site}", "{id}", "{page}", "{language}"}) {
      if (const auto at = path.find(hole); at != std::string::npos) path.replace(at, std::string(hole).size(), "1");
    }
    const Reply reply = server.ask(wire::to_name(route.method), path);
    BOOST_TEST_INFO(route.path);
    BOOST_TEST(reply.status != 405);
    const bool embedded = route.route == wire::Route::embed_script || route.route == wire::Route::widget_glue ||
                          route.route == wire::Route::widget_more || route.route == wire::Route::widget_wasm ||
                          route.route == wire::Route::widget_messages;
    if (!embedded && reply.status == 404) {
      BOOST_TEST(json::parse(reply.body)["code"] != "unknown_route");
    }
  }
}

BOOST_AUTO_TEST_CASE(every_described_error_code_exists) {
  const json document = json::parse(http::openapi_document());
  std::set<std::string> known;
  for (const json& name : document["components"]["schemas"]["Problem"]["properties"]["code"]["enum"]) {
    known.insert(name.get<std::string>());
    BOOST_TEST(std::string(error_info(error_from_name(name.get<std::string>())).name) == name.get<std::string>());
  }
  BOOST_TEST(known.size() == static_cast<std::size_t>(ErrorCode::internal) + 1);
  for (const auto& [path, methods] : document["paths"].items()) {
    for (const auto& [method, operation] : methods.items()) {
      for (const auto& [status, response] : operation["responses"].items()) {
        if (status[0] < '4') continue;
        std::string text = response["description"];
        for (std::size_t at = 0; (at = text.find('`', at)) != std::string::npos;) {
          const std::size_t end = text.find('`', at + 1);
          const std::string name = text.substr(at + 1, end - at - 1);
          BOOST_TEST(known.count(name) == 1U, name);
          BOOST_TEST(std::to_string(error_info(error_from_name(name)).status) == status);
          at = end + 1;
        }
      }
    }
  }
}

// What the codec writes has exactly the members that the schemas name.
BOOST_AUTO_TEST_CASE(answers_have_the_members_described) {
  RunningServer server;
  const json schemas = json::parse(http::openapi_document())["components"]["schemas"];
  const auto check = [&](const json& value, const char* schema) {
    for (const json& name : schemas[schema]["required"]) BOOST_TEST(value.contains(name.get<std::string>()), name);
    for (const auto& [name, member] : value.items()) BOOST_TEST(schemas[schema]["properties"].contains(name), name);
  };
  const json posted = server.post("/a", "x");
  check(posted, "PostedComment");
  check(posted["comment"], "Comment");
  check(posted["comment"]["author"], "Author");
  check(json::parse(server.get("/api/v1/thread?site=blog&page=/a&html=1").body), "Thread");
  check(json::parse(server.get("/api/v1/counts?site=blog&page=/a").body), "Counts");
  check(json::parse(server.get("/nothing").body), "Problem");
}

BOOST_AUTO_TEST_SUITE_END()
