// What a policy would have done to comments of the past.
#pragma once

#include <string>
#include <vector>

#include "shared/model/instant.h"
#include "shared/rules/moderation.h"

namespace palabre::rules {

struct PastComment {
  Draft draft;
  std::string author; // whoever has the same is the same; empty: the name tells
  Instant created;
};

// One verdict for each of `comments`, which come oldest first. Each is judged with the history that the ones before it
// make, as if all of them had been published: who was new then, who wrote how much, what was a copy.
[[nodiscard]] std::vector<Verdict> backtest(const Moderation& moderation, const std::vector<PastComment>& comments,
                                            const SpamFilter* filter, text::Language hint);

} // namespace palabre::rules
