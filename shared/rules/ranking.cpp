#include "shared/rules/ranking.h"

#include <algorithm>
#include <cmath>

namespace palabre::rules {

Votes counted_votes(Votes cast, const MarkRules& rules) {
  if (rules.votes == VoteRule::none) return {};
  if (rules.votes == VoteRule::up) cast.down = 0;
  return cast.up + cast.down < std::int64_t{rules.scores_from} ? Votes{} : cast;
}

// IEEE 754 prescribes how each of these steps is rounded, the square root's among them.
std::int64_t wilson_rank(Votes votes) {
  const std::int64_t total = votes.up + votes.down;
  if (total <= 0 || votes.up <= 0) return 0;
  constexpr double z_squared = 3.8416; // 1.96²
  const auto count = static_cast<double>(total);
  const double share = static_cast<double>(votes.up) / count;
  const double other_share = static_cast<double>(votes.down) / count;
  const double spread = share * other_share;
  const double quarter = z_squared / (4.0 * count);
  const double inside = (spread + quarter) / count;
  const double root = std::sqrt(inside * z_squared);
  const double half = z_squared / (2.0 * count);
  const double centre = share + half;
  const double above = centre - root;
  const double below = 1.0 + z_squared / count;
  const double bound = above / below;
  const auto rank = static_cast<std::int64_t>(std::floor(bound * static_cast<double>(rank_scale)));
  return std::clamp<std::int64_t>(rank, 0, rank_scale);
}

std::int64_t controversy(Votes votes) {
  constexpr std::int64_t most = 1'000'000; // keeps the product within what JavaScript reads exactly
  const std::int64_t up = std::clamp<std::int64_t>(votes.up, 0, most);
  const std::int64_t down = std::clamp<std::int64_t>(votes.down, 0, most);
  if (up == 0 || down == 0) return 0;
  return (up + down) * std::min(up, down) * 1000 / std::max(up, down);
}

} // namespace palabre::rules
