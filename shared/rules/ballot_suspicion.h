// When ballots are set apart for the owner to look at. Suspicion never refuses: a ballot is kept, the reader gets the
// same answer, and the owner counts a network's ballots or leaves them out.
//
// People who share a network (a household, an office, a school, a mobile operator) all vote from one prefix, so what
// counts is not how many come from it but what they do to the result. "Others" are the first five ballots of each other
// network: two networks cannot vouch for each other with thousands.
//   * The first 5 ballots of a network always count, whatever the rest of it does: a household.
//   * While others have cast 5 at most, the poll is one room's and nobody is outvoted: 40 count, a class or an office;
//     what is beyond is "network".
//   * "alike": afterwards, a network whose ballots pull the result. Its pull towards an answer is how many more of its
//     ballots have that answer than if it voted as the others do. It may be 3 and one in 40 of the others' ballots, or
//     what chance explains (2 standard deviations of a network three quarters of which say the same, 3.5 of another):
//     many who vote as everybody does are no suspects, however many they are; eight who all bring one of two answers
//     into an evenly split poll of twenty are.
//   * "script": 10 within a second, or 8 whose intervals are all alike to a fifth (of 100 ms to 10 minutes): nobody
//     votes like a clock.
//   * "burst": of a network that has more than 40, more than 40 within a minute; or, while the whole poll runs at more
//     than ten times its own pace (and above 120 a minute), the fourth and further ones within that minute.
//
// A network is judged as a whole, again with each of its ballots and as others come, so that the result does not depend
// on who came first: whoever stuffs an empty poll is found out when others vote. Then only the first five stay counted
// ("script" and "burst": also what came before it began). A network that is no longer "alike" (its pull is down to
// half of what it may be, or to what chance does every day) or no longer alone counts again by itself; "script" and
// "burst" stay until the owner decides.
#pragma once

#include <limits>
#include <string>
#include <vector>

#include "shared/model/instant.h"
#include "shared/model/poll.h"

namespace palabre::rules {

inline constexpr std::int64_t household = 5;
inline constexpr std::int64_t few_others = 5;
inline constexpr std::int64_t one_room = 40;
inline constexpr std::int64_t free_pull = 3;
inline constexpr std::int64_t others_a_pull = 40; // one more may be pulled for so many of them
inline constexpr std::size_t spacing_looked_at = 8;
inline constexpr std::size_t within_a_second = 10;
inline constexpr std::int64_t most_in_a_burst = 40;
inline constexpr std::int64_t calm_ballots_a_minute = 120;
inline constexpr std::int64_t burst_times_usual = 10;
inline constexpr std::size_t most_of_a_network_in_a_burst = 3;
inline constexpr Duration ballot_burst = Duration::minutes(1);

// How many of a network's last ballots are looked at, itself among them.
[[nodiscard]] std::size_t last_looked_at(std::int64_t of_network);

// Of one network in one poll. Ballots set apart are in all numbers.
struct BallotTraffic {
  std::int64_t of_network{0};
  std::vector<OptionCount> chosen{}; // by them
  std::int64_t of_others{0};         // the first five of each other network
  std::vector<OptionCount> chosen_by_others{};
  std::vector<Instant> last{};    // of the network, the newest first; empty: none of them has come now
  std::int64_t in_poll_burst{0};  // of all, in the last minute; may stop at some thousands
  std::int64_t usual_a_minute{0}; // the poll's own pace so far
};

struct Suspicion {
  std::string rule;                                               // "network", "alike", "script", "burst"; empty: none
  std::int64_t counted{std::numeric_limits<std::int64_t>::max()}; // of the network's ballots, so many of the first
  friend bool operator==(const Suspicion&, const Suspicion&) = default;
};

// How many networks are judged again when others have voted, those with most ballots; and whether they are, now that
// there are so many of all networks' first five.
inline constexpr std::int64_t looked_at_again = 8;
[[nodiscard]] bool is_time_to_look_again(std::int64_t of_first_five);

// `former`: what was answered of this network before.
[[nodiscard]] Suspicion suspicion_of(const BallotTraffic& traffic, const Suspicion& former);

} // namespace palabre::rules
