// What the settings' files share.
#pragma once

#include "widget/admin/parts.h"

namespace palabre::widget::desk {

[[nodiscard]] view::desk::SettingsDraft& settings_draft(Model& model); // of the site that is shown

// settings_draft.cpp: what is written, and put together again when somebody else was faster
void write_setting(Model& model, std::string_view field, const std::string& value);
void take_preset(Model& model, std::string_view name);
void drop_line(Model& model, std::string_view line);
void discard_settings(Model& model);
void begin_list(Model& model); // the list that is shown is read once
void draft_again(Model& model, const wire::SiteSettings& fresh);

// settings_engagement.cpp
// Whether it was a field of it.
bool write_engagement(view::desk::SettingsState& state, view::desk::SettingsDraft& draft, std::string_view field,
                      const std::string& value);
void press_reaction(Model& model, const Verb& verb, Effects& effects);
[[nodiscard]] Expected<std::string> engagement_to_send(const view::desk::SettingsState& state,
                                                       const view::desk::SettingsDraft& draft);

// settings_save.cpp
void save_settings(Model& model, Effects& effects);
void make_site(Model& model, Effects& effects);
void answer_saved(Model& model, const Request& request, const Answer& answer, Effects& effects);

} // namespace palabre::widget::desk
