// When a ballot is set apart for the owner to look at. Suspicion never refuses: the ballot is kept, the reader gets the
// same answer, and the owner counts the group or leaves it out.
//
// People who share a network (a household, an office, a school, a mobile operator) all vote from one prefix. So:
//   * the first 40 ballots from one network always count, however small the poll and however fast they come: a class or
//     an office is never set apart;
//   * "network": after them, a network's ballots count while it has at most a fifth of the poll's, whatever their
//     number; a large school in a large poll is no suspect, two people with a thousand tokens are;
//   * "burst": after them, more than 40 within a minute from one network; or, while the whole poll runs at more than
//   ten
//     times its own pace (and above 120 a minute), the fourth and further ones of a network within that minute;
//   * "script": 16 ballots of one network whose intervals are all alike to 3 % (of 200 ms to 10 minutes): nobody votes
//     like a clock. Asked from the sixteenth on, also within the first 40.
#pragma once

#include <string_view>
#include <vector>

#include "shared/model/instant.h"

namespace palabre::rules {

inline constexpr std::int64_t trusted_ballots_of_a_network = 40;
inline constexpr std::int64_t most_network_share = 5; // one in so many
inline constexpr std::int64_t most_ballots_in_a_burst = 40;
inline constexpr std::int64_t calm_ballots_a_minute = 120;
inline constexpr std::int64_t burst_times_usual = 10;
inline constexpr std::int64_t most_of_a_network_in_a_burst = 3;
inline constexpr std::size_t spacing_looked_at = 16;
inline constexpr Duration ballot_burst = Duration::minutes(1);

// What is known before a ballot is added; ballots set apart are in all numbers.
struct BallotTraffic {
  std::int64_t in_poll{0};
  std::int64_t in_poll_burst{0}; // of the last minute; may stop at some thousands
  std::int64_t of_network{0};
  std::int64_t of_network_burst{0};       // the same
  std::int64_t usual_a_minute{0};         // the poll's own pace so far
  std::vector<Instant> of_network_last{}; // the newest first, spacing_looked_at - 1 at most
};

// "network", "burst", "script"; empty: counted.
[[nodiscard]] std::string_view suspicion_of(const BallotTraffic& traffic, Instant now);

} // namespace palabre::rules
