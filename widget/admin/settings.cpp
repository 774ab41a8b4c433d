// A site's settings: the way in, and what its buttons do.
#include <algorithm>

#include "shared/view/desk/settings_views.h"
#include "shared/wire/codec_desk.h"
#include "widget/admin/settings_parts.h"

namespace palabre::widget::desk {
namespace {

using view::desk::SettingsState;
using wire::Method;

void load(Model& model, Effects& effects) {
  SettingsState& state = model.state.settings;
  state.error.reset();
  state.load = view::LoadState::loading;
  ask(model, effects, {Part::settings, "load", state.site}, Method::get, "sites/" + wire::percent_encode(state.site));
}

void load_sites(Model& model, Effects& effects) {
  model.state.settings.error.reset();
  ask(model, effects, {Part::settings, "sites"}, Method::get, "sites");
}

void choose_tab(SettingsState& state, const Place& place) {
  state.tab = view::desk::SettingsTab::policy;
  for (const auto& [name, tab] : view::desk::settings_tabs) {
    if (place.path.size() > 1 && place.path[1] == name) state.tab = tab;
  }
  const view::desk::OwnerListKind before = state.list;
  for (const auto& list : view::desk::owner_lists) {
    if (place.path.size() > 2 && place.path[2] == list.name) state.list = list.kind;
  }
  if (state.list != before) state.wanted.clear();
}

void copy_snippet(Model& model, std::string_view which, Effects& effects) {
  effects.push_back(Copy{which == "tag" ? view::desk::embed_snippet(model.state) : view::desk::count_snippet()});
  add_toast(model, effects, model.state.messages.text("desk.copied"));
}

void take_loaded(Model& model, const Request& request, const Answer& answer, Effects& effects) {
  SettingsState& state = model.state.settings;
  if (request.about != state.site) return; // another one was opened meanwhile
  auto settings = is_success(answer) ? wire::decode_site_settings(answer.body) : tl::unexpected(failure_of(answer));
  state.load = settings ? view::LoadState::loaded : view::LoadState::failed;
  if (!settings) {
    state.error = settings.error();
    return;
  }
  draft_again(model, *settings);
  state.saved = *std::move(settings);
  begin_list(model);
  effects.push_back(Focus{"title"});
}

void take_sites(Model& model, const Answer& answer) {
  SettingsState& state = model.state.settings;
  auto sites = is_success(answer) ? wire::decode_sites(answer.body) : tl::unexpected(failure_of(answer));
  if (sites)
    state.sites = *std::move(sites);
  else
    state.error = sites.error();
}

} // namespace

view::desk::SettingsDraft& settings_draft(Model& model) {
  return model.state.settings.drafts[model.state.settings.site];
}

void enter_settings(Model& model, const Place& place, Effects& effects) {
  SettingsState& state = model.state.settings;
  const std::string site = place.path.empty() ? std::string() : place.path.front();
  const bool same = site == state.site && state.saved.has_value();
  state.site = site;
  choose_tab(state, place);
  if (site.empty()) return load_sites(model, effects);
  if (!same) {
    state.saved.reset();
    return load(model, effects);
  }
  begin_list(model);
}

void press_settings(Model& model, const Verb& verb, Effects& effects) {
  if (verb.name == "preset") take_preset(model, verb.argument);
  if (verb.name == "drop_line") drop_line(model, verb.argument);
  if (verb.name.rfind("reaction_", 0) == 0) press_reaction(model, verb, effects);
  if (verb.name == "discard") {
    discard_settings(model);
    effects.push_back(Focus{"title"});
  }
  if (verb.name == "save") save_settings(model, effects);
  if (verb.name == "look") load(model, effects);
  if (verb.name == "copy") copy_snippet(model, verb.argument, effects);
}

void change_settings(Model& model, std::string_view field, const std::string& value, Effects&) {
  SettingsState& state = model.state.settings;
  if (field == "wanted") {
    state.wanted = value;
  } else if (field == "new_name") {
    state.new_name = value;
  } else if (field == "new_origins") {
    state.new_origins = value;
  } else if (state.saved) {
    write_setting(model, field, value);
  }
}

void submit_settings(Model& model, std::string_view form, Effects& effects) {
  if (form == "new_site")
    make_site(model, effects);
  else
    save_settings(model, effects);
}

void answer_settings(Model& model, const Request& request, const Answer& answer, Effects& effects) {
  if (request.purpose == "sites") return take_sites(model, answer);
  if (request.purpose == "load") return take_loaded(model, request, answer, effects);
  answer_saved(model, request, answer, effects);
}

} // namespace palabre::widget::desk
