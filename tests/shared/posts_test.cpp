// What an owner may put before readers.
#include <boost/test/unit_test.hpp>

#include "shared/rules/posts.h"

namespace palabre {
namespace {

std::string refusal_of(const Expected<Post>& checked) {
  return checked ? "ok" : std::string(error_info(checked.error().code).name) + " " + checked.error().field;
}

Post poll(PollKind kind = PollKind::single) {
  Post post;
  post.site = "blog";
  post.kind = PostKind::poll;
  post.title = "Which?";
  post.poll = Poll{kind, {{0, "A"}, {0, "B"}, {0, "C"}}};
  return post;
}

} // namespace

BOOST_AUTO_TEST_SUITE(post_rules)

BOOST_AUTO_TEST_CASE(texts_are_trimmed_and_have_lengths) {
  Post post = poll();
  post.title = "  Which \n one? ";
  post.body = "\r\nSo\r\n";
  const auto checked = rules::check_post(post);
  BOOST_REQUIRE_EQUAL(refusal_of(checked), "ok");
  BOOST_TEST(checked->title == "Which one?");
  BOOST_TEST(checked->body == "So");
  post.title = " ";
  BOOST_TEST(refusal_of(rules::check_post(post)) == "field_empty post.title");
  post.title = std::string(201, 'x');
  BOOST_TEST(refusal_of(rules::check_post(post)) == "field_too_long post.title");
  post.title = "x";
  post.body = std::string(10'001, 'x');
  BOOST_TEST(refusal_of(rules::check_post(post)) == "field_too_long post.body");
}

BOOST_AUTO_TEST_CASE(options_have_ids_that_are_never_given_again) {
  auto first = rules::check_post(poll());
  BOOST_REQUIRE_EQUAL(refusal_of(first), "ok");
  BOOST_TEST(first->poll->options[0].id == 1U);
  BOOST_TEST(first->poll->options[2].id == 3U);
  Post next = *first;
  next.poll->options = {{2, "B"}, {1, "A"}, {0, "D"}};
  const auto changed = rules::check_post(next, &*first);
  BOOST_REQUIRE_EQUAL(refusal_of(changed), "ok");
  BOOST_TEST(changed->poll->options[2].id == 4U); // C had 3
  BOOST_TEST(changed->poll->options[0].id == 2U);
}

BOOST_AUTO_TEST_CASE(options_are_several_and_different) {
  Post post = poll();
  post.poll->options = {{0, "A"}};
  BOOST_TEST(refusal_of(rules::check_post(post)) == "field_empty post.poll.options");
  post.poll->options.assign(51, {0, "A"});
  BOOST_TEST(refusal_of(rules::check_post(post)) == "field_too_long post.poll.options");
  post.poll->options = {{0, "A"}, {0, " A "}};
  BOOST_TEST(refusal_of(rules::check_post(post)) == "unknown_field_value post.poll.options.1.text");
  post.poll->options = {{3, "A"}, {3, "B"}};
  BOOST_TEST(refusal_of(rules::check_post(post)) == "unknown_field_value post.poll.options.1.id");
  post.poll->options = {{0, "A"}, {0, ""}};
  BOOST_TEST(refusal_of(rules::check_post(post)) == "field_empty post.poll.options.1.text");
}

BOOST_AUTO_TEST_CASE(how_many_may_be_chosen_fits_what_there_is) {
  Post post = poll(PollKind::multiple);
  post.poll->most = 0; // all there are
  post.poll->other = true;
  BOOST_TEST(rules::check_post(post)->poll->most == 4U);
  post.poll->most = 2;
  post.poll->least = 3;
  BOOST_TEST(refusal_of(rules::check_post(post)) == "unknown_field_value post.poll.least");
  post = poll(PollKind::single);
  post.poll->most = 3;
  BOOST_TEST(rules::check_post(post)->poll->most == 1U);
  post = poll(PollKind::scale);
  BOOST_TEST(refusal_of(rules::check_post(post)) == "unknown_field_value post.poll.options");
  post.poll->options.clear();
  BOOST_TEST(refusal_of(rules::check_post(post)) == "ok");
  post = poll(PollKind::ranked);
  post.poll->other = true;
  BOOST_TEST(refusal_of(rules::check_post(post)) == "unknown_field_value post.poll.other");
}

BOOST_AUTO_TEST_CASE(dates_pages_and_parts_make_sense) {
  Post post = poll();
  post.starts = post.ends = Instant{5};
  BOOST_TEST(refusal_of(rules::check_post(post)) == "unknown_field_value post.ends");
  post = poll();
  post.pages.assign(21, "/a");
  BOOST_TEST(refusal_of(rules::check_post(post)) == "field_too_long post.pages");
  post = poll();
  post.poll.reset();
  BOOST_TEST(refusal_of(rules::check_post(post)) == "missing_field post.poll");
  post = poll();
  post.kind = PostKind::announcement;
  BOOST_TEST(refusal_of(rules::check_post(post)) == "unknown_field_value post.poll");
}

BOOST_AUTO_TEST_CASE(after_the_first_ballot_the_question_stays) {
  const Post present = *rules::check_post(poll());
  const auto field = [&](const Post& next) {
    const auto checked = rules::check_change(present, next);
    return checked ? std::string("ok") : checked.error().field;
  };
  Post next = present;
  next.title = "What?";
  BOOST_TEST(field(next) == "post.title");
  next = present;
  next.poll->changeable = false;
  BOOST_TEST(field(next) == "post.poll");
  next = present;
  next.ends = Instant{9};
  next.body = "More";
  next.pages = {"/a"};
  next.shape = PostShape::banner;
  next.state = PostState::withdrawn;
  BOOST_TEST(field(next) == "ok");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre
