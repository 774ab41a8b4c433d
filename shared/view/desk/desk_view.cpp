// The desk's frame: where one can go, the screen, what was done, and the keys.
#include "shared/view/desk/views.h"

namespace palabre::view::desk {
namespace {

NodePtr navigation(const DeskState& desk) {
  const auto to = [&](std::string_view name, Screen screen) {
    const std::string text(name);
    return element(Role::list_item, {.key = text},
                   {go("go", desk.messages.text("desk." + text), "#/" + text,
                       desk.screen == screen ? State::current : State::none)});
  };
  return element(Role::navigation, {.key = "nav", .attributes = {style("d-nav"), {Attr::label, "Palabre"}}},
                 {element(Role::paragraph, {.key = "brand", .attributes = {style("d-brand")}}, {words("Palabre")}),
                  element(Role::bullet_list, {.key = "places"},
                          {to("queue", Screen::queue), to("bans", Screen::bans), to("log", Screen::log),
                           to("settings", Screen::settings), to("team", Screen::team), to("account", Screen::account)}),
                  element(Role::paragraph, {.key = "who", .attributes = {style("d-who")}},
                          {words(desk.session ? desk.session->member.name : std::string())}),
                  press("out", PaintKind::quiet_button, desk.messages.text("desk.sign_out"), "desk.sign_out")});
}

NodePtr toasts(const DeskState& desk) {
  std::vector<NodePtr> all;
  for (const Toast& toast : desk.toasts) {
    all.push_back(element(
        Role::group, {.key = std::to_string(toast.id), .attributes = {style("d-toast")}, .paint = {PaintKind::card, 1}},
        {element(Role::paragraph, {.key = "text"}, {words(toast.text)}),
         toast.undo.empty() ? nullptr
                            : press("undo", PaintKind::quiet_button, desk.messages.text("desk.undo"), toast.undo,
                                    {{Attr::shortcut, "u"}}),
         toast.trouble ? press("away", PaintKind::quiet_button, desk.messages.text("desk.dismiss"),
                               "desk.dismiss." + std::to_string(toast.id))
                       : nullptr}));
  }
  return element(Role::group, {.key = "toasts", .attributes = {style("d-toasts")}}, std::move(all));
}

NodePtr screen_view(const DeskState& desk) {
  switch (desk.screen) {
  case Screen::starting: break;
  case Screen::sign_in: return sign_in_view(desk);
  case Screen::queue: return queue_view(desk);
  case Screen::settings: return settings_view(desk);
  case Screen::team: return team_view(desk);
  case Screen::account: return account_view(desk);
  case Screen::log: return log_view(desk);
  case Screen::bans: return bans_view(desk);
  }
  return element(Role::main, {.key = "starting", .attributes = {style("d-door")}},
                 {element(Role::paragraph, {}, {words(desk.messages.text("desk.starting"))}),
                  trouble(desk.trouble, desk.messages)});
}

} // namespace

NodePtr desk_view(const DeskState& desk) {
  const bool inside = desk.session.has_value() && desk.screen != Screen::sign_in;
  return element(Role::group, {.key = "desk", .attributes = {style(inside ? "p-thread d-desk" : "p-thread d-outside")}},
                 {inside ? navigation(desk) : nullptr, screen_view(desk), inside ? help_view(desk) : nullptr,
                  desk.signing_again ? sign_in_again_view(desk) : nullptr, toasts(desk)});
}

} // namespace palabre::view::desk
