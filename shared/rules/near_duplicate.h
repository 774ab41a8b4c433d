// Nearly the same text: SimHash over words and pairs of folded words.
#pragma once

#include <cstdint>

#include "shared/text/words.h"

namespace palabre::rules {

// 0: too short to tell, as "Merci !" or "+1" is. Of a short text it changes with every word, of a longer one by a few
// bits.
[[nodiscard]] std::uint64_t fingerprint(const text::Words& words);
[[nodiscard]] bool nearly_same(std::uint64_t a, std::uint64_t b);

// Of nine words or more: several people do not write the same by chance.
[[nodiscard]] bool is_of_many_words(std::uint64_t fingerprint);

} // namespace palabre::rules
