// Where one can go, and what a person chooses for the whole desk.
#include <array>

#include "shared/view/desk/controls.h"

namespace palabre::view::desk {
namespace {

struct Destination {
  std::string_view place; // in the address, and "desk.…" its name
  Screen screen;
  MemberRole needs; // or more
};
// The first three stand at the foot of a phone; the others are in its menu.
constexpr std::array destinations{
    Destination{"queue", Screen::queue, MemberRole::analyst},
    Destination{"overview", Screen::overview, MemberRole::analyst},
    Destination{"plan", Screen::plan, MemberRole::analyst},
    Destination{"log", Screen::log, MemberRole::analyst},
    Destination{"bans", Screen::bans, MemberRole::analyst},
    Destination{"regulars", Screen::regulars, MemberRole::analyst},
    Destination{"replies", Screen::replies, MemberRole::moderator},
    Destination{"settings", Screen::settings, MemberRole::analyst},
    Destination{"team", Screen::team, MemberRole::analyst},
    Destination{"account", Screen::account, MemberRole::analyst},
};

std::int64_t waiting_in(const DeskState& desk) {
  const auto count = desk.queue.counts.find(wire::QueueTab::waiting);
  return count == desk.queue.counts.end() ? 0 : count->second;
}

NodePtr destination(const DeskState& desk, const Destination& to) {
  const std::string name(to.place);
  const std::int64_t waiting = to.screen == Screen::queue ? waiting_in(desk) : 0;
  std::vector<NodePtr> parts{words(desk.messages.text("desk." + name))};
  if (waiting > 0) {
    parts.push_back(element(Role::inline_group, {.key = "n", .attributes = {style("d-count")}},
                            {words(" " + desk.messages.number(waiting))}));
  }
  return element(Role::list_item, {.key = name},
                 {element(Role::link,
                          {.key = "go",
                           .attributes = {style("d-link"), {Attr::href, "#/" + name}},
                           .state = desk.screen == to.screen ? State::current : State::none,
                           .action = {ActionKind::desk_go, "#/" + name}},
                          std::move(parts))});
}

NodePtr places(const DeskState& desk) {
  std::vector<NodePtr> all;
  for (const Destination& to : destinations) {
    if (may(desk.session->member.role, to.needs)) all.push_back(destination(desk, to));
  }
  return element(Role::bullet_list, {.key = "places", .attributes = {style("d-places")}}, std::move(all));
}

NodePtr site_choice(const DeskState& desk) {
  const auto& sites = desk.session->sites;
  if (sites.size() < 2) return nullptr;
  std::vector<Choice> choices{{"", desk.messages.text("desk.all_sites")}};
  for (const wire::DeskSite& site : sites) choices.push_back({site.name, site.name});
  return choice_field(
      {.name = "desk.site", .label = desk.messages.text("desk.site"), .value = desk.frame.site, .painted = false},
      choices, desk.messages);
}

NodePtr language_choice(const DeskState& desk) {
  return choice_field({.name = "desk.language",
                       .label = desk.messages.text("desk.language"),
                       .value = std::string(to_name(desk.messages.language())),
                       .painted = false},
                      {{"en", "English"}, {"fr", "Français"}}, desk.messages);
}

NodePtr theme_choice(const DeskState& desk) {
  std::vector<Choice> choices;
  for (const char* name : {"auto", "light", "dark"}) {
    choices.push_back({name, desk.messages.text(std::string("desk.theme_") + name)});
  }
  return choice_field(
      {.name = "desk.theme", .label = desk.messages.text("desk.theme"), .value = desk.frame.theme, .painted = false},
      choices, desk.messages);
}

NodePtr self(const DeskState& desk) {
  const Member& member = desk.session->member;
  const Messages& messages = desk.messages;
  return element(Role::group, {.key = "self", .attributes = {{Attr::id, "menu"}, style("d-self")}},
                 {site_choice(desk), language_choice(desk), theme_choice(desk),
                  element(Role::paragraph, {.key = "who", .attributes = {style("d-who")}},
                          {words(member.name),
                           element(Role::inline_group, {.key = "role", .attributes = {style("d-quiet")}},
                                   {words(" " + messages.text("desk.role_" + std::string(to_name(member.role))))})}),
                  press("out", PaintKind::quiet_button, messages.text("desk.sign_out"), "desk.sign_out")});
}

} // namespace

NodePtr navigation(const DeskState& desk) {
  const bool open = desk.frame.menu;
  return element(Role::navigation,
                 {.key = "nav", .attributes = {style(open ? "d-nav d-open" : "d-nav"), {Attr::label, "Palabre"}}},
                 {element(Role::paragraph, {.key = "brand", .attributes = {style("d-brand")}}, {words("Palabre")}),
                  places(desk),
                  element(Role::group, {.key = "menu", .attributes = {style("d-menu")}},
                          {press("menu", PaintKind::quiet_button, desk.messages.text("desk.menu"), "desk.menu",
                                 {{Attr::controls, "menu"}}, open ? State::expanded : State::collapsed)}),
                  self(desk)});
}

NodePtr skip_link(const DeskState& desk) {
  return element(Role::link,
                 {.key = "skip",
                  .attributes = {style("d-skip"), {Attr::href, "#palabre-title"}},
                  .action = {ActionKind::desk_press, "desk.skip"}},
                 {words(desk.messages.text("desk.skip"))});
}

std::string screen_title(const DeskState& desk) {
  for (const Destination& to : destinations) {
    if (to.screen != desk.screen) continue;
    const std::int64_t waiting = to.screen == Screen::queue ? waiting_in(desk) : 0;
    const std::string name = desk.messages.text("desk." + std::string(to.place));
    return (waiting > 0 ? name + " (" + desk.messages.number(waiting) + ")" : name) + " · Palabre";
  }
  return desk.screen == Screen::sign_in ? desk.messages.text("desk.sign_in") + " · Palabre" : "Palabre";
}

} // namespace palabre::view::desk
