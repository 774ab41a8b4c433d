// Regulars, saved replies, signatures and questions over real sockets, by role.
#include "tests/http/desk.h"

namespace palabre::test {
namespace {

using nlohmann::json;

json done(const Reply& reply, int status = 200) {
  BOOST_TEST_INFO(reply.body);
  BOOST_REQUIRE_EQUAL(reply.status, status);
  return json::parse(reply.body);
}

json thread_of(const RunningServer& server) {
  return done(server.get("/api/v1/thread?site=blog&page=/a&sort=oldest"))["comments"];
}

std::string reply_to(const json& posted, const std::string& body, bool asks = false) {
  json message{{"parent", posted["comment"]["id"]}, {"body", body}};
  if (asks) message["ask_if_similar"] = true;
  return message.dump();
}

} // namespace

BOOST_AUTO_TEST_SUITE(desk_people)

BOOST_AUTO_TEST_CASE(an_answer_is_signed_marked_and_answers_the_question) {
  Desk desk;
  const json asked = desk.server.post("/a", "When do you open on Sundays?");
  BOOST_TEST(asked["comment"]["question"] == "open");
  const auto patched = desk.send("PATCH", "session", desk.owner.writing(), R"({"signature":"initials"})");
  BOOST_TEST(done(patched)["member"]["signature"] == "initials");
  check_problem(desk.send("PATCH", "session", desk.owner.writing(), R"({"signature":"x"})"), 400, "unknown_field_value",
                "signature");
  const json queue = done(desk.get("queue?tab=unanswered", desk.owner.reading()));
  BOOST_TEST(queue["counts"]["unanswered"] == 1);
  BOOST_TEST(queue["items"][0]["unanswered"] == true);
  check_problem(desk.send("POST", "replies", desk.owner.writing(), reply_to(asked, "At [[hour]].")), 400,
                "unknown_field_value", "body");
  const json item =
      done(desk.send("POST", "replies", desk.owner.writing(), reply_to(asked, "At nine in the morning.")), 201);
  const json comments = thread_of(desk.server);
  BOOST_TEST(comments[0]["question"] == "answered");
  BOOST_TEST(comments[1]["badges"] == json::array({"staff"}));
  const std::string body = comments[1]["body"];
  BOOST_TEST(body.find("\n\n\xE2\x80\x94 ") != std::string::npos);
  BOOST_TEST(done(desk.get("queue?tab=unanswered", desk.owner.reading()))["counts"]["unanswered"] == 0);
  const json other = desk.server.post("/a", "And on Mondays, when do you open?");
  const json similar =
      done(desk.send("POST", "replies", desk.owner.writing(), reply_to(other, "At nine in the morning.", true)));
  BOOST_TEST(similar["similar"]["comment"] == item["comment"]["id"]);
  BOOST_TEST(thread_of(desk.server).size() == 3U);
}

BOOST_AUTO_TEST_CASE(the_team_marks_questions) {
  Desk desk;
  const std::string id = desk.server.post("/a", "When do you open on Sundays?")["comment"]["id"];
  const std::string path = "comments/" + id + "/question";
  const auto put = [&](const std::string& body) { return desk.send("PUT", path, desk.owner.writing(), body); };
  BOOST_TEST(done(put(R"({"state":"answered"})"))["comment"]["question"] == "answered");
  BOOST_TEST(thread_of(desk.server)[0]["question"] == "answered");
  BOOST_TEST(done(put(R"({"state":"open"})"))["unanswered"] == true);
  check_problem(put(R"({"state":"x"})"), 400, "unknown_field_value", "state");
  check_problem(put(R"({"state":"answered","answer":"999"})"), 400, "unknown_field_value", "answer");
  check_problem(desk.send("PUT", "comments/999/question", desk.owner.writing(), R"({"state":"open"})"), 404,
                "unknown_comment");
  const SignedIn analyst = desk.join("an@a.example", MemberRole::analyst);
  check_problem(desk.send("PUT", path, analyst.writing(), R"({"state":"open"})"), 403, "not_allowed");
}

BOOST_AUTO_TEST_CASE(saved_replies_by_role) {
  Desk desk;
  const SignedIn analyst = desk.join("an@a.example", MemberRole::analyst);
  const SignedIn moderator = desk.join("mo@a.example", MemberRole::moderator);
  check_problem(desk.get("saved_replies", analyst.reading()), 403, "not_allowed");
  const std::string shared = R"({"title":"Parcel","body":"Hello {name}, [[what]]","shared":true})";
  const json made = done(desk.send("POST", "saved_replies", moderator.writing(), shared), 201);
  const json own = done(desk.send("POST", "saved_replies", moderator.writing(), R"({"title":"Mine","body":"x"})"), 201);
  BOOST_TEST(done(desk.get("saved_replies", moderator.reading()))["replies"].size() == 2U);
  BOOST_TEST(done(desk.get("saved_replies", desk.owner.reading()))["replies"].size() == 1U);
  const auto at = [](const json& reply) { return "saved_replies/" + reply["id"].get<std::string>(); };
  const std::string change = R"({"title":"Parcels","body":"y","shared":true,"revision":1})";
  BOOST_TEST(done(desk.send("PUT", at(made), desk.owner.writing(), change))["revision"] == 2);
  check_problem(desk.send("PUT", at(made), desk.owner.writing(), change), 409, "settings_changed", "revision");
  check_problem(desk.send("DELETE", at(own), desk.owner.writing()), 400, "unknown_field_value", "id");
  check_problem(desk.send("PUT", "saved_replies/x", desk.owner.writing(), change), 400, "unknown_field_value", "id");
  check_problem(desk.send("POST", "saved_replies", desk.owner.writing(), R"({"title":" ","body":"x"})"), 422,
                "field_empty", "title");
  BOOST_TEST(desk.send("DELETE", at(own), moderator.writing()).status == 204);
}

BOOST_AUTO_TEST_CASE(regulars_are_listed_for_the_whole_team) {
  Desk desk;
  const Headers token{{"Authorization", "Bearer abcdefghijklmnopqrstuvwx"}, {"Origin", origin}};
  BOOST_TEST(desk.server.post_json("/api/v1/comments", comment_json("/a", "First words"), token).status == 201);
  BOOST_TEST(desk.server.post_json("/api/v1/comments", comment_json("/a", "Second words"), token).status == 201);
  const SignedIn analyst = desk.join("an@a.example", MemberRole::analyst);
  const json regulars = done(desk.get("sites/blog/regulars", analyst.reading()))["regulars"];
  BOOST_REQUIRE(regulars.size() == 1U);
  BOOST_TEST(regulars[0]["published"] == 2);
  BOOST_TEST(regulars[0]["badges"] == json::array({"first_comment"}));
  const std::string author = regulars[0]["author"];
  BOOST_TEST(done(desk.get("queue?tab=all&author=" + author, analyst.reading()))["items"].size() == 2U);
  check_problem(desk.get("sites/none/regulars", analyst.reading()), 404, "unknown_site", "site");
}

BOOST_AUTO_TEST_SUITE_END()
} // namespace palabre::test
