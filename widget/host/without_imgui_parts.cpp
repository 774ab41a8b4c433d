// Parts of Dear ImGui that its frame calls whether they are needed or not. The linker puts these empty ends in their
// place (--wrap, see CMakeLists.txt) and drops the parts: readers have no popups, tooltips, scroll bars, shortcuts,
// multiple selection or settings file, no word of theirs is painted, the browser moves the focus, and our calls are
// balanced, so there is nothing to recover from. A module that needs one takes its line out.
#include <imgui.h>
#include <imgui_internal.h>

#define PALABRE_INSTEAD_OF(symbol) asm("__wrap_" symbol)

void no_state_recovery(const ImGuiErrorRecoveryState*)
    PALABRE_INSTEAD_OF("_ZN5ImGui30ErrorRecoveryTryToRecoverStateEPK23ImGuiErrorRecoveryState");
void no_window_recovery(const ImGuiErrorRecoveryState*)
    PALABRE_INSTEAD_OF("_ZN5ImGui36ErrorRecoveryTryToRecoverWindowStateEPK23ImGuiErrorRecoveryState");
void no_error_tooltip() PALABRE_INSTEAD_OF("_ZN5ImGui38ErrorCheckEndFrameFinalizeErrorTooltipEv");
void no_scroll_bar(ImGuiAxis) PALABRE_INSTEAD_OF("_ZN5ImGui9ScrollbarE9ImGuiAxis");
ImVec2 no_popup_place(ImGuiWindow*) PALABRE_INSTEAD_OF("_ZN5ImGui25FindBestWindowPosForPopupEP11ImGuiWindow");
void no_selection_header(ImGuiID, bool*, ImGuiButtonFlags*)
    PALABRE_INSTEAD_OF("_ZN5ImGui21MultiSelectItemHeaderEjPbPi");
void no_selection_footer(ImGuiID, bool*, bool*) PALABRE_INSTEAD_OF("_ZN5ImGui21MultiSelectItemFooterEjPbS0_");
bool no_shortcut(ImGuiKeyChord, ImGuiInputFlags, ImGuiID) PALABRE_INSTEAD_OF("_ZN5ImGui8ShortcutEiij");
void no_tooltip(const char*, ...) PALABRE_INSTEAD_OF("_ZN5ImGui10SetTooltipEPKcz");
ImVec2 no_scrolling(ImGuiWindow*, const ImRect&, ImGuiScrollFlags)
    PALABRE_INSTEAD_OF("_ZN5ImGui14ScrollToRectExEP11ImGuiWindowRK6ImRecti");
void no_moving(ImGuiWindow*) PALABRE_INSTEAD_OF("_ZN5ImGui22StartMouseMovingWindowEP11ImGuiWindow");
void no_navigation(ImGuiWindow*, bool) PALABRE_INSTEAD_OF("_ZN5ImGui13NavInitWindowEP11ImGuiWindowb");
void no_navigation_cursor(const ImRect&, ImGuiID, ImGuiNavRenderCursorFlags)
    PALABRE_INSTEAD_OF("_ZN5ImGui15RenderNavCursorERK6ImRectji");
void no_mouse_cursor(ImVec2, float, ImGuiMouseCursor, ImU32, ImU32, ImU32)
    PALABRE_INSTEAD_OF("_ZN5ImGui17RenderMouseCursorE6ImVec2fijjj");
void no_log(const ImVec2*, const char*, const char*) PALABRE_INSTEAD_OF("_ZN5ImGui15LogRenderedTextEPK6ImVec2PKcS4_");
void no_text(ImVec2, const char*, const char*, bool) PALABRE_INSTEAD_OF("_ZN5ImGui10RenderTextE6ImVec2PKcS2_b");
void no_clipped_text(ImDrawList*, const ImVec2&, const ImVec2&, const char*, const char*, const ImVec2*, const ImVec2&,
                     const ImRect*)
    PALABRE_INSTEAD_OF("_ZN5ImGui19RenderTextClippedExEP10ImDrawListRK6ImVec2S4_PKcS6_PS3_S4_PK6ImRect");
void no_drawn_text(ImDrawList*, ImFont*, float, const ImVec2&, ImU32, const char*, const char*, float, const ImVec4*)
    PALABRE_INSTEAD_OF("_ZN10ImDrawList7AddTextEP6ImFontfRK6ImVec2jPKcS6_fPK6ImVec4");
ImVec2 no_text_size(ImFont*, float, float, float, const char*, const char*, const char**)
    PALABRE_INSTEAD_OF("_ZN6ImFont13CalcTextSizeAEfffPKcS1_PS1_");
void no_settings_to_disk(const char*) PALABRE_INSTEAD_OF("_ZN5ImGui21SaveIniSettingsToDiskEPKc");
void no_settings_from_disk(const char*) PALABRE_INSTEAD_OF("_ZN5ImGui23LoadIniSettingsFromDiskEPKc");

void no_state_recovery(const ImGuiErrorRecoveryState*) {}
void no_window_recovery(const ImGuiErrorRecoveryState*) {}
void no_error_tooltip() {}
void no_scroll_bar(ImGuiAxis) {}
ImVec2 no_popup_place(ImGuiWindow*) {
  return {};
}
void no_selection_header(ImGuiID, bool*, ImGuiButtonFlags*) {}
void no_selection_footer(ImGuiID, bool*, bool*) {}
bool no_shortcut(ImGuiKeyChord, ImGuiInputFlags, ImGuiID) {
  return false;
}
void no_tooltip(const char*, ...) {}
ImVec2 no_scrolling(ImGuiWindow*, const ImRect&, ImGuiScrollFlags) {
  return {};
}
void no_moving(ImGuiWindow*) {}
void no_navigation(ImGuiWindow*, bool) {}
void no_navigation_cursor(const ImRect&, ImGuiID, ImGuiNavRenderCursorFlags) {}
void no_mouse_cursor(ImVec2, float, ImGuiMouseCursor, ImU32, ImU32, ImU32) {}
void no_log(const ImVec2*, const char*, const char*) {}
void no_text(ImVec2, const char*, const char*, bool) {}
void no_clipped_text(ImDrawList*, const ImVec2&, const ImVec2&, const char*, const char*, const ImVec2*, const ImVec2&,
                     const ImRect*) {}
void no_drawn_text(ImDrawList*, ImFont*, float, const ImVec2&, ImU32, const char*, const char*, float, const ImVec4*) {}
ImVec2 no_text_size(ImFont*, float, float, float, const char*, const char*, const char**) {
  return {};
}
void no_settings_to_disk(const char*) {}
void no_settings_from_disk(const char*) {}
