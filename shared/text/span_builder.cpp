#include "shared/text/span_builder.h"

#include <utility>

namespace palabre::text {

namespace {

// An image has no span of its own, and no text is ever opened.
constexpr SpanKind image_kind = SpanKind::text;

bool is_block(SpanKind kind) {
  return kind >= SpanKind::paragraph;
}

bool holds_text(SpanKind kind) {
  return kind == SpanKind::text || kind == SpanKind::code || kind == SpanKind::code_block;
}

// An empty list item shows its mark, a rule its line; everything else without content shows nothing.
bool shows_nothing(const Span& span) {
  if (span.kind == SpanKind::list_item || span.kind == SpanKind::line_break || span.kind == SpanKind::rule)
    return false;
  return holds_text(span.kind) ? span.text.empty() : span.children.empty();
}

Span make_span(SpanKind kind) {
  Span span;
  span.kind = kind;
  return span;
}

void drop_last_line_feed(std::string& text) {
  if (!text.empty() && text.back() == '\n') text.pop_back();
}

// Breaks at either end of a block break nothing.
void trim_breaks(std::vector<Span>& children) {
  while (!children.empty() && children.back().kind == SpanKind::line_break) children.pop_back();
  while (!children.empty() && children.front().kind == SpanKind::line_break) children.erase(children.begin());
}

} // namespace

SpanBuilder::SpanBuilder() {
  open_.push_back(make_span(SpanKind::quote));
}

void SpanBuilder::open(SpanKind kind, unsigned start) {
  if (images_ > 0 || open_.size() > nesting_limit) {
    if (is_block(kind)) separate();
    levels_.push_back({kind, Form::flattened});
    return;
  }
  levels_.push_back({kind, Form::span});
  open_.push_back(make_span(kind));
  top().start = start;
}

void SpanBuilder::open_link(std::string href) {
  if (links_ > 0 || !is_safe_link(href)) {
    levels_.push_back({SpanKind::link, Form::flattened});
    return;
  }
  open(SpanKind::link);
  if (levels_.back().form != Form::span) return;
  top().href = std::move(href);
  ++links_;
}

void SpanBuilder::open_image() {
  levels_.push_back({image_kind, Form::image});
  ++images_;
}

void SpanBuilder::close(SpanKind kind) {
  std::size_t found = levels_.size();
  while (found > 0 && levels_[found - 1].kind != kind) {
    if (is_block(levels_[found - 1].kind) && !is_block(kind)) return;
    --found;
  }
  if (found == 0) return;
  while (levels_.size() >= found) close_last();
}

void SpanBuilder::close_image() {
  close(image_kind);
}

void SpanBuilder::close_last() {
  const Form form = levels_.back().form;
  levels_.pop_back();
  if (form == Form::image) --images_;
  if (form != Form::span) return;
  Span span = std::move(open_.back());
  open_.pop_back();
  if (span.kind == SpanKind::link) --links_;
  if (span.kind == SpanKind::code_block) drop_last_line_feed(span.text);
  if (is_block(span.kind)) trim_breaks(span.children);
  if (!shows_nothing(span)) append(std::move(span));
}

void SpanBuilder::words(std::string_view text) {
  if (text.empty()) return;
  if (holds_text(top().kind)) {
    top().text.append(text);
    return;
  }
  if (text == "\n") { // of a flattened code block
    line_break();
    return;
  }
  std::vector<Span>& siblings = top().children;
  if (siblings.empty() || siblings.back().kind != SpanKind::text) siblings.push_back(make_span(SpanKind::text));
  siblings.back().text.append(text);
}

void SpanBuilder::line_break() {
  if (holds_text(top().kind)) {
    top().text.push_back(top().kind == SpanKind::code ? ' ' : '\n');
  } else {
    append(make_span(SpanKind::line_break));
  }
}

void SpanBuilder::rule() {
  if (open_.size() > nesting_limit) {
    separate();
  } else {
    append(make_span(SpanKind::rule));
  }
}

void SpanBuilder::separate() {
  const std::vector<Span>& siblings = top().children;
  if (!siblings.empty() && siblings.back().kind != SpanKind::line_break) line_break();
}

void SpanBuilder::append(Span span) {
  top().children.push_back(std::move(span));
}

std::vector<Span> SpanBuilder::take() {
  return std::exchange(open_.front().children, {});
}

} // namespace palabre::text
