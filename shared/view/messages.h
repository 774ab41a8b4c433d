// Every word a person reads, by key, in one language: a catalogue with its language's rules.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "shared/view/catalogue.h"
#include "shared/view/language.h"

namespace palabre::view {

// A cheap value: copies share the catalogue.
class Messages {
public:
  using Places = std::initializer_list<std::pair<std::string_view, std::string_view>>; // name, value

  Messages() = default; // English without a word
  Messages(Language language, std::shared_ptr<const Catalogue> catalogue)
      : language_(language), catalogue_(std::move(catalogue)) {}

  [[nodiscard]] Language language() const { return language_; }
  // The text of a key; an unknown key comes back in ⟨brackets⟩, and a test fails on it.
  [[nodiscard]] std::string text(std::string_view key) const;
  [[nodiscard]] bool knows(std::string_view key) const;
  // With each {name} replaced by its value.
  [[nodiscard]] std::string text(std::string_view key, Places places) const;
  [[nodiscard]] std::string text(std::string_view key, std::string_view name, std::string_view value) const;
  // With the language's grouping: 12,345 and 12 345.
  [[nodiscard]] std::string number(std::int64_t n) const;
  // key.one, key.few, key.other …, by the language's rule, else key.other; with {n} replaced by the number in the
  // language's form.
  [[nodiscard]] std::string plural(std::string_view key, std::int64_t n) const;

private:
  [[nodiscard]] const std::string* find(std::string_view key) const;

  Language language_{Language::en};
  std::shared_ptr<const Catalogue> catalogue_;
};

} // namespace palabre::view
