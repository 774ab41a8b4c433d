// What moderation shows readers: masked words, comments folded behind a reason, flags and appeals.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "shared/view/messages.h"
#include "shared/view/thread_view.h"
#include "shared/wire/messages.h"

namespace palabre::view {

// The comment's body, its coarse words masked until the reader lifts them.
[[nodiscard]] NodePtr comment_body(const ThreadState& state, const Messages& messages, const Comment& comment);
// In place of a hidden comment's body: why, and the body folded behind it, which the browser unfolds.
[[nodiscard]] NodePtr hidden_view(const Messages& messages, const Comment& comment, NodePtr body);
// That the comment waits, and why.
[[nodiscard]] NodePtr held_view(const Messages& messages, const Comment& comment);

// Null where a flag makes no sense.
[[nodiscard]] NodePtr flag_control(const ThreadState& state, const Messages& messages, const Comment& comment);
// The open box; null: it is closed.
[[nodiscard]] NodePtr flag_box(const ThreadState& state, const Messages& messages, const Comment& comment);
// What `flag_as` is about.
struct FlagTarget {
  CommentId comment;
  wire::FlagReason reason{wire::FlagReason::other};
};
[[nodiscard]] std::optional<FlagTarget> parse_flag(std::string_view target);

[[nodiscard]] NodePtr appeal_control(const ThreadState& state, const Messages& messages, const Comment& comment);
// The open box, as a form with the key appeal_key; null: it is closed.
[[nodiscard]] NodePtr appeal_box(const ThreadState& state, const Messages& messages, CommentId id);
[[nodiscard]] std::string appeal_key(CommentId id); // "appeal-42"

} // namespace palabre::view
