#include "widget/dom/paint_items.h"

namespace palabre::widget::dom {
namespace {

void collect(const Mounted& mounted, std::vector<PaintItem>& items) {
  const view::Node& node = *mounted.node;
  if (has(node.state, view::State::hidden)) return;
  if (node.paint.kind != view::PaintKind::none) items.push_back({mounted.id, node.paint, node.state});
  for (const auto& child : mounted.children) collect(*child, items);
}

} // namespace

std::vector<PaintItem> paint_items(const Mounted* root) {
  std::vector<PaintItem> items;
  if (root != nullptr) collect(*root, items);
  return items;
}

} // namespace palabre::widget::dom
