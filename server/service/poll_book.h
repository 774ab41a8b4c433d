// What is counted of polls, kept as long as nothing changes; and how much is voted in a poll and on a site at once.
// Thread safe.
#pragma once

#include <chrono>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "server/service/limiter.h"
#include "server/storage/store.h"

namespace palabre::service {

enum class Ballots : std::uint8_t { counted, all }; // all: with those set apart

class PollBook {
public:
  PollBook();

  struct Count {
    PollResult result;
    std::int64_t set_apart{0};
  };
  // From the store's sums, whose reading costs the same however many ballots there are. The rounds of a ranked poll of
  // many different ballots are counted anew at most once a second.
  [[nodiscard]] Expected<Count> count(storage::Store& store, const Post& poll, Ballots which);

  // rate_limited. Beside what each client may: a poll takes 3,000 ballots a second for long, a site twice as
  // many, with room for a rush.
  [[nodiscard]] Expected<void> take_ballot(PostId poll, SiteId site, Instant now);

private:
  struct Known {
    std::int64_t version{0};
    std::int64_t revision{0}; // of the post: without ballots its options may change
    std::chrono::steady_clock::time_point counted{};
    bool dear{false}; // to count
    PollResult result;
  };
  [[nodiscard]] Expected<PollResult> count_ranked(storage::Store& store, const Post& poll, Ballots which,
                                                  std::int64_t version);

  [[nodiscard]] std::shared_ptr<const Known> find(PostId poll, Ballots which);
  [[nodiscard]] static bool is_good(const Known& known, const Post& poll, std::int64_t version);

  std::mutex counting_;                                                  // one at a time
  std::mutex mutex_;                                                     // of known_
  std::unordered_map<std::int64_t, std::shared_ptr<const Known>> known_; // by poll and `which`
  Limiter of_polls_;
  Limiter of_sites_;
};

} // namespace palabre::service
