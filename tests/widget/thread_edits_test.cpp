// The widget's changes to its own copy of a thread: what the store would answer after the same change.
#include <boost/test/unit_test.hpp>

#include "tests/widget/samples.h"
#include "widget/app/changes.h"

using namespace palabre;
using namespace palabre::test;

namespace {

// The ids in their order; "-" behind a placeholder.
std::string order_of(const ThreadPage& thread) {
  std::string text;
  for (const Comment& comment : thread.comments) {
    text += (text.empty() ? "" : " ") + comment.id.text() + (comment.state == CommentState::deleted ? "-" : "");
  }
  return text;
}

Comment in_state(CommentState state) {
  Comment comment = sample_comment(9, std::nullopt, "Nine");
  comment.state = state;
  return comment;
}

} // namespace

BOOST_AUTO_TEST_SUITE(thread_edits)

BOOST_AUTO_TEST_CASE(a_placeholder_stays_as_long_as_one_reply_does) {
  ThreadPage thread = sample_thread();
  widget::insert_comment(thread, sample_comment(5, 1, "Another reply to first"));
  BOOST_TEST(order_of(thread) == "4 1 2 5");
  widget::remove_comment(thread, CommentId{1});
  BOOST_TEST(order_of(thread) == "4 1- 2 5");
  widget::remove_comment(thread, CommentId{2});
  BOOST_TEST(order_of(thread) == "4 1- 5");
  widget::remove_comment(thread, CommentId{5});
  BOOST_TEST(order_of(thread) == "4");
  BOOST_TEST(thread.total == 1);
}

BOOST_AUTO_TEST_CASE(published_and_hidden_comments_count_as_in_the_store) {
  for (const CommentState state : {CommentState::published, CommentState::hidden, CommentState::held}) {
    ThreadPage thread = sample_thread();
    widget::insert_comment(thread, in_state(state));
    BOOST_TEST(thread.total == (state == CommentState::held ? 3 : 4), to_name(state));
    widget::remove_comment(thread, CommentId{9});
    BOOST_TEST(thread.total == 3, to_name(state));
  }
}

BOOST_AUTO_TEST_CASE(a_comment_that_changes_its_state_changes_the_count) {
  ThreadPage thread = sample_thread();
  widget::insert_comment(thread, in_state(CommentState::held));
  widget::replace_comment(thread, in_state(CommentState::published));
  BOOST_TEST(thread.total == 4);
  widget::replace_comment(thread, in_state(CommentState::held));
  BOOST_TEST(thread.total == 3);
}

BOOST_AUTO_TEST_SUITE_END()
