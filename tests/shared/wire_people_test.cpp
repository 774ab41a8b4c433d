#include <boost/test/unit_test.hpp>

#include "shared/wire/codec.h"
#include "shared/wire/people.h"

using namespace palabre;

BOOST_AUTO_TEST_SUITE(wire_people)

BOOST_AUTO_TEST_CASE(what_is_written_is_read_again) {
  const std::vector<wire::Regular> regulars{{"rabc", "Ada", 20, 3, Instant{1}, Instant{2}, {Badge::regular}}};
  const auto read = wire::decode_regulars(wire::encode(regulars));
  BOOST_REQUIRE(read.has_value());
  BOOST_TEST(read->at(0).author == "rabc");
  BOOST_TEST((read->at(0).badges == std::vector{Badge::regular}));
  const auto reply = wire::decode_saved_reply(wire::encode(wire::SavedReply{3, "Hours", "At [[hour]]", true, 4}));
  BOOST_REQUIRE(reply.has_value());
  BOOST_TEST(reply->id == 3);
  BOOST_TEST(reply->shared);
  BOOST_TEST(reply->revision == 4);
  const auto mark = wire::decode_mark_question(R"({"state":"answered","answer":"7"})");
  BOOST_REQUIRE(mark.has_value());
  BOOST_TEST((mark->answer == CommentId{7}));
  const auto similar =
      wire::decode_similar_answer(wire::encode(wire::SimilarAnswer{"Ada", "Zoe", Instant{5}, CommentId{9}}));
  BOOST_REQUIRE(similar.has_value());
  BOOST_TEST(similar->to == "Zoe");
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_said_at_its_place) {
  const auto field_of = [](const auto& result) { return result ? "" : result.error().field; };
  BOOST_TEST(field_of(wire::decode_mark_question(R"({"state":"maybe"})")) == "state");
  BOOST_TEST(field_of(wire::decode_mark_question(R"({"state":"answered","answer":"x"})")) == "answer");
  BOOST_TEST(field_of(wire::decode_save_reply(R"({"title":"x"})")) == "body");
  BOOST_TEST(field_of(wire::decode_saved_reply(R"({"id":"0","title":"","body":"","shared":true,"revision":1})")) ==
             "id");
}

BOOST_AUTO_TEST_CASE(a_comment_carries_what_is_known_of_its_writer) {
  Comment comment;
  comment.id = CommentId{7};
  comment.author.name = "Ada";
  comment.body = "Hello";
  comment.badges = {Badge::staff};
  comment.question = QuestionState::answered;
  comment.poll = PostId{12};
  const auto read = wire::decode_posted_comment(wire::encode(wire::PostedComment{comment, {}, "", "Welcome!"}));
  BOOST_REQUIRE(read.has_value());
  BOOST_TEST((read->comment.badges == comment.badges));
  BOOST_TEST((read->comment.question == QuestionState::answered));
  BOOST_TEST((read->comment.poll == PostId{12}));
  BOOST_TEST(read->welcome == "Welcome!");
}

BOOST_AUTO_TEST_CASE(what_a_later_server_says_of_people_is_left_out) {
  const auto read = wire::decode_posted_comment(
      R"({"comment":{"id":"7","parent":null,"author":{"name":"Ada"},"body":"x","created":"2026-01-01T00:00:00Z",)"
      R"("edited":null,"state":"published","badges":["wizard","staff"],"question":"riddle","poll":"x"},)"
      R"("verdict":"publish","reasons":[]})");
  BOOST_REQUIRE(read.has_value());
  BOOST_TEST((read->comment.badges == std::vector{Badge::staff}));
  BOOST_TEST((read->comment.question == QuestionState::none));
  BOOST_TEST(!read->comment.poll);
}

BOOST_AUTO_TEST_SUITE_END()
