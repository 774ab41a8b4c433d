// Dear ImGui's font loader, ours: it has no glyph. Every word on the page is DOM text; charts will take their few
// labels from the browser through this same door.
#include <imgui.h>
#include <imgui_internal.h>
#include <misc/freetype/imgui_freetype.h>

namespace {

bool has_no_glyph(ImFontAtlas*, ImFontConfig*, ImWchar) {
  return false;
}

bool set_metrics(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
  baked->Ascent = baked->Size;
  baked->Descent = 0.0f;
  return true;
}

bool load_no_glyph(ImFontAtlas*, ImFontConfig*, ImFontBaked*, void*, ImWchar, ImFontGlyph*, float*) {
  return false;
}

} // namespace

const ImFontLoader* ImGuiFreeType::GetFontLoader() {
  static const ImFontLoader loader = [] {
    ImFontLoader made;
    made.Name = "palabre";
    made.FontSrcContainsGlyph = has_no_glyph;
    made.FontBakedInit = set_metrics;
    made.FontBakedLoadGlyph = load_no_glyph;
    return made;
  }();
  return &loader;
}
