#include "shared/view/desk/queue_body.h"

#include <algorithm>
#include <array>

#include "shared/text/markdown.h"
#include "shared/text/typography.h"
#include "shared/view/parts.h"
#include "shared/view/styles.h"

namespace palabre::view::desk {
namespace {

using text::Span;
using text::SpanKind;

constexpr std::size_t unknown = static_cast<std::size_t>(-1);

// Follows the words that Markdown shows through its source. What is shown stands in the source in the same order,
// with markup between; entities and escapes are the exceptions, found again byte by byte.
class Source {
public:
  explicit Source(std::string_view text) : text_(text) {}

  // Where each byte of `shown` stands; `unknown` for what was made from something else.
  std::vector<std::size_t> take(std::string_view shown) {
    std::vector<std::size_t> places(shown.size(), unknown);
    const std::size_t found = text_.substr(at_, shown.size() + reach).find(shown);
    if (found != std::string_view::npos) {
      for (std::size_t i = 0; i < shown.size(); ++i) places[i] = at_ + found + i;
      at_ += found + shown.size();
      return places;
    }
    for (std::size_t i = 0; i < shown.size(); ++i) {
      const std::size_t next = text_.substr(at_, near).find(shown[i]);
      if (next == std::string_view::npos) continue;
      places[i] = at_ + next;
      at_ = places[i] + 1;
    }
    return places;
  }

  // Behind the words of a link: to the end of its address, where it has one of its own.
  void pass_address() {
    const std::size_t bracket = text_.find(']', at_);
    if (bracket == std::string_view::npos || bracket - at_ > near || bracket + 1 >= text_.size()) return;
    if (text_[bracket + 1] != '(') return;
    const std::size_t end = text_.find(')', bracket);
    if (end != std::string_view::npos) at_ = end + 1;
  }

  [[nodiscard]] std::size_t at() const { return at_; }

private:
  static constexpr std::size_t reach = 4096; // bytes of markup and addresses between two words
  static constexpr std::size_t near = 16;    // the longest entities and escapes

  std::string_view text_;
  std::size_t at_{0};
};

NodePtr mark_node(const BodyMark& mark, std::vector<NodePtr> children) {
  return element(Role::mark,
                 {.attributes = {style(mark.tone == Tone::bad ? "d-mark d-mark-bad" : "d-mark"),
                                 {Attr::described_by, mark.reason}}},
                 std::move(children));
}

class MarkedViewer {
public:
  MarkedViewer(std::string_view source, const std::vector<BodyMark>& marks) : source_(source), marks_(marks) {}

  std::vector<NodePtr> nodes_of(const std::vector<Span>& spans) {
    std::vector<NodePtr> nodes;
    for (const Span& span : spans) {
      if (span.kind == SpanKind::text) {
        append_text(span.text, nodes);
      } else {
        nodes.push_back(node_of(span));
      }
    }
    return nodes;
  }

  void append_text(const std::string& text, std::vector<NodePtr>& nodes) {
    const std::vector<std::size_t> places = source_.take(text);
    std::size_t done = 0;
    while (done < text.size()) {
      const BodyMark* mark = mark_at(places[done]);
      std::size_t end = done + 1;
      while (end < text.size() && (mark_at(places[end]) == mark || !begins_character(text[end]))) ++end;
      NodePtr piece = words(text::keep_signs_on_the_line(std::string_view(text).substr(done, end - done)));
      nodes.push_back(mark != nullptr && !quiet_ ? mark_node(*mark, {std::move(piece)}) : std::move(piece));
      done = end;
    }
  }

private:
  static bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

  [[nodiscard]] const BodyMark* mark_at(std::size_t place) const {
    if (place == unknown) return nullptr;
    const auto covers = [&](const BodyMark& mark) { return mark.begin <= place && place < mark.end; };
    const auto found = std::find_if(marks_.begin(), marks_.end(), covers);
    return found == marks_.end() ? nullptr : &*found;
  }

  [[nodiscard]] const BodyMark* mark_within(std::size_t begin, std::size_t end) const {
    const auto meets = [&](const BodyMark& mark) { return mark.begin < end && mark.end > begin; };
    const auto found = std::find_if(marks_.begin(), marks_.end(), meets);
    return found == marks_.end() ? nullptr : &*found;
  }

  // A link's words are marked as one when its address is what was meant.
  NodePtr link_of(const Span& span) {
    const Source before = source_;
    std::vector<NodePtr> children = nodes_of(span.children);
    const std::size_t words_end = source_.at();
    source_.pass_address();
    const BodyMark* mark = mark_within(words_end, source_.at());
    if (mark != nullptr) {
      const Source after = source_;
      source_ = before;
      quiet_ = true;
      children = nodes_of(span.children);
      quiet_ = false;
      source_ = after;
      children = {mark_node(*mark, std::move(children))};
    }
    return element(Role::link, {.attributes = {{Attr::href, span.href}, {Attr::rel, std::string(foreign_link_rel)}}},
                   std::move(children));
  }

  NodePtr literal(Role role, const Span& span, Paint paint = {}) {
    std::vector<NodePtr> nodes;
    append_text(span.text, nodes);
    return element(role, {.paint = paint}, std::move(nodes));
  }

  NodePtr node_of(const Span& span) {
    const auto wrapped = [&](Role role, Paint paint = {}) {
      return element(role, {.paint = paint}, nodes_of(span.children));
    };
    switch (span.kind) {
    case SpanKind::text: break;
    case SpanKind::line_break: return element(Role::line_break, {});
    case SpanKind::emphasis: return wrapped(Role::emphasis);
    case SpanKind::strong: return wrapped(Role::strong);
    case SpanKind::strikethrough: return wrapped(Role::strikethrough);
    case SpanKind::code: return literal(Role::code, span);
    case SpanKind::link: return link_of(span);
    case SpanKind::paragraph: return wrapped(Role::paragraph);
    case SpanKind::quote: return wrapped(Role::quote, {PaintKind::quote_bar, 0, 0});
    case SpanKind::code_block: return literal(Role::code_block, span, {PaintKind::code_box, 0, 0});
    case SpanKind::ordered_list: return wrapped(Role::ordered_list);
    case SpanKind::bullet_list: return wrapped(Role::bullet_list);
    case SpanKind::list_item: return wrapped(Role::list_item);
    case SpanKind::rule: return element(Role::rule, {});
    }
    return nullptr;
  }

  Source source_;
  const std::vector<BodyMark>& marks_;
  bool quiet_{false}; // inside of a mark already
};

} // namespace

std::vector<NodePtr> marked_body(std::string_view markdown, const std::vector<BodyMark>& marks) {
  return MarkedViewer(markdown, marks).nodes_of(text::parse_markdown(markdown));
}

std::vector<NodePtr> marked_text(std::string_view text, const std::vector<BodyMark>& marks) {
  std::vector<NodePtr> nodes;
  MarkedViewer(text, marks).append_text(std::string(text), nodes);
  return nodes;
}

} // namespace palabre::view::desk
