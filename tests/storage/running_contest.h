// A store with an open contest, and readers who race.
#pragma once

#include <atomic>
#include <functional>
#include <thread>

#include "tests/storage/engines.h"
#include "tests/support/contests.h"

namespace palabre::test {

inline const std::string seed(64, '5');

inline storage::AuditNote contest_note(const Opened& opened, std::int64_t at = 9'000) {
  return {olga, Instant{at}, "contest.test", opened.site.id};
}

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
    made.revision = post.revision;
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

// Runs `work(n)` on `count` threads at once and waits for all.
inline void race(int count, const std::function<void(int)>& work) {
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

} // namespace palabre::test
