#include <algorithm>
#include <cmath>
#include <map>

#include "widget/paint/brush.h"

namespace palabre::paint {

namespace {

using view::PaintKind;

struct Family {
  const PlacedItem* parent{nullptr}; // the avatar from which the line starts
  std::vector<const PlacedItem*> children;
};

ImVec2 centre_of(const Box& box) {
  return {std::round(box.x + box.width * 0.5f), std::round(box.y + box.height * 0.5f)};
}

// Which comments have a line, and the avatars it joins.
std::map<std::int32_t, Family> families_of(const std::vector<PlacedItem>& items) {
  std::map<std::int32_t, Family> families;
  for (const PlacedItem& item : items) {
    if (item.paint.kind == PaintKind::thread_line) families[item.block];
  }
  for (const PlacedItem& item : items) {
    if (item.paint.kind != PaintKind::avatar) continue;
    if (const auto own = families.find(item.block); own != families.end() && own->second.parent == nullptr) {
      own->second.parent = &item;
    }
    if (const auto above = families.find(item.parent_block); above != families.end())
      above->second.children.push_back(&item);
  }
  return families;
}

void draw_elbow(ImDrawList& list, const Theme& theme, ImVec2 from, const Box& child, float bend) {
  const ImVec2 to = centre_of(child);
  const bool rightwards = to.x >= from.x;
  const float side = rightwards ? 1.0f : -1.0f;
  const float end = (rightwards ? child.x : child.x + child.width) - side * theme.px(5);
  const float width = std::max(1.0f, std::round(theme.px(1.5f)));
  const float half = std::fmod(width, 2.0f) * 0.5f; // odd widths lie on half pixels
  const float x = from.x + half;
  const float y = to.y + half;
  list.PathLineTo({x, from.y});
  list.PathLineTo({x, y - bend});
  list.PathBezierCubicCurveTo({x, y - bend * 0.45f}, {x + side * bend * 0.45f, y}, {x + side * bend, y}, 10);
  list.PathLineTo({end, y});
  list.PathStroke(theme[Token::thread], 0, width);
}

} // namespace

void draw_thread_lines(ImDrawList& list, const Theme& theme, const std::vector<PlacedItem>& items) {
  for (const auto& [block, family] : families_of(items)) {
    if (family.parent == nullptr) continue;
    const Box& parent = family.parent->box;
    const ImVec2 middle = centre_of(parent);
    ImVec2 from{middle.x, parent.y + parent.height + theme.px(6)};
    for (const PlacedItem* child : family.children) {
      const float room = std::abs(centre_of(child->box).x - middle.x) - child->box.width * 0.5f - theme.px(5);
      if (room <= theme.px(2)) continue; // as deep as the page allows: the answer stands below, without a line
      const float bend = std::min(room, theme.px(12));
      draw_elbow(list, theme, from, child->box, bend);
      from.y = centre_of(child->box).y - bend;
    }
  }
}

} // namespace palabre::paint
