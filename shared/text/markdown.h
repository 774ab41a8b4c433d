// Markdown (CommonMark by md4c, no raw HTML, no images) to a small tree of blocks and inline spans that is safe by
// construction: there is no way to express markup outside these kinds, and every `href` has passed is_safe_link.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace palabre::text {

enum class SpanKind : std::uint8_t {
  text,
  line_break,
  emphasis,
  strong,
  strikethrough,
  code,
  link, // `href`
  // blocks
  paragraph,
  quote,
  code_block,
  ordered_list, // `start`
  bullet_list,
  list_item,
  rule,
};

struct Span {
  SpanKind kind{SpanKind::text};
  std::string text; // of text, code and code_block only
  std::string href; // of link only: absolute http(s) or mailto
  unsigned start{1};
  std::vector<Span> children;
};

// Any valid UTF-8 in; never fails. Headings become strong paragraphs, images their alternative text, raw HTML plain
// text; soft line breaks are kept as breaks, as people write in comment boxes. Nesting past 16 levels is flattened.
// Linear in the input. Adjacent text spans are merged and none is empty.
[[nodiscard]] std::vector<Span> parse_markdown(std::string_view source);

// http, https and mailto with no control characters, white space or user information; what browsers would read
// otherwise
// (`java\nscript:`, `//host`, `data:`) is refused.
[[nodiscard]] bool is_safe_link(std::string_view href);
// As is_safe_link, http(s) only, with a host. For the author's website.
[[nodiscard]] bool is_web_address(std::string_view href);

// The words alone, blocks separated by a line feed; for feeds, counts and rules.
[[nodiscard]] std::string plain_text(const std::vector<Span>& spans);

} // namespace palabre::text
