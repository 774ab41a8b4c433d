// Message catalogues: every word a person reads, by key, in French and English, with plurals by CLDR category.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace palabre::view {

enum class Language : std::uint8_t { en, fr };

// "fr", "fr-CA", "FR_ch" → fr; anything unknown → en.
[[nodiscard]] Language language_of(std::string_view tag);
[[nodiscard]] std::string_view to_name(Language language);

class Messages {
public:
  explicit Messages(Language language) : language_(language) {}
  [[nodiscard]] Language language() const { return language_; }
  // The text of a key; an unknown key comes back in ⟨brackets⟩, and a test fails on it.
  [[nodiscard]] std::string text(std::string_view key) const;
  [[nodiscard]] bool knows(std::string_view key) const;
  // With {name} replaced by `value`.
  [[nodiscard]] std::string text(std::string_view key, std::string_view name, std::string_view value) const;
  // With the language's grouping: 12,345 and 12 345.
  [[nodiscard]] std::string number(std::int64_t n) const;
  // key.one / key.other by the language's rule (French: 0 and 1 are one), with {n} replaced by the number in the
  // language's form.
  [[nodiscard]] std::string plural(std::string_view key, std::int64_t n) const;

private:
  Language language_;
};

} // namespace palabre::view
