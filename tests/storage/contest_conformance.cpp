// Entries in the store: one a reader, also from two connections; suspicion; what moderators decide.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>

#include <set>

#include "shared/rules/contest.h"
#include "shared/rules/draw.h"
#include "tests/storage/running_contest.h"

namespace palabre::test {

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
  race(4, [&](int n) {
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
  must(running.contests().withdraw(running.post.id, "ada", Instant{2'000}));
  must(running.contests().withdraw(running.post.id, "nobody", Instant{2'000}));
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
  must(running.contests().decide(running.post.id, 1, EntryState::refused, contest_note(running)));
  BOOST_TEST((running.enter("ada", "other words").entry.state == EntryState::refused));
  must(running.contests().withdraw(running.post.id, "ada", Instant{2'000}));
  BOOST_TEST((running.enter("ada", "again").entry.state == EntryState::refused));
  BOOST_TEST(failed_with(running.contests().decide(running.post.id, 7, EntryState::refused, contest_note(running)),
                         ErrorCode::unknown_post));
}

BOOST_DATA_TEST_CASE(nobody_accepts_what_was_refused_and_then_withdrawn, engines(), engine) {
  const Running running(engine);
  running.enter("ada", "words");
  running.enter("bob", "more words");
  must(running.contests().decide(running.post.id, 1, EntryState::refused, contest_note(running)));
  must(running.contests().withdraw(running.post.id, "ada", Instant{2'000}));
  BOOST_TEST(failed_with(running.contests().decide(running.post.id, 1, EntryState::accepted, contest_note(running)),
                         ErrorCode::unknown_post));
  const auto shown = must(running.contests().entries(running.post.id, std::nullopt, 0, 10));
  BOOST_REQUIRE(shown.size() == 1U);
  BOOST_TEST(shown.front().number == 2);
  BOOST_TEST(must(running.contests().entries(running.post.id, EntryState::refused, 0, 10)).empty());
  BOOST_TEST(must(running.contests().counts(running.post.id)).refused == 0);
  BOOST_TEST((running.enter("ada", "again").entry.state == EntryState::refused));
  must(running.contests().freeze(running.post.id, contest_note(running)));
  BOOST_TEST(must(running.contests().read_list(running.post.id)).size() == 1U);
}

BOOST_DATA_TEST_CASE(entries_come_and_go_only_while_the_post_is_open, engines(), engine) {
  const Running running(engine);
  running.enter("ada");
  auto post = running.post;
  post.ends = Instant{5'000};
  post = must(running.store->posts().change_post(post, post.revision, contest_note(running))).post;
  auto late = running.entry("bob");
  BOOST_TEST(failed_with(running.contests().enter(late), ErrorCode::post_changed));
  late.revision = post.revision;
  late.created = Instant{5'000};
  BOOST_TEST(failed_with(running.contests().enter(late), ErrorCode::closed));
  late.created = Instant{999};
  BOOST_TEST(failed_with(running.contests().enter(late), ErrorCode::not_open_yet));
  BOOST_TEST(failed_with(running.contests().withdraw(post.id, "ada", Instant{5'000}), ErrorCode::closed));
  late.created = Instant{4'999};
  must(running.contests().enter(late));
  post.state = PostState::withdrawn;
  post = must(running.store->posts().change_post(post, post.revision, contest_note(running))).post;
  late.revision = post.revision;
  BOOST_TEST(failed_with(running.contests().enter(late), ErrorCode::unknown_post));
  BOOST_TEST(failed_with(running.contests().withdraw(post.id, "ada", Instant{4'999}), ErrorCode::unknown_post));
  BOOST_TEST(running.found("ada").entry.name == "Name of ada");
}

BOOST_DATA_TEST_CASE(other_words_lose_an_acceptance_and_the_same_again_do_not, engines(), engine) {
  const Running running(engine);
  auto held = running.entry("ada", "words");
  held.state = EntryState::held;
  held.reasons = {"spam.links", "policy.waits"};
  must(running.contests().enter(held));
  BOOST_TEST(running.found("ada").entry.reasons == held.reasons, boost::test_tools::per_element());
  must(running.contests().decide(running.post.id, 1, EntryState::accepted, contest_note(running)));
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
    const wire::Entry entry = from_script(n, 100'000 * (n + 1));
    BOOST_TEST((entry.state == EntryState::accepted));
  }
  must(running.contests().decide(running.post.id, 2, EntryState::accepted, contest_note(running)));
  const wire::Entry too_many = from_script(n, 100'000 * (n + 1));
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
