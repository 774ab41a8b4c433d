// Who is there: the session that the browser's cookie stands for, signing in and out, and one-time links.
#include "shared/text/utf8.h"
#include "shared/view/parts.h"
#include "shared/wire/codec_desk.h"
#include "widget/admin/parts.h"

namespace palabre::widget::desk {
namespace {

using wire::Method;

// The token of "#setup=…", "#invite=…" or "#reset=…"; empty: the address is none of these.
std::string token_in(std::string_view hash) {
  for (const std::string_view name : {"#setup=", "#invite=", "#reset="}) {
    if (hash.substr(0, name.size()) == name) return std::string(hash.substr(name.size()));
  }
  return {};
}

void show_door(Model& model, Effects& effects) {
  model.state.screen = view::desk::Screen::sign_in;
  effects.push_back(Focus{model.state.sign_in.token.empty() ? "field-email" : "title"});
}

// What can be said before anything is sent.
std::optional<Error> missing_in(const view::desk::SignInState& state) {
  const bool joins = !state.token.empty() && state.info && state.info->kind != wire::InvitationKind::reset;
  if (joins && text::is_blank(state.name)) return Error{ErrorCode::field_empty, "name", {}, 0};
  if ((joins || state.token.empty()) && text::is_blank(state.email)) {
    return Error{ErrorCode::field_empty, "email", {}, 0};
  }
  if (state.password.empty()) return Error{ErrorCode::field_empty, "password", {}, 0};
  if (!state.token.empty() && text::code_point_count(state.password) < wire::shortest_password) {
    return Error{ErrorCode::password_too_short, "password", {}, 0};
  }
  return std::nullopt;
}

void focus_error(const view::desk::SignInState& state, Effects& effects) {
  if (state.error && !state.error->field.empty()) effects.push_back(Focus{"field-" + state.error->field});
}

void leave_link(Model& model, Effects& effects) {
  model.state.sign_in = {};
  model.hash = "#/queue";
  effects.push_back(Navigate{model.hash, true});
  begin_signing(model, effects);
}

void say_trouble(Model& model, const Error& error, Effects& effects) {
  add_toast(model, effects, view::error_text(error, model.state.messages));
  model.state.toasts.back().trouble = true;
}

void enter(Model& model, const Answer& answer, Effects& effects) {
  auto session = wire::decode_desk_session(answer.body);
  if (!session) {
    model.state.sign_in.error = session.error();
    return show_door(model, effects);
  }
  model.state.session = *std::move(session);
  model.state.sign_in = {};
  go_to(model, effects, token_in(model.hash).empty() ? model.hash : "#/queue");
}

} // namespace

void begin_signing(Model& model, Effects& effects) {
  const std::string token = token_in(model.hash);
  if (token.empty()) return ask(model, effects, {Part::signing, "session"}, Method::get, "session");
  model.state.sign_in = {};
  model.state.sign_in.token = token;
  model.state.session.reset();
  show_door(model, effects);
  ask(model, effects, {Part::signing, "link"}, Method::get, "invitations/" + wire::percent_encode(token));
}

void change_sign_in(Model& model, std::string_view field, const std::string& value, Effects&) {
  view::desk::SignInState& state = model.state.sign_in;
  if (field == "name") state.name = value;
  if (field == "email") state.email = value;
  if (field == "password") state.password = value;
}

void press_sign_in(Model& model, const Verb& verb, Effects& effects) {
  if (verb.name == "show_password") model.state.sign_in.shows_password = !model.state.sign_in.shows_password;
  if (verb.name == "leave_link") leave_link(model, effects);
  if (verb.name == "leave_lapse") leave_lapse(model, effects);
}

void submit_sign_in(Model& model, std::string_view, Effects& effects) {
  view::desk::SignInState& state = model.state.sign_in;
  if (state.sending) return;
  state.error = missing_in(state);
  if (state.error) return focus_error(state, effects);
  state.sending = true;
  if (state.token.empty()) {
    return ask(model, effects, {Part::signing, "in"}, Method::post, "session",
               wire::encode(wire::SignIn{state.email, state.password}));
  }
  ask(model, effects, {Part::signing, "in"}, Method::post, "invitations/" + wire::percent_encode(state.token),
      wire::encode(wire::AcceptInvitation{state.name, state.email, state.password}));
}

void sign_out(Model& model, Effects& effects) {
  ask(model, effects, {Part::signing, "out"}, Method::del, "session");
}

void answer_signing(Model& model, const Request& request, const Answer& answer, Effects& effects) {
  view::desk::SignInState& state = model.state.sign_in;
  state.sending = false;
  if (request.purpose == "out") {
    const bool over = is_success(answer) || failure_of(answer).code == ErrorCode::not_signed_in;
    if (!over) return say_trouble(model, failure_of(answer), effects);
    view::desk::DeskState fresh;
    fresh.messages = model.state.messages;
    fresh.now = model.state.now;
    fresh.origin = model.state.origin;
    fresh.shortcuts = model.state.shortcuts;
    fresh.frame = model.state.frame;
    fresh.overview.offset_min = model.state.overview.offset_min;
    model.state = std::move(fresh);
    return show_door(model, effects);
  }
  if (request.purpose == "link") {
    auto info = wire::decode_invitation_info(answer.body);
    if (is_success(answer) && info) {
      state.info = *std::move(info);
      state.name = state.info->name;
      state.email = state.info->email;
    } else {
      state.error = is_success(answer) ? info.error() : failure_of(answer);
    }
    return;
  }
  if (is_success(answer)) return enter(model, answer, effects);
  const Error error = failure_of(answer);
  if (request.purpose == "session" && error.code != ErrorCode::not_signed_in) {
    model.state.trouble = error;
    effects.push_back(Wake{Duration::seconds(5), "again"});
    return;
  }
  if (request.purpose != "in") return show_door(model, effects);
  state.error = error;
  if (error.code == ErrorCode::wrong_credentials) state.error->field = "password";
  focus_error(state, effects);
}

} // namespace palabre::widget::desk
