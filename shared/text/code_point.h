// Single code points: reading and writing them, and the classes that text, Markdown and links share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace palabre::text {

// The code point at `offset` of valid UTF-8, and its length in bytes.
struct CodePoint {
  char32_t value;
  std::size_t size;
};
[[nodiscard]] CodePoint code_point_at(std::string_view text, std::size_t offset);

// `value` must be a Unicode scalar value.
void append_utf8(std::string& out, char32_t value);

[[nodiscard]] bool is_white_space(char32_t value);         // Unicode White_Space
[[nodiscard]] bool is_zero_width_space(char32_t value);    // white space that takes no room; joiners included
[[nodiscard]] bool is_direction_embedding(char32_t value); // embeddings, overrides, isolates and their ends
[[nodiscard]] bool is_direction_mark(char32_t value);      // LRM, RLM, ALM
// Controls other than tab, line feed and carriage return; non-characters.
[[nodiscard]] bool is_forbidden(char32_t value);
// Shows no ink and takes part in no word: all of the above white space, marks, fillers, default-ignorable characters.
[[nodiscard]] bool is_invisible(char32_t value);

} // namespace palabre::text
