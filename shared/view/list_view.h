// The list of comments: nesting, pending ones, and the cache of subtrees.
#pragma once

#include "shared/view/messages.h"
#include "shared/view/thread_view.h"

namespace palabre::view {

// Replies nested deeper join the last level: HTML parsers give up on deep trees.
inline constexpr unsigned deepest_nesting = 24;

// Null when there is nothing to list. `cache` may be null.
[[nodiscard]] NodePtr list_view(const ThreadState& state, const Messages& messages, ViewCache* cache,
                                Changed changed = Changed::anything);

} // namespace palabre::view
