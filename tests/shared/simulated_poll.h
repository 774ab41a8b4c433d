// A poll in memory that asks shared/rules/ballot_suspicion.h as the store does, and crowds that vote in it.
#pragma once

#include <algorithm>
#include <map>
#include <vector>

#include "shared/rules/ballot_suspicion.h"

namespace palabre::test {

class SimulatedPoll {
public:
  void cast(int network, std::uint32_t option, Instant at) {
    Network& own = networks_[network];
    own.options.push_back(option);
    own.times.insert(own.times.begin(), at);
    const bool first_few = std::ssize(own.options) <= rules::household;
    if (!first_few) judge(own, true);
    if (!first_few || !rules::is_time_to_look_again(++first_few_)) return;
    std::vector<Network*> largest;
    for (auto& [id, one] : networks_) {
      if (std::ssize(one.options) > rules::household) largest.push_back(&one);
    }
    std::stable_sort(largest.begin(), largest.end(),
                     [](const Network* a, const Network* b) { return a->options.size() > b->options.size(); });
    for (std::size_t i = 0; i < std::min<std::size_t>(largest.size(), rules::looked_at_again); ++i) {
      judge(*largest[i], false);
    }
  }

  [[nodiscard]] const rules::Suspicion& suspicion_of(int network) const { return networks_.at(network).suspicion; }
  [[nodiscard]] std::int64_t counted_of(int network) const {
    const Network& own = networks_.at(network);
    return std::min<std::int64_t>(std::ssize(own.options), own.suspicion.counted);
  }
  [[nodiscard]] std::int64_t counted() const {
    std::int64_t sum = 0;
    for (const auto& [id, one] : networks_) sum += counted_of(id);
    return sum;
  }
  [[nodiscard]] std::int64_t votes_for(std::uint32_t option) const {
    std::int64_t sum = 0;
    for (const auto& [id, one] : networks_) {
      const auto end = one.options.begin() + static_cast<std::ptrdiff_t>(counted_of(id));
      sum += std::count(one.options.begin(), end, option);
    }
    return sum;
  }

private:
  struct Network {
    std::vector<std::uint32_t> options;
    std::vector<Instant> times; // the newest first
    rules::Suspicion suspicion;
  };

  static void add(std::vector<OptionCount>& counts, std::uint32_t option) {
    for (OptionCount& one : counts) {
      if (one.option == option) {
        ++one.count;
        return;
      }
    }
    counts.push_back({option, 1});
  }

  void judge(Network& own, bool has_voted) const {
    rules::BallotTraffic traffic;
    traffic.of_network = std::ssize(own.options);
    for (const std::uint32_t option : own.options) add(traffic.chosen, option);
    for (const auto& [id, other] : networks_) {
      if (&other == &own) continue;
      for (std::ptrdiff_t i = 0; i < std::min<std::ptrdiff_t>(std::ssize(other.options), rules::household); ++i) {
        add(traffic.chosen_by_others, other.options[static_cast<std::size_t>(i)]);
        ++traffic.of_others;
      }
    }
    if (has_voted) {
      const std::size_t looked_at = std::min(rules::last_looked_at(traffic.of_network), own.times.size());
      traffic.last.assign(own.times.begin(), own.times.begin() + static_cast<std::ptrdiff_t>(looked_at));
    }
    own.suspicion = rules::suspicion_of(traffic, own.suspicion);
  }

  std::map<int, Network> networks_;
  std::int64_t first_few_{0};
};

} // namespace palabre::test
