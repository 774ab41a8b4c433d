#include "shared/view/body_view.h"

#include "shared/text/markdown.h"
#include "shared/text/typography.h"
#include "shared/view/marked_words.h"
#include "shared/view/styles.h"

namespace palabre::view {
namespace {

using text::Span;
using text::SpanKind;

enum class Inside : std::uint8_t { nothing, link }; // links do not nest in HTML

class BodyViewer {
public:
  explicit BodyViewer(const BodyMarks* marks) : marks_(marks) {}

  std::vector<NodePtr> nodes_of(const std::vector<Span>& spans, Inside inside) {
    std::vector<NodePtr> nodes;
    nodes.reserve(spans.size());
    for (const Span& span : spans) {
      if (span.kind == SpanKind::link && inside == Inside::link) {
        for (NodePtr& child : nodes_of(span.children, inside)) nodes.push_back(std::move(child));
      } else if (span.kind == SpanKind::text) {
        append_text(text::keep_signs_on_the_line(span.text), inside, nodes);
      } else {
        nodes.push_back(node_of(span, inside));
      }
    }
    return nodes;
  }

private:
  void append_text(const std::string& text, Inside inside, std::vector<NodePtr>& nodes) {
    if (marks_ == nullptr) return nodes.push_back(words(text));
    const Pressable pressable = inside == Inside::link ? Pressable::no : Pressable::yes;
    for (const MarkedPiece& piece : split_at_words(text, marks_->words)) {
      std::string shown(piece.text);
      nodes.push_back(piece.marked ? marks_->show(std::move(shown), marked_++, pressable) : words(std::move(shown)));
    }
  }

  std::vector<NodePtr> literal(const std::string& text, Inside inside) {
    std::vector<NodePtr> nodes;
    append_text(text, inside, nodes);
    return nodes;
  }

  NodePtr link_of(const Span& span) {
    return element(Role::link, {.attributes = {{Attr::href, span.href}, {Attr::rel, std::string(foreign_link_rel)}}},
                   nodes_of(span.children, Inside::link));
  }

  NodePtr ordered_list_of(const Span& span, Inside inside) {
    std::vector<Attribute> attributes;
    if (span.start != 1) attributes.push_back({Attr::start, std::to_string(span.start)});
    return element(Role::ordered_list, {.attributes = std::move(attributes)}, nodes_of(span.children, inside));
  }

  NodePtr node_of(const Span& span, Inside inside) {
    const auto wrapped = [&](Role role, Paint paint = {}) {
      return element(role, {.paint = paint}, nodes_of(span.children, inside));
    };
    switch (span.kind) {
    case SpanKind::text: break;
    case SpanKind::line_break: return element(Role::line_break, {});
    case SpanKind::emphasis: return wrapped(Role::emphasis);
    case SpanKind::strong: return wrapped(Role::strong);
    case SpanKind::strikethrough: return wrapped(Role::strikethrough);
    case SpanKind::code: return element(Role::code, {}, literal(span.text, inside));
    case SpanKind::link: return link_of(span);
    case SpanKind::paragraph: return wrapped(Role::paragraph);
    case SpanKind::quote: return wrapped(Role::quote, {PaintKind::quote_bar, 0, 0});
    case SpanKind::code_block:
      return element(Role::code_block, {.paint = {PaintKind::code_box, 0, 0}}, literal(span.text, inside));
    case SpanKind::ordered_list: return ordered_list_of(span, inside);
    case SpanKind::bullet_list: return wrapped(Role::bullet_list);
    case SpanKind::list_item: return wrapped(Role::list_item);
    case SpanKind::rule: return element(Role::rule, {});
    }
    return nullptr;
  }

  const BodyMarks* marks_;
  std::size_t marked_{0};
};

} // namespace

std::vector<NodePtr> body_view(std::string_view markdown, const BodyMarks* marks) {
  const bool some = marks != nullptr && !marks->words.empty();
  return BodyViewer(some ? marks : nullptr).nodes_of(text::parse_markdown(markdown), Inside::nothing);
}

} // namespace palabre::view
