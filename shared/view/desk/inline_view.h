// A moderator's controls in the page itself.
#pragma once

#include <cstddef>

#include "shared/view/desk/inline_state.h"
#include "shared/view/messages.h"
#include "shared/view/node.h"

namespace palabre::view::desk {

// Who moderates, what waits, the way to the desk and out of it.
[[nodiscard]] NodePtr inline_head(const InlineState& state, const Messages& messages);
// Unfolds the comment's box; null where it is unfolded anyway, or there is nothing to decide.
[[nodiscard]] NodePtr inline_control(const InlineState& state, const Messages& messages, const Comment& comment);
// How the comment stands, why, and what can be done; null while it is folded.
[[nodiscard]] NodePtr inline_box(const InlineState& state, const Messages& messages, const Comment& comment);
// Of all that the last two come from.
[[nodiscard]] std::size_t inline_fingerprint(const InlineState& state, CommentId comment);

// What a comment's box answers to: "VERB.COMMENT", with the decisions' names as verbs beside these.
namespace inline_verb {
inline constexpr std::string_view toggle = "toggle";
inline constexpr std::string_view insist = "insist"; // the question's yes
inline constexpr std::string_view relent = "relent"; // and its no
inline constexpr std::string_view undo = "undo";
inline constexpr std::string_view stop = "stop"; // of no comment
} // namespace inline_verb
[[nodiscard]] std::string inline_target(std::string_view verb, CommentId comment);

} // namespace palabre::view::desk
