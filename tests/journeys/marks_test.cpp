// Votes and reactions, from one reader's press to another reader's page.
#include <boost/test/unit_test.hpp>

#include "shared/rules/engagement.h"
#include "tests/journeys/village.h"

using namespace palabre;
using namespace palabre::test;
using view::Role;
using view::State;

BOOST_AUTO_TEST_SUITE(marks)

BOOST_AUTO_TEST_CASE(two_readers_vote_and_both_see_it_and_find_their_own_again) {
  Village village;
  village.set_engagement(rules::engagement_of_new_site());
  Reader zoe(village);
  zoe.visit();
  zoe.write("Shall we meet on Sunday?", "Zoé");
  Reader karim(village);
  karim.visit();
  karim.click("Vote up");
  BOOST_TEST(has(karim.host().button("Vote up: 1").state, State::pressed));
  Reader lea(village);
  lea.visit();
  BOOST_TEST(has(lea.host().button("Vote up: 1").state, State::released));
  lea.click("Vote up: 1");
  lea.click("React", &lea.host().article("Sunday"));
  lea.click("🙏", &lea.host().article("Sunday"));
  karim.visit();
  BOOST_TEST(has(karim.host().button("Vote up: 2").state, State::pressed));
  BOOST_TEST(has(karim.host().button("🙏: 1").state, State::released));
  village.restart();
  lea.visit();
  BOOST_TEST(has(lea.host().button("🙏: 1").state, State::pressed));
  lea.click("Vote up: 2");
  BOOST_TEST(has(lea.host().button("Vote up: 1").state, State::released));
}

BOOST_AUTO_TEST_CASE(nobody_votes_for_their_own_words) {
  Village village;
  village.set_engagement(rules::engagement_of_new_site());
  Reader zoe(village);
  zoe.visit();
  zoe.write("My own words", "Zoé");
  zoe.visit();
  BOOST_TEST(has(zoe.host().button("Vote up").state, State::disabled));
}

BOOST_AUTO_TEST_SUITE_END()
