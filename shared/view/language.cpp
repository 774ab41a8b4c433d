#include "shared/view/language.h"

#include <algorithm>

namespace palabre::view {
namespace {

enum class PluralRule : std::uint8_t { none, one, romance_one, romance_zero_one, arabic };

struct LanguageInfo {
  std::string_view name;
  std::string_view direction;
  PluralRule plurals;
  std::string_view separator; // between groups of three digits
  std::size_t ungrouped;      // numbers of up to so many digits are written without it
};

constexpr std::string_view narrow_no_break_space = "\u202F";

constexpr std::array<LanguageInfo, languages.size()> infos{{
    {"en", "ltr", PluralRule::one, ",", 3},
    {"fr", "ltr", PluralRule::romance_zero_one, narrow_no_break_space, 3},
    {"de", "ltr", PluralRule::one, ".", 3},
    {"es", "ltr", PluralRule::romance_one, ".", 4},
    {"it", "ltr", PluralRule::romance_one, ".", 4},
    {"pt", "ltr", PluralRule::romance_zero_one, ".", 3},
    {"nl", "ltr", PluralRule::one, ".", 3},
    {"ja", "ltr", PluralRule::none, ",", 3},
    {"ar", "rtl", PluralRule::arabic, ",", 3},
}};

const LanguageInfo& info_of(Language language) {
  return infos[static_cast<std::size_t>(language)];
}

char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

std::uint64_t magnitude(std::int64_t n) {
  return n < 0 ? 0 - static_cast<std::uint64_t>(n) : static_cast<std::uint64_t>(n);
}

PluralCategory arabic_category(std::uint64_t n) {
  if (n == 0) return PluralCategory::zero;
  if (n == 1) return PluralCategory::one;
  if (n == 2) return PluralCategory::two;
  const std::uint64_t last = n % 100;
  if (last >= 3 && last <= 10) return PluralCategory::few;
  return last >= 11 ? PluralCategory::many : PluralCategory::other;
}

// Whole millions take a category of their own: un millón de comentarios.
PluralCategory romance_category(std::uint64_t n, bool one) {
  if (one) return PluralCategory::one;
  return n != 0 && n % 1'000'000 == 0 ? PluralCategory::many : PluralCategory::other;
}

} // namespace

std::string_view to_name(Language language) {
  return info_of(language).name;
}

std::optional<Language> spoken_language(std::string_view tag) {
  if (tag.size() < 2 || (tag.size() > 2 && tag[2] != '-' && tag[2] != '_')) return std::nullopt;
  const auto found = std::find_if(languages.begin(), languages.end(), [&](Language language) {
    const std::string_view name = to_name(language);
    return lower(tag[0]) == name[0] && lower(tag[1]) == name[1];
  });
  return found == languages.end() ? std::nullopt : std::optional<Language>(*found);
}

Language language_of(std::string_view tag) {
  return spoken_language(tag).value_or(Language::en);
}

std::string_view direction_of(Language language) {
  return info_of(language).direction;
}

std::string_view to_name(PluralCategory category) {
  constexpr std::array<std::string_view, 6> names{"zero", "one", "two", "few", "many", "other"};
  return names[static_cast<std::size_t>(category)];
}

PluralCategory plural_category(Language language, std::int64_t number) {
  const std::uint64_t n = magnitude(number);
  switch (info_of(language).plurals) {
  case PluralRule::none: return PluralCategory::other;
  case PluralRule::one: return n == 1 ? PluralCategory::one : PluralCategory::other;
  case PluralRule::romance_one: return romance_category(n, n == 1);
  case PluralRule::romance_zero_one: return romance_category(n, n <= 1);
  case PluralRule::arabic: return arabic_category(n);
  }
  return PluralCategory::other;
}

std::string grouped_number(Language language, std::int64_t n) {
  const LanguageInfo& info = info_of(language);
  std::string digits = std::to_string(n);
  const std::size_t first = n < 0 ? 1 : 0;
  if (digits.size() <= first + info.ungrouped) return digits;
  for (std::size_t end = digits.size(); end > first + 3;) {
    end -= 3;
    digits.insert(end, info.separator);
  }
  return digits;
}

} // namespace palabre::view
