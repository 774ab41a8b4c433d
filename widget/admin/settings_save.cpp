// Sending what was changed, and what the server says to it.
#include <algorithm>

#include "shared/wire/codec_desk.h"
#include "widget/admin/settings_parts.h"

namespace palabre::widget::desk {
namespace {

using view::desk::ListDraft;
using view::desk::SettingsDraft;
using view::desk::SettingsState;
using view::desk::SettingsTab;
using wire::Method;

// The policy as it is written; the first thing that is wrong with it. Bad lines are said where they stand.
Expected<rules::Policy> policy_written(const SettingsState& state, const SettingsDraft& draft) {
  Expected<rules::Policy> policy = view::desk::written_policy(state.saved->policy, draft.written);
  if (!policy) return policy;
  for (const view::desk::OwnerListName& list : view::desk::owner_lists) {
    const auto found = draft.lists.find(list.kind);
    if (found == draft.lists.end()) continue;
    if (found->second.reading.fault_count > 0) return fail(ErrorCode::unknown_field_value, std::string(list.field));
    if (!found->second.change.empty()) list_of(*policy, list.kind) = found->second.reading.entries;
  }
  return policy;
}

void send(Model& model, std::string_view what, std::string body, Effects& effects) {
  SettingsState& state = model.state.settings;
  state.saving = true;
  ask(model, effects, {Part::settings, "saved", state.site}, Method::put,
      "sites/" + wire::percent_encode(state.site) + "/" + std::string(what), std::move(body));
}

void refuse(Model& model, Error error, Effects& effects) {
  if (error.field.rfind("policy.", 0) == 0) error.field.erase(0, 7);
  const bool of_reaction = error.field.rfind("marks.reactions.", 0) == 0;
  if (error.field == "marks.scores_from")
    effects.push_back(Focus{"field-scores_from"});
  else if (of_reaction)
    effects.push_back(Focus{"field-" + error.field});
  else if (!error.field.empty())
    effects.push_back(Focus{"field-" + error.field.substr(0, error.field.find('.'))});
  announce(model, effects, error.field.empty() ? error_info(error.code).message_key : "desk.see_field");
  settings_draft(model).refused = std::move(error);
}

void save_policy(Model& model, Effects& effects) {
  const SettingsState& state = model.state.settings;
  const Expected<rules::Policy> policy = policy_written(state, settings_draft(model));
  if (!policy) return refuse(model, policy.error(), effects);
  send(model, "policy", wire::encode_change(state.saved->version, *policy, state.saved->policy), effects);
}

void save_origins(Model& model, Effects& effects) {
  const SettingsState& state = model.state.settings;
  const SettingsDraft& draft = settings_draft(model);
  if (!draft.origins) return;
  if (draft.origins->reading.fault_count > 0) {
    return refuse(model, {ErrorCode::unknown_field_value, "origins", {}, 0}, effects);
  }
  send(model, "origins", wire::encode(wire::ChangeOrigins{state.saved->version, draft.origins->reading.entries}),
       effects);
}

void save_look(Model& model, Effects& effects) {
  const SettingsState& state = model.state.settings;
  const SettingsDraft& draft = settings_draft(model);
  if (!draft.appearance) return;
  if (!draft.appearance->accent.empty() && !view::desk::contrast_of(draft.appearance->accent)) {
    return refuse(model, {ErrorCode::unknown_field_value, "accent", {}, 0}, effects);
  }
  send(model, "appearance", wire::encode(wire::ChangeAppearance{state.saved->version, *draft.appearance}), effects);
}

void save_engagement(Model& model, Effects& effects) {
  const SettingsState& state = model.state.settings;
  const SettingsDraft& draft = settings_draft(model);
  if (!draft.engagement) return;
  const Expected<std::string> body = engagement_to_send(state, draft);
  if (!body) return refuse(model, body.error(), effects);
  send(model, "engagement", *body, effects);
}

void take_saved(Model& model, wire::SiteSettings settings, Effects& effects) {
  SettingsState& state = model.state.settings;
  SettingsDraft& draft = settings_draft(model);
  draft_again(model, settings);
  // What the server writes in another way is no change of ours.
  if (state.tab == SettingsTab::origins) draft.origins.reset();
  if (state.tab == SettingsTab::appearance) draft.appearance.reset();
  if (state.tab == SettingsTab::engagement) {
    draft.engagement.reset();
    draft.scores_from.reset();
  }
  state.saved = std::move(settings);
  begin_list(model);
  add_toast(model, effects, model.state.messages.text("desk.saved"));
  effects.push_back(Focus{"title"});
}

void take_made(Model& model, wire::SiteSettings settings, Effects& effects) {
  SettingsState& state = model.state.settings;
  const std::string name = settings.site.name;
  if (model.state.session) model.state.session->sites.push_back(settings.site);
  state.new_name.clear();
  state.new_origins.clear();
  add_toast(model, effects, model.state.messages.text("desk.site_made", "site", name));
  go_to(model, effects, "#/settings/" + name + "/embed");
}

} // namespace

void save_settings(Model& model, Effects& effects) {
  const SettingsState& state = model.state.settings;
  if (state.saving || !state.saved) return;
  settings_draft(model).refused.reset();
  switch (state.tab) {
  case SettingsTab::policy:
  case SettingsTab::lists: return save_policy(model, effects);
  case SettingsTab::engagement: return save_engagement(model, effects);
  case SettingsTab::origins: return save_origins(model, effects);
  case SettingsTab::appearance: return save_look(model, effects);
  case SettingsTab::embed: return;
  }
}

void make_site(Model& model, Effects& effects) {
  SettingsState& state = model.state.settings;
  if (state.saving) return;
  state.new_refused.reset();
  const view::desk::ListReading origins = view::desk::read_list(state.new_origins, rules::fault_of_origin);
  if (state.new_name.empty()) {
    state.new_refused = Error{ErrorCode::field_empty, "name", {}, 0};
    effects.push_back(Focus{"field-new_name"});
  } else if (origins.fault_count > 0 || origins.entries.empty()) {
    state.new_refused = Error{ErrorCode::unknown_field_value, "origins", {}, 0};
    effects.push_back(Focus{"field-new_origins"});
  } else {
    state.saving = true;
    ask(model, effects, {Part::settings, "made"}, Method::post, "sites",
        wire::encode(wire::NewSite{state.new_name, origins.entries}));
  }
}

void answer_saved(Model& model, const Request& request, const Answer& answer, Effects& effects) {
  SettingsState& state = model.state.settings;
  state.saving = false;
  auto settings = is_success(answer) ? wire::decode_site_settings(answer.body) : tl::unexpected(failure_of(answer));
  if (request.purpose == "made") {
    if (settings) return take_made(model, *std::move(settings), effects);
    state.new_refused = settings.error();
    const bool at_name = state.new_refused->field.rfind("name", 0) == 0;
    effects.push_back(Focus{at_name ? "field-new_name" : "field-new_origins"});
    return;
  }
  if (request.about != state.site) return;
  if (settings) return take_saved(model, *std::move(settings), effects);
  refuse(model, settings.error(), effects);
}

} // namespace palabre::widget::desk
