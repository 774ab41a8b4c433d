// Text as a matcher reads it: lower case, without accents, look-alikes as the ASCII letters they imitate, invisible
// characters gone. Every byte knows where it came from. Linear, whatever the text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace palabre::text {

// What folding took away from a byte; bits.
enum FoldTrait : std::uint8_t {
  was_upper = 1,      // an upper-case letter
  was_accented = 2,   // no plain Latin letter: é, ç, œ, ß; or a mark followed it
  was_look_alike = 4, // of another script or shape: full-width, mathematical, Cyrillic а for a …
  after_hidden = 8,   // invisible characters stood before it: zero-width, soft hyphen, direction marks
};

struct Folded {
  std::string text;                 // ASCII where it can be; other scripts as lower-case UTF-8; any white space is ' '
                                    // but a line's end, which is '\n'
  std::vector<std::uint32_t> at;    // at[i]: byte of the source that text[i] comes from; one more entry: its length
  std::vector<std::uint8_t> traits; // of text[i], FoldTrait bits
};

// Letters of other scripts become the ASCII letters they imitate in a word that has Latin letters too, or letters of
// two such scripts, or nothing but sure doubles (с, о, а); any other Greek or Cyrillic word keeps its own letters.
// Apostrophes and primes are "'", hyphens and the minus sign '-', … is "..."; other quotation marks and dashes stay,
// and so do emoji, without what modifies them: skin, sex, presentation. Joined emoji keep their joiners (U+200D).
// `source` must be valid UTF-8.
[[nodiscard]] Folded fold(std::string_view source);

// An emoji or another sign that stands for itself: no letter, digit, mark or punctuation.
[[nodiscard]] bool is_pictograph(char32_t value);

} // namespace palabre::text
