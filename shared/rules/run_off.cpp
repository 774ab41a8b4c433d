#include "shared/rules/run_off.h"

#include "shared/rules/ballots.h"

namespace palabre::rules {
namespace {

std::int64_t count_of(const RunOffRound& round, std::uint32_t option) {
  for (const OptionCount& count : round.counts) {
    if (count.option == option) return count.count;
  }
  return 0;
}

std::int64_t sum_of(const RunOffRound& round, const std::vector<std::uint32_t>& options) {
  std::int64_t sum = 0;
  for (const std::uint32_t option : options) sum = add_counts(sum, count_of(round, option));
  return sum;
}

bool contains(const std::vector<std::uint32_t>& options, std::uint32_t option) {
  return std::find(options.begin(), options.end(), option) != options.end();
}

// Of `among`, those with the fewest in this round, in the poll's order.
std::vector<std::uint32_t> fewest(const RunOffRound& round, const std::vector<std::uint32_t>& among) {
  std::int64_t least = largest_count;
  for (const std::uint32_t option : among) least = std::min(least, count_of(round, option));
  std::vector<std::uint32_t> found;
  for (const std::uint32_t option : among) {
    if (count_of(round, option) == least) found.push_back(option);
  }
  return found;
}

std::vector<std::uint32_t> standing_in(const RunOffRound& round) {
  std::vector<std::uint32_t> standing;
  for (const OptionCount& count : round.counts) standing.push_back(count.option);
  return standing;
}

// Whether nobody of `last` can come past anybody else, whatever order they go in.
bool cannot_matter(const RunOffRound& round, const std::vector<std::uint32_t>& last) {
  const std::int64_t sum = sum_of(round, last);
  bool others = false;
  for (const OptionCount& count : round.counts) {
    if (contains(last, count.option)) continue;
    if (count.count <= sum) return false;
    others = true;
  }
  return others;
}

struct Leaving {
  std::vector<std::uint32_t> options; // all who stand: nobody can part them
  WayOut way{WayOut::none};
};

// Who goes after the last of these rounds.
Leaving find_leaving(const std::vector<RunOffRound>& rounds, std::size_t last_round) {
  const RunOffRound& now = rounds[last_round];
  std::vector<std::uint32_t> tied = fewest(now, standing_in(now));
  if (tied.size() == 1) return {tied, WayOut::alone};
  if (cannot_matter(now, tied)) return {tied, WayOut::together};
  for (std::size_t before = last_round; before-- > 0;) {
    std::vector<std::uint32_t> fewer = fewest(rounds[before], tied);
    if (fewer.size() == tied.size()) continue;
    tied = std::move(fewer);
    if (tied.size() == 1 || cannot_matter(now, tied)) return {tied, WayOut::earlier_rounds};
  }
  if (tied.size() == now.counts.size()) return {tied, WayOut::none};
  return {{tied.back()}, WayOut::order};
}

// A pattern, and who on it is counted now.
struct Pile {
  const BallotCount* ballots;
  std::size_t at{0};
};

RunOffRound count_round(std::vector<Pile>& piles, const std::vector<std::uint32_t>& standing) {
  RunOffRound round;
  for (const std::uint32_t option : standing) round.counts.push_back({option, 0});
  for (Pile& pile : piles) {
    const std::vector<std::uint32_t>& choices = pile.ballots->choices;
    while (pile.at < choices.size() && !contains(standing, choices[pile.at])) ++pile.at;
    if (pile.at == choices.size()) {
      round.exhausted = add_counts(round.exhausted, pile.ballots->count);
      continue;
    }
    for (OptionCount& count : round.counts) {
      if (count.option == choices[pile.at]) count.count = add_counts(count.count, pile.ballots->count);
    }
  }
  return round;
}

std::vector<std::uint32_t> majority_of(const RunOffRound& round) {
  std::int64_t counted = 0;
  for (const OptionCount& count : round.counts) counted = add_counts(counted, count.count);
  for (const OptionCount& count : round.counts) {
    if (count.count > counted - count.count) return {count.option};
  }
  return {};
}

} // namespace

void run_off(const Poll& poll, const std::vector<BallotCount>& ballots, PollResult& result) {
  std::vector<Pile> piles;
  for (const BallotCount& pattern : ballots) piles.push_back({&pattern});
  std::vector<std::uint32_t> standing;
  for (const PollOption& option : poll.options) standing.push_back(option.id);
  while (true) {
    result.rounds.push_back(count_round(piles, standing));
    result.winners = majority_of(result.rounds.back());
    if (!result.winners.empty()) return;
    const Leaving leaving = find_leaving(result.rounds, result.rounds.size() - 1);
    if (leaving.way == WayOut::none) {
      result.winners = leaving.options;
      return;
    }
    result.rounds.back().eliminated = leaving.options;
    std::erase_if(standing, [&](std::uint32_t option) { return contains(leaving.options, option); });
  }
}

WayOut way_out(const PollResult& result, std::size_t round) {
  if (round >= result.rounds.size() || result.rounds[round].eliminated.empty()) return WayOut::none;
  return find_leaving(result.rounds, round).way;
}

} // namespace palabre::rules
