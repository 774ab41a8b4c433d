// Where votes put a comment among its siblings. Integer and IEEE arithmetic only: the same on every machine.
#pragma once

#include <cstdint>

#include "shared/model/mark.h"

namespace palabre::rules {

struct Votes {
  std::int64_t up{0};
  std::int64_t down{0};
};

// As a site counts them: without rules for votes none, and fewer than it shows are none either, so that no order
// and no cursor tells of votes whose numbers are hidden.
[[nodiscard]] Votes counted_votes(Votes cast, const MarkRules& rules);

inline constexpr std::int64_t rank_scale = 1'000'000;
// The lower bound of Wilson's interval (95 %) for the share of votes up, in millionths, 0 … rank_scale; 0 without
// votes. Not less than 0 votes, and at most 2^31 of each.
[[nodiscard]] std::int64_t wilson_rank(Votes votes);
// How much and how evenly it is disputed, in thousandths of votes: (up + down) · min / max. 0 unless both were given.
[[nodiscard]] std::int64_t controversy(Votes votes);

// A comment's score for `best` is one number: its rank before the published comments below it.
inline constexpr std::int64_t replies_in_score = std::int64_t{1} << 20;
[[nodiscard]] constexpr std::int64_t rank_in_score(std::int64_t rank) {
  return rank * replies_in_score;
}

} // namespace palabre::rules
