// What the parts of the settings' screen share, and one function a part.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/view/desk/controls.h"

namespace palabre::view::desk {

[[nodiscard]] bool may_change_settings(const DeskState& desk);
[[nodiscard]] const SettingsDraft& draft_of(const DeskState& desk); // of the site that is shown
// The refusal, if it is about this field or something in it.
[[nodiscard]] const Error* error_at(const SettingsDraft& draft, std::string_view field);
// What would be saved, and the buttons for it; nullptr: nothing is changed.
[[nodiscard]] NodePtr save_bar(const DeskState& desk, std::vector<NodePtr> changes);
[[nodiscard]] NodePtr change_line(std::string key, std::string text);

[[nodiscard]] NodePtr policy_view(const DeskState& desk);     // settings_policy_view.cpp
[[nodiscard]] NodePtr lists_view(const DeskState& desk);      // settings_lists_view.cpp
[[nodiscard]] NodePtr origins_view(const DeskState& desk);    // the same
[[nodiscard]] NodePtr engagement_view(const DeskState& desk); // settings_engagement_view.cpp
[[nodiscard]] NodePtr appearance_view(const DeskState& desk); // settings_looks_view.cpp
[[nodiscard]] NodePtr embed_view(const DeskState& desk);      // the same

// What the preview shows, as a query without '?': the preview's page reads it from its frame's name.
[[nodiscard]] std::string look_query(const wire::Appearance& look);
[[nodiscard]] std::string embed_snippet(const DeskState& desk);
[[nodiscard]] std::string count_snippet();

// A control's value in words: "when likely (0.7)", "2".
[[nodiscard]] std::string value_in_words(const PolicyControl& control, const std::string& value,
                                         const Messages& messages);
// The lists that differ, as lines for save_bar().
[[nodiscard]] std::vector<NodePtr> list_changes(const DeskState& desk);
[[nodiscard]] std::vector<NodePtr> policy_changes(const DeskState& desk); // with the lists'

} // namespace palabre::view::desk
