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
  was_accented = 2,   // had a mark, as é has, or one followed it
  was_look_alike = 4, // of another script or shape: full-width, mathematical, Cyrillic а for a …
  after_hidden = 8,   // invisible characters stood before it: zero-width, soft hyphen, direction marks
};

struct Folded {
  std::string text;                 // ASCII where it can be; other scripts as lower-case UTF-8; any white space is ' '
                                    // but a line's end, which is '\n'
  std::vector<std::uint32_t> at;    // at[i]: byte of the source that text[i] comes from; one more entry: its length
  std::vector<std::uint8_t> traits; // of text[i], FoldTrait bits
};

// `source` must be valid UTF-8.
[[nodiscard]] Folded fold(std::string_view source);

} // namespace palabre::text
