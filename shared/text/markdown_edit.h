// What a formatting button does to a text with a selection. Pressed once more, it takes back what it did.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace palabre::text {

enum class Format : std::uint8_t { bold, italic, link, quote, code, list };

// A range in UTF-16 units, as browsers count in their fields; `from` ≤ `to`.
struct Selection {
  std::size_t from{0};
  std::size_t to{0};
};

// `text` in place of `replaced`; then `selected` is selected.
struct TextEdit {
  Selection replaced;
  std::string text;
  Selection selected;
};

// `text` must be valid UTF-8. Ends past the text count as its end, and an end within a surrogate pair as the pair's
// beginning. With nothing selected the caret comes to stand between the marks.
[[nodiscard]] TextEdit format_selection(std::string_view text, Selection selection, Format format);

// Units of UTF-16 that `text` (valid UTF-8) takes.
[[nodiscard]] std::size_t utf16_length(std::string_view text);

} // namespace palabre::text
