// Whatever the source, the tree keeps what text/markdown.h promises.
#include "shared/text/markdown.h"
#include "shared/text/span_builder.h"
#include "shared/text/utf8.h"
#include "tests/fuzz/property.h"

using namespace palabre;

namespace {

void check(const std::vector<text::Span>& spans, std::size_t depth, bool inside_link) {
  using text::SpanKind;
  SpanKind before = SpanKind::rule;
  for (const text::Span& span : spans) {
    const bool holds_text =
        span.kind == SpanKind::text || span.kind == SpanKind::code || span.kind == SpanKind::code_block;
    const bool link = span.kind == SpanKind::link;
    fuzz::require(span.kind != SpanKind::text || before != SpanKind::text, "no two texts side by side");
    fuzz::require(holds_text ? !span.text.empty() && span.children.empty() : span.text.empty(), "words in texts only");
    fuzz::require(text::is_valid_utf8(span.text), "words are UTF-8");
    fuzz::require(span.text.find('\r') == std::string::npos, "no carriage return");
    fuzz::require(link ? text::is_safe_link(span.href) : span.href.empty(), "links are safe");
    fuzz::require(!link || (!inside_link && !span.children.empty()), "no link in a link, none around nothing");
    fuzz::require(span.children.empty() || depth < text::nesting_limit, "no nesting past the limit");
    check(span.children, depth + 1, inside_link || link);
    before = span.kind;
  }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string source = text::replace_invalid_utf8(fuzz::as_text(data, size));
  const std::vector<text::Span> spans = text::parse_markdown(source);
  check(spans, 0, false);
  fuzz::require(text::is_valid_utf8(text::plain_text(spans)), "plain text is UTF-8");
  return 0;
}
