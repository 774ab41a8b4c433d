// What readers see of what was left on a comment or a page, and what they may leave there.
#pragma once

#include <string_view>

#include "shared/model/mark.h"

namespace palabre::rules {

[[nodiscard]] bool is_vote(std::string_view name);
// Whether readers may put it on a comment, or, where `on_page`, on the page itself, which takes no votes.
[[nodiscard]] bool is_offered(std::string_view name, const MarkRules& rules, Shown on_page);
// Of all that was counted: what the site offers, reactions in its order, votes that are too few only as `votes_hidden`.
[[nodiscard]] MarkTally shown_tally(const MarkTally& counted, const MarkRules& rules, Shown on_page);

} // namespace palabre::rules
