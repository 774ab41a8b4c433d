// Dates in words, in UTC; the browser replaces them by local ones.
#pragma once

#include <string>

#include "shared/model/instant.h"
#include "shared/view/messages.h"

namespace palabre::view {

// "November 20, 2026", "20 novembre 2026"
[[nodiscard]] std::string date_in_words(Instant instant, const Messages& messages);
// "November 20, 2026 at 11:16 UTC"
[[nodiscard]] std::string date_and_time_in_words(Instant instant, const Messages& messages);

} // namespace palabre::view
