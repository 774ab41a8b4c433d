// The door: signing in, and the links that lead to a first password.
#include "shared/view/desk/views.h"

namespace palabre::view::desk {
namespace {

using wire::InvitationKind;

const Error* error_of(const SignInState& state, std::string_view name) {
  return state.error && state.error->field == name ? &*state.error : nullptr;
}

std::string_view title_key(const SignInState& state) {
  if (state.token.empty()) return "desk.sign_in";
  if (!state.info) return "desk.link_checked";
  switch (state.info->kind) {
  case InvitationKind::setup: return "desk.setup_title";
  case InvitationKind::invitation: return "desk.invitation_title";
  case InvitationKind::reset: return "desk.reset_title";
  }
  return "desk.sign_in";
}

std::string_view submit_key(const SignInState& state) {
  if (state.token.empty()) return "desk.sign_in";
  return state.info && state.info->kind == InvitationKind::reset ? "desk.reset_submit" : "desk.setup_submit";
}

NodePtr password_field(const DeskState& desk, bool is_new) {
  const SignInState& state = desk.sign_in;
  const Messages& messages = desk.messages;
  return element(
      Role::group, {.key = "secret", .attributes = {style("d-secret")}},
      {field({.name = "password",
              .label = messages.text(is_new ? "desk.new_password" : "desk.password"),
              .value = state.password,
              .kind = state.shows_password ? "text" : "password",
              .autocomplete = is_new ? "new-password" : "current-password",
              .hint = is_new ? messages.text("desk.password_hint") : std::string(),
              .error = error_of(state, "password")},
             messages),
       press("show", PaintKind::quiet_button,
             messages.text(state.shows_password ? "desk.hide_password" : "desk.show_password"), "show_password",
             {{Attr::controls, "field-password"}}, state.shows_password ? State::pressed : State::released)});
}

NodePtr form(const DeskState& desk) {
  const SignInState& state = desk.sign_in;
  const Messages& messages = desk.messages;
  const bool joins = !state.token.empty() && state.info && state.info->kind != InvitationKind::reset;
  const bool has_email = state.token.empty() || joins;
  const bool new_password = !state.token.empty();
  const bool in_a_field = error_of(state, "name") || error_of(state, "email") || error_of(state, "password");
  std::vector<NodePtr> parts;
  if (joins) {
    parts.push_back(field({.name = "name",
                           .label = messages.text("desk.your_name"),
                           .value = state.name,
                           .autocomplete = "name",
                           .hint = messages.text("desk.your_name_hint"),
                           .error = error_of(state, "name")},
                          messages));
  }
  if (has_email) {
    parts.push_back(field({.name = "email",
                           .label = messages.text("desk.email"),
                           .value = state.email,
                           .kind = "email",
                           .autocomplete = "username",
                           .error = error_of(state, "email")},
                          messages));
  }
  parts.push_back(password_field(desk, new_password));
  if (!in_a_field) parts.push_back(trouble(state.error, messages));
  parts.push_back(button("submit", PaintKind::primary_button, messages.text(submit_key(state)), {},
                         {{Attr::submit, "submit"}}, state.sending ? State::busy : State::none));
  return element(Role::form,
                 {.key = "form",
                  .attributes = {style("d-form"), {Attr::own_checks, ""}},
                  .action = {ActionKind::desk_submit, "sign_in"}},
                 std::move(parts));
}

} // namespace

NodePtr sign_in_view(const DeskState& desk) {
  const SignInState& state = desk.sign_in;
  const Messages& messages = desk.messages;
  const bool waits = !state.token.empty() && !state.info;
  std::vector<NodePtr> parts{
      element(Role::paragraph, {.attributes = {style("d-brand")}}, {words("Palabre")}),
      element(Role::heading,
              {.key = "title", .attributes = {{Attr::id, "title"}, {Attr::level, "1"}, {Attr::focusable, ""}}},
              {words(messages.text(title_key(state)))})};
  if (waits) {
    parts.push_back(trouble(state.error, messages));
    if (state.error) parts.push_back(press("leave", PaintKind::button, messages.text("desk.sign_in"), "leave_link"));
  } else {
    if (state.info && state.info->kind == InvitationKind::setup) {
      parts.push_back(
          element(Role::paragraph, {.attributes = {style("d-hint")}}, {words(messages.text("desk.setup_hint"))}));
    }
    parts.push_back(form(desk));
  }
  return element(Role::main, {.key = "sign_in", .attributes = {style("d-door")}, .paint = {PaintKind::card, 1}},
                 std::move(parts));
}

NodePtr sign_in_again_view(const DeskState& desk) {
  const SignInState& state = desk.sign_in;
  const Messages& messages = desk.messages;
  const bool in_a_field = error_of(state, "password") != nullptr;
  const NodePtr again =
      element(Role::form,
              {.key = "form",
               .attributes = {style("d-form"), {Attr::own_checks, ""}},
               .action = {ActionKind::desk_submit, "again"}},
              {field({.name = "email",
                      .label = messages.text("desk.email"),
                      .value = state.email,
                      .kind = "email",
                      .autocomplete = "username"},
                     messages),
               password_field(desk, false), in_a_field ? nullptr : trouble(state.error, messages),
               element(Role::group, {.key = "do", .attributes = {style("d-toolbar")}},
                       {button("submit", PaintKind::primary_button, messages.text("desk.sign_in"), {},
                               {{Attr::submit, "submit"}}, state.sending ? State::busy : State::none),
                        press("leave", PaintKind::quiet_button, messages.text("desk.sign_out"), "leave_lapse")})});
  return element(
      Role::group, {.key = "again", .attributes = {style("d-backdrop")}},
      {element(
          Role::dialog,
          {.key = "dialog",
           .attributes = {style("d-dialog"), {Attr::labelled_by, "again-title"}, {Attr::described_by, "again-why"}},
           .paint = {PaintKind::card, 1}},
          {element(Role::heading, {.attributes = {{Attr::id, "again-title"}, {Attr::level, "2"}}},
                   {words(messages.text("desk.again_title"))}),
           element(Role::paragraph, {.attributes = {{Attr::id, "again-why"}, style("d-hint")}},
                   {words(messages.text("desk.again_why"))}),
           again})});
}

} // namespace palabre::view::desk
