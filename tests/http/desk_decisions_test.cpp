// Decisions, undo, rules, bans and answers over real sockets, by role and from a site's own page.
#include "tests/http/desk.h"

namespace palabre::test {
namespace {

using nlohmann::json;

std::string decision(const std::string& action, const std::string& id, std::int64_t revision) {
  return json{{"action", action}, {"items", {{{"comment", id}, {"revision", revision}}}}, {"note", "n"}}.dump();
}

std::string held(RunningServer& server, const std::string& body = "look https://a.example https://b.example") {
  const json posted = server.post("/a", body);
  BOOST_TEST(posted["comment"]["state"] == "held");
  return posted["comment"]["id"];
}

bool is_public(const RunningServer& server, const std::string& words) {
  return server.get("/api/v1/thread?site=blog&page=/a").body.find(words) != std::string::npos;
}

json done(const Reply& reply, int status = 200) {
  BOOST_TEST_INFO(reply.body);
  BOOST_REQUIRE_EQUAL(reply.status, status);
  return json::parse(reply.body);
}

} // namespace

BOOST_AUTO_TEST_SUITE(desk_decisions)

BOOST_AUTO_TEST_CASE(a_decision_is_seen_in_the_page_undone_and_in_the_log) {
  Desk desk;
  const std::string id = held(desk.server);
  BOOST_TEST(!is_public(desk.server, "a.example"));
  const auto send = [&](const std::string& path, const std::string& body) {
    return desk.send("POST", path, desk.owner.writing(), body);
  };
  const json wrong = done(send("decisions", decision("approve", id, 4711)));
  BOOST_TEST(wrong["items"][0]["outcome"] == "conflict");
  BOOST_TEST(wrong["decision"] == 0);
  const json decided = done(send("decisions", decision("approve", id, wrong["items"][0]["revision"])));
  BOOST_TEST(decided["items"][0]["outcome"] == "done");
  BOOST_TEST(decided["items"][0]["state"] == "published");
  BOOST_TEST(is_public(desk.server, "a.example"));
  const std::string undo = "decisions/" + decided["decision"].dump() + "/undo";
  BOOST_TEST(done(send(undo, {}))["items"][0]["state"] == "held");
  BOOST_TEST(!is_public(desk.server, "a.example"));
  check_problem(send(undo, {}), 404, "unknown_decision");
  check_problem(send("decisions/x/undo", {}), 404, "unknown_decision", "id");
  check_problem(send("decisions", "{}"), 400, "missing_field", "action");
  check_problem(send("decisions", R"({"action":"hide","items":[]})"), 422, "field_empty", "items");
  check_problem(send("decisions", "\xff"), 400, "malformed_text");
  const json log = done(desk.get("audit?action=comment", desk.owner.reading()));
  BOOST_TEST(log["entries"][0]["action"] == "comment.approve");
  BOOST_TEST(log.dump().find("a.example") == std::string::npos); // never a comment's words
}

BOOST_AUTO_TEST_CASE(roles_bound_what_each_may_do) {
  Desk desk;
  const std::string id = held(desk.server);
  const SignedIn analyst = desk.join("analyst@blog.example", MemberRole::analyst);
  const SignedIn moderator = desk.join("moderator@blog.example", MemberRole::moderator);
  const std::string body = decision("approve", id, 0);
  check_problem(desk.send("POST", "decisions", {}, body), 401, "not_signed_in");
  check_problem(desk.send("POST", "decisions", moderator.reading(), body), 403, "wrong_csrf", "X-Palabre-Desk");
  check_problem(desk.send("POST", "decisions", analyst.writing(), body), 403, "not_allowed");
  BOOST_TEST(desk.send("POST", "decisions", moderator.writing(), body).status == 200);
  for (const char* path : {"audit", "sites", "sites/blog", "bans"}) {
    BOOST_TEST(desk.get(path, analyst.reading()).status == 200, path);
  }
  check_problem(desk.send("PUT", "sites/blog/policy", moderator.writing(), "{}"), 403, "not_allowed");
  check_problem(desk.send("POST", "rules", analyst.writing(), "{}"), 403, "not_allowed");
}

BOOST_AUTO_TEST_CASE(a_rule_and_a_ban_are_made_and_lifted) {
  Desk desk;
  const Headers as_reader{{"Authorization", "Bearer " + std::string(24, 'r')}, {"Origin", origin}};
  const auto post = [&](const std::string& body) {
    return desk.server.post_json("/api/v1/comments", comment_json("/a", body), as_reader);
  };
  const std::string id = done(post("one https://evil.example link"), 201)["comment"]["id"];
  const json rule = done(desk.send("POST", "rules", desk.owner.writing(),
                                   R"({"site":"blog","kind":"hold_domain","value":"https://www.evil.example/x"})"));
  BOOST_TEST(rule["decision"] > 0);
  BOOST_TEST(done(post("two https://evil.example link"), 201)["comment"]["state"] == "held");
  check_problem(
      desk.send("POST", "rules", desk.owner.writing(), R"({"site":"nobody","kind":"hold_domain","value":"a.example"})"),
      404, "unknown_site", "site");
  const json ban = done(desk.send("POST", "bans", desk.owner.writing(),
                                  json{{"comment", id}, {"subject", "author"}, {"effect", "ban"}, {"hours", 1}}.dump()),
                        201);
  check_problem(post("three"), 403, "banned");
  BOOST_TEST(done(desk.get("bans?site=blog", desk.owner.reading()))["bans"].size() == 1U);
  BOOST_TEST(done(desk.get("bans?site=other", desk.owner.reading()))["bans"].empty());
  const std::string path = "bans/" + ban["id"].dump();
  BOOST_TEST(desk.send("DELETE", path, desk.owner.writing()).status == 204);
  check_problem(desk.send("DELETE", path, desk.owner.writing()), 404, "unknown_ban");
  BOOST_TEST(post("four").status == 201);
}

BOOST_AUTO_TEST_CASE(a_page_moderates_its_own_site_with_a_code_that_works_once) {
  Desk desk;
  const std::string id = held(desk.server);
  const auto code = [&] {
    return done(desk.send("POST", "inline", desk.owner.writing(), json{{"site", "blog"}, {"origin", origin}}.dump()),
                201)["code"]
        .get<std::string>();
  };
  const auto begin = [&](const std::string& text, const std::string& from) {
    return desk.send("POST", "inline/session", {{"Origin", from}}, json{{"code", text}}.dump());
  };
  check_problem(desk.send("POST", "inline", desk.owner.writing(), R"({"site":"blog","origin":"https://evil.example"})"),
                403, "origin_not_allowed", "origin");
  const std::string stolen = code();
  check_problem(begin(stolen, "https://other.example"), 410, "invitation_over", "code");
  check_problem(begin(stolen, origin), 410, "invitation_over", "code"); // used up
  const std::string late = code();
  desk.server.now += 60'000;
  check_problem(begin(late, origin), 410, "invitation_over", "code");
  const std::string right = code();
  const json session = done(begin(right, origin), 201);
  BOOST_TEST(session["member"]["role"] == "owner");
  check_problem(begin(right, origin), 410, "invitation_over", "code");
  const Headers page{{"Authorization", "Bearer " + session["token"].get<std::string>()}, {"Origin", origin}};
  const json seen = done(desk.send("GET", "comments/" + id, page))["item"];
  const Reply reply = desk.send("POST", "decisions", page, decision("approve", id, seen["revision"]));
  BOOST_TEST(reply.header("access-control-allow-origin") == origin);
  BOOST_TEST(done(reply)["items"][0]["outcome"] == "done");
  // What is not this site's does not exist; what is the whole desk's is refused.
  const json other = json::parse(
      desk.server.post_json("/api/v1/comments", comment_json("/o", "words", "other")).body)["comment"]["id"];
  BOOST_TEST(done(desk.send("POST", "decisions", page, decision("remove", other, 0)))["items"][0]["outcome"] == "gone");
  check_problem(desk.send("POST", "rules", page, "{}"), 403, "not_allowed");
  BOOST_TEST(done(desk.send("POST", "replies", page, json{{"parent", id}, {"body", "An answer"}}.dump()),
                  201)["site"] == "blog");
  BOOST_TEST(is_public(desk.server, "An answer"));
  desk.server.now += 8 * 3'600'000;
  check_problem(desk.send("POST", "decisions", page, decision("hide", id, 0)), 401, "not_signed_in");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre::test
