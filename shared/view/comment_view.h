// One comment: its card, and the article around card, reply composer and replies.
#pragma once

#include <vector>

#include "shared/view/messages.h"
#include "shared/view/thread_view.h"

namespace palabre::view {

// `depth` counts from 1 at the top level; `replies` are articles, oldest first.
[[nodiscard]] NodePtr comment_view(const ThreadState& state, const Messages& messages, const Comment& comment,
                                   unsigned depth, std::vector<NodePtr> replies);
[[nodiscard]] NodePtr pending_view(const Messages& messages, const PendingComment& pending, unsigned depth);

} // namespace palabre::view
