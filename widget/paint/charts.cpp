#include "widget/paint/charts.h"

#include <algorithm>
#include <cmath>

namespace palabre::paint {
namespace {

using view::Tone;

ImU32 tone_of(const Brush& brush) {
  const Theme& theme = brush.theme;
  switch (static_cast<Tone>(brush.item.paint.seed)) {
  case Tone::good: return theme[Token::good];
  case Tone::warning: return theme[Token::warning];
  case Tone::bad: return theme[Token::danger];
  case Tone::accent: return theme[Token::accent];
  case Tone::plain: break;
  }
  return theme[Token::quote];
}

// Fast at first, then slower.
float eased(float progress) {
  const float left = 1.0f - std::clamp(progress, 0.0f, 1.0f);
  return 1.0f - left * left * left;
}

bool is_right_to_left(const Brush& brush) {
  return (brush.item.marks & mark_right_to_left) != 0;
}

void draw_row(const Brush& brush, const Progress& progress) {
  const Theme& theme = brush.theme;
  const float radius = theme.px(theme.radius);
  if (brush.item.paint.value < 0.5f) {
    brush.list.AddRectFilled(brush.rect.min, brush.rect.max, with_alpha(theme[Token::hover], progress.hover), radius);
    return;
  }
  draw_shadow(brush.list, brush.rect, radius, {with_alpha(theme[Token::shadow], 0.5f), theme.px(5), theme.px(1)});
  draw_panel(brush.list, brush.rect, radius, theme[Token::surface], theme[Token::line],
             std::max(1.0f, std::floor(theme.scale)));
  const float width = theme.px(3);
  const float inset = std::min(theme.px(10), brush.rect.height() * 0.25f);
  const float left = is_right_to_left(brush) ? brush.rect.max.x - width : brush.rect.min.x;
  brush.list.AddRectFilled({left, brush.rect.min.y + inset}, {left + width, brush.rect.max.y - inset},
                           theme[Token::accent], width * 0.5f);
}

void draw_badge(const Brush& brush) {
  const float radius = std::min(brush.rect.height() * 0.5f, brush.theme.px(14));
  const bool plain = static_cast<Tone>(brush.item.paint.seed) == Tone::plain;
  brush.list.AddRectFilled(brush.rect.min, brush.rect.max, with_alpha(tone_of(brush), plain ? 0.5f : 0.14f), radius);
}

void place_bar(const Brush& brush, const Progress& progress) {
  const float value = std::clamp(brush.item.paint.value, 0.0f, 1.0f) * eased(progress.appear);
  ImGui::SetCursorScreenPos(brush.rect.min);
  ImGui::PushStyleVar(ImGuiStyleVar_FrameRounding, std::min(brush.rect.height() * 0.5f, brush.theme.px(5)));
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0.0f);
  ImGui::PushStyleColor(ImGuiCol_FrameBg, brush.theme[Token::hover]);
  ImGui::PushStyleColor(ImGuiCol_PlotHistogram, tone_of(brush));
  ImGui::ProgressBar(value, {brush.rect.width(), brush.rect.height()}, "");
  ImGui::PopStyleColor(2);
  ImGui::PopStyleVar(2);
}

// Dear ImGui's plot would say its numbers itself, in a font that we don't have; a disabled one doesn't.
void place_columns(const Brush& brush, const Progress& progress) {
  const view::Series& series = brush.item.paint.series;
  if (!series || series->empty()) return;
  const float tall = 1.0f / std::max(0.01f, eased(progress.appear));
  ImGui::SetCursorScreenPos(brush.rect.min);
  ImGui::PushStyleVar(ImGuiStyleVar_DisabledAlpha, 1.0f);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(0, 0));
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0.0f);
  ImGui::PushStyleColor(ImGuiCol_FrameBg, IM_COL32_BLACK_TRANS);
  ImGui::PushStyleColor(ImGuiCol_PlotHistogram, tone_of(brush));
  ImGui::BeginDisabled();
  ImGui::PlotHistogram("##columns", series->data(), static_cast<int>(series->size()), 0, nullptr, 0.0f, tall,
                       {brush.rect.width(), brush.rect.height()});
  ImGui::EndDisabled();
  ImGui::PopStyleColor(2);
  ImGui::PopStyleVar(3);
}

ImVec2 point_of(const Brush& brush, std::size_t index, float grown) {
  const std::vector<float>& values = *brush.item.paint.series;
  const float across = static_cast<float>(index) / static_cast<float>(values.size() - 1);
  const float inset = brush.theme.px(3); // the line and the dot at its end stay inside
  const float height = brush.rect.height() - 2 * inset;
  return {brush.rect.min.x + inset + (brush.rect.width() - 2 * inset) * across,
          brush.rect.max.y - inset - height * std::clamp(values[index], 0.0f, 1.0f) * grown};
}

void draw_sparkline(const Brush& brush, const Progress& progress) {
  const view::Series& series = brush.item.paint.series;
  if (!series || series->size() < 2) return;
  const float grown = eased(progress.appear);
  const ImU32 colour = tone_of(brush);
  const ImU32 ground = with_alpha(colour, 0.12f);
  const float foot = brush.rect.max.y;
  for (std::size_t i = 1; i < series->size(); ++i) {
    const ImVec2 from = point_of(brush, i - 1, grown);
    const ImVec2 to = point_of(brush, i, grown);
    brush.list.AddQuadFilled({from.x, foot}, from, to, {to.x, foot}, ground);
  }
  for (std::size_t i = 0; i < series->size(); ++i) brush.list.PathLineTo(point_of(brush, i, grown));
  brush.list.PathStroke(colour, 0, brush.theme.px(2));
  brush.list.AddCircleFilled(point_of(brush, series->size() - 1, grown), brush.theme.px(3), colour);
}

void draw_heat(const Brush& brush, const Progress& progress) {
  const float value = std::clamp(brush.item.paint.value, 0.0f, 1.0f) * eased(progress.appear);
  const float radius = std::min(brush.theme.px(4), brush.rect.height() * 0.25f);
  constexpr float strongest = 0.45f; // a figure stands in it, and is to be read
  brush.list.AddRectFilled(brush.rect.min, brush.rect.max, brush.theme[Token::hover], radius);
  if (value > 0)
    brush.list.AddRectFilled(brush.rect.min, brush.rect.max, with_alpha(tone_of(brush), strongest * value), radius);
}

} // namespace

void paint_desk_kind(const Brush& brush, const Progress& progress) {
  switch (brush.item.paint.kind) {
  case view::PaintKind::row: return draw_row(brush, progress);
  case view::PaintKind::badge: return draw_badge(brush);
  case view::PaintKind::bar: return place_bar(brush, progress);
  case view::PaintKind::sparkline: return draw_sparkline(brush, progress);
  case view::PaintKind::columns: return place_columns(brush, progress);
  case view::PaintKind::heat: return draw_heat(brush, progress);
  default: return;
  }
}

} // namespace palabre::paint
