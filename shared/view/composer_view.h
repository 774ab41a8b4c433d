// The form in which a comment, a reply or an edit is written.
#pragma once

#include <string>

#include "shared/view/messages.h"
#include "shared/view/thread_view.h"

namespace palabre::view {

enum class ComposerKind : std::uint8_t { fresh, reply, edit };

struct ComposerPlace {
  ComposerKind kind{ComposerKind::fresh};
  CommentId comment; // replied to or edited
};

// "new", "reply-42", "edit-42"
[[nodiscard]] std::string composer_key(const ComposerPlace& place);
// Whether words wait there that are in no open box.
[[nodiscard]] bool has_draft(const ThreadState& state, const ComposerPlace& place);
[[nodiscard]] NodePtr composer_view(const ThreadState& state, const Messages& messages, const ComposerPlace& place);

} // namespace palabre::view
