// Ballots: one a reader, sums that are always those of the ballots.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>

#include <atomic>
#include <thread>

#include "server/storage/store.h"
#include "tests/storage/engines.h"
#include "tests/storage/polls.h"

namespace palabre::test {

using Patterns = std::vector<BallotCount>;
using wire::BallotStanding;

struct PollStore {
  explicit PollStore(const Engine& engine, PollKind kind = PollKind::single, bool other = false) : opened(engine) {
    Post made = poll_of(kind);
    made.poll->other = other;
    post = must(posts().add_post(opened.site.id, made, note_at(1))).post;
  }
  [[nodiscard]] storage::PostStore& posts() const { return opened.store->posts(); }
  [[nodiscard]] Patterns counted() const { return must(posts().patterns(post.id, BallotStanding::counted)); }
  [[nodiscard]] std::int64_t count_of(std::uint32_t option) const {
    for (const OptionCount& count : must(posts().tally(post.id)).counts) {
      if (count.option == option) return count.count;
    }
    return 0;
  }
  [[nodiscard]] storage::NewBallot other(const std::string& reader, const std::string& words,
                                         storage::OtherState state) const {
    auto ballot = ballot_in(post, reader, {0});
    ballot.ballot.other = words;
    ballot.folded = words;
    ballot.other = state;
    return ballot;
  }

  Opened opened;
  Post post;
};

namespace {

void together(int count, const std::function<void(int)>& work) {
  std::vector<std::thread> threads;
  for (int n = 0; n < count; ++n) threads.emplace_back([&, n] { work(n); });
  for (std::thread& thread : threads) thread.join();
}

} // namespace

BOOST_AUTO_TEST_SUITE(ballots)

BOOST_DATA_TEST_CASE(a_ballot_is_counted_changed_and_repeated_without_counting_twice, engines(), engine) {
  const PollStore poll(engine);
  const auto first = must(poll.posts().record_ballot(ballot_in(poll.post, "a", {1})));
  BOOST_TEST(first.changed);
  must(poll.posts().record_ballot(ballot_in(poll.post, "b", {1})));
  BOOST_TEST(!must(poll.posts().record_ballot(ballot_in(poll.post, "a", {1}))).changed);
  BOOST_TEST((poll.counted() == Patterns{{{1}, 2}}));
  const auto before = must(poll.posts().tally(poll.post.id)).version;
  must(poll.posts().record_ballot(ballot_in(poll.post, "a", {3})));
  BOOST_TEST((poll.counted() == Patterns{{{1}, 1}, {{3}, 1}}));
  const auto tally = must(poll.posts().tally(poll.post.id));
  BOOST_TEST(tally.counted == 2);
  BOOST_TEST(tally.version > before);
  BOOST_TEST(poll.count_of(1) == 1);
  BOOST_TEST(poll.count_of(3) == 1);
  const auto own = must(poll.posts().find_ballot(poll.post.id, "a"));
  BOOST_REQUIRE(own);
  BOOST_TEST((own->ballot.choices == std::vector<std::uint32_t>{3}));
  BOOST_TEST(!must(poll.posts().find_ballot(poll.post.id, "c")));
}

BOOST_DATA_TEST_CASE(where_ballots_stay_another_is_refused_and_the_same_again_is_fine, engines(), engine) {
  const PollStore poll(engine);
  auto ballot = ballot_in(poll.post, "a", {1});
  ballot.changeable = false;
  must(poll.posts().record_ballot(ballot));
  BOOST_TEST(!must(poll.posts().record_ballot(ballot)).changed);
  ballot.ballot.choices = {2};
  BOOST_TEST(failed_with(poll.posts().record_ballot(ballot), ErrorCode::already_voted));
  BOOST_TEST((poll.counted() == Patterns{{{1}, 1}}));
}

BOOST_DATA_TEST_CASE(the_time_and_the_revision_are_looked_at_where_it_is_written, engines(), engine) {
  const PollStore poll(engine);
  Post next = poll.post;
  next.starts = Instant{500};
  next.ends = Instant{600};
  next = must(poll.posts().change_post(next, 1, note_at(2))).post;
  auto& posts = poll.posts();
  BOOST_TEST(failed_with(posts.record_ballot(ballot_in(next, "a", {1}, 499)), ErrorCode::not_open_yet));
  BOOST_TEST(failed_with(posts.record_ballot(ballot_in(next, "a", {1}, 600)), ErrorCode::closed));
  BOOST_TEST(failed_with(posts.record_ballot(ballot_in(poll.post, "a", {1}, 550)), ErrorCode::post_changed));
  must(posts.record_ballot(ballot_in(next, "a", {1}, 599)));
  BOOST_TEST(!must(posts.record_ballot(ballot_in(next, "a", {1}, 700))).changed); // asked again
  BOOST_TEST(failed_with(posts.record_ballot(ballot_in(next, "a", {2}, 700)), ErrorCode::closed));
  next.state = PostState::withdrawn;
  next = must(posts.change_post(next, next.revision, note_at(3))).post;
  BOOST_TEST(failed_with(posts.record_ballot(ballot_in(next, "b", {1}, 550)), ErrorCode::unknown_post));
}

BOOST_DATA_TEST_CASE(a_ballot_taken_back_leaves_nothing_behind, engines(), engine) {
  const PollStore poll(engine, PollKind::ranked, true);
  auto& posts = poll.posts();
  const auto take_back = [&](const std::string& reader, std::int64_t revision = 1) {
    return posts.withdraw_ballot({poll.post.id, revision, reader});
  };
  auto other = poll.other("b", "Teal", storage::OtherState::published);
  other.ballot.choices = {0, 2};
  must(posts.record_ballot(ballot_in(poll.post, "a", {3, 1})));
  must(posts.record_ballot(other));
  const auto before = must(posts.tally(poll.post.id));
  BOOST_TEST(failed_with(take_back("b", 7), ErrorCode::post_changed));
  BOOST_TEST(must(take_back("b")));
  BOOST_TEST(!must(take_back("b")));
  BOOST_TEST(!must(take_back("nobody")));
  BOOST_TEST((poll.counted() == Patterns{{{3, 1}, 1}}));
  const auto after = must(posts.tally(poll.post.id));
  BOOST_TEST(after.counted == 1);
  BOOST_TEST(after.version > before.version);
  BOOST_TEST(poll.count_of(0) == 0);
  BOOST_TEST(!must(posts.find_ballot(poll.post.id, "b")));
  BOOST_TEST(must(posts.find_post(poll.post.id))->ballots == 1);
  for (const auto& answer : must(posts.other_answers(poll.post.id, storage::OtherState::published, 9))) {
    BOOST_TEST(answer.ballots == 0);
  }
  must(posts.record_ballot(other));
  BOOST_TEST(must(posts.tally(poll.post.id)).counted == 2);
  BOOST_TEST(poll.count_of(0) == 1);
}

// Whichever of a network goes, the sums are those of the ballots that stay.
BOOST_DATA_TEST_CASE(ballots_of_one_network_are_taken_back_in_any_order, engines(), engine) {
  const PollStore poll(engine);
  auto& posts = poll.posts();
  const auto cast = [&](int reader) {
    auto ballot = ballot_in(poll.post, "r" + std::to_string(reader), {reader % 2 == 0 ? 1U : 2U}, 1'000 + 977 * reader);
    ballot.network = "home";
    must(posts.record_ballot(ballot));
  };
  const auto in_all = [&] {
    const auto tally = must(posts.tally(poll.post.id));
    BOOST_TEST(tally.counted == poll.count_of(1) + poll.count_of(2));
    return tally.counted + tally.set_apart;
  };
  for (int reader = 0; reader < 9; ++reader) cast(reader);
  BOOST_TEST(in_all() == 9);
  std::int64_t left = 9;
  for (const int reader : {2, 8, 0}) {
    BOOST_TEST(must(posts.withdraw_ballot({poll.post.id, 1, "r" + std::to_string(reader)})));
    BOOST_TEST(in_all() == --left);
  }
  cast(20);
  cast(22);
  BOOST_TEST(in_all() == 8);
  for (const int reader : {1, 3, 4, 5, 6, 7, 20, 22}) {
    BOOST_TEST(must(posts.withdraw_ballot({poll.post.id, 1, "r" + std::to_string(reader)})));
  }
  BOOST_TEST(in_all() == 0);
  BOOST_TEST(must(posts.find_post(poll.post.id))->ballots == 0);
  cast(30); // nobody is suspected any more: it is the first of its household
  BOOST_TEST(must(posts.tally(poll.post.id)).counted == 1);
}

BOOST_DATA_TEST_CASE(ranked_ballots_keep_their_order_and_sum_first_preferences, engines(), engine) {
  const PollStore poll(engine, PollKind::ranked);
  must(poll.posts().record_ballot(ballot_in(poll.post, "a", {3, 1})));
  must(poll.posts().record_ballot(ballot_in(poll.post, "b", {1, 3})));
  BOOST_TEST((poll.counted() == Patterns{{{1, 3}, 1}, {{3, 1}, 1}}));
  BOOST_TEST(poll.count_of(3) == 1);
  BOOST_TEST(poll.count_of(1) == 1);
}

BOOST_DATA_TEST_CASE(an_other_answer_counts_once_it_is_published_and_no_more_when_refused, engines(), engine) {
  const PollStore poll(engine, PollKind::multiple, true);
  auto held = poll.other("a", "purple", storage::OtherState::held);
  held.ballot.choices = {0, 2};
  must(poll.posts().record_ballot(held));
  must(poll.posts().record_ballot(poll.other("b", "purple", storage::OtherState::held)));
  BOOST_TEST((poll.counted() == Patterns{{{2}, 1}}));
  BOOST_TEST(must(poll.posts().tally(poll.post.id)).counted == 1);
  const auto waiting = must(poll.posts().other_answers(poll.post.id, storage::OtherState::held, 10));
  BOOST_REQUIRE(waiting.size() == 1U);
  BOOST_TEST(waiting[0].ballots == 2);
  must(poll.posts().review_other(poll.post.id, waiting[0].id, storage::OtherState::published, note_at(9)));
  BOOST_TEST((poll.counted() == Patterns{{{0}, 1}, {{0, 2}, 1}}));
  BOOST_TEST(poll.count_of(0) == 2);
  BOOST_TEST(must(poll.posts().tally(poll.post.id)).counted == 2);
  must(poll.posts().record_ballot(poll.other("c", "purple", storage::OtherState::held))); // known as published
  BOOST_TEST(poll.count_of(0) == 3);
  must(poll.posts().review_other(poll.post.id, waiting[0].id, storage::OtherState::refused, note_at(9)));
  BOOST_TEST((poll.counted() == Patterns{{{2}, 1}}));
  BOOST_TEST(poll.count_of(0) == 0);
  BOOST_TEST(failed_with(poll.posts().review_other(poll.post.id, 999, storage::OtherState::refused, note_at(9)),
                         ErrorCode::unknown_post));
  // The log says which answer it was, and never what a reader wrote.
  const auto log = must(poll.opened.store->decisions().read_audit({}, "", 10)).entries;
  BOOST_REQUIRE(!log.empty());
  BOOST_TEST(log.front().note == "answer " + std::to_string(waiting[0].id));
  for (const wire::AuditEntry& line : log) {
    BOOST_TEST((line.note + line.about + line.before + line.after).find("purple") == std::string::npos);
  }
}

BOOST_DATA_TEST_CASE(names_are_listed_by_name_and_not_by_time, engines(), engine) {
  const PollStore poll(engine);
  auto zoe = ballot_in(poll.post, "z", {1});
  zoe.name = "Zoe";
  must(poll.posts().record_ballot(zoe));
  auto ada = ballot_in(poll.post, "a", {2});
  ada.name = "Ada";
  must(poll.posts().record_ballot(ada));
  const auto named = must(poll.posts().named_ballots(poll.post.id, 10));
  BOOST_REQUIRE(named.size() == 2U);
  BOOST_TEST(named[0].name == "Ada");
  BOOST_TEST((named[1].ballot.choices == std::vector<std::uint32_t>{1}));
}

BOOST_DATA_TEST_CASE(one_readers_ballot_raced_by_two_servers_counts_once, engines(), engine) {
  const PollStore poll(engine);
  const auto second = poll.opened.database->open();
  std::atomic<int> failures{0};
  together(8, [&](int n) {
    storage::PostStore& posts = n % 2 == 0 ? poll.posts() : second->posts();
    for (int i = 0; i < 25; ++i) {
      auto ballot = ballot_in(poll.post, "r" + std::to_string(i), {static_cast<std::uint32_t>(1 + (n + i) % 3)});
      ballot.network = "n" + std::to_string(i);
      if (!posts.record_ballot(ballot)) ++failures;
    }
  });
  BOOST_TEST(failures == 0);
  std::int64_t sum = 0;
  for (const BallotCount& pattern : poll.counted()) sum += pattern.count;
  BOOST_TEST(sum == 25);
  const auto tally = must(second->posts().tally(poll.post.id));
  BOOST_TEST(tally.counted == 25);
  sum = 0;
  for (const OptionCount& count : tally.counts) sum += count.count;
  BOOST_TEST(sum == 25);
  BOOST_TEST(must(second->posts().find_post(poll.post.id))->ballots == 25);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre::test
