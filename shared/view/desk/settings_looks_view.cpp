// How threads look, with a preview, and what to put into the pages.
#include "shared/view/desk/settings_views.h"
#include "shared/wire/routes.h"

namespace palabre::view::desk {
namespace {

std::string one_decimal(double value, const Messages& messages) {
  const auto tenths = static_cast<std::int64_t>(value * 10); // down: a contrast is never said better than it is
  return messages.number(tenths / 10) + messages.text("desk.decimal_mark") + std::to_string(tenths % 10);
}

NodePtr contrast_view(const std::string& accent, const Messages& messages) {
  const auto contrast = contrast_of(accent);
  if (!contrast) return nullptr;
  constexpr double enough = 3; // WCAG 2.2, 1.4.11
  const bool faint = contrast->light < enough || contrast->dark < enough;
  const char* key = contrast->light < enough  ? "desk.contrast_faint_light"
                    : contrast->dark < enough ? "desk.contrast_faint_dark"
                                              : "desk.contrast_good";
  return element(Role::status, {.key = "contrast", .attributes = {style(faint ? "d-warning" : "d-hint")}},
                 {words(messages.text(key, {{"light", one_decimal(contrast->light, messages)},
                                            {"dark", one_decimal(contrast->dark, messages)}}))});
}

std::vector<Choice> choices_of(std::string_view what, std::initializer_list<std::string_view> values,
                               const Messages& messages) {
  std::vector<Choice> choices{{"", messages.text("desk.look_page")}};
  for (const std::string_view value : values) {
    choices.push_back({std::string(value), messages.text("desk.look_" + std::string(what) + "_" + std::string(value))});
  }
  return choices;
}

void append(std::string& query, std::string_view name, const std::string& value) {
  if (value.empty()) return;
  if (!query.empty()) query += '&';
  query += name;
  query += '=';
  query += wire::percent_encode(value);
}

NodePtr snippet_view(const std::string& name, std::string title, const std::string& snippet, const Messages& messages) {
  const std::string id = "snippet-" + name;
  return element(Role::section, {.key = name, .attributes = {style("d-stack"), {Attr::labelled_by, id}}},
                 {heading(2, std::move(title), id),
                  element(Role::code_block, {.key = "code", .attributes = {style("d-code")}},
                          {element(Role::code, {}, {words(snippet)})}),
                  stack("do", "d-toolbar",
                        {press("copy", PaintKind::primary_button, messages.text("desk.copy"), "copy." + name,
                               {{Attr::described_by, id}})})});
}

std::string words_of_change(const std::string& what, const std::string& value, const Messages& messages) {
  if (value.empty()) return messages.text("desk.look_page");
  return what == "accent" ? value : messages.text("desk.look_" + what + "_" + value);
}

std::vector<NodePtr> look_changes(const DeskState& desk, const wire::Appearance& now) {
  const wire::Appearance& saved = desk.settings.saved->appearance;
  const Messages& messages = desk.messages;
  std::vector<NodePtr> lines;
  const auto compare = [&](const std::string& what, const std::string& before, const std::string& after) {
    if (before == after) return;
    lines.push_back(
        change_line(what, messages.text("desk.change_line", {{"what", messages.text("desk.look_" + what)},
                                                             {"before", words_of_change(what, before, messages)},
                                                             {"after", words_of_change(what, after, messages)}})));
  };
  compare("theme", saved.theme, now.theme);
  compare("accent", saved.accent, now.accent);
  compare("density", saved.density, now.density);
  compare("corners", saved.corners, now.corners);
  return lines;
}

} // namespace

std::string look_query(const wire::Appearance& look) {
  wire::Appearance shown = look;
  if (!contrast_of(shown.accent)) shown.accent.clear(); // not written to its end
  std::string query;
  append(query, "theme", shown.theme);
  for (const auto& [name, value] : wire::style_properties(shown)) append(query, name, value);
  return query;
}

NodePtr appearance_view(const DeskState& desk) {
  const Messages& messages = desk.messages;
  const SettingsDraft& draft = draft_of(desk);
  const wire::Appearance& look = draft.appearance ? *draft.appearance : desk.settings.saved->appearance;
  const State state = may_change_settings(desk) ? State::none : State::disabled;
  const auto choice = [&](const std::string& what, const std::string& value,
                          std::initializer_list<std::string_view> values) {
    return choice_field({.name = what,
                         .label = messages.text("desk.look_" + what),
                         .value = value,
                         .error = error_at(draft, what),
                         .state = state},
                        choices_of(what, values, messages), messages);
  };
  const std::string lang(to_name(messages.language()));
  return stack("appearance", "d-looks",
               {stack("controls", "d-stack",
                      {paragraph("d-hint", messages.text("desk.look_hint")),
                       desk_form("appearance", {choice("theme", look.theme, {"auto", "light", "dark"}),
                                                field({.name = "accent",
                                                       .label = messages.text("desk.look_accent"),
                                                       .value = look.accent,
                                                       .hint = messages.text("desk.look_accent_hint"),
                                                       .error = error_at(draft, "accent"),
                                                       .state = state},
                                                      messages),
                                                contrast_view(look.accent, messages),
                                                choice("density", look.density, {"compact", "normal", "airy"}),
                                                choice("corners", look.corners, {"square", "soft", "round"}),
                                                save_bar(desk, look_changes(desk, look))})}),
                element(Role::section,
                        {.key = "preview", .attributes = {style("d-preview"), {Attr::labelled_by, "preview-title"}}},
                        {heading(2, messages.text("desk.preview"), "preview-title"),
                         element(Role::frame, {.key = "frame",
                                               .attributes = {style("d-frame"),
                                                              {Attr::title, messages.text("desk.preview_title")},
                                                              {Attr::href, "/admin/preview?lang=" + lang},
                                                              {Attr::name, "look?" + look_query(look)}}})})});
}

std::string embed_snippet(const DeskState& desk) {
  return "<script async src=\"" + desk.origin + "/embed.js\" data-site=\"" + desk.settings.site + "\"></script>";
}

std::string count_snippet() {
  return "<a href=\"/article\">… <span data-palabre-count=\"/article\"></span></a>";
}

NodePtr embed_view(const DeskState& desk) {
  const Messages& messages = desk.messages;
  return stack("embed", "d-stack",
               {paragraph("", messages.text("desk.embed_hint")),
                snippet_view("tag", messages.text("desk.embed_tag"), embed_snippet(desk), messages),
                snippet_view("counts", messages.text("desk.embed_counts"), count_snippet(), messages),
                heading(2, messages.text("desk.embed_old")), paragraph("", messages.text("desk.embed_old_hint"))});
}

} // namespace palabre::view::desk
