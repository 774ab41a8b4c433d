#include "shared/rules/offence_words.h"

#include "shared/rules/lexicon.h"

namespace palabre::rules {

// Whole words as they stand; the walk that undoes disguises replaces this.
struct OffenceWords::Impl {
  WordTable table;
};

OffenceWords::OffenceWords() : impl_(std::make_unique<Impl>()) {}
OffenceWords::~OffenceWords() = default;
OffenceWords::OffenceWords(OffenceWords&&) noexcept = default;
OffenceWords& OffenceWords::operator=(OffenceWords&&) noexcept = default;

OffenceWords::OffenceWords(const std::vector<Entry>& entries, const std::vector<std::string>&) : OffenceWords() {
  std::vector<WordTable::Entry> table;
  for (const Entry& entry : entries) {
    table.push_back(
        {text::fold(entry.text).text, static_cast<std::uint16_t>((static_cast<unsigned>(entry.word_class) << 12) |
                                                                 ((entry.flags & 15U) << 8) | entry.weight)});
  }
  impl_->table = WordTable(std::move(table));
}

std::string OffenceWords::write() const {
  return impl_->table.write();
}

OffenceWords OffenceWords::read(std::string_view bytes) {
  OffenceWords words;
  words.impl_->table = WordTable::read(bytes);
  return words;
}

void OffenceWords::find(const text::Words& words, std::vector<WordMatch>& found) const {
  for (const text::Word& word : words.words) {
    if (const auto value = impl_->table.find(words.text(word))) {
      found.push_back({word.begin, word.end, static_cast<WordClass>(*value >> 12),
                       static_cast<std::uint8_t>((*value >> 8) & 15), static_cast<std::uint8_t>(*value & 255), false});
    }
  }
}

} // namespace palabre::rules
