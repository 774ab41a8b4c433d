// Ballots of networks that are under suspicion: shared/rules/ballot_suspicion.h as the store asks it.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>

#include <random>

#include "server/storage/store.h"
#include "tests/shared/simulated_poll.h"
#include "tests/storage/engines.h"
#include "tests/storage/polls.h"

namespace palabre::test {

using wire::BallotStanding;

struct StuffedPoll {
  explicit StuffedPoll(const Engine& engine, PollKind kind = PollKind::single) : opened(engine) {
    post = must(posts().add_post(opened.site.id, poll_of(kind), note_at(1))).post;
  }
  [[nodiscard]] storage::PostStore& posts() const { return opened.store->posts(); }

  // By a reader of its own; the times are no clock's.
  [[nodiscard]] storage::NewBallot next(const std::string& network, std::vector<std::uint32_t> choices) {
    const int n = ballots++;
    auto ballot = ballot_in(post, "r" + std::to_string(n), std::move(choices), 1'000 + n * 3'000 + n * n * 911 % 2'900);
    ballot.network = network;
    return ballot;
  }
  storage::StoredBallot cast(const std::string& network, std::vector<std::uint32_t> choices) {
    return must(posts().record_ballot(next(network, std::move(choices))));
  }
  void cast_others(int count) {
    for (int i = 0; i < count; ++i) {
      cast("other" + std::to_string(ballots), {i % 2 == 0 ? 1U : 2U});
    }
  }
  [[nodiscard]] storage::PollTally tally() const { return must(posts().tally(post.id)); }
  [[nodiscard]] std::int64_t count_of(std::uint32_t option, bool apart = false) const {
    const auto sums = tally();
    for (const OptionCount& one : apart ? sums.apart_counts : sums.counts) {
      if (one.option == option) return one.count;
    }
    return 0;
  }
  [[nodiscard]] wire::BallotAnomaly anomaly() const {
    const auto anomalies = must(posts().anomalies(post.id));
    BOOST_REQUIRE(anomalies.size() == 1U);
    return anomalies[0];
  }
  void review(BallotStanding standing) const {
    must(posts().review_group(post.id, anomaly().group, standing, note_at(9)));
  }

  Opened opened;
  Post post;
  int ballots{0};
};

BOOST_AUTO_TEST_SUITE(stuffing)

BOOST_DATA_TEST_CASE(a_room_counts_and_what_is_beyond_waits_for_the_owner, engines(), engine) {
  StuffedPoll poll(engine);
  for (int i = 0; i < 100; ++i) poll.cast("lab", {2});
  BOOST_TEST(poll.tally().counted == rules::one_room);
  BOOST_TEST(poll.tally().set_apart == 100 - rules::one_room);
  BOOST_TEST(poll.anomaly().rule == "network");
  BOOST_TEST(poll.anomaly().ballots == 100 - rules::one_room);
  const std::string group = poll.anomaly().group;
  poll.review(BallotStanding::counted);
  BOOST_TEST(poll.tally().counted == 100);
  BOOST_TEST(poll.tally().set_apart == 0);
  BOOST_TEST(poll.count_of(2) == 100);
  BOOST_TEST((poll.cast("lab", {2}).standing == BallotStanding::counted)); // as decided
  poll.cast_others(20);                                                    // now it is out of line, and stays decided
  BOOST_TEST(poll.tally().counted == 121);
  BOOST_TEST(poll.anomaly().rule == "alike");
  BOOST_TEST(poll.anomaly().ballots == 96);
  must(poll.posts().review_group(poll.post.id, group, BallotStanding::set_apart, note_at(9))); // as it was called
  BOOST_TEST(poll.tally().counted == 25);
  BOOST_TEST(poll.count_of(2, true) == 96);
  poll.cast_others(400);
  BOOST_TEST(poll.tally().counted == 425); // left out by the owner, whatever others do
  for (const char* none : {"network.none", "none", "", "alike.other1"}) {
    BOOST_TEST(failed_with(poll.posts().review_group(poll.post.id, none, BallotStanding::counted, note_at(9)),
                           ErrorCode::unknown_post));
  }
}

BOOST_DATA_TEST_CASE(thirty_tokens_in_a_poll_of_twenty_leave_a_household_whenever_they_come, engines(), engine) {
  for (const int others_before : {0, 7, 20}) {
    StuffedPoll poll(engine);
    poll.cast_others(others_before);
    for (int i = 0; i < 30; ++i) poll.cast("stuffer", {3});
    poll.cast_others(20 - others_before);
    BOOST_TEST_CONTEXT("after " << others_before) {
      BOOST_TEST(poll.tally().counted == 20 + rules::household);
      BOOST_TEST(poll.count_of(3) == rules::household);
      BOOST_TEST(poll.count_of(3, true) == 30 - rules::household);
      BOOST_TEST(poll.anomaly().rule == "alike");
      poll.review(BallotStanding::counted);
      BOOST_TEST(poll.count_of(3) == 30);
      BOOST_TEST(poll.tally().counted == 50);
    }
  }
}

BOOST_DATA_TEST_CASE(ballots_cast_as_others_do_and_turned_afterwards_are_set_apart, engines(), engine) {
  StuffedPoll poll(engine);
  poll.cast_others(20);
  std::vector<storage::NewBallot> sleepers;
  for (int i = 0; i < 20; ++i) {
    sleepers.push_back(poll.next("stuffer", {i % 2 == 0 ? 1U : 2U}));
    must(poll.posts().record_ballot(sleepers.back()));
  }
  BOOST_TEST(poll.tally().counted == 40);
  for (storage::NewBallot& ballot : sleepers) {
    ballot.ballot.choices = {3};
    ballot.network = "elsewhere"; // it stays where it was cast
    must(poll.posts().record_ballot(ballot));
  }
  BOOST_TEST(poll.tally().counted == 20 + rules::household);
  BOOST_TEST(poll.count_of(3) == rules::household);
  BOOST_TEST(poll.anomaly().ballots == 15);
}

// What a reader is told of a ballot does not depend on its standing.
BOOST_DATA_TEST_CASE(a_ballot_set_apart_is_the_readers_as_any_other, engines(), engine) {
  StuffedPoll poll(engine, PollKind::ranked);
  poll.cast_others(20);
  for (int i = 0; i < 29; ++i) poll.cast("stuffer", {3, 1});
  auto last = poll.next("stuffer", {3, 1});
  BOOST_TEST((must(poll.posts().record_ballot(last)).standing == BallotStanding::set_apart));
  const auto own = must(poll.posts().find_ballot(poll.post.id, last.reader));
  BOOST_REQUIRE(own);
  BOOST_TEST((own->ballot.choices == std::vector<std::uint32_t>{3, 1}));
  BOOST_TEST(!must(poll.posts().record_ballot(last)).changed);
  last.ballot.choices = {1};
  BOOST_TEST(must(poll.posts().record_ballot(last)).changed);
  BOOST_TEST(poll.count_of(1, true) == 1);
}

BOOST_DATA_TEST_CASE(an_unwatched_poll_sets_nothing_apart, engines(), engine) {
  StuffedPoll poll(engine);
  poll.cast_others(20);
  for (int i = 0; i < 60; ++i) {
    auto ballot = poll.next("lab", {3});
    ballot.watched = false;
    must(poll.posts().record_ballot(ballot));
  }
  BOOST_TEST(poll.tally().counted == 80);
}

// The sums are those of a model that keeps every ballot in memory.
BOOST_DATA_TEST_CASE(the_store_judges_as_the_model_does, engines(), engine) {
  std::mt19937 twister(20261121);
  const auto random = [&] { return static_cast<std::uint32_t>(twister()); };
  for (const PollKind kind : {PollKind::single, PollKind::ranked}) {
    StuffedPoll poll(engine, kind);
    SimulatedPoll model;
    for (int i = 0; i < 250; ++i) {
      const int network = random() % 3 == 0 ? static_cast<int>(random() % 4) : 100 + static_cast<int>(random() % 150);
      const std::uint32_t option = network < 3 && random() % 8 != 0 ? 3 : 1 + random() % 3;
      auto ballot = poll.next("n" + std::to_string(network), {option});
      if (kind == PollKind::ranked) ballot.ballot.choices.push_back(option % 3 + 1);
      must(poll.posts().record_ballot(ballot));
      model.cast(network, option, ballot.cast);
      BOOST_REQUIRE(poll.tally().counted == model.counted());
    }
    BOOST_TEST(model.counted() < 250);
    for (const std::uint32_t option : {1U, 2U, 3U}) BOOST_TEST(poll.count_of(option) == model.votes_for(option));
    std::int64_t sum = 0;
    for (const BallotStanding standing : {BallotStanding::counted, BallotStanding::set_apart}) {
      for (const BallotCount& pattern : must(poll.posts().patterns(poll.post.id, standing))) sum += pattern.count;
    }
    BOOST_TEST(sum == 250);
  }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre::test
