// A site's settings: the list of sites, and the frame around the parts of one.
#include "shared/view/desk/settings_views.h"

namespace palabre::view::desk {
namespace {

NodePtr tabs(const DeskState& desk) {
  const SettingsState& state = desk.settings;
  std::vector<PlaceLink> places;
  for (const auto& [name, tab] : settings_tabs) {
    const std::string text(name);
    places.push_back(
        {text, desk.messages.text("desk.settings_" + text), "#/settings/" + state.site + "/" + text, tab == state.tab});
  }
  return place_tabs("tabs", desk.messages.text("desk.settings"), places);
}

NodePtr site_rows(const DeskState& desk) {
  const Messages& messages = desk.messages;
  std::vector<NodePtr> rows;
  for (const wire::SiteSummary& site : desk.settings.sites) {
    std::string origins;
    for (const std::string& origin : site.site.origins) origins += (origins.empty() ? "" : ", ") + origin;
    rows.push_back(
        element(Role::list_item, {.key = site.site.name, .attributes = {style("d-row")}},
                {go("go", site.site.name, "#/settings/" + site.site.name + "/policy"), paragraph("d-hint", origins),
                 paragraph("d-hint", messages.plural("desk.site_comments", site.comments) + " · " +
                                         messages.plural("desk.site_waiting", site.waiting))}));
  }
  return element(Role::bullet_list, {.key = "sites", .attributes = {style("d-list")}}, std::move(rows));
}

NodePtr new_site(const DeskState& desk) {
  const SettingsState& state = desk.settings;
  const Messages& messages = desk.messages;
  const auto error = [&](std::string_view name) {
    return state.new_refused && state.new_refused->field.rfind(name, 0) == 0 ? &*state.new_refused : nullptr;
  };
  const bool elsewhere = state.new_refused && error("name") == nullptr && error("origins") == nullptr;
  return stack("new", "d-stack",
               {heading(2, messages.text("desk.new_site")), paragraph("d-hint", messages.text("desk.new_site_hint")),
                desk_form("new_site", {field({.name = "new_name",
                                              .label = messages.text("desk.site_name"),
                                              .value = state.new_name,
                                              .hint = messages.text("desk.site_name_hint"),
                                              .error = error("name")},
                                             messages),
                                       text_area_field({.name = "new_origins",
                                                        .label = messages.text("desk.settings_origins"),
                                                        .value = state.new_origins,
                                                        .hint = messages.text("desk.origins_hint"),
                                                        .error = error("origins"),
                                                        .error_words = messages.text("desk.fault_no_origin")},
                                                       3, messages),
                                       elsewhere ? trouble(state.new_refused, messages) : nullptr,
                                       send_button(messages.text("desk.make_site"), state.saving)})});
}

NodePtr tab_view(const DeskState& desk) {
  switch (desk.settings.tab) {
  case SettingsTab::policy: return policy_view(desk);
  case SettingsTab::lists: return lists_view(desk);
  case SettingsTab::engagement: return engagement_view(desk);
  case SettingsTab::origins: return origins_view(desk);
  case SettingsTab::appearance: return appearance_view(desk);
  case SettingsTab::embed: return embed_view(desk);
  }
  return nullptr;
}

} // namespace

bool may_change_settings(const DeskState& desk) {
  return desk.session && desk.session->member.role == MemberRole::owner;
}

const SettingsDraft& draft_of(const DeskState& desk) {
  static const SettingsDraft none;
  const auto found = desk.settings.drafts.find(desk.settings.site);
  return found == desk.settings.drafts.end() ? none : found->second;
}

const Error* error_at(const SettingsDraft& draft, std::string_view field) {
  if (!draft.refused || draft.refused->field.empty()) return nullptr;
  const std::string_view at = draft.refused->field;
  const bool inside = at.size() > field.size() && at.substr(0, field.size()) == field && at[field.size()] == '.';
  return at == field || inside ? &*draft.refused : nullptr;
}

NodePtr save_bar(const DeskState& desk, std::vector<NodePtr> changes) {
  const Messages& messages = desk.messages;
  const SettingsDraft& draft = draft_of(desk);
  if (changes.empty() && !draft.refused) return nullptr;
  const bool outrun = draft.refused && draft.refused->code == ErrorCode::settings_changed;
  const bool local = draft.refused && !draft.refused->field.empty() && !outrun;
  NodePtr said;
  if (local)
    said = element(Role::alert, {.key = "said", .attributes = {style("d-trouble")}},
                   {words(messages.text("desk.see_field"))});
  else if (draft.refused)
    said = trouble(draft.refused, messages);
  return element(Role::section,
                 {.key = "save", .attributes = {style("d-save"), {Attr::label, messages.text("desk.unsaved")}}},
                 {heading(2, messages.text("desk.unsaved")),
                  changes.empty() ? nullptr
                                  : element(Role::bullet_list, {.key = "changes", .attributes = {style("d-changes")}},
                                            std::move(changes)),
                  said,
                  stack("do", "d-toolbar",
                        {outrun ? press("look", PaintKind::primary_button, messages.text("desk.look_again"), "look")
                                : press("save", PaintKind::primary_button, messages.text("desk.save"), "save", {},
                                        desk.settings.saving ? State::busy : State::none),
                         press("discard", PaintKind::button, messages.text("desk.discard"), "discard")})});
}

NodePtr change_line(std::string key, std::string text) {
  return element(Role::list_item, {.key = std::move(key)}, {words(std::move(text))});
}

NodePtr settings_view(const DeskState& desk) {
  const SettingsState& state = desk.settings;
  const Messages& messages = desk.messages;
  std::vector<NodePtr> parts;
  if (state.site.empty()) {
    parts = {trouble(state.error, messages), site_rows(desk), may_change_settings(desk) ? new_site(desk) : nullptr};
    return screen("settings", messages.text("desk.sites"), std::move(parts));
  }
  parts.push_back(element(Role::paragraph, {.key = "back", .attributes = {style("d-up")}},
                          {go("go", messages.text("desk.sites"), "#/settings")}));
  parts.push_back(tabs(desk));
  parts.push_back(trouble(state.error, messages));
  if (state.saved) {
    if (!may_change_settings(desk)) parts.push_back(paragraph("d-hint", messages.text("desk.only_owners")));
    parts.push_back(tab_view(desk));
  } else if (!state.error) {
    parts.push_back(paragraph("d-quiet", messages.text("desk.starting")));
  }
  return screen("settings", messages.text("desk.settings_of", "site", state.site), std::move(parts));
}

} // namespace palabre::view::desk
