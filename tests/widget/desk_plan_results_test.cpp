// A poll's results at the desk: the count, rounds, ballots set apart, and answers that wait.
#include <boost/test/unit_test.hpp>

#include "tests/widget/plan_samples.h"

using namespace palabre;
using namespace palabre::test;
using view::Role;

namespace {

wire::PollDeskResults sample_results() {
  wire::PollDeskResults results;
  results.post.post = sample_poll();
  results.post.post.poll->other = true;
  results.post.phase = PostPhase::open;
  results.post.poll = wire::PollView{};
  results.post.poll->shown = true;
  results.post.poll->result = {8, {{1, 5}, {2, 2}, {other_option, 1}}, {}, {}};
  results.post.poll->others = {"Cocoa"};
  results.with_all = {12, {{1, 5}, {2, 6}, {other_option, 1}}, {}, {}};
  results.anomalies = {{"g.1", "network", 4, plan_now, Instant{plan_now.milliseconds + an_hour}}};
  results.held_others = {{31, "Mate"}};
  return results;
}

DeskHost results(const wire::PollDeskResults& shown, MemberRole role = MemberRole::owner) {
  DeskHost host;
  host.enter("#/plan/7/results", role);
  host.answer("GET", "polls/7/results", 200, wire::encode(shown));
  return host;
}

wire::PollDeskResults ranked() {
  wire::PollDeskResults results = sample_results();
  Poll& poll = *results.post.post.poll;
  poll.kind = PollKind::ranked;
  poll.other = false;
  poll.options = {{1, "Tea"}, {2, "Coffee"}, {3, "Water"}};
  PollResult& result = results.post.poll->result;
  result = {9, {{1, 4}, {2, 3}, {3, 2}}, {}, {2}};
  result.rounds = {{{{1, 4}, {2, 3}, {3, 2}}, 0, {3}}, {{{1, 4}, {2, 5}}, 0, {}}};
  results.with_all = result;
  return results;
}

} // namespace

BOOST_AUTO_TEST_SUITE(desk_plan_results)

BOOST_AUTO_TEST_CASE(the_count_is_a_table_with_shares_and_the_count_with_all) {
  const DeskHost host = results(sample_results());
  BOOST_TEST(host.find(Role::row, "Tea63%5 · 42%5") != nullptr);
  BOOST_TEST(host.find(Role::row, "Coffee25%6 · 50%2") != nullptr);
  BOOST_TEST(host.find(Role::row, "Answers of their own13%1 · 8%1") != nullptr);
  BOOST_TEST(host.shows("ballots counted"));
  BOOST_TEST(host.shows("ballots set apart, not counted"));
}

BOOST_AUTO_TEST_CASE(without_ballots_set_apart_nothing_is_compared) {
  wire::PollDeskResults calm = sample_results();
  calm.with_all = calm.post.poll->result;
  calm.anomalies.clear();
  const DeskHost host = results(calm);
  BOOST_TEST(host.find(Role::row, "Tea63%5") != nullptr);
  BOOST_TEST(host.find(Role::column_header, "With all ballots") == nullptr);
}

BOOST_AUTO_TEST_CASE(suspicious_ballots_are_counted_when_the_owner_says_so) {
  DeskHost host = results(sample_results());
  host.click(host.button("Count them: 4 ballots: many from one network, nearly alone in the poll"));
  const auto decision = wire::decode_review_ballots(host.asked("PUT", "polls/7/review").body);
  BOOST_REQUIRE(decision.has_value());
  BOOST_TEST(decision->group == "g.1");
  BOOST_TEST((decision->standing == wire::BallotStanding::counted && decision->other == 0));
  wire::PollDeskResults after = sample_results();
  after.post.poll->result = after.with_all;
  after.anomalies[0].standing = wire::BallotStanding::counted;
  host.answer("PUT", "polls/7/review", 200, wire::encode(after));
  BOOST_TEST(host.announced == "They are counted now.");
  BOOST_TEST(host.find(Role::row, "Coffee50%6") != nullptr);
  BOOST_TEST(host.find(Role::button, "Leave them out: 4 ballots: many from one network, nearly alone in the poll") !=
             nullptr);
}

BOOST_AUTO_TEST_CASE(answers_of_readers_own_are_published_or_refused) {
  DeskHost host = results(sample_results());
  BOOST_TEST(host.shows("Cocoa"));
  host.click(host.button("Publish “Mate”"));
  const auto decision = wire::decode_review_ballots(host.asked("PUT", "polls/7/review").body);
  BOOST_REQUIRE(decision.has_value());
  BOOST_TEST((decision->other == 31 && decision->publish && decision->group.empty()));
  host.refuse("PUT", "polls/7/review", ErrorCode::overloaded);
  BOOST_TEST(host.shows("The server is very busy."));
  BOOST_TEST(host.shows("Mate")); // still there
}

BOOST_AUTO_TEST_CASE(rounds_are_shown_with_who_went_out) {
  const DeskHost host = results(ranked());
  BOOST_TEST(host.shows("Coffee wins."));
  BOOST_TEST(host.find(Role::row, "Water2 (out)–") != nullptr);
  BOOST_TEST(host.find(Role::row, "Coffee35") != nullptr);
}

BOOST_AUTO_TEST_CASE(a_scale_has_its_average) {
  wire::PollDeskResults results_of_scale = sample_results();
  Poll& poll = *results_of_scale.post.post.poll;
  poll.kind = PollKind::scale;
  poll.other = false;
  poll.options.clear();
  poll.low = "bad";
  results_of_scale.post.poll->result = {3, {{1, 1}, {2, 0}, {3, 0}, {4, 1}, {5, 1}}, {}, {}};
  results_of_scale.with_all = results_of_scale.post.poll->result;
  const DeskHost host = results(results_of_scale);
  BOOST_TEST(host.shows("3.3 of 5 on average"));
  BOOST_TEST(host.find(Role::row, "1 (bad)33%1") != nullptr);
}

BOOST_AUTO_TEST_CASE(without_ballots_it_says_so) {
  wire::PollDeskResults none = sample_results();
  none.post.poll->result = {0, {{1, 0}, {2, 0}}, {}, {}};
  none.with_all = none.post.poll->result;
  const DeskHost host = results(none);
  BOOST_TEST(host.shows("Nobody has voted yet."));
}

BOOST_AUTO_TEST_CASE(results_that_are_looked_at_stay_fresh) {
  DeskHost host = results(sample_results());
  BOOST_TEST(host.woken.count("plan") == 1U);
  host.tick("plan");
  BOOST_TEST(host.is_asked("GET", "polls/7/results"));
  host.answer("GET", "polls/7/results", 200, wire::encode(sample_results()));
  host.route("#/queue");
  host.tick("plan");
  BOOST_TEST(!host.is_asked("GET", "polls/7/results"));
}

BOOST_AUTO_TEST_CASE(who_only_reads_decides_nothing) {
  const DeskHost host = results(sample_results(), MemberRole::analyst);
  BOOST_TEST(host.shows("many from one network"));
  BOOST_TEST(!does(host, "count.g.1"));
  BOOST_TEST(!does(host, "publish.31"));
}

BOOST_AUTO_TEST_SUITE_END()
