// Moderation's reasons in words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/view/messages.h"

namespace palabre::view {

// The sentence of a rule; `count` 0: not known. A rule without a sentence gets its axis's.
[[nodiscard]] std::string reason_text(const Messages& messages, std::string_view rule, std::int64_t count = 0);
// Of several, each once, one behind the other.
[[nodiscard]] std::string reasons_text(const Messages& messages, const std::vector<std::string>& rules);

} // namespace palabre::view
