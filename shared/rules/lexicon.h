// A compiled word list: what a build's `palabre_lexicon` (scripts/lexicon) writes for a language and the rules read.
// Bytes: "PLX1", then sections, each: u32 tag, u32 length, bytes; little endian. Unknown tags are skipped.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/text/language.h"

namespace palabre::rules {

enum class Section : std::uint32_t { offence = 1, sentiment = 2, complaint = 3, promotion = 4, aim = 5 };

class LexiconWriter {
public:
  LexiconWriter();
  void add(Section section, std::string_view bytes);
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

private:
  std::string bytes_;
};

// The bytes of a section, a view into `blob`. Empty: it has none. nullopt: this is no lexicon.
[[nodiscard]] std::optional<std::string_view> find_section(std::string_view blob, Section section);

// Folded words (or phrases of words joined by one space) with a small number each. Immutable, hashed, no allocation to
// look one up.
class WordTable {
public:
  struct Entry {
    std::string word;
    std::uint16_t value;
  };
  WordTable() = default;
  explicit WordTable(std::vector<Entry> entries);
  // What `write` gave, whatever the bytes: a broken one ends early.
  static WordTable read(std::string_view bytes);
  // Sorted, front-coded: u16 shared, word bytes … compresses well.
  [[nodiscard]] std::string write() const;

  [[nodiscard]] std::optional<std::uint16_t> find(std::string_view word) const { return find(word, hash_of(word)); }
  // For looking one word up in several tables.
  [[nodiscard]] static std::uint32_t hash_of(std::string_view word);
  [[nodiscard]] std::optional<std::uint16_t> find(std::string_view word, std::uint32_t hash) const;
  [[nodiscard]] std::size_t size() const { return count_; }
  [[nodiscard]] std::vector<Entry> entries() const; // sorted

private:
  struct Slot {
    std::uint32_t begin;
    std::uint32_t hash;
    std::uint16_t length; // 0: free
    std::uint16_t value;
  };
  [[nodiscard]] bool may_hold(std::uint32_t hash) const {
    const std::uint32_t bit = hash >> bit_shift_;
    return (bits_[bit / 64] >> (bit % 64) & 1U) != 0;
  }

  std::string pool_;
  std::vector<Slot> slots_;
  std::vector<std::uint64_t> bits_; // one is set for each word, so that most words that are not there end here
  unsigned bit_shift_{0};
  std::size_t count_{0};
};

} // namespace palabre::rules
