// The languages that there are catalogues in, and what CLDR says about each: plural categories, digits' grouping,
// direction. A language is added here, and as shared/view/catalogues/<name>.json; see docs/embedding.md.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace palabre::view {

enum class Language : std::uint8_t { en, fr, de, es, it, pt, nl, ja, ar };
inline constexpr std::array<Language, 9> languages{Language::en, Language::fr, Language::de, Language::es, Language::it,
                                                   Language::pt, Language::nl, Language::ja, Language::ar};

[[nodiscard]] std::string_view to_name(Language language);
// "fr", "fr-CA", "FR_ch" → fr; nullopt: no catalogue in it.
[[nodiscard]] std::optional<Language> spoken_language(std::string_view tag);
// The same; anything unknown → en.
[[nodiscard]] Language language_of(std::string_view tag);

// Of the language's own script, as HTML's `dir` says it: "ltr" or "rtl".
[[nodiscard]] std::string_view direction_of(Language language);

enum class PluralCategory : std::uint8_t { zero, one, two, few, many, other };
[[nodiscard]] std::string_view to_name(PluralCategory category);
// CLDR's rule for whole numbers; the sign does not count.
[[nodiscard]] PluralCategory plural_category(Language language, std::int64_t n);

// With the language's grouping: 12,345 and 12 345.
[[nodiscard]] std::string grouped_number(Language language, std::int64_t n);

} // namespace palabre::view
