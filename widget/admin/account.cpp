// One's own account.
#include "shared/text/utf8.h"
#include "shared/wire/codec_desk.h"
#include "widget/admin/parts.h"

namespace palabre::widget::desk {
namespace {

using view::desk::AccountState;
using wire::Method;

wire::ChangeSelf change_of(const AccountState& state, const Member& member) {
  wire::ChangeSelf change;
  if (state.name != member.name) change.name = state.name;
  if (state.email != member.email) change.email = state.email;
  if (!state.password.empty()) change.password = state.password;
  if (change.email || change.password) change.present = state.present;
  if (state.signature != member.signature) change.signature = state.signature;
  return change;
}

std::optional<Error> missing_in(const wire::ChangeSelf& change) {
  if (change.name && text::is_blank(*change.name)) return Error{ErrorCode::field_empty, "name", {}, 0};
  if (change.email && text::is_blank(*change.email)) return Error{ErrorCode::field_empty, "email", {}, 0};
  if (change.password && text::code_point_count(*change.password) < wire::shortest_password) {
    return Error{ErrorCode::password_too_short, "password", {}, 0};
  }
  if (change.present && change.present->empty()) return Error{ErrorCode::field_empty, "present", {}, 0};
  return std::nullopt;
}

void refuse(Model& model, Error error, Effects& effects) {
  if (error.code == ErrorCode::wrong_credentials) error.field = "present";
  if (!error.field.empty()) effects.push_back(Focus{"field-" + error.field});
  model.state.account.error = std::move(error);
}

} // namespace

void enter_account(Model& model, const Place&, Effects&) {
  AccountState& state = model.state.account;
  state = {};
  state.name = model.state.session->member.name;
  state.email = model.state.session->member.email;
  state.signature = model.state.session->member.signature;
}

void press_account(Model& model, const Verb& verb, Effects& effects) {
  AccountState& state = model.state.account;
  if (verb.name == "show_password") state.shows_password = !state.shows_password;
  if (verb.name == "everywhere") ask(model, effects, {Part::signing, "out"}, Method::del, "sessions");
}

void change_account(Model& model, std::string_view field, const std::string& value, Effects&) {
  AccountState& state = model.state.account;
  if (field == "name") state.name = value;
  if (field == "email") state.email = value;
  if (field == "password") state.password = value;
  if (field == "present") state.present = value;
  if (field == "signature") state.signature = parse_signature(value).value_or(state.signature);
}

void submit_account(Model& model, std::string_view, Effects& effects) {
  AccountState& state = model.state.account;
  if (state.sending) return;
  state.error.reset();
  const wire::ChangeSelf change = change_of(state, model.state.session->member);
  if (auto missing = missing_in(change)) return refuse(model, *std::move(missing), effects);
  state.sending = true;
  ask(model, effects, {Part::account, "saved"}, Method::patch, "session", wire::encode(change));
}

void answer_account(Model& model, const Request&, const Answer& answer, Effects& effects) {
  AccountState& state = model.state.account;
  state.sending = false;
  auto session = is_success(answer) ? wire::decode_desk_session(answer.body) : tl::unexpected(failure_of(answer));
  if (!session) return refuse(model, session.error(), effects);
  model.state.session = *std::move(session);
  enter_account(model, {}, effects);
  add_toast(model, effects, model.state.messages.text("desk.saved"));
}

} // namespace palabre::widget::desk
