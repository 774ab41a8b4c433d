// What the site got lately is kept in memory by the store: it must be what a store opened just now reads.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>

#include <chrono>
#include <random>
#include <thread>

#include "tests/storage/engines.h"

using namespace palabre;
using namespace palabre::test;

namespace {

constexpr std::int64_t day = 24LL * 60 * 60 * 1000;
constexpr std::int64_t now = 100 * day;

storage::NewComment draft_of(const Opened& opened, std::uint64_t fingerprint, std::int64_t created,
                             const std::string& reader = "reader") {
  auto draft = opened.draft("body", created);
  draft.fingerprint = fingerprint;
  draft.reader = reader;
  draft.network = "network";
  return draft;
}

CommentId add(const Opened& opened, std::uint64_t fingerprint, std::int64_t created,
              const std::string& reader = "reader") {
  return must(opened.store->add_comment(draft_of(opened, fingerprint, created, reader))).comment.id;
}

std::string recent(storage::Store& store, const Opened& opened, std::int64_t until, const std::string& reader) {
  std::string text;
  for (const auto& one : must(store.history_of({opened.site.id, page_key, reader, "network", Instant{until}})).recent) {
    text += std::to_string(one.fingerprint) + "@" + std::to_string(one.created.milliseconds - now) +
            (one.same_author ? "! " : " ");
  }
  return text;
}

std::string recent(const Opened& opened, std::int64_t until = now) {
  return recent(*opened.store, opened, until, "reader");
}

} // namespace

BOOST_AUTO_TEST_SUITE(recent_fingerprints)

BOOST_DATA_TEST_CASE(a_write_is_in_the_next_history, engines(), engine) {
  const Opened opened(engine);
  BOOST_TEST(recent(opened).empty());
  add(opened, 1, now - 10);
  BOOST_TEST(recent(opened) == "1@-10! ");
  add(opened, 2, now - 5, "another");
  BOOST_TEST(recent(opened) == "2@-5 1@-10! ");
  add(opened, 3, now - 7); // a clock that was set back
  add(opened, 0, now - 1); // without a fingerprint
  BOOST_TEST(recent(opened) == "2@-5 3@-7! 1@-10! ");
  BOOST_TEST(recent(opened, now - 7) == "3@-7! 1@-10! ");
}

BOOST_DATA_TEST_CASE(an_edit_and_a_deletion_are_in_the_next_history, engines(), engine) {
  const Opened opened(engine);
  const CommentId first = add(opened, 1, now - 10);
  const CommentId second = add(opened, 2, now - 5);
  BOOST_TEST(recent(opened) == "2@-5! 1@-10! ");
  storage::Revision revision{"other words", Instant{now}};
  revision.fingerprint = 9;
  must(opened.store->edit_comment(first, revision));
  BOOST_TEST(recent(opened) == "2@-5! 9@-10! ");
  must(opened.store->delete_comment(second, Instant{now}));
  BOOST_TEST(recent(opened) == "9@-10! ");
}

BOOST_DATA_TEST_CASE(a_request_made_twice_is_one_comment, engines(), engine) {
  const Opened opened(engine);
  BOOST_TEST(recent(opened).empty());
  auto draft = draft_of(opened, 1, now - 10);
  draft.idempotency_key = "key";
  must(opened.store->add_comment(draft));
  draft.created = Instant{now - 5};
  must(opened.store->add_comment(draft));
  BOOST_TEST(recent(opened) == "1@-10! ");
}

BOOST_DATA_TEST_CASE(sites_know_nothing_of_each_other, engines(), engine) {
  const Opened opened(engine);
  const Site other = must(opened.store->put_site("other", {}));
  BOOST_TEST(recent(opened).empty());
  auto draft = draft_of(opened, 5, now - 5);
  draft.site = other.id;
  must(opened.store->add_comment(draft));
  BOOST_TEST(recent(opened).empty());
}

BOOST_DATA_TEST_CASE(any_order_of_writes_gives_what_the_database_holds, engines(), engine) {
  const Opened opened(engine);
  std::mt19937 random(7);
  const auto below = [&](std::uint32_t limit) { return static_cast<std::int64_t>(random() % limit); };
  for (std::uint64_t i = 1; i <= 700; ++i) {
    const bool late = below(50) == 0;
    const CommentId added =
        add(opened, i, now - (late ? below(2 * day) : 1'000 - static_cast<std::int64_t>(i) + below(20)),
            below(3) == 0 ? "reader" : "another");
    if (i % 50 != 0) continue;
    if (i % 100 == 0) must(opened.store->delete_comment(added, Instant{now})); // what is kept is read anew
    for (const std::int64_t until : {now, now - 500, now - 1'000, now - day, now + day / 2}) {
      for (const char* reader : {"reader", ""}) {
        const auto fresh = opened.database->open();
        BOOST_REQUIRE(recent(*opened.store, opened, until, reader) == recent(*fresh, opened, until, reader));
      }
    }
  }
  BOOST_TEST(must(opened.store->history_of({opened.site.id, page_key, "", "", Instant{now}})).recent.size() == 200U);
}

BOOST_DATA_TEST_CASE(no_write_is_lost_while_others_read, engines(), engine) {
  const Opened opened(engine);
  std::vector<std::thread> threads;
  for (std::int64_t writer = 0; writer < 4; ++writer) {
    threads.emplace_back([&, writer] {
      for (std::int64_t i = 0; i < 40; ++i) {
        const std::int64_t number = 1 + writer * 40 + i;
        const CommentId id = add(opened, static_cast<std::uint64_t>(number), now - number);
        if (i % 10 == 9) must(opened.store->delete_comment(id, Instant{now})); // what is kept is read anew
        recent(opened);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  const auto fresh = opened.database->open();
  BOOST_TEST(recent(opened) == recent(*fresh, opened, now, "reader"));
}

BOOST_DATA_TEST_CASE(what_another_process_writes_is_seen_some_seconds_later, engines(), engine) {
  const Opened opened(engine);
  add(opened, 1, now - 10);
  BOOST_TEST(recent(opened) == "1@-10! ");
  const auto another = opened.database->open();
  must(another->add_comment(draft_of(opened, 2, now - 5)));
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(8);
  while (recent(opened) == "1@-10! " && std::chrono::steady_clock::now() < deadline) {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  BOOST_TEST(recent(opened) == "2@-5! 1@-10! ");
}

BOOST_AUTO_TEST_SUITE_END()
