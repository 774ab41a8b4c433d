#include "shared/view/messages.h"

#include <algorithm>

#include "shared/view/catalogue.h"

namespace palabre::view {
namespace {

constexpr std::string_view narrow_no_break_space = "\u202F";

const CatalogueEntry* find_entry(std::string_view key) {
  const Catalogue all = catalogue();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const CatalogueEntry& entry) { return entry.key == key; });
  return found == all.end() ? nullptr : found;
}

std::string grouped(std::int64_t n, std::string_view separator) {
  std::string digits = std::to_string(n);
  const std::size_t first = n < 0 ? 1 : 0;
  for (std::size_t end = digits.size(); end > first + 3;) {
    end -= 3;
    digits.insert(end, separator);
  }
  return digits;
}

std::string replaced(std::string text, std::string_view name, std::string_view value) {
  const std::string place = "{" + std::string(name) + "}";
  const std::size_t at = text.find(place);
  if (at != std::string::npos) text.replace(at, place.size(), value);
  return text;
}

char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

} // namespace

Language language_of(std::string_view tag) {
  if (tag.size() < 2 || lower(tag[0]) != 'f' || lower(tag[1]) != 'r') return Language::en;
  return tag.size() == 2 || tag[2] == '-' || tag[2] == '_' ? Language::fr : Language::en;
}

std::string_view to_name(Language language) {
  return language == Language::fr ? "fr" : "en";
}

bool Messages::knows(std::string_view key) const {
  return find_entry(key) != nullptr;
}

std::string Messages::text(std::string_view key) const {
  const CatalogueEntry* entry = find_entry(key);
  if (entry == nullptr) return "⟨" + std::string(key) + "⟩";
  return std::string(language_ == Language::fr ? entry->fr : entry->en);
}

std::string Messages::text(std::string_view key, std::string_view name, std::string_view value) const {
  return replaced(text(key), name, value);
}

std::string Messages::number(std::int64_t n) const {
  return grouped(n, language_ == Language::fr ? narrow_no_break_space : ",");
}

std::string Messages::plural(std::string_view key, std::int64_t n) const {
  const bool one = language_ == Language::fr ? n == 0 || n == 1 : n == 1;
  return text(std::string(key) + (one ? ".one" : ".other"), "n", number(n));
}

} // namespace palabre::view
