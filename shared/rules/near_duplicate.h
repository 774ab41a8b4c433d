// Nearly the same text: SimHash over shingles of folded words.
#pragma once

#include <cstdint>

#include "shared/text/words.h"

namespace palabre::rules {

// 0: too short to tell.
[[nodiscard]] std::uint64_t fingerprint(const text::Words& words);
[[nodiscard]] bool nearly_same(std::uint64_t a, std::uint64_t b);

} // namespace palabre::rules
