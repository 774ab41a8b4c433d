// Votes and reactions: buttons that say how many there are, and whether one of them is the reader's.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/view/thread_view.h"

namespace palabre::view {

// The page itself, where a comment's id stands.
inline constexpr CommentId page_marks_id{};

// Of a comment, or of the page itself (`comment` null). nullptr: the site offers nothing there.
[[nodiscard]] NodePtr marks_view(const ThreadState& state, const Messages& messages, const Comment* comment);

// Action::target of `mark`: an id, 0 for the page itself, a dot, the name.
struct MarkTarget {
  CommentId id;
  std::string name;
};
[[nodiscard]] std::optional<MarkTarget> parse_mark(std::string_view target);
// What it is called with its number, as "Vote up: 3".
[[nodiscard]] std::string mark_label(const ThreadState& state, std::string_view name, const MarkTally& tally);

} // namespace palabre::view
