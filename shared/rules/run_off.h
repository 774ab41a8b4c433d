// The rounds of ballots.h. Private to the count.
#pragma once

#include <algorithm>
#include <vector>

#include "shared/model/poll.h"

namespace palabre::rules {

inline constexpr std::int64_t largest_count = (std::int64_t{1} << 53) - 1; // that JSON carries exactly

// Both 0 … largest_count.
[[nodiscard]] constexpr std::int64_t add_counts(std::int64_t a, std::int64_t b) {
  return std::min(a + b, largest_count);
}

// Adds rounds and winners. All patterns fit the poll, and there is one at least.
void run_off(const Poll& poll, const std::vector<BallotCount>& ballots, PollResult& result);

} // namespace palabre::rules
