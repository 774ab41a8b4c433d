// The routes of moderation, over real sockets.
#include "tests/http/running_server.h"
#include "tests/support/must.h"

using namespace palabre;
using namespace palabre::test;
using nlohmann::json;

namespace {

const std::string token(24, 'r');

Headers as_reader(const std::string& text = token) {
  return {{"Authorization", "Bearer " + text}, {"Origin", origin}};
}

void hold_all(RunningServer& server) {
  const auto sites = must(server.store().sites());
  must(server.store().put_policy(sites.at(0).id, "", R"({"admission":"hold_all","words":{"hold":["secretword"]}})"));
}

std::string url_of(const json& posted, const std::string& rest) {
  return "/api/v1/comments/" + posted["comment"]["id"].get<std::string>() + rest;
}

json post_as_reader(const RunningServer& server, const std::string& body) {
  const Reply reply = server.post_json("/api/v1/comments", comment_json("/a", body), as_reader());
  BOOST_REQUIRE_EQUAL(reply.status, 201);
  return json::parse(reply.body);
}

} // namespace

BOOST_AUTO_TEST_SUITE(moderation)

BOOST_AUTO_TEST_CASE(a_held_comment_is_its_authors_to_see) {
  RunningServer server;
  hold_all(server);
  const json posted = post_as_reader(server, "held words");
  BOOST_TEST(posted["verdict"] == "hold");
  BOOST_TEST(posted["comment"]["state"] == "held");
  for (const char* target : {"/api/v1/thread?site=blog&page=/a&html=1", "/t/blog/a", "/feed/blog/a", "/feed/blog"}) {
    BOOST_TEST(server.get(target).body.find("held words") == std::string::npos, target);
  }
  const Reply mine = server.get("/api/v1/me?site=blog&page=/a", as_reader());
  BOOST_TEST(mine.status == 200);
  BOOST_TEST(mine.header("cache-control") == "no-store, private");
  BOOST_TEST(mine.header("access-control-allow-origin") == origin);
  const json own = json::parse(mine.body);
  BOOST_TEST(own["published"] == 0);
  BOOST_TEST(own["comments"][0]["comment"]["body"] == "held words");
  BOOST_TEST(own["comments"][0]["edit_token"] == posted["edit_token"]);
  const json schemas = json::parse(http::openapi_document())["components"]["schemas"];
  for (const json& name : schemas["OwnComment"]["required"]) {
    BOOST_TEST(own["comments"][0].contains(name.get<std::string>()), name);
  }
  const Reply others = server.get("/api/v1/me?site=blog&page=/a", as_reader(std::string(24, 'o')));
  BOOST_TEST(json::parse(others.body)["comments"].empty());
  check_problem(server.get("/api/v1/me?site=blog&page=/a"), 401, "missing_token", "Authorization");
  check_problem(server.get("/api/v1/me?site=blog&page=/a", as_reader("short")), 403, "wrong_token", "Authorization");
  check_problem(server.get("/api/v1/me?site=blog", as_reader()), 400, "missing_field", "page");
  check_problem(server.get("/api/v1/me?page=/a", as_reader()), 400, "missing_field", "site");
}

BOOST_AUTO_TEST_CASE(the_policy_is_public_but_for_the_owners_lists) {
  RunningServer server;
  hold_all(server);
  const std::string target = "/api/v1/policy?site=blog&page=/a";
  const Reply reply = server.get(target, {{"Origin", origin}});
  BOOST_TEST(reply.status == 200);
  BOOST_TEST(reply.header("cache-control") == "public, max-age=60");
  BOOST_TEST(reply.header("vary").find("Origin") != std::string::npos);
  BOOST_TEST(reply.body.find("secretword") == std::string::npos);
  const json policy = json::parse(reply.body);
  BOOST_TEST(policy["policy"]["admission"] == "hold_all");
  BOOST_TEST(policy["open"] == true);
  BOOST_TEST(!policy["policy"].contains("words"));
  BOOST_TEST(!policy["policy"].contains("blocked_domains"));
  BOOST_TEST(server.get(target, {{"If-None-Match", reply.header("etag")}}).status == 304);
  check_problem(server.get("/api/v1/policy?site=nobody&page=/a"), 404, "unknown_site", "site");
  check_problem(server.get("/api/v1/policy?site=blog&page="), 400, "missing_field", "page");
  check_problem(server.get(target, {{"Origin", "https://evil.example"}}), 403, "origin_not_allowed", "Origin");
}

BOOST_AUTO_TEST_CASE(readers_flag_and_bad_flags_are_refused) {
  RunningServer server;
  const json posted = server.post("/a", "words");
  const std::string url = url_of(posted, "/flags");
  for (int i = 0; i < 2; ++i) {
    const Reply flagged = server.post_json(url, R"({"reason":"spam","note":"look"})", as_reader());
    BOOST_TEST(flagged.status == 204);
    BOOST_TEST(flagged.header("access-control-allow-origin") == origin);
  }
  BOOST_TEST(server.post_json(url, R"({"reason":"other"})").status == 204); // without a token: the network
  check_problem(server.post_json(url, "{"), 400, "malformed_json");
  check_problem(server.post_json(url, "{}"), 400, "missing_field", "reason");
  check_problem(server.post_json(url, R"({"reason":"ugly"})"), 400, "unknown_field_value", "reason");
  check_problem(server.post_json(url, R"({"reason":"spam","note":")" + std::string(501, 'x') + "\"}"), 422,
                "field_too_long", "note");
  check_problem(server.post_json("/api/v1/comments/9999/flags", R"({"reason":"spam"})"), 404, "unknown_comment");
  check_problem(server.post_json("/api/v1/comments/x/flags", R"({"reason":"spam"})"), 404, "unknown_comment", "id");
  check_problem(server.post_json(url, R"({"reason":"spam"})", {{"Origin", "https://evil.example"}}), 403,
                "origin_not_allowed", "Origin");
  check_problem(server.ask("POST", url, {{"Content-Type", "text/plain"}}, "{}"), 415, "unsupported_media_type",
                "Content-Type");
  check_problem(server.get(url), 405, "method_not_allowed");
  server.check_alive();
}

BOOST_AUTO_TEST_CASE(authors_appeal_with_their_edit_token) {
  RunningServer server;
  hold_all(server);
  const json posted = post_as_reader(server, "held words");
  const std::string url = url_of(posted, "/appeals");
  const auto appeal = [&](const std::string& body, const std::string& bearer) {
    return server.post_json(url, body, as_reader(bearer));
  };
  const std::string right = posted["edit_token"];
  check_problem(server.post_json(url, R"({"message":"why?"})"), 401, "missing_token", "Authorization");
  check_problem(appeal(R"({"message":"why?"})", token), 403, "wrong_token", "Authorization");
  check_problem(appeal(R"({"message":"  "})", right), 422, "field_empty", "message");
  check_problem(appeal(R"({"message":7})", right), 400, "wrong_type", "message");
  check_problem(appeal("[]", right), 400, "wrong_type");
  server.now += 3'600'000;
  BOOST_TEST(appeal(R"({"message":"why?"})", right).status == 204);
  const json own = json::parse(server.get("/api/v1/me?site=blog&page=/a", as_reader()).body);
  BOOST_TEST(own["comments"][0]["appealed"] == true);
}

BOOST_AUTO_TEST_CASE(a_refusal_names_its_rules) {
  RunningServer server;
  must(server.store().put_policy(must(server.store().sites()).at(0).id, "", R"({"words":{"reject":["xyzzy"]}})"));
  const Reply refused = server.post_json("/api/v1/comments", comment_json("/a", "oh xyzzy"));
  check_problem(refused, 422, "rejected_by_rules", "body");
  BOOST_TEST(json::parse(refused.body)["reasons"] == json::array({"offence.owner_word"}));
}

BOOST_AUTO_TEST_CASE(flags_and_appeals_are_rate_limited) {
  RunningServer server([](http::ServerOptions& options) { options.rate_limits = http::RateLimits::on; });
  const json posted = server.post("/a", "words");
  int status = 204;
  for (int i = 0; i < 30 && status == 204; ++i) {
    status = server.post_json(url_of(posted, "/flags"), R"({"reason":"spam"})").status;
  }
  BOOST_TEST(status == 429);
}

BOOST_AUTO_TEST_SUITE_END()
