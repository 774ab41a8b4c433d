#include "widget/paint/painter.h"

#include <algorithm>
#include <cmath>

#include <imgui.h>
#include <misc/freetype/imgui_freetype.h>

#include "widget/paint/avatar.h"
#include "widget/paint/brush.h"
#include "widget/paint/motion.h"

namespace palabre::paint {

namespace {

using view::PaintKind;

constexpr int settling_frames = 2; // Dear ImGui learns where the pointer is one frame late
constexpr float longest_step = 50; // milliseconds; after a pause nothing jumps

Rect rect_of(const Box& box) {
  return snapped({{box.x, box.y}, {box.x + box.width, box.y + box.height}});
}

Ground ground_of(const Theme& theme) {
  const ImVec4 surface = ImGui::ColorConvertU32ToFloat4(theme[Token::surface]);
  return surface.x + surface.y + surface.z < 1.5f ? Ground::dark : Ground::light;
}

void set_up(ImGuiIO& io) {
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset | ImGuiBackendFlags_RendererHasTextures;
  io.Fonts->TexMinWidth = 128;
  io.Fonts->TexMinHeight = 64;
  ImFontConfig font;
  font.FontLoader = ImGuiFreeType::GetFontLoader();
  io.Fonts->AddFont(&font);
}

} // namespace

struct Painter::Impl {
  ImGuiContext* context{nullptr};
  MoreKinds more{nullptr};
  MotionTable motion;
  Pointer last_pointer;
  double last_now{0};
  int settling{settling_frames};

  void begin(const Theme& theme, const Frame& frame);
  void draw(const PlacedItem& item, const Theme& theme, const Frame& frame);
  void draw_surface(const Brush& brush, const Progress& progress);
  [[nodiscard]] Touch place(const Brush& brush, const Progress& progress) const;
};

void Painter::Impl::begin(const Theme& theme, const Frame& frame) {
  ImGuiIO& io = ImGui::GetIO();
  const auto elapsed = static_cast<float>(std::clamp(frame.now - last_now, 1.0, static_cast<double>(longest_step)));
  last_now = frame.now;
  io.DisplaySize = {std::max(1.0f, frame.width), std::max(1.0f, frame.height)};
  io.DeltaTime = elapsed / 1000.0f;
  const Pointer& pointer = frame.pointer;
  if (pointer.inside)
    io.AddMousePosEvent(pointer.x, pointer.y);
  else
    io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  io.AddMouseButtonEvent(ImGuiMouseButton_Left, pointer.inside && pointer.down);
  const bool same = pointer.x == last_pointer.x && pointer.y == last_pointer.y &&
                    pointer.inside == last_pointer.inside && pointer.down == last_pointer.down;
  if (!same) settling = settling_frames;
  last_pointer = pointer;
  motion.begin(elapsed, frame.motion == Motion::reduced);
  ImGui::GetStyle().AntiAliasedLinesUseTex = theme.scale < 1.5f;
  ImGui::NewFrame();
}

void Painter::Impl::draw_surface(const Brush& brush, const Progress& progress) {
  switch (brush.item.paint.kind) {
  case PaintKind::card: return draw_card(brush);
  case PaintKind::field: return draw_field(brush, progress);
  case PaintKind::avatar:
    return draw_avatar(brush.list, brush.rect, brush.item.paint.seed, progress.appear, ground_of(brush.theme));
  case PaintKind::quote_bar: return draw_quote_bar(brush);
  case PaintKind::code_box: return draw_code_box(brush);
  case PaintKind::highlight: return draw_highlight(brush);
  default: return;
  }
}

Touch Painter::Impl::place(const Brush& brush, const Progress& progress) const {
  switch (brush.item.paint.kind) {
  case PaintKind::button:
  case PaintKind::primary_button:
  case PaintKind::quiet_button: return place_button(brush, progress);
  case PaintKind::checkbox: return place_checkbox(brush, progress);
  case PaintKind::tab: return place_tab(brush, progress);
  case PaintKind::row:
  case PaintKind::field: {
    const ImVec2 mouse = ImGui::GetMousePos();
    return {ImGui::IsMouseHoveringRect(brush.rect.min, brush.rect.max) && mouse.x > -FLT_MAX, false};
  }
  default: return {};
  }
}

void Painter::Impl::draw(const PlacedItem& item, const Theme& theme, const Frame& frame) {
  const Rect rect = rect_of(item.box);
  if (rect.width() < 1 || rect.height() < 1) return;
  const float reach = theme.px(40); // shadows and rings go past the box
  if (rect.max.y < -reach || rect.min.y > frame.height + reach) return;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Brush brush{list, theme, item, rect};
  ImGui::PushID(static_cast<int>(item.id));
  const bool focused = (item.marks & mark_focused) != 0;
  const bool fresh = (item.marks & mark_fresh) != 0;
  const Progress before = motion.peek(item.id);
  const Touch touch = place(brush, before);
  const Progress progress = motion.step(item.id, {touch.hovered, touch.pressed, focused, fresh});
  draw_surface(brush, progress);
  if (more != nullptr && item.paint.kind >= PaintKind::row) more(brush, progress);
  if (item.paint.kind == PaintKind::progress) place_progress(brush, frame.now);
  if (item.paint.kind != PaintKind::field) draw_focus_ring(brush, progress);
  ImGui::PopID();
}

Painter::Painter(MoreKinds more) : impl_(std::make_unique<Impl>()) {
  impl_->more = more;
  impl_->context = ImGui::CreateContext();
  ImGui::SetCurrentContext(impl_->context);
  set_up(ImGui::GetIO());
}

Painter::~Painter() {
  ImGui::SetCurrentContext(impl_->context);
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) texture->SetStatus(ImTextureStatus_Destroyed);
  ImGui::DestroyContext(impl_->context);
}

NextFrame Painter::paint(const std::vector<PlacedItem>& items, const Theme& theme, const Frame& frame) {
  ImGui::SetCurrentContext(impl_->context);
  impl_->begin(theme, frame);
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0.0f);
  constexpr ImGuiWindowFlags flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                                     ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoMove |
                                     ImGuiWindowFlags_NoSavedSettings;
  ImGui::Begin("##page", nullptr, flags);
  bool spinning = false;
  for (const PlacedItem& item : items) {
    if (item.paint.kind == PaintKind::card || item.paint.kind == PaintKind::highlight) impl_->draw(item, theme, frame);
  }
  draw_thread_lines(*ImGui::GetWindowDrawList(), theme, items);
  for (const PlacedItem& item : items) {
    if (item.paint.kind == PaintKind::card || item.paint.kind == PaintKind::highlight) continue;
    impl_->draw(item, theme, frame);
    spinning = spinning || (item.paint.kind == PaintKind::progress && item.paint.value < 0);
  }
  ImGui::SetCursorScreenPos({0, 0});
  ImGui::Dummy({1, 1}); // tells Dear ImGui that the last SetCursorScreenPos() was meant
  ImGui::End();
  ImGui::PopStyleVar(2);
  ImGui::Render();
  impl_->settling = std::max(0, impl_->settling - 1);
  const bool moving = impl_->motion.moving() || (spinning && frame.motion == Motion::full) || impl_->settling > 0;
  return moving ? NextFrame::needed : NextFrame::not_needed;
}

ImDrawData* Painter::draw_data() const {
  ImGui::SetCurrentContext(impl_->context);
  return ImGui::GetDrawData();
}

void Painter::forget_textures() {
  ImGui::SetCurrentContext(impl_->context);
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    texture->SetTexID(ImTextureID_Invalid);
    if (texture->Status != ImTextureStatus_Destroyed) texture->SetStatus(ImTextureStatus_WantCreate);
  }
}

} // namespace palabre::paint
