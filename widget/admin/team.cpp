// The team: members and their roles, and links for further ones.
#include "shared/wire/codec_desk.h"
#include "widget/admin/parts.h"

namespace palabre::widget::desk {
namespace {

using view::desk::TeamState;
using wire::InvitationKind;
using wire::Method;

void load(Model& model, Effects& effects) {
  ask(model, effects, {Part::team, "team"}, Method::get, "team");
}

std::string name_of(const TeamState& state, std::string_view id) {
  if (!state.team) return {};
  for (const Member& member : state.team->members) {
    if (member.id.text() == id) return member.name;
  }
  return {};
}

void show_link(Model& model, const Request& request, const wire::MadeInvitation& made, Effects& effects) {
  const bool reset = request.purpose == "reset";
  const std::string url = model.state.origin + "/admin#" + (reset ? "reset=" : "invite=") + made.token;
  model.state.team.link = {reset ? InvitationKind::reset : InvitationKind::invitation, url, request.about,
                           made.expires};
  model.state.team.email.clear();
  effects.push_back(Focus{"link-title"});
  load(model, effects);
}

void change_role(Model& model, std::string_view id, const std::string& value, Effects& effects) {
  const auto role = parse_member_role(value);
  if (!role || !model.state.team.team) return;
  for (Member& member : model.state.team.team->members) {
    if (member.id.text() == id) member.role = *role; // put right by the answer
  }
  ask(model, effects, {Part::team, "role", std::string(id)}, Method::patch, "members/" + std::string(id),
      wire::encode(wire::ChangeMember{*role}));
}

void ask_leaving(Model& model, std::string_view id, Effects& effects) {
  model.state.team.leaving = MemberId::parse(id);
  effects.push_back(Focus{"question-no"});
}

void remove(Model& model, std::string_view id, Effects& effects) {
  model.state.team.leaving.reset();
  ask(model, effects, {Part::team, "removed", name_of(model.state.team, id)}, Method::del,
      "members/" + std::string(id));
  effects.push_back(Focus{"title"});
}

} // namespace

void enter_team(Model& model, const Place&, Effects& effects) {
  model.state.team.error.reset();
  model.state.team.link.reset();
  model.state.team.leaving.reset();
  load(model, effects);
}

void press_team(Model& model, const Verb& verb, Effects& effects) {
  TeamState& state = model.state.team;
  const std::string id(verb.argument);
  if (verb.name == "reset") {
    ask(model, effects, {Part::team, "reset", name_of(state, id)}, Method::post, "members/" + id + "/reset", "{}");
  }
  if (verb.name == "leave") ask_leaving(model, id, effects);
  if (verb.name == "remove") remove(model, id, effects);
  if (verb.name == "withdraw") {
    ask(model, effects, {Part::team, "withdrawn"}, Method::del, "invitations/" + id);
    effects.push_back(Focus{"title"});
  }
  if (verb.name == "stay") {
    state.leaving.reset();
    effects.push_back(Focus{"title"});
  }
  if (verb.name == "close_link") {
    state.link.reset();
    effects.push_back(Focus{"title"});
  }
  if (verb.name == "copy_link" && state.link) {
    effects.push_back(Copy{state.link->url});
    add_toast(model, effects, model.state.messages.text("desk.link_copied"));
  }
}

void change_team(Model& model, std::string_view field, const std::string& value, Effects& effects) {
  TeamState& state = model.state.team;
  const Verb verb = verb_of(field);
  if (field == "email") state.email = value;
  if (field == "role") state.role = parse_member_role(value).value_or(state.role);
  if (verb.name == "role" && !verb.argument.empty()) change_role(model, verb.argument, value, effects);
}

void key_team(Model& model, const Key& key, Effects& effects) {
  if (key.name == "Escape" && model.state.team.leaving) press_team(model, {"stay", {}}, effects);
}

void submit_team(Model& model, std::string_view, Effects& effects) {
  TeamState& state = model.state.team;
  if (state.sending) return;
  state.sending = true;
  state.error.reset();
  ask(model, effects, {Part::team, "invite", state.email}, Method::post, "invitations",
      wire::encode(wire::NewInvitation{state.role, state.email}));
}

void answer_team(Model& model, const Request& request, const Answer& answer, Effects& effects) {
  TeamState& state = model.state.team;
  state.sending = false;
  if (!is_success(answer)) {
    state.error = failure_of(answer);
    announce(model, effects, error_info(state.error->code).message_key);
    if (request.purpose != "team" && request.purpose != "invite") load(model, effects); // as it is now
    return;
  }
  if (request.purpose == "team") {
    auto team = wire::decode_team(answer.body);
    if (team)
      state.team = *std::move(team);
    else
      state.error = team.error();
    return;
  }
  state.error.reset();
  if (request.purpose == "invite" || request.purpose == "reset") {
    const auto made = wire::decode_made_invitation(answer.body);
    if (made) return show_link(model, request, *made, effects);
    state.error = made.error();
    return;
  }
  const char* said = request.purpose == "role"        ? "desk.role_changed"
                     : request.purpose == "withdrawn" ? "desk.withdrawn"
                                                      : "desk.member_removed";
  add_toast(model, effects, model.state.messages.text(said));
  load(model, effects);
}

} // namespace palabre::widget::desk
