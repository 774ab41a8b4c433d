// What a reader is told once: the site's welcome; and what stands beside names.
#include <boost/test/unit_test.hpp>

#include "tests/widget/writing.h"

using namespace palabre;
using namespace palabre::test;

BOOST_AUTO_TEST_SUITE(session_people)

BOOST_AUTO_TEST_CASE(a_newcomer_reads_the_welcome_until_it_is_closed) {
  Host host;
  host.adopt(sample_thread());
  fill(host, "Mine");
  host.submit(composer(host));
  const wire::PostedComment answer{sample_comment(50, std::nullopt, "Mine"), {}, "token", "Glad you are **here**."};
  host.respond(sent(host), 201, wire::encode(answer));
  BOOST_TEST(host.shows("Glad you are"));
  BOOST_TEST(host.focused() == host.find_id("50"));
  host.click(host.button("Close the welcome"));
  BOOST_TEST(!host.shows("Glad you are"));
  BOOST_TEST(host.shows("Mine"));
}

BOOST_AUTO_TEST_CASE(who_is_known_already_is_not_welcomed) {
  Host host;
  host.adopt(sample_thread());
  post_own_comment(host);
  BOOST_TEST(host.find(view::Role::button, "Close the welcome") == nullptr);
}

BOOST_AUTO_TEST_CASE(the_team_and_an_answer_are_told_in_words) {
  Host host;
  ThreadPage thread = sample_thread();
  thread.comments[1].question = QuestionState::answered;
  thread.comments[2].badges = {Badge::staff};
  host.adopt(thread);
  BOOST_TEST(host.shows("Question, answered"));
  BOOST_TEST(host.shows("Team"));
}

BOOST_AUTO_TEST_SUITE_END()
