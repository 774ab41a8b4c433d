// Formatting of whole lines, for markdown_edit. Private to the room.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace palabre::text {

// In bytes.
struct Range {
  std::size_t from;
  std::size_t to;
};

struct Edit {
  Range replaced;
  std::string text;
  Range selected; // in the text as it is afterwards
};

[[nodiscard]] std::string_view part(std::string_view text, Range range);
[[nodiscard]] std::size_t run_after(std::string_view text, std::size_t at, char mark);
[[nodiscard]] std::size_t longest_run(std::string_view text, char mark);

// Whether a fence stands right above and right below.
[[nodiscard]] bool is_in_fence(std::string_view text, Range range);
[[nodiscard]] Edit fence_lines(std::string_view text, Range range);
[[nodiscard]] Edit quote_lines(std::string_view text, Range range);
[[nodiscard]] Edit list_lines(std::string_view text, Range range);

} // namespace palabre::text
