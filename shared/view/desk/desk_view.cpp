// The desk as a whole: where one can go, the screen, and what was done.
#include "shared/view/desk/views.h"

namespace palabre::view::desk {
namespace {

NodePtr toasts(const DeskState& desk) {
  std::vector<NodePtr> all;
  for (const Toast& toast : desk.toasts) {
    all.push_back(
        element(Role::group,
                {.key = std::to_string(toast.id), .attributes = {style(toast.trouble ? "d-toast d-bad" : "d-toast")}},
                {element(Role::paragraph, {.key = "text"}, {words(toast.text)}),
                 toast.undo.empty() ? nullptr
                                    : press("undo", PaintKind::quiet_button, desk.messages.text("desk.undo"),
                                            toast.undo, {{Attr::shortcut, "u"}}),
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
  case Screen::overview: return overview_view(desk);
  case Screen::plan: return plan_view(desk);
  case Screen::regulars: return regulars_view(desk);
  case Screen::replies: return replies_view(desk);
  }
  return element(Role::main, {.key = "starting", .attributes = {style("d-door")}},
                 {element(Role::paragraph, {}, {words(desk.messages.text("desk.starting"))}),
                  trouble(desk.trouble, desk.messages)});
}

} // namespace

NodePtr desk_view(const DeskState& desk) {
  const bool inside = desk.session.has_value() && desk.screen != Screen::sign_in;
  return element(Role::group, {.key = "desk", .attributes = {style(inside ? "p-thread d-desk" : "p-thread d-outside")}},
                 {inside ? skip_link(desk) : nullptr, inside ? navigation(desk) : nullptr, screen_view(desk),
                  inside ? help_view(desk) : nullptr, desk.signing_again ? sign_in_again_view(desk) : nullptr,
                  toasts(desk)});
}

} // namespace palabre::view::desk
