#include <algorithm>
#include <cmath>

#include <imgui.h>
#include <imgui_internal.h>

#include "widget/paint/brush.h"

namespace palabre::paint {

namespace {

struct ButtonLook {
  ImU32 fill;
  ImU32 line;
};

// Nothing at rest but the words; the pointer brings a tint.
ButtonLook quiet_look(const Theme& theme, const Progress& progress) {
  return {with_alpha(theme[Token::hover], std::min(1.0f, progress.hover + progress.press * 0.6f)), 0};
}

ButtonLook plain_look(const Theme& theme, const Progress& progress) {
  return {over(theme[Token::hover], theme[Token::button], progress.hover * 0.7f + progress.press * 0.3f),
          theme[Token::button_line]};
}

ButtonLook primary_look(const Theme& theme, const Progress& progress) {
  const ImU32 lit = blend(theme[Token::accent], IM_COL32(0, 0, 0, 255), progress.hover * 0.1f + progress.press * 0.1f);
  return {lit, 0};
}

ButtonLook look_of(const Brush& brush, const Progress& progress) {
  ButtonLook look = quiet_look(brush.theme, progress);
  if (brush.item.paint.kind == view::PaintKind::button) look = plain_look(brush.theme, progress);
  if (brush.item.paint.kind == view::PaintKind::primary_button) look = primary_look(brush.theme, progress);
  if (progress.appear < 1)
    look.fill = over(with_alpha(brush.theme[Token::accent], 0.3f * (1 - progress.appear)), look.fill, 1.0f);
  if (has(brush.item.state, view::State::pressed) || has(brush.item.state, view::State::current)) {
    look.fill = over(with_alpha(brush.theme[Token::accent], 0.14f), look.fill, 1.0f);
  }
  return look;
}

Touch last_touch() {
  return {ImGui::IsItemHovered(), ImGui::IsItemActive()};
}

// Same colour for all three states: the blend already says which one it is.
void push_colours(ImGuiCol rest, ImGuiCol hovered, ImGuiCol active, ImU32 colour) {
  ImGui::PushStyleColor(rest, colour);
  ImGui::PushStyleColor(hovered, colour);
  ImGui::PushStyleColor(active, colour);
}

} // namespace

Touch place_button(const Brush& brush, const Progress& progress) {
  const Theme& theme = brush.theme;
  const bool disabled = has(brush.item.state, view::State::disabled) || has(brush.item.state, view::State::busy);
  const ButtonLook look = look_of(brush, progress);
  const float radius = theme.px(theme.radius * 0.7f);
  if (brush.item.paint.kind == view::PaintKind::primary_button && !disabled) {
    const float lift = 1.0f - progress.press;
    draw_shadow(brush.list, brush.rect, radius,
                {with_alpha(theme[Token::accent], 0.28f * lift), theme.px(8), theme.px(2)});
  }
  ImGui::SetCursorScreenPos(brush.rect.min);
  ImGui::BeginDisabled(disabled);
  ImGui::PushStyleVar(ImGuiStyleVar_FrameRounding, radius);
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, look.line == 0 ? 0.0f : std::max(1.0f, theme.scale));
  push_colours(ImGuiCol_Button, ImGuiCol_ButtonHovered, ImGuiCol_ButtonActive, look.fill);
  ImGui::PushStyleColor(ImGuiCol_Border, look.line);
  ImGui::Button("##button", {brush.rect.width(), brush.rect.height()});
  const Touch touch = last_touch();
  ImGui::PopStyleColor(4);
  ImGui::PopStyleVar(2);
  ImGui::EndDisabled();
  return touch;
}

Touch place_checkbox(const Brush& brush, const Progress& progress) {
  const Theme& theme = brush.theme;
  bool ticked = brush.item.paint.value > 0.5f;
  const ImU32 fill = ticked ? theme[Token::accent] : over(theme[Token::hover], theme[Token::field], progress.hover);
  ImGui::SetCursorScreenPos(brush.rect.min);
  ImGui::BeginDisabled(has(brush.item.state, view::State::disabled));
  ImGui::PushFont(nullptr, std::max(1.0f, brush.rect.height())); // a checkbox is as tall as the font
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(0, 0));
  ImGui::PushStyleVar(ImGuiStyleVar_FrameRounding, theme.px(theme.radius * 0.35f));
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, std::max(1.0f, theme.scale));
  push_colours(ImGuiCol_FrameBg, ImGuiCol_FrameBgHovered, ImGuiCol_FrameBgActive, fill);
  ImGui::PushStyleColor(ImGuiCol_Border, ticked ? theme[Token::accent] : theme[Token::field_line]);
  ImGui::PushStyleColor(ImGuiCol_CheckMark, theme[Token::field]);
  ImGui::Checkbox("##checkbox", &ticked);
  const Touch touch = last_touch();
  ImGui::PopStyleColor(5);
  ImGui::PopStyleVar(3);
  ImGui::PopFont();
  ImGui::EndDisabled();
  return touch;
}

Touch place_tab(const Brush& brush, const Progress& progress) {
  const Theme& theme = brush.theme;
  const bool chosen = brush.item.paint.value > 0.5f;
  ImGui::SetCursorScreenPos(brush.rect.min);
  ImGui::InvisibleButton("##tab", {std::max(1.0f, brush.rect.width()), std::max(1.0f, brush.rect.height())});
  const Touch touch = last_touch();
  ImGui::PushStyleVar(ImGuiStyleVar_TabRounding, theme.px(theme.radius * 0.6f));
  ImGui::PushStyleVar(ImGuiStyleVar_TabBarBorderSize, 0.0f);
  ImGui::TabItemBackground(&brush.list, ImRect(brush.rect.min, brush.rect.max), ImGuiTabItemFlags_None,
                           with_alpha(theme[Token::hover], progress.hover));
  ImGui::PopStyleVar(2);
  if (chosen) {
    const float thick = theme.px(2);
    brush.list.AddRectFilled({brush.rect.min.x, brush.rect.max.y - thick}, brush.rect.max, theme[Token::accent],
                             thick * 0.5f);
  }
  return touch;
}

void place_progress(const Brush& brush, double now) {
  const Theme& theme = brush.theme;
  const float value = brush.item.paint.value;
  constexpr double turn = 1400; // milliseconds from one side to the other
  const float moving = -static_cast<float>(std::fmod(now, turn) / turn);
  ImGui::SetCursorScreenPos(brush.rect.min);
  ImGui::PushStyleVar(ImGuiStyleVar_FrameRounding, brush.rect.height() * 0.5f);
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0.0f);
  ImGui::PushStyleColor(ImGuiCol_FrameBg, theme[Token::line]);
  ImGui::PushStyleColor(ImGuiCol_PlotHistogram, theme[Token::accent]);
  ImGui::ProgressBar(value < 0 ? moving : value, {brush.rect.width(), brush.rect.height()}, "");
  ImGui::PopStyleColor(2);
  ImGui::PopStyleVar(2);
}

} // namespace palabre::paint
