// How long and how helpfully somebody takes part, from what the store counts of them.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "shared/model/instant.h"
#include "shared/model/standing.h"

namespace palabre::rules {

struct Standing {
  std::int64_t published{0}; // comments that readers see
  std::int64_t helpful{0};   // answers that others found helpful, see is_helpful
  Instant first;             // of the published ones
  Instant last;
};

// All of it has to be met.
struct Criterion {
  Badge badge{Badge::first_comment};
  std::int64_t published{0}; // comments, at least
  std::int64_t helpful{0};   // answers that others found helpful, at least
  std::int64_t days{0};      // between the first comment and the last, at least
};
// Levels first, the highest before the others.
inline constexpr std::array<Criterion, 5> criteria{{{Badge::pillar, 100, 0, 180},
                                                    {Badge::regular, 20, 0, 30},
                                                    {Badge::helpful, 1, 10, 0},
                                                    {Badge::year, 1, 0, 365},
                                                    {Badge::first_comment, 1, 0, 0}}};

// One level at most; the first comment is said as long as nothing more can be.
[[nodiscard]] std::vector<Badge> badges_for(const Standing& standing);

// An answer that others found helpful: a published reply of no member with so many votes for it, or that the team
// marked as the answer to a question.
inline constexpr std::int64_t helpful_votes = 2;
struct ReplyFacts {
  bool reply{false};
  bool published{false};
  bool by_member{false};
  bool answer{false};
  std::int64_t up{0};
};
[[nodiscard]] bool is_helpful(const ReplyFacts& reply);

} // namespace palabre::rules
