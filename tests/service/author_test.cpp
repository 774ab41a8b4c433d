// What authors do with their own comments, and others with theirs.
#include "tests/service/world.h"

namespace palabre::test {

BOOST_FIXTURE_TEST_SUITE(authors, World)

BOOST_AUTO_TEST_CASE(an_author_edits_within_the_window) {
  const auto posted = post("before");
  const CommentId id = posted.comment.id;
  now = now + context.limits.edit_window;
  const auto edited = must(service::edit_comment(context, id, {" after "}, posted.edit_token));
  BOOST_TEST(edited.comment.body == "after");
  BOOST_TEST((edited.comment.edited == now));
  BOOST_TEST(edited.edit_token == "");
  BOOST_TEST(changes.size() == 2u);
  BOOST_TEST(outcome(service::edit_comment(context, id, {" "}, posted.edit_token)) == "field_empty body");
  BOOST_TEST(outcome(service::edit_comment(context, id, {"\xff"}, posted.edit_token)) == "malformed_text body");

  now = now + Duration{1};
  BOOST_TEST(outcome(service::edit_comment(context, id, {"late"}, posted.edit_token)) == "edit_window_over");
  BOOST_TEST(outcome(service::delete_comment(context, id, posted.edit_token)) == "edit_window_over");
  BOOST_TEST(thread().comments.at(0).body == "after");
  BOOST_TEST(changes.size() == 2u);
}

BOOST_AUTO_TEST_CASE(an_author_deletes) {
  const auto posted = post("x");
  must(service::delete_comment(context, posted.comment.id, posted.edit_token));
  BOOST_TEST(thread().comments.empty());
  BOOST_TEST(changes.size() == 2u);
  BOOST_TEST(outcome(service::delete_comment(context, posted.comment.id, posted.edit_token)) == "unknown_comment");
  BOOST_TEST(outcome(service::edit_comment(context, posted.comment.id, {"y"}, posted.edit_token)) == "unknown_comment");
  BOOST_TEST((must(service::site_of_comment(context, posted.comment.id)) == site.id)); // for the answer's origin
}

BOOST_AUTO_TEST_CASE(only_the_right_token_opens) {
  const auto mine = post("mine");
  const auto theirs = post("theirs");
  const CommentId id = mine.comment.id;
  const std::string& right = mine.edit_token;
  BOOST_TEST(right.size() == 43u);
  BOOST_TEST(right.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") ==
             std::string::npos);
  BOOST_TEST(outcome(service::edit_comment(context, id, {"x"}, "")) == "missing_token Authorization");
  BOOST_TEST(outcome(service::delete_comment(context, id, "")) == "missing_token Authorization");
  std::string flipped = right;
  flipped.front() = flipped.front() == 'A' ? 'B' : 'A';
  for (const std::string& wrong : {theirs.edit_token, flipped, right.substr(1), right + "A", std::string("x"),
                                   std::string(43, '\0'), std::string(10'000, 'A')}) {
    BOOST_TEST(outcome(service::edit_comment(context, id, {"x"}, wrong)) == "wrong_token Authorization");
    BOOST_TEST(outcome(service::delete_comment(context, id, wrong)) == "wrong_token Authorization");
  }
  // Whether a comment is there is not told to those without its token.
  BOOST_TEST(outcome(service::delete_comment(context, CommentId{4711}, right)) == "wrong_token Authorization");
  BOOST_TEST(thread().total == 2);
}

BOOST_AUTO_TEST_CASE(another_database_gives_other_tokens) {
  const World other;
  BOOST_TEST(service::edit_token(context, CommentId{1}) != service::edit_token(other.context, CommentId{1}));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre::test
