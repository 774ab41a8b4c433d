// What is written and not saved yet.
#include <algorithm>

#include "widget/admin/settings_parts.h"

namespace palabre::widget::desk {
namespace {

using view::desk::ListDraft;
using view::desk::OwnerListKind;
using view::desk::SettingsDraft;
using view::desk::SettingsState;

const std::vector<std::string>& saved_list(const SettingsState& state, OwnerListKind kind) {
  return list_of(state.saved->policy, kind);
}

void write_list(Model& model, std::string text) {
  SettingsState& state = model.state.settings;
  settings_draft(model).lists[state.list] =
      view::desk::list_draft(std::move(text), saved_list(state, state.list), view::desk::fault_of(state.list));
}

bool write_look(SettingsState& state, SettingsDraft& draft, std::string_view field, const std::string& value) {
  wire::Appearance look = draft.appearance.value_or(state.saved->appearance);
  std::string* member = field == "theme"     ? &look.theme
                        : field == "accent"  ? &look.accent
                        : field == "density" ? &look.density
                        : field == "corners" ? &look.corners
                                             : nullptr;
  if (member == nullptr) return false;
  *member = value;
  draft.appearance = look;
  if (look == state.saved->appearance) draft.appearance.reset();
  return true;
}

// What somebody else saved is kept; what was changed here is changed in it.
ListDraft again(const ListDraft& draft, const std::vector<std::string>& saved, view::desk::FaultOf fault_of) {
  if (draft.change.empty()) return view::desk::list_draft(view::desk::joined(saved), saved, fault_of);
  return view::desk::list_draft(view::desk::joined(change_again(saved, draft.change)), saved, fault_of);
}

} // namespace

void write_setting(Model& model, std::string_view field, const std::string& value) {
  SettingsState& state = model.state.settings;
  SettingsDraft& draft = settings_draft(model);
  if (draft.refused && draft.refused->field.rfind(field, 0) == 0) draft.refused.reset();
  if (field == "list") {
    draft.refused.reset();
    return write_list(model, value);
  }
  if (field == "origins") {
    draft.origins = view::desk::list_draft(value, state.saved->site.origins, rules::fault_of_origin);
    return;
  }
  if (state.tab == view::desk::SettingsTab::engagement) {
    (void)write_engagement(state, draft, field, value);
    return;
  }
  if (write_look(state, draft, field, value)) return;
  const std::string name(field);
  if (view::desk::control_text(state.saved->policy, field) == value)
    draft.written.erase(name);
  else
    draft.written[name] = value;
}

void take_preset(Model& model, std::string_view name) {
  const auto preset = rules::parse_preset(name);
  if (!preset || !model.state.settings.saved) return;
  const rules::Policy policy = rules::policy_of(*preset);
  for (const view::desk::PolicyControl& control : view::desk::policy_controls) {
    write_setting(model, control.name, view::desk::control_text(policy, control.name));
  }
}

void drop_line(Model& model, std::string_view line) {
  SettingsState& state = model.state.settings;
  const auto found = settings_draft(model).lists.find(state.list);
  if (found == settings_draft(model).lists.end()) return;
  std::uint32_t number = 0;
  for (const char digit : line) number = number * 10 + static_cast<std::uint32_t>(digit - '0');
  write_list(model, view::desk::without_line(found->second.text, number));
}

void discard_settings(Model& model) {
  SettingsState& state = model.state.settings;
  SettingsDraft& draft = settings_draft(model);
  draft.refused.reset();
  switch (state.tab) {
  case view::desk::SettingsTab::policy:
  case view::desk::SettingsTab::lists:
    draft.written.clear();
    draft.lists.clear();
    return begin_list(model);
  case view::desk::SettingsTab::engagement:
    draft.engagement.reset();
    draft.scores_from.reset();
    return;
  case view::desk::SettingsTab::origins: draft.origins.reset(); return;
  case view::desk::SettingsTab::appearance: draft.appearance.reset(); return;
  case view::desk::SettingsTab::embed: return;
  }
}

void begin_list(Model& model) {
  SettingsState& state = model.state.settings;
  if (state.tab != view::desk::SettingsTab::lists || !state.saved) return;
  if (settings_draft(model).lists.count(state.list) != 0) return;
  write_list(model, view::desk::joined(saved_list(state, state.list)));
}

void draft_again(Model& model, const wire::SiteSettings& fresh) {
  SettingsDraft& draft = settings_draft(model);
  draft.refused.reset();
  for (auto& [kind, list] : draft.lists) {
    list = again(list, list_of(fresh.policy, kind), view::desk::fault_of(kind));
  }
  if (draft.origins) draft.origins = again(*draft.origins, fresh.site.origins, rules::fault_of_origin);
  std::erase_if(draft.written,
                [&](const auto& one) { return view::desk::control_text(fresh.policy, one.first) == one.second; });
  if (draft.engagement && *draft.engagement == fresh.engagement) draft.engagement.reset();
  if (draft.appearance && *draft.appearance == fresh.appearance) draft.appearance.reset();
}

} // namespace palabre::widget::desk
