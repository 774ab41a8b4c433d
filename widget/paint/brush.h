// What one item is painted with.
#pragma once

#include "widget/paint/motion.h"
#include "widget/paint/painter.h"
#include "widget/paint/shapes.h"

namespace palabre::paint {

struct Brush {
  ImDrawList& list;
  const Theme& theme;
  const PlacedItem& item;
  Rect rect; // the item's box on whole pixels
};

// Surfaces: drawn with the draw list only, they don't answer the pointer.
void draw_card(const Brush& brush);
void draw_field(const Brush& brush, const Progress& progress);
void draw_quote_bar(const Brush& brush);
void draw_code_box(const Brush& brush);
void draw_highlight(const Brush& brush);

// Dear ImGui's own widgets, at the item's box. Each answers whether the pointer is on it and presses it; `progress` is
// how far the last frames had come.
struct Touch {
  bool hovered{false};
  bool pressed{false};
};
Touch place_button(const Brush& brush, const Progress& progress);
Touch place_checkbox(const Brush& brush, const Progress& progress);
Touch place_tab(const Brush& brush, const Progress& progress);
void place_progress(const Brush& brush, double now);

void draw_focus_ring(const Brush& brush, const Progress& progress);

// Lines from a comment's avatar to those of its answers, with rounded elbows.
void draw_thread_lines(ImDrawList& list, const Theme& theme, const std::vector<PlacedItem>& items);

} // namespace palabre::paint
