// Who is there: the session that the browser's cookie stands for, signing in and out, and one-time links.
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

void change_sign_in(Model& model, std::string_view field, const std::string& value) {
  view::desk::SignInState& state = model.state.sign_in;
  if (field == "name") state.name = value;
  if (field == "email") state.email = value;
  if (field == "password") state.password = value;
}

void submit_sign_in(Model& model, Effects& effects) {
  view::desk::SignInState& state = model.state.sign_in;
  if (state.sending) return;
  state.sending = true;
  state.error.reset();
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

void leave_link(Model& model, Effects& effects) {
  model.state.sign_in = {};
  model.hash = "#/queue";
  effects.push_back(Navigate{model.hash, true});
  begin_signing(model, effects);
}

void answer_signing(Model& model, const Request& request, const Answer& answer, Effects& effects) {
  view::desk::SignInState& state = model.state.sign_in;
  state.sending = false;
  if (request.purpose == "out") {
    view::desk::DeskState fresh;
    fresh.messages = model.state.messages;
    fresh.now = model.state.now;
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
  if (request.purpose == "in") state.error = error;
  show_door(model, effects);
}

} // namespace palabre::widget::desk
