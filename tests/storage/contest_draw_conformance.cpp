// Contests from the closing on: one list, one draw, each prize once; also from two connections.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>

#include <set>

#include "shared/rules/draw.h"
#include "tests/storage/running_contest.h"

namespace palabre::test {

BOOST_AUTO_TEST_SUITE(contest_draws)

BOOST_DATA_TEST_CASE(the_list_closes_once_and_waits_for_decisions, engines(), engine) {
  const Running running(engine);
  running.enter("ada", "words");
  auto held = running.entry("bob");
  held.state = EntryState::held;
  must(running.contests().enter(held));
  running.enter("cem");
  running.enter("dan");
  must(running.contests().withdraw(running.post.id, "dan", Instant{2'000}));
  BOOST_TEST(
      failed_with(running.contests().freeze(running.post.id, contest_note(running)), ErrorCode::entries_waiting));
  must(running.contests().decide(running.post.id, 2, EntryState::refused, contest_note(running)));

  const auto frozen = must(running.contests().freeze(running.post.id, contest_note(running, 9'000)));
  const auto list = must(running.contests().read_list(running.post.id));
  const std::vector<std::string> expected{rules::entry_line(1, running.entry("ada").receipt, "Name of ada", "words"),
                                          rules::entry_line(3, running.entry("cem").receipt, "Name of cem", "")};
  BOOST_TEST(list == expected, boost::test_tools::per_element());
  BOOST_TEST(frozen.list_hash == rules::hash_of_list(expected));
  BOOST_TEST(frozen.seed.empty());
  const auto again = must(running.contests().freeze(running.post.id, contest_note(running, 10'000)));
  BOOST_TEST((again.frozen == Instant{9'000}));

  BOOST_TEST(failed_with(running.contests().enter(running.entry("eve")), ErrorCode::closed));
  BOOST_TEST(failed_with(running.contests().withdraw(running.post.id, "ada", Instant{2'000}), ErrorCode::closed));
  BOOST_TEST(failed_with(running.contests().decide(running.post.id, 1, EntryState::refused, contest_note(running)),
                         ErrorCode::closed));
}

BOOST_DATA_TEST_CASE(a_draw_is_made_once_and_everybody_gets_the_same, engines(), engine) {
  const Running running(engine);
  for (const char* reader : {"a", "b", "c", "d", "e"}) running.enter(reader);
  BOOST_TEST(failed_with(running.contests().draw(running.post.id, 2, contest_note(running)), ErrorCode::wrong_order));
  BOOST_TEST(must(running.contests().add_prizes(running.post.id, {"X-1", "X-2", "X-1"}, 100, contest_note(running))) ==
             2U);
  BOOST_TEST(must(running.contests().add_prizes(running.post.id, {"X-2", "X-3"}, 100, contest_note(running))) == 1U);
  BOOST_TEST(failed_with(running.contests().add_prizes(running.post.id, {"X-4"}, 3, contest_note(running)),
                         ErrorCode::field_too_long));
  must(running.contests().freeze(running.post.id, contest_note(running)));

  const auto second = running.database->open();
  std::vector<storage::StoredContest> drawn(4);
  race(4, [&](int n) {
    storage::ContestStore& store = n % 2 == 0 ? running.contests() : second->contests();
    drawn[static_cast<std::size_t>(n)] = must(store.draw(running.post.id, 2, contest_note(running, 20'000 + n)));
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
  must(running.contests().add_prizes(running.post.id, {"first"}, 100, contest_note(running)));
  must(running.contests().freeze(running.post.id, contest_note(running)));
  const auto drawn = must(running.contests().draw(running.post.id, 3, contest_note(running)));
  const auto prize_of = [&](std::size_t place) {
    for (const char* reader : {"a", "b", "c"}) {
      const auto entry = running.found(reader);
      if (entry.entry.number == drawn.winners.at(place)) return entry.prize;
    }
    return std::string("nobody");
  };
  BOOST_TEST(prize_of(0) == "first");
  BOOST_TEST(prize_of(1).empty());
  must(running.contests().add_prizes(running.post.id, {"second", "third", "spare"}, 100, contest_note(running)));
  BOOST_TEST(prize_of(0) == "first");
  BOOST_TEST(prize_of(1) == "second");
  BOOST_TEST(prize_of(2) == "third");
  BOOST_TEST(must(running.contests().counts(running.post.id)).given == 3);
}

BOOST_DATA_TEST_CASE(a_jury_names_accepted_entries_once, engines(), engine) {
  const Running running(engine);
  for (const char* reader : {"a", "b", "c"}) running.enter(reader);
  must(running.contests().decide(running.post.id, 2, EntryState::refused, contest_note(running)));
  const auto choose = [&](const std::vector<std::int64_t>& winners) {
    return running.contests().choose(running.post.id, winners, contest_note(running));
  };
  BOOST_TEST(failed_with(choose({1}), ErrorCode::wrong_order));
  must(running.contests().freeze(running.post.id, contest_note(running)));
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
  must(running.contests().decide(running.post.id, 1, EntryState::accepted, contest_note(running))); // it was
  must(running.contests().add_prizes(running.post.id, {"SECRET"}, 100, contest_note(running)));
  must(running.contests().freeze(running.post.id, contest_note(running)));
  must(running.contests().freeze(running.post.id, contest_note(running)));
  must(running.contests().draw(running.post.id, 1, contest_note(running)));
  must(running.contests().draw(running.post.id, 1, contest_note(running)));
  storage::AuditFilter filter;
  filter.action = "contest.test";
  const auto log = must(running.store->decisions().read_audit(filter, "", 100)).entries;
  BOOST_TEST(log.size() == 3U);
  for (const wire::AuditEntry& line : log) BOOST_TEST(line.after.find("SECRET") == std::string::npos);
}

BOOST_DATA_TEST_CASE(a_contest_whose_list_is_closed_does_not_open_again, engines(), engine) {
  const Running running(engine);
  Post post = must(running.store->posts().find_post(running.post.id)).value().post;
  const auto change = [&](std::int64_t ends) {
    post.ends = Instant{ends};
    auto changed = running.store->posts().change_post(post, post.revision, contest_note(running));
    if (changed) post = changed->post;
    return changed;
  };
  must(change(8'000));
  must(running.contests().freeze(running.post.id, contest_note(running)));
  BOOST_TEST(failed_with(change(90'000), ErrorCode::fixed_by_ballots));
  post.ends = Instant{8'000};
  post.body = "Thank you all";
  must(running.store->posts().change_post(post, post.revision, contest_note(running)));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre::test
