// Writing, reading, editing, deleting and counting, over real sockets.
#include "shared/view/catalogues/built_in.h"
#include "tests/http/running_server.h"

using namespace palabre;
using namespace palabre::test;
using nlohmann::json;

namespace {

Headers bearer(const json& posted) {
  return {{"Authorization", "Bearer " + posted["edit_token"].get<std::string>()}, {"Content-Type", "application/json"}};
}

std::string url_of(const json& posted) {
  return "/api/v1/comments/" + posted["comment"]["id"].get<std::string>();
}

json thread(const RunningServer& server, const std::string& page) {
  const Reply reply = server.get("/api/v1/thread?site=blog&page=" + page);
  BOOST_REQUIRE_EQUAL(reply.status, 200);
  return json::parse(reply.body);
}

} // namespace

BOOST_AUTO_TEST_SUITE(comments)

BOOST_AUTO_TEST_CASE(a_comment_is_written_read_edited_and_deleted) {
  RunningServer server;
  const json posted = server.post("/a", "Déjà **vu** 🌳");
  BOOST_TEST(thread(server, "/a")["comments"][0]["body"] == "Déjà **vu** 🌳");
  const Reply edited = server.ask("PATCH", url_of(posted), bearer(posted), R"({"body":"edited"})");
  BOOST_TEST(edited.status == 200);
  BOOST_TEST(thread(server, "/a")["comments"][0]["body"] == "edited");
  const Reply deleted = server.ask("DELETE", url_of(posted), bearer(posted));
  BOOST_TEST(deleted.status == 204);
  BOOST_TEST(deleted.header("content-length") == "");
  BOOST_TEST(thread(server, "/a")["comments"].empty());
  check_problem(server.ask("DELETE", url_of(posted), bearer(posted)), 404, "unknown_comment");
}

BOOST_AUTO_TEST_CASE(the_longest_body_may_come_escaped) {
  RunningServer server;
  std::string escaped;
  for (int i = 0; i < 10'000; ++i) escaped += R"(\ud83c\udf33)";
  json message = json::parse(comment_json("/a", "BODY"));
  std::string text = message.dump();
  text.replace(text.find("BODY"), 4, escaped);
  BOOST_TEST(server.post_json("/api/v1/comments", text).status == 201);
  BOOST_TEST(thread(server, "/a")["comments"][0]["body"].get<std::string>().size() == 40'000U);
}

BOOST_AUTO_TEST_CASE(a_reply_needs_a_parent_on_its_own_page_and_site) {
  RunningServer server;
  const std::string parent = server.post("/a", "first")["comment"]["id"];
  const auto reply_to = [&](const std::string& id, const std::string& page, const std::string& site) {
    json message = json::parse(comment_json(page, "reply", site));
    message["parent"] = id;
    return server.post_json("/api/v1/comments", message.dump());
  };
  BOOST_TEST(reply_to(parent, "/a", "blog").status == 201);
  check_problem(reply_to("999999", "/a", "blog"), 404, "unknown_parent", "parent");
  check_problem(reply_to("-1", "/a", "blog"), 404, "unknown_parent", "parent");
  check_problem(reply_to(parent, "/b", "blog"), 409, "parent_on_other_page", "parent");
  check_problem(reply_to(parent, "/a", "other"), 409, "parent_on_other_page", "parent");
}

BOOST_AUTO_TEST_CASE(edits_need_the_right_token_in_time) {
  RunningServer server;
  const json posted = server.post("/a", "mine");
  const Headers type{{"Content-Type", "application/json"}};
  check_problem(server.ask("PATCH", url_of(posted), type, R"({"body":"x"})"), 401, "missing_token", "Authorization");
  Headers wrong = type;
  wrong.emplace_back("Authorization", "Bearer AAAA");
  check_problem(server.ask("PATCH", url_of(posted), wrong, R"({"body":"x"})"), 403, "wrong_token", "Authorization");
  check_problem(server.ask("DELETE", "/api/v1/comments/0", wrong), 404, "unknown_comment", "id");
  server.now += 16 * 60 * 1000;
  check_problem(server.ask("DELETE", url_of(posted), bearer(posted)), 403, "edit_window_over");
}

BOOST_AUTO_TEST_CASE(the_same_idempotency_key_gives_the_same_comment) {
  RunningServer server;
  const Headers key{{"Idempotency-Key", "k-1"}};
  const Reply first = server.post_json("/api/v1/comments", comment_json("/a", "once"), key);
  const Reply second = server.post_json("/api/v1/comments", comment_json("/a", "once"), key);
  BOOST_TEST(json::parse(first.body)["comment"]["id"] == json::parse(second.body)["comment"]["id"]);
  BOOST_TEST(thread(server, "/a")["total"] == 1);
  const Headers long_key{{"Idempotency-Key", std::string(101, 'k')}};
  check_problem(server.post_json("/api/v1/comments", comment_json("/a", "x"), long_key), 422, "field_too_long",
                "Idempotency-Key");
  const Headers bad_key{{"Idempotency-Key", "\xff"}};
  check_problem(server.post_json("/api/v1/comments", comment_json("/a", "x"), bad_key), 400, "malformed_text",
                "Idempotency-Key");
}

BOOST_AUTO_TEST_CASE(counts_come_in_the_order_asked) {
  RunningServer server;
  (void)server.post("/a", "1");
  (void)server.post("/a", "2");
  const Reply reply = server.get("/api/v1/counts?site=blog&page=%2Fnone&page=%2Fa");
  BOOST_TEST(reply.status == 200);
  BOOST_TEST(json::parse(reply.body) ==
             json::parse(R"({"counts":[{"page":"/none","comments":0},{"page":"/a","comments":2}]})"));
  const json said = json::parse(server.get("/api/v1/counts?site=blog&lang=fr-CA&page=%2Fnone&page=%2Fa").body);
  BOOST_TEST(said["counts"][0]["text"] == "0 commentaire");
  BOOST_TEST(said["counts"][1]["text"] == "2 commentaires");
  check_problem(server.get("/api/v1/counts?site=blog"), 400, "missing_field", "page");
  std::string many = "/api/v1/counts?site=blog";
  for (int i = 0; i < 201; ++i) many += "&page=a";
  check_problem(server.get(many), 422, "field_too_long", "page");
}

BOOST_AUTO_TEST_CASE(a_hundred_and_one_comments_make_two_pages) {
  RunningServer server;
  for (int i = 0; i < 101; ++i) {
    server.now += 1000;
    (void)server.post("/a", "number " + std::to_string(i));
  }
  const json first = thread(server, "/a");
  BOOST_TEST(first["comments"].size() == 100);
  BOOST_TEST(first["comments"][0]["body"] == "number 100");
  const json second = thread(server, "/a&after=" + first["next"].get<std::string>());
  BOOST_TEST(second["comments"].size() == 1);
  BOOST_TEST(second["comments"][0]["body"] == "number 0");
  BOOST_TEST(second["next"].is_null());
  BOOST_TEST(thread(server, "/a&sort=oldest")["comments"][0]["body"] == "number 0");
}

BOOST_AUTO_TEST_CASE(the_thread_as_html_speaks_the_language_asked_for) {
  RunningServer server;
  (void)server.post("/a", "bonjour");
  const json french = thread(server, "/a&html=1&lang=fr-CA");
  BOOST_TEST(french["html"].get<std::string>().find("lang=\"fr\"") != std::string::npos);
  const json english = thread(server, "/a&html=1&lang=zh");
  BOOST_TEST(english["html"].get<std::string>().find("lang=\"en\" dir=\"ltr\"") != std::string::npos);
  for (const view::Language language : view::languages) {
    const std::string name(view::to_name(language));
    const std::string html = thread(server, "/a&html=1&lang=" + name)["html"];
    BOOST_TEST(html.find("lang=\"" + name + "\"") != std::string::npos, name);
    BOOST_TEST(html.find(view::built_in_messages(language).plural("thread.count", 1)) != std::string::npos, name);
  }
  const json arabic = thread(server, "/a&html=1&lang=ar-EG-u-nu-latn");
  BOOST_TEST(arabic["html"].get<std::string>().find("lang=\"ar\" dir=\"rtl\"") != std::string::npos);
  BOOST_TEST(!thread(server, "/a").contains("html"));
}

BOOST_AUTO_TEST_SUITE_END()
