#include <algorithm>
#include <cmath>

#include "widget/paint/brush.h"

namespace palabre::paint {

namespace {

float hairline(const Theme& theme) {
  return std::max(1.0f, std::floor(theme.scale));
}

} // namespace

// A comment lies in the page: its words, its face and its lines are enough.
void draw_card(const Brush& brush) {
  if (brush.item.paint.value < 0.5f) return;
  const Theme& theme = brush.theme;
  const float radius = theme.px(theme.radius);
  draw_shadow(brush.list, brush.rect, radius, {with_alpha(theme[Token::shadow], 0.55f), theme.px(28), theme.px(8)});
  draw_shadow(brush.list, brush.rect, radius, {with_alpha(theme[Token::shadow], 0.45f), theme.px(5), theme.px(1)});
  draw_panel(brush.list, brush.rect, radius, theme[Token::surface], theme[Token::line], hairline(theme));
}

void draw_field(const Brush& brush, const Progress& progress) {
  const Theme& theme = brush.theme;
  const float radius = theme.px(theme.radius * 0.7f);
  const bool invalid = has(brush.item.state, view::State::invalid);
  const ImU32 strong = theme[invalid ? Token::danger : Token::ring];
  const ImU32 rest = invalid ? theme[Token::danger] : theme[Token::field_line];
  const ImU32 line = blend(rest, strong, std::max(progress.focus, progress.hover * 0.35f));
  if (progress.focus > 0) {
    draw_ring(brush.list, brush.rect.grown(theme.px(1.5f)), radius + theme.px(1.5f),
              with_alpha(strong, 0.22f * progress.focus), theme.px(3));
  }
  draw_panel(brush.list, brush.rect, radius, theme[Token::field], line,
             hairline(theme) + theme.px(0.5f) * progress.focus);
}

void draw_quote_bar(const Brush& brush) {
  const Theme& theme = brush.theme;
  const float width = theme.px(3);
  const bool right = (brush.item.marks & mark_right_to_left) != 0;
  const float left = right ? brush.rect.max.x - width : brush.rect.min.x;
  brush.list.AddRectFilled({left, brush.rect.min.y}, {left + width, brush.rect.max.y}, theme[Token::quote],
                           width * 0.5f);
}

void draw_code_box(const Brush& brush) {
  const Theme& theme = brush.theme;
  draw_panel(brush.list, brush.rect, theme.px(theme.radius * 0.6f), theme[Token::code], theme[Token::code_line],
             hairline(theme));
}

void draw_highlight(const Brush& brush) {
  const Theme& theme = brush.theme;
  brush.list.AddRectFilled(brush.rect.min, brush.rect.max, theme[Token::highlight], theme.px(theme.radius));
}

void draw_focus_ring(const Brush& brush, const Progress& progress) {
  if (progress.focus <= 0) return;
  const Theme& theme = brush.theme;
  const float away = theme.px(3.0f + 2.0f * (1.0f - progress.focus));
  draw_ring(brush.list, brush.rect.grown(away), theme.px(theme.radius * 0.7f) + away,
            with_alpha(theme[Token::ring], progress.focus), theme.px(2));
}

} // namespace palabre::paint
