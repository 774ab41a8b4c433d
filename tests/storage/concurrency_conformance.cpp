// Many callers at once, in one process and in two.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>

#include <atomic>
#include <set>
#include <thread>

#include "tests/storage/engines.h"

namespace palabre::test {
namespace {

// Runs `work(n)` on `count` threads at once and waits for all.
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

BOOST_AUTO_TEST_SUITE(concurrency)

BOOST_DATA_TEST_CASE(posts_of_eight_threads_are_all_there_and_counted, engines(), engine) {
  constexpr int threads = 8;
  constexpr int posts = 50;
  const Opened opened(engine);
  std::vector<std::vector<CommentId>> ids(threads);
  std::atomic<int> failures{0};
  together(threads, [&](int n) {
    for (int i = 0; i < posts; ++i) {
      const std::string body = std::to_string(n) + "." + std::to_string(i);
      const auto added = opened.store->add_comment(opened.draft(body, i));
      if (added && added->comment.body == body)
        ids[static_cast<std::size_t>(n)].push_back(added->comment.id);
      else
        ++failures;
    }
  });
  BOOST_TEST(failures == 0);
  std::set<CommentId> unique;
  for (const auto& list : ids) unique.insert(list.begin(), list.end());
  BOOST_TEST(unique.size() == static_cast<std::size_t>(threads * posts));
  const auto thread = must(opened.store->read_thread(opened.site, page_key, SortOrder::oldest, std::nullopt, 1000));
  BOOST_TEST(thread.total == threads * posts);
  BOOST_TEST(thread.version == threads * posts);
  BOOST_TEST(thread.comments.size() == static_cast<std::size_t>(threads * posts));
}

BOOST_DATA_TEST_CASE(a_failing_write_does_not_touch_those_that_share_its_commit, engines(), engine) {
  const Opened opened(engine);
  std::atomic<int> wrong{0};
  together(8, [&](int n) {
    for (int i = 0; i < 40; ++i) {
      if (n % 2 == 0) {
        const auto parent = i % 2 == 0 ? std::optional<CommentId>(CommentId{999'999}) : std::nullopt;
        auto draft = opened.draft("bad", i, parent);
        if (!parent) draft.site = SiteId{4711}; // the engine refuses this one
        if (opened.store->add_comment(draft)) ++wrong;
      } else if (!opened.store->add_comment(opened.draft("good", i))) {
        ++wrong;
      }
    }
  });
  BOOST_TEST(wrong == 0);
  BOOST_TEST(opened.thread().total == 160);
  BOOST_TEST(opened.thread().version == 160);
}

BOOST_DATA_TEST_CASE(readers_see_whole_states_and_versions_that_only_grow, engines(), engine) {
  const Opened opened(engine);
  std::atomic<bool> done{false};
  std::atomic<int> wrong{0};
  together(4, [&](int n) {
    if (n == 0) {
      for (int i = 0; i < 150; ++i) {
        const auto added = opened.store->add_comment(opened.draft("x", i));
        if (!added || (i % 3 == 0 && !opened.store->delete_comment(added->comment.id, Instant{i}))) ++wrong;
      }
      done = true;
      return;
    }
    std::int64_t last = 0;
    while (!done) {
      const auto thread = opened.store->read_thread(opened.site, page_key, SortOrder::newest, std::nullopt, 1000);
      if (!thread || thread->version < last || thread->total != static_cast<std::int64_t>(thread->comments.size())) {
        ++wrong;
        return;
      }
      last = thread->version;
    }
  });
  BOOST_TEST(wrong == 0);
  BOOST_TEST(opened.thread().version == 200);
}

BOOST_DATA_TEST_CASE(a_key_raced_from_two_processes_makes_one_comment, engines(), engine) {
  const Opened opened(engine);
  const auto other = opened.database->open();
  constexpr int keys = 25;
  std::vector<std::vector<CommentId>> ids(8, std::vector<CommentId>(keys));
  together(8, [&](int n) {
    storage::Store& store = n % 2 == 0 ? *opened.store : *other;
    for (int key = 0; key < keys; ++key) {
      auto draft = opened.draft("raced", key);
      draft.idempotency_key = "key " + std::to_string(key);
      const auto added = store.add_comment(draft);
      if (added) ids[static_cast<std::size_t>(n)][static_cast<std::size_t>(key)] = added->comment.id;
    }
  });
  for (const auto& list : ids) BOOST_TEST((list == ids.front()));
  BOOST_TEST(ids.front().front().value > 0);
  BOOST_TEST(opened.thread().total == keys);
  BOOST_TEST(opened.thread().version == keys);
}

BOOST_DATA_TEST_CASE(a_comment_is_deleted_once_however_many_try, engines(), engine) {
  const Opened opened(engine);
  const auto other = opened.database->open();
  const CommentId id = opened.add("x", 1);
  std::atomic<int> deleted{0};
  together(8, [&](int n) {
    storage::Store& store = n % 2 == 0 ? *opened.store : *other;
    if (store.delete_comment(id, Instant{2})) ++deleted;
  });
  BOOST_TEST(deleted == 1);
  BOOST_TEST(opened.thread().total == 0);
}

BOOST_DATA_TEST_CASE(a_write_is_seen_by_the_read_after_it, engines(), engine) {
  const Opened opened(engine);
  std::atomic<int> unseen{0};
  together(6, [&](int n) {
    for (int i = 0; i < 30; ++i) {
      const auto added = opened.store->add_comment(opened.draft("mine", n * 100 + i));
      if (!added) {
        ++unseen;
        continue;
      }
      const auto found = opened.store->find_comment(added->comment.id);
      if (!found || !found->has_value()) ++unseen;
    }
  });
  BOOST_TEST(unseen == 0);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre::test
