// Who works at the desk: members, links for further ones, and what each role may.
#include "shared/view/desk/controls.h"

namespace palabre::view::desk {
namespace {

bool is_owner(const DeskState& desk) {
  return desk.session && desk.session->member.role == MemberRole::owner;
}

std::string role_words(MemberRole role, const Messages& messages) {
  return messages.text("desk.role_" + std::string(to_name(role)));
}

std::vector<Choice> role_choices(const Messages& messages) {
  std::vector<Choice> choices;
  for (const MemberRole role : member_roles)
    choices.push_back({std::string(to_name(role)), role_words(role, messages)});
  return choices;
}

NodePtr seen_view(const Member& member, const Messages& messages) {
  if (!member.seen) return paragraph("d-quiet", messages.text("desk.never_seen"));
  return element(Role::paragraph, {.attributes = {style("d-quiet")}},
                 {words(messages.text("desk.last_seen") + " "), moment(*member.seen, messages)});
}

NodePtr member_view(const DeskState& desk, const Member& member) {
  const Messages& messages = desk.messages;
  const std::string id = member.id.text();
  const bool self = desk.session && desk.session->member.id == member.id;
  const bool changes = is_owner(desk) && !self;
  return element(
      Role::list_item, {.key = id, .attributes = {style("d-row d-member")}},
      {stack("who", "d-row-head",
             {element(Role::strong, {.key = "name"}, {words(member.name)}),
              self ? element(Role::inline_group, {.key = "self", .attributes = {style("d-badge d-accent")}},
                             {words(messages.text("desk.yourself"))})
                   : nullptr,
              changes ? nullptr
                      : element(Role::inline_group, {.key = "role", .attributes = {style("d-badge")}},
                                {words(role_words(member.role, messages))})}),
       paragraph("d-quiet", member.email), seen_view(member, messages),
       changes ? stack("do", "d-line",
                       {choice_field({.name = "role." + id,
                                      .label = messages.text("desk.role_of", "name", member.name),
                                      .value = std::string(to_name(member.role))},
                                     role_choices(messages), messages),
                        press("reset", PaintKind::button, messages.text("desk.reset_link"), "reset." + id,
                              {{Attr::label, messages.text("desk.reset_link_for", "name", member.name)}}),
                        press("remove", PaintKind::quiet_button, messages.text("desk.remove_member"), "leave." + id,
                              {{Attr::label, messages.text("desk.remove_member_named", "name", member.name)}})})
               : nullptr});
}

NodePtr link_view(const DeskState& desk) {
  const Messages& messages = desk.messages;
  const MadeLink& link = *desk.team.link;
  const bool reset = link.kind == wire::InvitationKind::reset;
  return element(
      Role::section, {.key = "link", .attributes = {style("d-card d-stack"), {Attr::labelled_by, "link-title"}}},
      {element(Role::heading,
               {.key = "title", .attributes = {{Attr::level, "2"}, {Attr::id, "link-title"}, {Attr::focusable, ""}}},
               {words(messages.text(reset ? "desk.reset_made" : "desk.invitation_made"))}),
       paragraph("", messages.text(reset ? "desk.reset_made_hint" : "desk.invitation_made_hint")),
       field({.name = "link", .label = messages.text("desk.link"), .value = link.url, .kind = "text"}, messages),
       element(Role::paragraph, {.key = "until", .attributes = {style("d-hint")}},
               {words(messages.text("desk.link_until") + " "), moment(link.expires, messages)}),
       stack("do", "d-toolbar",
             {press("copy", PaintKind::primary_button, messages.text("desk.copy"), "copy_link"),
              press("away", PaintKind::button, messages.text("desk.close"), "close_link")})});
}

NodePtr invite_view(const DeskState& desk) {
  const TeamState& state = desk.team;
  const Messages& messages = desk.messages;
  const bool at_email = state.error && state.error->field == "email";
  return stack(
      "invite", "d-stack",
      {heading(2, messages.text("desk.invite")),
       desk_form("invite",
                 {choice_field({.name = "role",
                                .label = messages.text("desk.role"),
                                .value = std::string(to_name(state.role)),
                                .hint = messages.text("desk.role_" + std::string(to_name(state.role)) + "_hint")},
                               role_choices(messages), messages),
                  field({.name = "email",
                         .label = messages.text("desk.invite_email"),
                         .value = state.email,
                         .kind = "email",
                         .hint = messages.text("desk.invite_email_hint"),
                         .error = at_email ? &*state.error : nullptr},
                        messages),
                  send_button(messages.text("desk.make_link"), state.sending)})});
}

NodePtr invitation_view(const DeskState& desk, const wire::OpenInvitation& open) {
  const Messages& messages = desk.messages;
  const std::string id = std::to_string(open.id);
  const std::string whom = open.email.empty() ? messages.text("desk.somebody") : open.email;
  const bool reset = open.kind == wire::InvitationKind::reset;
  return element(
      Role::list_item, {.key = id, .attributes = {style("d-row")}},
      {stack("who", "d-row-head",
             {element(Role::strong, {.key = "name"}, {words(whom)}),
              element(Role::inline_group, {.key = "role", .attributes = {style("d-badge")}},
                      {words(reset ? messages.text("desk.reset_title") : role_words(open.role, messages))})}),
       element(Role::paragraph, {.key = "until", .attributes = {style("d-quiet")}},
               {words(messages.text("desk.link_until") + " "), moment(open.expires, messages)}),
       press("drop", PaintKind::quiet_button, messages.text("desk.withdraw"), "withdraw." + id,
             {{Attr::label, messages.text("desk.withdraw_for", "name", whom)}})});
}

NodePtr roles_view(const Messages& messages) {
  std::vector<NodePtr> items;
  for (const MemberRole role : member_roles) {
    items.push_back(element(Role::list_item, {.key = std::string(to_name(role))},
                            {element(Role::strong, {}, {words(role_words(role, messages))}),
                             words(messages.text("desk.colon") + " " +
                                   messages.text("desk.role_" + std::string(to_name(role)) + "_hint"))}));
  }
  return stack("roles", "d-stack",
               {heading(2, messages.text("desk.roles")), element(Role::bullet_list, {}, std::move(items))});
}

NodePtr leaving_view(const DeskState& desk) {
  const Messages& messages = desk.messages;
  for (const Member& member : desk.team.team->members) {
    if (member.id != desk.team.leaving) continue;
    return question({messages.text("desk.remove_member_named", "name", member.name),
                     messages.text("desk.remove_member_why"), messages.text("desk.remove_member"),
                     "remove." + member.id.text(), messages.text("desk.keep_member"), "stay"});
  }
  return nullptr;
}

} // namespace

NodePtr team_view(const DeskState& desk) {
  const TeamState& state = desk.team;
  const Messages& messages = desk.messages;
  std::vector<NodePtr> parts;
  if (state.error && state.error->field.empty()) parts.push_back(trouble(state.error, messages));
  if (!state.team) {
    if (!state.error) parts.push_back(paragraph("d-quiet", messages.text("desk.starting")));
    return screen("team", messages.text("desk.team"), std::move(parts));
  }
  if (state.link) parts.push_back(link_view(desk));
  std::vector<NodePtr> members;
  for (const Member& member : state.team->members) members.push_back(member_view(desk, member));
  parts.push_back(element(Role::bullet_list, {.key = "members", .attributes = {style("d-list")}}, std::move(members)));
  if (is_owner(desk)) {
    parts.push_back(invite_view(desk));
    std::vector<NodePtr> open;
    for (const auto& invitation : state.team->invitations) open.push_back(invitation_view(desk, invitation));
    if (!open.empty()) {
      parts.push_back(stack("open", "d-stack",
                            {heading(2, messages.text("desk.open_links")),
                             element(Role::bullet_list, {.attributes = {style("d-list")}}, std::move(open))}));
    }
  }
  parts.push_back(roles_view(messages));
  if (state.leaving) parts.push_back(leaving_view(desk));
  return screen("team", messages.text("desk.team"), std::move(parts));
}

} // namespace palabre::view::desk
