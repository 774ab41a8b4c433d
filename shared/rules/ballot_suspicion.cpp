#include "shared/rules/ballot_suspicion.h"

#include <algorithm>

namespace palabre::rules {
namespace {

constexpr std::int64_t shortest_interval_ms = 200;
constexpr std::int64_t longest_interval_ms = 10 * 60 * 1000;

bool is_clockwork(const BallotTraffic& traffic, Instant now) {
  if (traffic.of_network_last.size() + 1 < spacing_looked_at) return false;
  std::int64_t shortest = longest_interval_ms + 1;
  std::int64_t longest = 0;
  Instant after = now;
  for (const Instant before : traffic.of_network_last) {
    const std::int64_t interval = (after - before).milliseconds;
    shortest = std::min(shortest, interval);
    longest = std::max(longest, interval);
    after = before;
  }
  if (shortest < shortest_interval_ms || longest > longest_interval_ms) return false;
  return (longest - shortest) * 100 <= longest * 3;
}

bool is_burst(const BallotTraffic& traffic) {
  if (traffic.of_network_burst >= most_ballots_in_a_burst) return true;
  const std::int64_t calm = std::max(calm_ballots_a_minute, traffic.usual_a_minute * burst_times_usual);
  return traffic.in_poll_burst >= calm && traffic.of_network_burst >= most_of_a_network_in_a_burst;
}

} // namespace

std::string_view suspicion_of(const BallotTraffic& traffic, Instant now) {
  if (is_clockwork(traffic, now)) return "script";
  if (traffic.of_network < trusted_ballots_of_a_network) return {};
  if ((traffic.of_network + 1) * most_network_share > traffic.in_poll + 1) return "network";
  return is_burst(traffic) ? "burst" : std::string_view();
}

} // namespace palabre::rules
