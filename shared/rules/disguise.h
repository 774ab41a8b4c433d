// What a character may stand for in a disguised word.
#pragma once

#include <cstdint>
#include <string_view>

namespace palabre::rules {

struct Glyph {
  enum Kind : std::uint8_t {
    letter,    // a … z, itself
    digit,     // itself, or letters it looks like
    sign,      // may be a letter, or stand between letters
    separator, // stands between letters; `vowel`: or for one vowel between two letters
    white,     // white space
    raw,       // a byte of another script's letter: itself only
  };
  Kind kind;
  std::uint8_t size;     // bytes
  std::uint32_t letters; // bit n: the letter 'a' + n; of separators: the vowels, where they may stand for one
  bool any;              // a star or what is used like one: `letters` is all of them
};

// At `at` of folded text.
[[nodiscard]] Glyph glyph_at(std::string_view text, std::size_t at);

// Part of a word, seen from a neighbour.
[[nodiscard]] inline bool is_word_kind(Glyph::Kind kind) {
  return kind == Glyph::letter || kind == Glyph::digit || kind == Glyph::raw;
}

// Two or three signs drawn as one letter, such as |< for k; also ph for f and vv for w. `size` 0: there is none.
struct Drawing {
  std::uint8_t size;
  std::uint8_t letter; // 0 … 25
};
[[nodiscard]] Drawing drawing_at(std::string_view text, std::size_t at);

} // namespace palabre::rules
