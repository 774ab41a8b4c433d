// What a site's owner may ask of readers' engagement, and what a new site begins with.
#pragma once

#include "shared/model/engagement.h"
#include "shared/model/error.h"

namespace palabre::rules {

inline constexpr std::size_t symbol_limit = 24;         // code points
inline constexpr std::size_t reaction_label_limit = 60; // code points
inline constexpr std::size_t welcome_limit = 2'000;     // code points
inline constexpr std::uint32_t most_scores_from = 1'000;

// Trimmed. Errors name the member: `marks.reactions.2.name` and so on; forbidden_character, malformed_text,
// field_empty, field_too_long, unknown_field_value.
[[nodiscard]] Expected<Engagement> check_engagement(const Engagement& engagement);
// ^[a-z0-9][a-z0-9_-]{0,31}$; also of votes.
[[nodiscard]] bool is_mark_name(std::string_view name);
// Votes both ways, five reactions, the page's own; of a site that nobody has set up yet. One without any settings of
// its own, as from before there was engagement, has none of it.
[[nodiscard]] Engagement engagement_of_new_site();

} // namespace palabre::rules
