// What an owner may put before readers, and what may still change of it.
#pragma once

#include "shared/model/error.h"
#include "shared/model/post.h"

namespace palabre::rules {

inline constexpr std::size_t post_title_code_points = 200;
inline constexpr std::size_t post_body_code_points = 10'000;
inline constexpr std::size_t option_code_points = 200;
inline constexpr std::size_t most_page_patterns = 20;
inline constexpr std::size_t page_pattern_bytes = 1'000;
inline constexpr std::uint32_t most_winners = 1'000;
inline constexpr std::size_t most_right_answers = 20;

// The post normalised: texts trimmed, options without an id (0) given one that `present` never had, `most` 0 or beyond
// what there is as all there is, single and scale with exactly one choice. Or the first failure; its field begins
// with `post.`.
[[nodiscard]] Expected<Post> check_post(const Post& draft, const Post* present = nullptr);

// Once somebody voted (or entered), what they voted on stays: site, kind, title, and the poll or the contest; a
// contest's prize in words may be told better. Dates, placement, body, purpose and state may change. fixed_by_ballots
// with the field.
[[nodiscard]] Expected<void> check_change(const Post& present, const Post& next);

} // namespace palabre::rules
