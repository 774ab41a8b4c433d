// Dear ImGui's windows call its tables and columns, whether there are any or not. Readers see none, so these empty ends
// stand in for imgui_tables.cpp and keep 40 KB out of what they download. A module that shows a table leaves this file
// out.
#include <imgui.h>
#include <imgui_internal.h>

void ImGui::EndColumns() {}
void ImGui::PopColumnsBackground() {}
void ImGui::PushColumnsBackground() {}
void ImGui::EndTable() {}
void ImGui::TableEndCell(ImGuiTable*) {}
void ImGui::TableEndRow(ImGuiTable*) {}
void ImGui::TableGcCompactSettings() {}
void ImGui::TableGcCompactTransientBuffers(ImGuiTable*) {}
void ImGui::TableGcCompactTransientBuffers(ImGuiTableTempData*) {}
void ImGui::TablePopBackgroundChannel() {}
void ImGui::TablePopColumnChannel() {}
void ImGui::TablePushBackgroundChannel() {}
void ImGui::TablePushColumnChannel(int) {}
void ImGui::TableSettingsAddSettingsHandler() {}
