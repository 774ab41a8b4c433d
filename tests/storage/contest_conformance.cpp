// Contests in the store: one entry a reader, one closing, one draw, each prize once; also from two connections.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>

#include <atomic>
#include <functional>
#include <set>
#include <thread>

#include "shared/rules/contest.h"
#include "shared/rules/draw.h"
#include "tests/storage/engines.h"
#include "tests/support/contests.h"

namespace palabre::test {
namespace {

const std::string seed(64, '5');

storage::AuditNote note(const Opened& opened, std::int64_t at = 9'000) {
  return {olga, Instant{at}, "contest.test", opened.site.id};
}

void together(int count, const std::function<void(int)>& work) {
  std::atomic<int> ready{0};
  std::vector<std::thread> threads;
  for (int n = 0; n < count; ++n) {
    threads.emplace_back([&, n] {
      ++ready;
      while (ready < count) std::this_thread::yield();
      work(n);
    });
  }
  for (std::thread& thread : threads) thread.join();
}

} // namespace

// A store with an open contest.
struct Running : Opened {
  explicit Running(const Engine& engine, const Contest& contest = {})
      : Opened(engine), post(add_post(*store, site, contest_post(contest))) {
    must(contests().open(post.id, seed));
  }
  [[nodiscard]] storage::ContestStore& contests() const { return store->contests(); }

  [[nodiscard]] storage::NewEntry entry(const std::string& reader, const std::string& words = "") const {
    storage::NewEntry made;
    made.post = post.id;
    made.reader = reader;
    made.network = "network of " + reader;
    made.name = "Name of " + reader;
    made.words = words;
    made.state = EntryState::accepted;
    made.receipt = std::string(32 - reader.size(), '0') + reader;
    made.created = Instant{2'000};
    return made;
  }
  storage::StoredEntry enter(const std::string& reader, const std::string& words = "") const {
    return must(contests().enter(entry(reader, words)));
  }
  [[nodiscard]] storage::StoredEntry found(const std::string& reader) const {
    return must(contests().find_entry(post.id, reader)).value();
  }

  Post post;
};

BOOST_AUTO_TEST_SUITE(contest_store)

BOOST_DATA_TEST_CASE(the_first_seed_stays_and_is_told_to_nobody, engines(), engine) {
  const Running running(engine);
  const auto again = must(running.contests().open(running.post.id, std::string(64, '6')));
  BOOST_TEST(again.seed_hash == rules::hash_of_seed(seed));
  BOOST_TEST(again.seed.empty());
  BOOST_TEST(must(running.contests().find(running.post.id)).value().seed.empty());
  BOOST_TEST(failed_with(running.contests().open(PostId{999}, seed), ErrorCode::unknown_post));
  Post poll = contest_post({});
  poll.kind = PostKind::announcement;
  poll.contest.reset();
  const PostId other = add_post(*running.store, running.site, poll).id;
  BOOST_TEST(failed_with(running.contests().open(other, seed), ErrorCode::unknown_post));
}

BOOST_DATA_TEST_CASE(a_reader_has_one_entry_that_keeps_its_number, engines(), engine) {
  const Running running(engine);
  BOOST_TEST(running.enter("ada", "one").entry.number == 1);
  BOOST_TEST(running.enter("bob").entry.number == 2);
  auto changed = running.entry("ada", "two");
  changed.receipt = "another";
  const auto again = must(running.contests().enter(changed));
  BOOST_TEST(again.entry.number == 1);
  BOOST_TEST(again.entry.text == "two");
  BOOST_TEST(again.receipt == running.entry("ada").receipt);
  BOOST_TEST(must(running.contests().counts(running.post.id)).accepted == 2);
}

BOOST_DATA_TEST_CASE(two_servers_racing_make_one_entry_of_a_reader, engines(), engine) {
  const Running running(engine);
  const auto second = running.database->open();
  constexpr int readers = 6;
  std::atomic<int> failures{0};
  together(4, [&](int n) {
    storage::ContestStore& store = n % 2 == 0 ? running.contests() : second->contests();
    for (int reader = 0; reader < readers; ++reader) {
      auto entry = running.entry("r" + std::to_string(reader), "from " + std::to_string(n));
      entry.receipt = "receipt " + std::to_string(n);
      if (!store.enter(entry)) ++failures;
    }
  });
  BOOST_TEST(failures == 0);
  const auto entries = must(running.contests().entries(running.post.id, std::nullopt, 0, 100));
  std::set<std::int64_t> numbers;
  for (const wire::Entry& entry : entries) numbers.insert(entry.number);
  BOOST_TEST(entries.size() == static_cast<std::size_t>(readers));
  BOOST_TEST(numbers.size() == static_cast<std::size_t>(readers));
  BOOST_TEST(*numbers.rbegin() == readers);
}

BOOST_DATA_TEST_CASE(withdrawing_wipes_and_coming_back_keeps_the_number, engines(), engine) {
  const Running running(engine);
  running.enter("ada", "words");
  must(running.contests().withdraw(running.post.id, "ada"));
  must(running.contests().withdraw(running.post.id, "nobody"));
  BOOST_TEST((running.found("ada").entry.state == EntryState::withdrawn));
  BOOST_TEST(running.found("ada").entry.name.empty());
  BOOST_TEST(running.found("ada").entry.text.empty());
  BOOST_TEST(must(running.contests().counts(running.post.id)).accepted == 0);
  BOOST_TEST(running.enter("bob").entry.number == 2);
  const auto back = running.enter("ada", "words");
  BOOST_TEST(back.entry.number == 1);
  BOOST_TEST((back.entry.state == EntryState::accepted));
}

BOOST_DATA_TEST_CASE(what_a_moderator_refused_stays_refused, engines(), engine) {
  const Running running(engine);
  running.enter("ada", "words");
  must(running.contests().decide(running.post.id, 1, EntryState::refused, note(running)));
  BOOST_TEST((running.enter("ada", "other words").entry.state == EntryState::refused));
  must(running.contests().withdraw(running.post.id, "ada"));
  BOOST_TEST((running.enter("ada", "again").entry.state == EntryState::refused));
  BOOST_TEST(failed_with(running.contests().decide(running.post.id, 7, EntryState::refused, note(running)),
                         ErrorCode::unknown_post));
}

BOOST_DATA_TEST_CASE(other_words_lose_an_acceptance_and_the_same_again_do_not, engines(), engine) {
  const Running running(engine);
  auto held = running.entry("ada", "words");
  held.state = EntryState::held;
  held.reasons = {"spam.links", "policy.waits"};
  must(running.contests().enter(held));
  BOOST_TEST(running.found("ada").entry.reasons == held.reasons, boost::test_tools::per_element());
  must(running.contests().decide(running.post.id, 1, EntryState::accepted, note(running)));
  held.naming = Naming::nobody;
  const auto same = must(running.contests().enter(held));
  BOOST_TEST((same.entry.state == EntryState::accepted));
  BOOST_TEST((same.entry.naming == Naming::nobody));
  held.words = "others";
  BOOST_TEST((must(running.contests().enter(held)).entry.state == EntryState::held));
}

BOOST_DATA_TEST_CASE(too_many_of_a_network_are_all_held_but_those_decided, engines(), engine) {
  const Running running(engine);
  const auto from_script = [&](std::int64_t n, std::int64_t at) {
    auto entry = running.entry("s" + std::to_string(n));
    entry.network = "one network";
    entry.created = Instant{at};
    return must(running.contests().enter(entry)).entry;
  };
  running.enter("ada");
  std::int64_t n = 0;
  for (; n < rules::most_entries_of_a_network; ++n) {
    const wire::Entry entry = from_script(n, 100'000 * n);
    BOOST_TEST((entry.state == EntryState::accepted));
  }
  must(running.contests().decide(running.post.id, 2, EntryState::accepted, note(running)));
  const wire::Entry too_many = from_script(n, 100'000 * n);
  BOOST_TEST((too_many.state == EntryState::held));
  BOOST_TEST(too_many.suspect);
  BOOST_REQUIRE(too_many.reasons.size() == 1U);
  BOOST_TEST(too_many.reasons.front() == "contest.network");
  const auto counts = must(running.contests().counts(running.post.id));
  BOOST_TEST(counts.accepted == 2); // Ada, and the one that a moderator looked at
  BOOST_TEST(counts.held == rules::most_entries_of_a_network);
  // Other words make nobody less suspect.
  auto changed = running.entry("s3", "hello");
  BOOST_TEST((must(running.contests().enter(changed)).entry.state == EntryState::held));
}

BOOST_DATA_TEST_CASE(many_of_a_network_at_once_are_a_burst, engines(), engine) {
  const Running running(engine);
  wire::Entry last;
  for (std::int64_t n = 0; n <= rules::most_entries_in_a_burst; ++n) {
    auto entry = running.entry("s" + std::to_string(n));
    entry.network = "one network";
    entry.created = Instant{2'000 + n};
    last = must(running.contests().enter(entry)).entry;
  }
  BOOST_REQUIRE(last.reasons.size() == 1U);
  BOOST_TEST(last.reasons.front() == "contest.burst");
  BOOST_TEST(must(running.contests().counts(running.post.id)).accepted == 0);
}

BOOST_DATA_TEST_CASE(the_list_closes_once_and_waits_for_decisions, engines(), engine) {
  const Running running(engine);
  running.enter("ada", "words");
  auto held = running.entry("bob");
  held.state = EntryState::held;
  must(running.contests().enter(held));
  running.enter("cem");
  running.enter("dan");
  must(running.contests().withdraw(running.post.id, "dan"));
  BOOST_TEST(failed_with(running.contests().freeze(running.post.id, note(running)), ErrorCode::entries_waiting));
  must(running.contests().decide(running.post.id, 2, EntryState::refused, note(running)));

  const auto frozen = must(running.contests().freeze(running.post.id, note(running, 9'000)));
  const auto list = must(running.contests().read_list(running.post.id));
  const std::vector<std::string> expected{rules::entry_line(1, running.entry("ada").receipt, "Name of ada", "words"),
                                          rules::entry_line(3, running.entry("cem").receipt, "Name of cem", "")};
  BOOST_TEST(list == expected, boost::test_tools::per_element());
  BOOST_TEST(frozen.list_hash == rules::hash_of_list(expected));
  BOOST_TEST(frozen.seed.empty());
  const auto again = must(running.contests().freeze(running.post.id, note(running, 10'000)));
  BOOST_TEST((again.frozen == Instant{9'000}));

  BOOST_TEST(failed_with(running.contests().enter(running.entry("eve")), ErrorCode::closed));
  BOOST_TEST(failed_with(running.contests().withdraw(running.post.id, "ada"), ErrorCode::closed));
  BOOST_TEST(failed_with(running.contests().decide(running.post.id, 1, EntryState::refused, note(running)),
                         ErrorCode::closed));
}

BOOST_DATA_TEST_CASE(a_draw_is_made_once_and_everybody_gets_the_same, engines(), engine) {
  const Running running(engine);
  for (const char* reader : {"a", "b", "c", "d", "e"}) running.enter(reader);
  BOOST_TEST(failed_with(running.contests().draw(running.post.id, 2, note(running)), ErrorCode::wrong_order));
  BOOST_TEST(must(running.contests().add_prizes(running.post.id, {"X-1", "X-2", "X-1"}, 100, note(running))) == 2U);
  BOOST_TEST(must(running.contests().add_prizes(running.post.id, {"X-2", "X-3"}, 100, note(running))) == 1U);
  BOOST_TEST(failed_with(running.contests().add_prizes(running.post.id, {"X-4"}, 3, note(running)),
                         ErrorCode::field_too_long));
  must(running.contests().freeze(running.post.id, note(running)));

  const auto second = running.database->open();
  std::vector<storage::StoredContest> drawn(4);
  together(4, [&](int n) {
    storage::ContestStore& store = n % 2 == 0 ? running.contests() : second->contests();
    drawn[static_cast<std::size_t>(n)] = must(store.draw(running.post.id, 2, note(running, 20'000 + n)));
  });
  const auto list = must(running.contests().read_list(running.post.id));
  const auto lines = rules::draw_winners(seed, list, 2);
  for (const storage::StoredContest& one : drawn) {
    BOOST_REQUIRE(one.winners.size() == 2U);
    BOOST_TEST(one.winners[0] == rules::number_of_line(lines[0]).value());
    BOOST_TEST(one.winners[1] == rules::number_of_line(lines[1]).value());
    BOOST_TEST((one.drawn == drawn.front().drawn));
    BOOST_TEST(one.seed == seed);
  }
  std::set<std::string> codes;
  for (const char* reader : {"a", "b", "c", "d", "e"}) {
    const auto entry = running.found(reader);
    BOOST_TEST(entry.entry.won == !entry.prize.empty());
    if (!entry.prize.empty()) codes.insert(entry.prize);
  }
  BOOST_TEST(codes == (std::set<std::string>{"X-1", "X-2"}), boost::test_tools::per_element());
  BOOST_TEST(must(running.contests().counts(running.post.id)).given == 2);
  const auto winners = must(running.contests().winners(running.post.id));
  BOOST_REQUIRE(winners.size() == 2U);
  BOOST_TEST(winners.front().number == drawn.front().winners.front());
}

BOOST_DATA_TEST_CASE(fewer_codes_than_winners_serve_the_first_and_later_ones_the_rest, engines(), engine) {
  const Running running(engine);
  for (const char* reader : {"a", "b", "c"}) running.enter(reader);
  must(running.contests().add_prizes(running.post.id, {"first"}, 100, note(running)));
  must(running.contests().freeze(running.post.id, note(running)));
  const auto drawn = must(running.contests().draw(running.post.id, 3, note(running)));
  const auto prize_of = [&](std::size_t place) {
    for (const char* reader : {"a", "b", "c"}) {
      const auto entry = running.found(reader);
      if (entry.entry.number == drawn.winners.at(place)) return entry.prize;
    }
    return std::string("nobody");
  };
  BOOST_TEST(prize_of(0) == "first");
  BOOST_TEST(prize_of(1).empty());
  must(running.contests().add_prizes(running.post.id, {"second", "third", "spare"}, 100, note(running)));
  BOOST_TEST(prize_of(0) == "first");
  BOOST_TEST(prize_of(1) == "second");
  BOOST_TEST(prize_of(2) == "third");
  BOOST_TEST(must(running.contests().counts(running.post.id)).given == 3);
}

BOOST_DATA_TEST_CASE(a_jury_names_accepted_entries_once, engines(), engine) {
  const Running running(engine);
  for (const char* reader : {"a", "b", "c"}) running.enter(reader);
  must(running.contests().decide(running.post.id, 2, EntryState::refused, note(running)));
  const auto choose = [&](const std::vector<std::int64_t>& winners) {
    return running.contests().choose(running.post.id, winners, note(running));
  };
  BOOST_TEST(failed_with(choose({1}), ErrorCode::wrong_order));
  must(running.contests().freeze(running.post.id, note(running)));
  for (const std::vector<std::int64_t>& wrong : {std::vector<std::int64_t>{2}, {9}, {1, 1}}) {
    BOOST_TEST(failed_with(choose(wrong), ErrorCode::unknown_field_value));
  }
  BOOST_TEST(must(choose({3, 1})).winners == (std::vector<std::int64_t>{3, 1}), boost::test_tools::per_element());
  BOOST_TEST(must(choose({3, 1})).winners.size() == 2U);
  BOOST_TEST(failed_with(choose({1, 3}), ErrorCode::wrong_order));
}

BOOST_DATA_TEST_CASE(the_log_tells_what_was_done_and_no_code, engines(), engine) {
  const Running running(engine);
  running.enter("a");
  must(running.contests().decide(running.post.id, 1, EntryState::accepted, note(running))); // it was
  must(running.contests().add_prizes(running.post.id, {"SECRET"}, 100, note(running)));
  must(running.contests().freeze(running.post.id, note(running)));
  must(running.contests().freeze(running.post.id, note(running)));
  must(running.contests().draw(running.post.id, 1, note(running)));
  must(running.contests().draw(running.post.id, 1, note(running)));
  storage::AuditFilter filter;
  filter.action = "contest.test";
  const auto log = must(running.store->decisions().read_audit(filter, "", 100)).entries;
  BOOST_TEST(log.size() == 3U);
  for (const wire::AuditEntry& line : log) BOOST_TEST(line.after.find("SECRET") == std::string::npos);
}

BOOST_DATA_TEST_CASE(conditions_look_at_published_comments_and_at_ballots, engines(), engine) {
  const Running running(engine);
  auto comment = running.draft("hello", 1);
  comment.reader = "ada";
  must(running.store->add_comment(comment));
  comment.reader = "bob";
  comment.state = CommentState::held;
  must(running.store->add_comment(comment));
  const auto commented = [&](const std::string& page, const std::string& reader) {
    return must(running.contests().has_commented(running.site.id, page, reader));
  };
  BOOST_TEST(commented(page_key, "ada"));
  BOOST_TEST(!commented(page_key, "bob"));
  BOOST_TEST(!commented("/elsewhere", "ada"));
  BOOST_TEST(!commented(page_key, ""));
  BOOST_TEST(!must(running.contests().has_voted(running.post.id, "ada")));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre::test
