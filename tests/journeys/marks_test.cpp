// Votes and reactions, from one reader's press to another reader's page.
#include <chrono>
#include <thread>

#include <boost/test/unit_test.hpp>

#include "shared/rules/engagement.h"
#include "tests/journeys/village.h"

using namespace palabre;
using namespace palabre::test;
using view::Role;
using view::State;

namespace {

// Pages show others' marks within about a second.
void visit_until_there_is(Reader& reader, std::string_view button) {
  for (int tries = 0; tries < 300; ++tries) {
    reader.visit();
    reader.settle();
    if (reader.host().find(Role::button, button) != nullptr) return;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
}

} // namespace

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
  visit_until_there_is(lea, "Vote up: 1");
  BOOST_TEST(has(lea.host().button("Vote up: 1").state, State::released));
  lea.click("Vote up: 1");
  lea.click("React", &lea.host().article("Sunday"));
  lea.click("🙏", &lea.host().article("Sunday"));
  visit_until_there_is(karim, "🙏: 1");
  BOOST_TEST(has(karim.host().button("Vote up: 2").state, State::pressed));
  BOOST_TEST(has(karim.host().button("🙏: 1").state, State::released));
  village.restart();
  lea.visit();
  lea.settle();
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
