// Which language a short text is in, as far as it can be told.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "shared/text/words.h"

namespace palabre::text {

enum class Language : std::uint8_t { unknown, en, fr, de, es, it, pt, nl, ja, ar };
inline constexpr std::array<Language, 9> known_languages{Language::en, Language::fr, Language::de,
                                                         Language::es, Language::it, Language::pt,
                                                         Language::nl, Language::ja, Language::ar};

[[nodiscard]] std::string_view to_name(Language language); // "unknown", "en" …
// "fr", "fr-CA", "FR_ch" → fr; anything else is unknown.
[[nodiscard]] Language parse_language(std::string_view tag);

struct LanguageGuess {
  Language language{Language::unknown};
  float confidence{0}; // 0 … 1
};

// Of the text's own words; unknown when there are too few of them, or of another language. `source` is what `words`
// were split from: folding takes away what tells ñ from n. Looks at the beginning of long texts only.
[[nodiscard]] LanguageGuess detect_language(const Words& words, std::string_view source);

} // namespace palabre::text
