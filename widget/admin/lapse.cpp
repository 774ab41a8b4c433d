// The session ended while somebody worked: they sign in again in front of what they were doing, and what they had asked
// for is asked again.
#include <algorithm>

#include "shared/wire/codec_desk.h"
#include "widget/admin/parts.h"

namespace palabre::widget::desk {
namespace {

using wire::Method;

void keep(Model& model, const Request& request) {
  // Only the newest of the same question is worth an answer.
  if (request.method == Method::get) {
    std::erase_if(model.lapsed, [&](const Request& earlier) {
      return earlier.method == Method::get && earlier.part == request.part && earlier.purpose == request.purpose;
    });
  }
  model.lapsed.push_back(request);
}

void show_again(Model& model, Effects& effects) {
  if (model.state.signing_again) return;
  model.state.sign_in = {};
  model.state.sign_in.email = model.state.session->member.email;
  model.state.signing_again = true;
  effects.push_back(Focus{"field-password"});
}

void ask_lapsed(Model& model, Effects& effects) {
  for (Request& request : std::exchange(model.lapsed, {})) {
    const Method method = request.method;
    const std::string path = request.path;
    std::optional<std::string> body = request.body;
    request.repeated = true;
    ask(model, effects, std::move(request), method, path, std::move(body));
  }
}

void enter_again(Model& model, wire::DeskSession session, Effects& effects) {
  const bool same = model.state.session && model.state.session->member.id == session.member.id;
  model.state.session = std::move(session);
  model.state.signing_again = false;
  model.state.sign_in = {};
  if (!same) {
    model.lapsed.clear(); // what somebody else had asked for
    return go_to(model, effects, "#/queue");
  }
  effects.push_back(Focus{"title"});
  ask_lapsed(model, effects);
}

} // namespace

bool take_lapse(Model& model, const Request& request, const Answer& answer, Effects& effects) {
  if (request.part == Part::signing || request.part == Part::lapse || !model.state.session) return false;
  if (answer.status != 401 && answer.status != 403) return false;
  const ErrorCode code = failure_of(answer).code;
  if (code == ErrorCode::not_signed_in) {
    keep(model, request);
    show_again(model, effects);
    return true;
  }
  if (code != ErrorCode::wrong_csrf || request.repeated) return false;
  if (model.lapsed.empty()) ask(model, effects, {Part::lapse, "renew"}, Method::get, "session");
  keep(model, request);
  return true;
}

void submit_again(Model& model, Effects& effects) {
  view::desk::SignInState& state = model.state.sign_in;
  if (state.sending) return;
  state.sending = true;
  state.error.reset();
  ask(model, effects, {Part::lapse, "in"}, Method::post, "session",
      wire::encode(wire::SignIn{state.email, state.password}));
}

void leave_lapse(Model& model, Effects& effects) {
  model.lapsed.clear();
  sign_out(model, effects);
}

void answer_lapse(Model& model, const Request& request, const Answer& answer, Effects& effects) {
  view::desk::SignInState& state = model.state.sign_in;
  state.sending = false;
  auto session = is_success(answer) ? wire::decode_desk_session(answer.body) : tl::unexpected(failure_of(answer));
  if (session) return enter_again(model, *std::move(session), effects);
  if (request.purpose == "renew") return show_again(model, effects);
  state.error = session.error();
  state.password.clear();
  effects.push_back(Focus{"field-password"});
}

} // namespace palabre::widget::desk
