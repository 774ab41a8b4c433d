// Frequent words and endings of languages, compiled into a hash table of weights when first asked.
#pragma once

#include <cstdint>
#include <string_view>

namespace palabre::text {

// A weight a language, one byte each: en in the lowest, then fr, de, es, it, pt, nl; the highest is "some other one".
using LanguageWeights = std::uint64_t;
inline constexpr int weighed_languages = 8;
inline constexpr LanguageWeights weight_of(int language, std::uint64_t weight) {
  return weight << (8 * language);
}

// Of a folded word; 0: nothing known.
[[nodiscard]] LanguageWeights word_weights(std::string_view word);
// Of how a folded word begins, ends, and what is in it; for words that nothing is known of.
[[nodiscard]] LanguageWeights shape_weights(std::string_view word);

} // namespace palabre::text
