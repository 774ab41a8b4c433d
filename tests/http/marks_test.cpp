// Reactions and votes over HTTP, and how a site's owner sets them up.
#include <boost/test/unit_test.hpp>

#include "shared/rules/engagement.h"
#include "tests/http/desk.h"
#include "tests/http/payloads.h"
#include "tests/http/running_server.h"

namespace palabre::test {
using nlohmann::json;

namespace {

const std::string reader(22, 'a');
const std::string another(22, 'b');

Headers token(const std::string& text) {
  return {{"Authorization", "Bearer " + text}};
}

void offer(RunningServer& server, const Engagement& engagement = rules::engagement_of_new_site()) {
  for (const Site& site : must(server.store().sites())) {
    if (site.name == "blog") must(server.store().marks().begin_engagement(site.id, engagement));
  }
}

std::string comment_of(RunningServer& server, const std::string& page = "/a") {
  return server.post(page, "Words to vote on")["comment"]["id"].get<std::string>();
}

json thread_of(RunningServer& server, const std::string& more = {}) {
  return json::parse(server.get("/api/v1/thread?site=blog&page=/a" + more).body);
}

} // namespace

BOOST_AUTO_TEST_SUITE(marks)

BOOST_AUTO_TEST_CASE(a_vote_is_put_turned_round_and_dropped_and_everybody_sees_it) {
  RunningServer server;
  offer(server);
  const std::string path = "/api/v1/comments/" + comment_of(server) + "/reactions/";
  const Reply put = server.ask("PUT", path + "up", token(reader));
  BOOST_REQUIRE(put.status == 200);
  BOOST_TEST(put.header("cache-control").find("no-store") != std::string::npos);
  BOOST_TEST(json::parse(put.body) == json::parse(R"({"marks":{"up":1},"mine":["up"]})"));
  BOOST_TEST(server.ask("PUT", path + "up", token(reader)).body == put.body);
  (void)server.ask("PUT", path + "heart", token(another));
  BOOST_TEST(json::parse(server.ask("PUT", path + "down", token(reader)).body) ==
             json::parse(R"({"marks":{"down":1,"reactions":[{"name":"heart","count":1}]},"mine":["down"]})"));
  const json thread = thread_of(server);
  BOOST_TEST(thread["marks"]["votes"] == "up_and_down");
  BOOST_TEST(thread["comments"][0]["marks"]["down"] == 1);
  BOOST_TEST(!thread["comments"][0].contains("mine"));
  const json me = json::parse(server.get("/api/v1/me?site=blog&page=/a", token(reader)).body);
  BOOST_TEST(me["marks"][0]["names"] == json::parse(R"(["down"])"));
  BOOST_TEST(server.ask("DELETE", path + "down", token(reader)).status == 200);
  BOOST_TEST(server.ask("DELETE", path + "down", token(reader)).status == 200);
}

BOOST_AUTO_TEST_CASE(the_page_itself_takes_reactions) {
  RunningServer server;
  offer(server);
  const std::string target = "/api/v1/reactions/heart?site=blog&page=/a";
  BOOST_TEST(server.ask("PUT", target, token(reader)).status == 200);
  BOOST_TEST(thread_of(server)["page_marks"]["reactions"][0]["count"] == 1);
  BOOST_TEST(server.ask("DELETE", target, token(reader)).status == 200);
  check_problem(server.ask("PUT", "/api/v1/reactions/up?site=blog&page=/a", token(reader)), 422, "not_offered", "name");
  check_problem(server.ask("PUT", "/api/v1/reactions/heart?site=blog", token(reader)), 400, "missing_field", "page");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_is_refused_with_its_reason) {
  RunningServer server;
  const std::string id = comment_of(server);
  const std::string path = "/api/v1/comments/" + id + "/reactions/";
  BOOST_TEST(server.ask("PUT", path + "up", token(reader)).body.find("not_offered") != std::string::npos);
  BOOST_TEST(!thread_of(server).contains("marks"));
  RunningServer open;
  offer(open);
  const std::string other = "/api/v1/comments/" + comment_of(open) + "/reactions/";
  check_problem(open.ask("PUT", other + "up"), 401, "missing_token", "Authorization");
  check_problem(open.ask("PUT", other + "up", token("short")), 403, "wrong_token", "Authorization");
  for (const char* name : {"clap", "UP", "%C3%A9", "a%20b", "%F0%9F%91%8D"}) {
    BOOST_TEST(open.ask("PUT", other + name, token(reader)).body.find("not_offered") != std::string::npos, name);
  }
  check_problem(open.ask("PUT", "/api/v1/comments/4711/reactions/up", token(reader)), 404, "unknown_comment");
  Headers foreign = token(reader);
  foreign.emplace_back("Origin", "https://evil.example");
  check_problem(open.ask("PUT", other + "up", foreign), 403, "origin_not_allowed", "Origin");
  const json posted =
      json::parse(open.post_json("/api/v1/comments", comment_json("/a", "My own words"), token(reader)).body);
  const std::string own = "/api/v1/comments/" + posted["comment"]["id"].get<std::string>() + "/reactions/up";
  BOOST_TEST(open.ask("PUT", own, token(reader)).body.find("own_comment") != std::string::npos);
  BOOST_TEST(open.ask("PUT", own, token(another)).status == 200);
}

// Hidden numbers are in no document, and the document's tag does not tell of them either.
BOOST_AUTO_TEST_CASE(hidden_scores_never_leave_the_server) {
  RunningServer server;
  Engagement engagement = rules::engagement_of_new_site();
  engagement.marks.scores_from = 3;
  offer(server, engagement);
  const std::string path = "/api/v1/comments/" + comment_of(server) + "/reactions/up";
  const Reply first = server.ask("PUT", path, token(reader));
  BOOST_TEST(json::parse(first.body)["marks"] == json::parse(R"({"votes_hidden":true})"));
  const Reply before = server.get("/api/v1/thread?site=blog&page=/a&sort=best");
  BOOST_TEST(json::parse(before.body)["comments"][0]["marks"] == json::parse(R"({"votes_hidden":true})"));
  (void)server.ask("PUT", path, token(another));
  BOOST_TEST(server.get("/api/v1/thread?site=blog&page=/a&sort=best").header("etag") == before.header("etag"));
  (void)server.ask("PUT", path, token(std::string(22, 'c')));
  BOOST_TEST(json::parse(server.ask("PUT", path, token(std::string(22, 'c'))).body)["marks"]["up"] == 3);
}

BOOST_AUTO_TEST_CASE(orders_are_asked_for_by_name_and_have_cursors_with_scores) {
  RunningServer server;
  offer(server);
  (void)comment_of(server);
  BOOST_TEST(thread_of(server, "&sort=controversial")["sort"] == "controversial");
  check_problem(server.get("/api/v1/thread?site=blog&page=/a&sort=controversial&after=5-1"), 400, "bad_cursor",
                "after");
  BOOST_TEST(server.get("/api/v1/thread?site=blog&page=/a&sort=controversial&after=0_5-1").status == 200);
}

// Without script: a form, a cookie, and the page again with what is one's own.
BOOST_AUTO_TEST_CASE(a_form_votes_for_whom_a_cookie_knows) {
  RunningServer server;
  offer(server);
  const std::string id = comment_of(server);
  const std::string type = "application/x-www-form-urlencoded";
  const auto press = [&](const std::string& mark, Headers headers) {
    headers.emplace_back("Content-Type", type);
    return server.ask("POST", "/t/blog/a", headers, "mark=" + mark);
  };
  const Reply first = press(id + ".up", {});
  BOOST_REQUIRE(first.status == 303);
  BOOST_TEST(first.header("location") == "/t/blog/a#palabre-" + id);
  const std::string cookie = first.header("set-cookie");
  BOOST_TEST(cookie.find("palabre_reader=") == 0U);
  BOOST_TEST(cookie.find("; HttpOnly; SameSite=Lax") != std::string::npos);
  const Headers known{{"Cookie", cookie.substr(0, cookie.find(';'))}};
  const Reply own = server.get("/t/blog/a", known);
  BOOST_TEST(own.header("cache-control") == "no-store");
  BOOST_TEST(own.body.find("aria-label=\"Vote up: 1\"") != std::string::npos);
  BOOST_TEST(own.body.find("aria-pressed=\"true\"") != std::string::npos);
  BOOST_TEST(server.get("/t/blog/a").body.find("aria-pressed=\"true\"") == std::string::npos);
  BOOST_TEST(press("0.heart", known).header("location") == "/t/blog/a#palabre-thread");
  BOOST_TEST(thread_of(server)["page_marks"]["reactions"][0]["count"] == 1);
  const Reply again = press(id + ".up", known); // takes it back
  BOOST_TEST(again.status == 303);
  BOOST_TEST(again.header("set-cookie").empty());
  BOOST_TEST(!thread_of(server)["comments"][0].contains("marks"));
  check_problem(press("nonsense", known), 400, "unknown_field_value", "mark");
  BOOST_TEST(press("4711.up", known).status == 404);
  const Reply refused = press(id + ".clap", known);
  BOOST_TEST(refused.body.find("This site does not offer this.") != std::string::npos);
  BOOST_TEST(press(id + ".up", {{"Origin", "https://evil.example"}}).status == 403);
}

BOOST_AUTO_TEST_CASE(a_closed_discussion_takes_no_marks_and_gives_back_what_was_left) {
  Desk desk;
  offer(desk.server);
  const Site blog = must(desk.server.store().sites()).front();
  BOOST_REQUIRE_EQUAL(blog.name, "blog");
  must(desk.server.store().put_policy(blog.id, "", R"({"close_after_days":2})"));
  const std::string id = comment_of(desk.server);
  const std::string path = "/api/v1/comments/" + id + "/reactions/";
  const std::string on_page = "/api/v1/reactions/heart?site=blog&page=/a";
  BOOST_TEST(desk.server.ask("PUT", path + "up", token(reader)).status == 200);
  const auto is_offered = [&] {
    const std::string plain = desk.server.get("/t/blog/a").body;
    const std::size_t button = plain.find("value=\"" + id + ".up\"");
    BOOST_REQUIRE(button != std::string::npos);
    return plain.substr(button, plain.find('>', button) - button).find("disabled") == std::string::npos;
  };
  BOOST_TEST(is_offered());
  desk.server.now += 3LL * 86'400'000;
  check_problem(desk.server.ask("PUT", path + "up", token(another)), 409, "thread_closed", "page");
  check_problem(desk.server.ask("PUT", path + "heart", token(another)), 409, "thread_closed", "page");
  check_problem(desk.server.ask("PUT", path + "down", token(reader)), 409, "thread_closed", "page");
  BOOST_TEST(thread_of(desk.server)["comments"][0]["marks"]["up"] == 1);
  BOOST_TEST(desk.server.ask("PUT", on_page, token(another)).status == 200);
  // The page without script offers nothing that it would refuse, and says why it refuses.
  BOOST_TEST(!is_offered());
  const Reply pressed = desk.server.ask("POST", "/t/blog/a", {{"Content-Type", "application/x-www-form-urlencoded"}},
                                        "mark=" + id + ".up");
  BOOST_TEST(pressed.status == 409);
  BOOST_TEST(pressed.body.find("This discussion is closed.") != std::string::npos);
  BOOST_TEST(desk.server.ask("DELETE", path + "up", token(reader)).status == 200);
  BOOST_TEST(!thread_of(desk.server)["comments"][0].contains("marks"));
}

BOOST_AUTO_TEST_CASE(an_owner_says_what_readers_may_do_and_it_holds_at_once) {
  Desk desk;
  const json before = json::parse(desk.get("sites/blog/engagement", desk.owner.reading()).body);
  BOOST_TEST(before["marks"]["votes"] == "none");
  const json wanted{{"version", before["version"]},
                    {"marks", {{"votes", "up"}, {"reactions", {{{"name", "yes"}, {"symbol", "oh yes"}}}}}},
                    {"welcome", "Hello!"},
                    {"standing", true}};
  BOOST_TEST(thread_of(desk.server).contains("marks") == false);
  const Reply put = desk.send("PUT", "sites/blog/engagement", desk.owner.writing(), wanted.dump());
  BOOST_REQUIRE_EQUAL(put.status, 200);
  BOOST_TEST(json::parse(put.body)["engagement"]["welcome"] == "Hello!");
  BOOST_TEST(thread_of(desk.server)["marks"]["reactions"][0]["symbol"] == "oh yes");
  check_problem(desk.send("PUT", "sites/blog/engagement", desk.owner.writing(), wanted.dump()), 409,
                "settings_changed");
  json bad = wanted;
  bad["version"] = json::parse(put.body)["version"];
  bad["marks"]["reactions"][0]["name"] = "up";
  check_problem(desk.send("PUT", "sites/blog/engagement", desk.owner.writing(), bad.dump()), 400, "unknown_field_value",
                "marks.reactions.0.name");
  const json log = json::parse(desk.get("audit?site=blog", desk.owner.reading()).body);
  BOOST_TEST(log["entries"][0]["action"] == "engagement.change");
  const SignedIn moderator = desk.join("mod@example.org", MemberRole::moderator);
  BOOST_TEST(desk.send("PUT", "sites/blog/engagement", moderator.writing(), bad.dump()).status == 403);
  const json made{{"name", "second"}, {"origins", {"https://second.example"}}};
  BOOST_TEST(
      json::parse(desk.send("POST", "sites", desk.owner.writing(), made.dump()).body)["engagement"]["marks"]["votes"] ==
      "up_and_down");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre::test
