// Shapes that Dear ImGui's draw list does not have ready-made. Device pixels everywhere.
#pragma once

#include <imgui.h>

namespace palabre::paint {

struct Rect {
  ImVec2 min;
  ImVec2 max;
  [[nodiscard]] float width() const { return max.x - min.x; }
  [[nodiscard]] float height() const { return max.y - min.y; }
  [[nodiscard]] ImVec2 centre() const { return {(min.x + max.x) * 0.5f, (min.y + max.y) * 0.5f}; }
  [[nodiscard]] Rect grown(float by) const { return {{min.x - by, min.y - by}, {max.x + by, max.y + by}}; }
};

// A hairline lies on whole pixels when the box does.
[[nodiscard]] Rect snapped(const Rect& rect);

struct Shadow {
  ImU32 colour;
  float blur;  // from full to nothing, half inside the edge and half outside
  float lower; // how far it falls
};
void draw_shadow(ImDrawList& list, const Rect& rect, float radius, const Shadow& shadow);

void draw_panel(ImDrawList& list, const Rect& rect, float radius, ImU32 fill, ImU32 line, float line_width);
void draw_ring(ImDrawList& list, const Rect& rect, float radius, ImU32 colour, float width);

} // namespace palabre::paint
