#include "widget/paint/shapes.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "widget/paint/theme.h"

namespace palabre::paint {

namespace {

constexpr int corner_points = 7;
constexpr int outline_points = corner_points * 4;
constexpr int shadow_rings = 7;
constexpr float half_pi = 1.57079632679f;

// Clockwise from the top left corner, `offset` outside the rectangle. Every outline has the same number of points, so
// two of them can be joined into a band.
std::array<ImVec2, outline_points> rounded_outline(const Rect& rect, float radius, float offset) {
  const float r = std::max(0.0f, radius);
  const float reach = std::max(0.0f, r + offset);
  const std::array<ImVec2, 4> centres{ImVec2{rect.min.x + r, rect.min.y + r}, ImVec2{rect.max.x - r, rect.min.y + r},
                                      ImVec2{rect.max.x - r, rect.max.y - r}, ImVec2{rect.min.x + r, rect.max.y - r}};
  std::array<ImVec2, outline_points> points;
  for (int corner = 0; corner < 4; ++corner) {
    for (int i = 0; i < corner_points; ++i) {
      const float angle =
          half_pi * (2.0f + static_cast<float>(corner) + static_cast<float>(i) / static_cast<float>(corner_points - 1));
      const ImVec2 centre = centres[static_cast<std::size_t>(corner)];
      points[static_cast<std::size_t>(corner * corner_points + i)] = {centre.x + std::cos(angle) * reach,
                                                                      centre.y + std::sin(angle) * reach};
    }
  }
  return points;
}

void join_rings(ImDrawList& list, unsigned inner, unsigned outer) {
  for (unsigned i = 0; i < outline_points; ++i) {
    const unsigned next = (i + 1) % outline_points;
    for (const unsigned index : {inner + i, outer + i, outer + next, inner + i, outer + next, inner + next}) {
      list.PrimWriteIdx(static_cast<ImDrawIdx>(index));
    }
  }
}

} // namespace

Rect snapped(const Rect& rect) {
  return {{std::round(rect.min.x), std::round(rect.min.y)}, {std::round(rect.max.x), std::round(rect.max.y)}};
}

// Bands of falling alpha around the edge. What lies more than half the blur inside is covered by the panel above.
void draw_shadow(ImDrawList& list, const Rect& rect, float radius, const Shadow& shadow) {
  const Rect moved{{rect.min.x, rect.min.y + shadow.lower}, {rect.max.x, rect.max.y + shadow.lower}};
  const float half = std::min(shadow.blur, std::min(rect.width(), rect.height())) * 0.5f;
  const float corner = std::max(radius, half);
  list.PrimReserve((shadow_rings - 1) * outline_points * 6, shadow_rings * outline_points);
  const unsigned first = list._VtxCurrentIdx;
  const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
  for (int ring = 0; ring < shadow_rings; ++ring) {
    const float t = static_cast<float>(ring) / static_cast<float>(shadow_rings - 1);
    const float fall = 1.0f - t * t * (3.0f - 2.0f * t);
    for (const ImVec2 point : rounded_outline(moved, corner, (t * 2.0f - 1.0f) * half)) {
      list.PrimWriteVtx(point, white, with_alpha(shadow.colour, fall));
    }
    if (ring > 0) {
      const unsigned outer = first + static_cast<unsigned>(ring * outline_points);
      join_rings(list, outer - outline_points, outer);
    }
  }
}

void draw_panel(ImDrawList& list, const Rect& rect, float radius, ImU32 fill, ImU32 line, float line_width) {
  list.AddRectFilled(rect.min, rect.max, fill, radius);
  if (line_width > 0 && (line >> IM_COL32_A_SHIFT) != 0) list.AddRect(rect.min, rect.max, line, radius, 0, line_width);
}

void draw_ring(ImDrawList& list, const Rect& rect, float radius, ImU32 colour, float width) {
  list.AddRect(rect.min, rect.max, colour, radius, 0, width);
}

} // namespace palabre::paint
