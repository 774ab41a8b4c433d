// Settings and the log over real sockets.
#include "tests/http/desk.h"

namespace palabre::test {
namespace {

using nlohmann::json;

json settings(const Desk& desk, const std::string& site = "blog") {
  const Reply reply = desk.get("sites/" + site, desk.owner.reading());
  BOOST_REQUIRE_EQUAL(reply.status, 200);
  BOOST_TEST(reply.header("cache-control") == "no-store, private");
  return json::parse(reply.body);
}

Reply put(const Desk& desk, const std::string& what, const json& body) {
  return desk.send("PUT", "sites/blog/" + what, desk.owner.writing(), body.dump());
}

} // namespace

BOOST_AUTO_TEST_SUITE(desk_settings)

BOOST_AUTO_TEST_CASE(broken_settings_name_their_field_and_the_old_ones_stay) {
  Desk desk;
  const json before = settings(desk);
  const auto version = before["version"];
  check_problem(put(desk, "policy", {{"version", version}, {"policy", {{"spam_hold", 2}}}}), 400, "unknown_field_value",
                "policy.spam_hold");
  check_problem(put(desk, "policy", {{"version", version}, {"policy", {{"blocked_domains", {"no domain"}}}}}), 400,
                "unknown_field_value", "policy.blocked_domains.0");
  check_problem(put(desk, "appearance", {{"version", version}, {"accent", "red;}"}}), 400, "unknown_field_value",
                "accent");
  check_problem(put(desk, "origins", {{"version", version}, {"origins", {"javascript:x"}}}), 422, "malformed_address",
                "origins.0");
  check_problem(put(desk, "policy", {{"version", version.get<int>() + 1}, {"policy", json::object()}}), 409,
                "settings_changed");
  check_problem(desk.get("sites/nobody", desk.owner.reading()), 404, "unknown_site", "site");
  BOOST_TEST(settings(desk) == before);
}

BOOST_AUTO_TEST_CASE(lists_of_fifty_thousand_entries_fit_for_who_is_signed_in) {
  Desk desk;
  json words = json::array();
  for (int i = 0; i < 50'000; ++i) words.push_back("a rather long unwanted phrase " + std::to_string(i));
  const json body{{"version", settings(desk)["version"]}, {"policy", {{"words", {{"hold", words}}}}}};
  const Reply reply = put(desk, "policy", body);
  BOOST_REQUIRE_EQUAL(reply.status, 200);
  BOOST_TEST(json::parse(reply.body)["policy"]["words"]["hold"].size() == 50'000U);
  const Reply stranger = desk.send("PUT", "sites/blog/policy", {}, body.dump());
  check_problem(stranger, 413, "payload_too_large");
  BOOST_TEST(
      json::parse(desk.server.post("/a", "oh: a rather long unwanted phrase 777 here").dump())["comment"]["state"] ==
      "held");
}

BOOST_AUTO_TEST_CASE(the_look_reaches_readers_at_once) {
  Desk desk;
  const std::string thread = "/api/v1/thread?site=blog&page=/a";
  BOOST_TEST(!json::parse(desk.server.get(thread).body).contains("look"));
  BOOST_TEST(desk.server.get("/t/blog/a").body.find("--palabre-accent:") == std::string::npos);
  const json look{{"version", settings(desk)["version"]}, {"theme", "dark"}, {"accent", "#AA00bb"}};
  BOOST_REQUIRE_EQUAL(put(desk, "appearance", look).status, 200);
  const json worn = json::parse(desk.server.get(thread).body)["look"];
  BOOST_TEST(worn["theme"] == "dark");
  BOOST_TEST(worn["accent"] == "#aa00bb");
  BOOST_TEST(worn["--palabre-accent"] == "#aa00bb"); // as embed.js sets it
  const Reply plain = desk.server.get("/t/blog/a");
  BOOST_TEST(plain.body.find("--palabre-accent:#aa00bb") != std::string::npos);
  BOOST_TEST(plain.body.find("data-theme=\"dark\"") != std::string::npos);
  const std::string policy = plain.header("content-security-policy");
  BOOST_TEST(policy.find("' 'sha256-") != std::string::npos); // both stylesheets are allowed
}

BOOST_AUTO_TEST_CASE(sites_are_added_and_their_origins_hold_at_once) {
  Desk desk;
  const json body{{"name", "second"}, {"origins", {"https://second.example/page"}}};
  BOOST_TEST(desk.send("POST", "sites", desk.owner.writing(), body.dump()).status == 201);
  check_problem(desk.send("POST", "sites", desk.owner.writing(), body.dump()), 400, "unknown_field_value", "name");
  const Headers from{{"Origin", "https://second.example"}};
  BOOST_TEST(desk.server.post_json("/api/v1/comments", comment_json("/s", "words", "second"), from).status == 201);
  const json sites = json::parse(desk.get("sites", desk.owner.reading()).body)["sites"];
  BOOST_REQUIRE_EQUAL(sites.size(), 3U);
  BOOST_TEST(sites[2]["name"] == "second");
  BOOST_TEST(sites[2]["comments"] == 1);
}

BOOST_AUTO_TEST_CASE(the_log_is_read_and_exported) {
  Desk desk;
  const json look{{"version", settings(desk)["version"]}, {"theme", "dark"}};
  BOOST_REQUIRE_EQUAL(put(desk, "appearance", look).status, 200);
  const json page = json::parse(desk.get("audit?site=blog", desk.owner.reading()).body);
  BOOST_TEST(page["entries"][0]["action"] == "appearance.change");
  BOOST_TEST(page["entries"][0]["after"] == R"({"theme":"dark"})");
  const Reply csv = desk.get("audit/export?format=csv", desk.owner.reading());
  BOOST_TEST(csv.header("content-type").find("text/csv") == 0U);
  BOOST_TEST(csv.header("content-disposition") == "attachment; filename=\"palabre-log.csv\"");
  BOOST_TEST(csv.body.find("appearance.change") != std::string::npos);
  const Reply lines = desk.get("audit/export?format=jsonl", desk.owner.reading());
  BOOST_TEST(json::parse(lines.body.substr(0, lines.body.find('\n')))["action"] == "appearance.change");
  check_problem(desk.get("audit/export?format=xls", desk.owner.reading()), 400, "unknown_field_value", "format");
  check_problem(desk.get("audit?after=x", desk.owner.reading()), 400, "bad_cursor", "after");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre::test
