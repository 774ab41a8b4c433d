// What of a tree is painted.
#pragma once

#include <cstdint>
#include <vector>

#include "shared/view/node.h"
#include "widget/dom/tree.h"

namespace palabre::widget::dom {

struct PaintItem {
  std::uint32_t id;
  view::Paint paint;
  view::State state;
};

// In document order, without what is hidden. `root` may be null.
[[nodiscard]] std::vector<PaintItem> paint_items(const Mounted* root);

} // namespace palabre::widget::dom
