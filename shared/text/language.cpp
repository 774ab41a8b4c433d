#include "shared/text/language.h"

namespace palabre::text {

std::string_view to_name(Language language) {
  switch (language) {
  case Language::unknown: return "unknown";
  case Language::en: return "en";
  case Language::fr: return "fr";
  case Language::de: return "de";
  case Language::es: return "es";
  case Language::it: return "it";
  case Language::pt: return "pt";
  case Language::nl: return "nl";
  case Language::ja: return "ja";
  case Language::ar: return "ar";
  }
  return "unknown";
}

Language parse_language(std::string_view tag) {
  const std::string_view primary = tag.substr(0, tag.find_first_of("-_"));
  if (primary.size() != 2) return Language::unknown;
  const char name[2]{static_cast<char>(primary[0] | 0x20), static_cast<char>(primary[1] | 0x20)};
  for (const Language language : known_languages) {
    if (to_name(language) == std::string_view(name, 2)) return language;
  }
  return Language::unknown;
}

LanguageGuess detect_language(const Words&) {
  return {};
}

} // namespace palabre::text
