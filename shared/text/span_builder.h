// Builds the span tree from the events of a Markdown parser, and keeps its promises: no nesting past the limit, no
// empty text, no two texts side by side, no link inside a link, nothing that shows nothing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/text/markdown.h"

namespace palabre::text {

inline constexpr std::size_t nesting_limit = 16;

class SpanBuilder {
public:
  SpanBuilder();

  // What may not stand where it is (too deep, inside an image or another link) is opened without a span of its own: its
  // words go to what is around it.
  void open(SpanKind kind, unsigned start = 1);
  void open_link(std::string href);
  void open_image(); // until its close only words count

  // Closes the innermost one of this kind and all that is open inside it. Without such a one in the same block nothing
  // happens: for `[x](a[y) ](b)` md4c 0.5.3 ends a link that it never began.
  void close(SpanKind kind);
  void close_image();

  void words(std::string_view text);
  void line_break();
  void rule();

  [[nodiscard]] std::vector<Span> take();

private:
  enum class Form : std::uint8_t { span, flattened, image };
  struct Level {
    SpanKind kind;
    Form form;
  };

  [[nodiscard]] Span& top() { return open_.back(); }
  void close_last();
  void append(Span span);
  void separate(); // a break, unless there is one already

  std::vector<Level> levels_;
  std::vector<Span> open_; // the root first
  unsigned images_{0};
  unsigned links_{0};
};

} // namespace palabre::text
