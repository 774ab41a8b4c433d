#include "shared/rules/ballot_suspicion.h"

#include <algorithm>
#include <cstdlib>

namespace palabre::rules {
namespace {

constexpr std::int64_t shortest_interval_ms = 100;
constexpr std::int64_t longest_interval_ms = 10 * 60 * 1000;
constexpr std::int64_t alike_to = 5; // one in so many
// Standard deviations that chance explains: of a network most of which says the same, of another, and of one that is
// suspected already. They are asked again with each ballot, so they are more than for one look.
constexpr double chance_of_one_voice = 2;
constexpr double chance_of_many_voices = 3.5;
constexpr double chance_of_suspects = 1.5;

// Servers' clocks may differ a little.
std::int64_t between(Instant a, Instant b) {
  return std::abs((a - b).milliseconds);
}

bool is_clockwork(const std::vector<Instant>& last) {
  if (last.size() < spacing_looked_at) return false;
  std::int64_t shortest = longest_interval_ms + 1;
  std::int64_t longest = 0;
  for (std::size_t i = 1; i < spacing_looked_at; ++i) {
    const std::int64_t interval = between(last[i - 1], last[i]);
    shortest = std::min(shortest, interval);
    longest = std::max(longest, interval);
  }
  if (shortest < shortest_interval_ms || longest > longest_interval_ms) return false;
  return (longest - shortest) * alike_to <= longest;
}

bool is_faster_than_people(const std::vector<Instant>& last) {
  return last.size() >= within_a_second && between(last.front(), last[within_a_second - 1]) <= 1'000;
}

std::size_t of_last_minute(const std::vector<Instant>& last) {
  const auto is_recent = [&](Instant at) { return between(last.front(), at) <= ballot_burst.milliseconds; };
  return static_cast<std::size_t>(std::count_if(last.begin(), last.end(), is_recent));
}

bool is_burst(const BallotTraffic& traffic) {
  if (traffic.of_network <= one_room || traffic.last.empty()) return false;
  const std::size_t recent = of_last_minute(traffic.last);
  if (recent > static_cast<std::size_t>(most_in_a_burst)) return true;
  const std::int64_t calm = std::max(calm_ballots_a_minute, traffic.usual_a_minute * burst_times_usual);
  return traffic.in_poll_burst >= calm && recent > most_of_a_network_in_a_burst;
}

std::int64_t count_of(const std::vector<OptionCount>& counts, std::uint32_t option) {
  const auto found =
      std::find_if(counts.begin(), counts.end(), [&](const OptionCount& one) { return one.option == option; });
  return found == counts.end() ? 0 : found->count;
}

// By the rule of succession, for some answer nobody else has given is not impossible.
struct Pull {
  double ballots{0};
  double variance{0}; // as chance makes it, where both are samples of the same people
};

Pull pull_of(const BallotTraffic& traffic, const OptionCount& chosen) {
  const auto network = static_cast<double>(traffic.of_network);
  const double others = static_cast<double>(traffic.of_others) + 2;
  const double share = (static_cast<double>(count_of(traffic.chosen_by_others, chosen.option)) + 1) / others;
  return {static_cast<double>(chosen.count) - network * share, network * share * (1 - share) * (1 + network / others)};
}

bool pulls(const BallotTraffic& traffic, bool suspected) {
  const double most =
      static_cast<double>(free_pull) + static_cast<double>(traffic.of_others) / static_cast<double>(others_a_pull);
  return std::any_of(traffic.chosen.begin(), traffic.chosen.end(), [&](const OptionCount& chosen) {
    const Pull pull = pull_of(traffic, chosen);
    const bool one_voice = chosen.count * 4 >= traffic.of_network * 3;
    const double chance = suspected ? chance_of_suspects : one_voice ? chance_of_one_voice : chance_of_many_voices;
    return pull.ballots > (suspected ? most / 2 : most) &&
           pull.ballots * pull.ballots > chance * chance * pull.variance;
  });
}

// Whatever they say.
Suspicion by_pace(const BallotTraffic& traffic, const Suspicion& former) {
  if (former.rule == "script" || former.rule == "burst") return former;
  const auto up_to = [&](std::size_t last) {
    return std::max(household, traffic.of_network - static_cast<std::int64_t>(last));
  };
  if (is_faster_than_people(traffic.last)) return {"script", up_to(within_a_second)};
  if (is_clockwork(traffic.last)) return {"script", up_to(spacing_looked_at)};
  if (is_burst(traffic)) return {"burst", up_to(of_last_minute(traffic.last))};
  return {};
}

Suspicion by_weight(const BallotTraffic& traffic, const Suspicion& former) {
  if (traffic.of_others <= few_others) {
    return traffic.of_network > one_room ? Suspicion{"network", one_room} : Suspicion{};
  }
  return pulls(traffic, former.rule == "alike") ? Suspicion{"alike", household} : Suspicion{};
}

} // namespace

std::size_t last_looked_at(std::int64_t of_network) {
  return of_network > one_room ? static_cast<std::size_t>(most_in_a_burst) + 1 : within_a_second;
}

bool is_time_to_look_again(std::int64_t of_first_five) {
  constexpr std::int64_t small_poll = 64;
  constexpr std::int64_t one_in = 16;
  return of_first_five > few_others && (of_first_five <= small_poll || of_first_five % one_in == 0);
}

Suspicion suspicion_of(const BallotTraffic& traffic, const Suspicion& former) {
  if (traffic.of_network <= household) return {};
  Suspicion pace = by_pace(traffic, former);
  Suspicion weight = by_weight(traffic, former);
  if (pace.rule.empty()) return weight;
  pace.counted = std::min(pace.counted, weight.counted);
  return pace;
}

} // namespace palabre::rules
