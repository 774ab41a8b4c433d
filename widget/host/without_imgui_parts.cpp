// Parts of Dear ImGui that its frame calls whether they are needed or not. The linker puts these empty ends in their
// place
// (--wrap, see CMakeLists.txt) and drops the parts: readers have no popups, scroll bars, shortcuts or multiple
// selection, and our calls are balanced, so there is nothing to recover from. A module that needs one takes its line
// out.
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
