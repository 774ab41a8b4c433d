// One's own account: what others see, how one signs in, and signing out everywhere.
#include "shared/rules/signature.h"
#include "shared/view/desk/controls.h"

namespace palabre::view::desk {

namespace {

NodePtr signature_field(const DeskState& desk) {
  const Messages& messages = desk.messages;
  std::vector<Choice> choices;
  for (const Signature one : signatures) {
    const std::string line = rules::signature_of(desk.account.name, one);
    choices.push_back({std::string(to_name(one)), line.empty() ? messages.text("desk.signature_none") : line});
  }
  return choice_field({.name = "signature",
                       .label = messages.text("desk.signature"),
                       .value = std::string(to_name(desk.account.signature)),
                       .hint = messages.text("desk.signature_hint")},
                      choices, messages);
}

} // namespace

NodePtr account_view(const DeskState& desk) {
  const AccountState& state = desk.account;
  const Messages& messages = desk.messages;
  const auto error = [&](std::string_view name) {
    return state.error && state.error->field == name ? &*state.error : nullptr;
  };
  const bool elsewhere = state.error && !error("name") && !error("email") && !error("password") && !error("present");
  const std::string secret = state.shows_password ? "text" : "password";
  return screen(
      "account", messages.text("desk.account"),
      {desk_form("account", {field({.name = "name",
                                    .label = messages.text("desk.your_name"),
                                    .value = state.name,
                                    .autocomplete = "name",
                                    .hint = messages.text("desk.your_name_hint"),
                                    .error = error("name")},
                                   messages),
                             signature_field(desk),
                             field({.name = "email",
                                    .label = messages.text("desk.email"),
                                    .value = state.email,
                                    .kind = "email",
                                    .autocomplete = "username",
                                    .error = error("email")},
                                   messages),
                             field({.name = "password",
                                    .label = messages.text("desk.another_password"),
                                    .value = state.password,
                                    .kind = secret,
                                    .autocomplete = "new-password",
                                    .hint = messages.text("desk.another_password_hint"),
                                    .error = error("password")},
                                   messages),
                             field({.name = "present",
                                    .label = messages.text("desk.present_password"),
                                    .value = state.present,
                                    .kind = secret,
                                    .autocomplete = "current-password",
                                    .hint = messages.text("desk.present_password_hint"),
                                    .error = error("present")},
                                   messages),
                             press("show", PaintKind::quiet_button,
                                   messages.text(state.shows_password ? "desk.hide_password" : "desk.show_password"),
                                   "show_password", {}, state.shows_password ? State::pressed : State::released),
                             elsewhere ? trouble(state.error, messages) : nullptr,
                             send_button(messages.text("desk.save"), state.sending)}),
       stack("everywhere", "d-stack",
             {heading(2, messages.text("desk.everywhere")), paragraph("d-hint", messages.text("desk.everywhere_hint")),
              stack("do", "d-toolbar",
                    {press("out", PaintKind::button, messages.text("desk.sign_out_everywhere"), "everywhere")})})});
}

} // namespace palabre::view::desk
