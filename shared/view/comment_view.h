// One comment: its card, and the article around card, reply composer and replies.
#pragma once

#include <vector>

#include "shared/view/messages.h"
#include "shared/view/thread_view.h"

namespace palabre::view {

// Where a comment stands: `depth` counts from 1 at the top level, `below` all comments below it.
struct Standing {
  unsigned depth{1};
  std::size_t below{0};
};

// `replies` are articles, oldest first.
[[nodiscard]] NodePtr comment_view(const ThreadState& state, const Messages& messages, const Comment& comment,
                                   Standing standing, std::vector<NodePtr> replies);
// What the site says to a newcomer; there is something.
[[nodiscard]] NodePtr welcome_view(const ThreadState& state, const Messages& messages);
[[nodiscard]] NodePtr pending_view(const Messages& messages, const PendingComment& pending, unsigned depth);

} // namespace palabre::view
