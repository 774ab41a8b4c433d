#include "server/service/team.h"

#include "server/auth/token.h"
#include "shared/rules/member_rules.h"

namespace palabre::service {
static_assert(wire::shortest_password == rules::shortest_password, "the desk says what the server asks");
namespace {

storage::AuditNote note_of(const Context& context, const storage::Actor& by, const char* action, std::string about) {
  storage::AuditNote note{by, context.now(), action};
  note.about = std::move(about);
  return note;
}

std::string about_member(MemberId id) {
  return "member " + id.text();
}

Expected<wire::MadeInvitation> make_link(const Context& context, storage::NewInvitation invitation, Duration life,
                                         const storage::AuditNote& note) {
  const std::string token = auth::make_token();
  invitation.token_hash = auth::hash_of_token(token);
  invitation.created = note.at;
  invitation.expires = note.at + life;
  if (auto added = context.store.team().add_invitation(invitation, note); !added) {
    return tl::unexpected(added.error());
  }
  return wire::MadeInvitation{token, invitation.expires};
}

} // namespace

Expected<std::optional<wire::MadeInvitation>> make_setup_link(const Context& context) {
  const auto owner = context.store.team().has_owner();
  if (!owner) return tl::unexpected(owner.error());
  if (*owner) return std::optional<wire::MadeInvitation>{};
  storage::NewInvitation invitation;
  invitation.kind = wire::InvitationKind::setup;
  invitation.role = MemberRole::owner;
  auto note = note_of(context, {std::nullopt, "command line"}, "team.invite", "setup");
  auto made = make_link(context, std::move(invitation), setup_link_life, note);
  if (!made) return tl::unexpected(made.error());
  return std::optional<wire::MadeInvitation>{*std::move(made)};
}

Expected<wire::MadeInvitation> invite(const Context& context, const wire::NewInvitation& wanted,
                                      const storage::Actor& by) {
  const auto email = rules::check_email(wanted.email, "email", context.limits);
  if (!email) return tl::unexpected(email.error());
  storage::NewInvitation invitation;
  invitation.role = wanted.role;
  invitation.email = rules::email_key(*email);
  auto note = note_of(context, by, "team.invite", "invitation");
  note.after = '"' + std::string(to_name(wanted.role)) + '"';
  return make_link(context, std::move(invitation), invitation_life, note);
}

Expected<wire::MadeInvitation> make_reset_link(const Context& context, MemberId member, const storage::Actor& by) {
  const auto members = context.store.team().members();
  if (!members) return tl::unexpected(members.error());
  for (const Member& one : *members) {
    if (one.id != member) continue;
    storage::NewInvitation invitation;
    invitation.kind = wire::InvitationKind::reset;
    invitation.role = one.role;
    invitation.member = member;
    return make_link(context, std::move(invitation), reset_link_life,
                     note_of(context, by, "team.reset", about_member(member)));
  }
  return fail(ErrorCode::unknown_member, "id");
}

Expected<wire::MadeInvitation> make_reset_link(const Context& context, const std::string& email,
                                               const storage::Actor& by) {
  const auto found = context.store.team().find_credentials(rules::email_key(email));
  if (!found) return tl::unexpected(found.error());
  if (!*found) return fail(ErrorCode::unknown_member, "email");
  return make_reset_link(context, (*found)->member.id, by);
}

Expected<void> drop_invitation(const Context& context, std::int64_t id, const storage::Actor& by) {
  return context.store.team().drop_invitation(
      id, note_of(context, by, "team.uninvite", "invitation " + std::to_string(id)));
}

Expected<wire::InvitationInfo> find_invitation(const Context& context, const std::string& token) {
  if (!auth::is_token(token)) return fail(ErrorCode::invitation_over);
  const auto found = context.store.team().find_invitation(auth::hash_of_token(token), context.now());
  if (!found) return tl::unexpected(found.error());
  if (!*found) return fail(ErrorCode::invitation_over);
  return **found;
}

Expected<wire::Team> read_team(const Context& context, MemberRole reader) {
  auto members = context.store.team().members();
  if (!members) return tl::unexpected(members.error());
  wire::Team team{*std::move(members), {}};
  if (!may(reader, MemberRole::owner)) return team;
  auto invitations = context.store.team().open_invitations(context.now());
  if (!invitations) return tl::unexpected(invitations.error());
  team.invitations = *std::move(invitations);
  return team;
}

Expected<Member> change_role(const Context& context, MemberId member, MemberRole role, const storage::Actor& by) {
  return context.store.team().change_role(member, role, note_of(context, by, "team.role", about_member(member)));
}

Expected<void> remove_member(const Context& context, MemberId member, const storage::Actor& by) {
  return context.store.team().remove_member(member, note_of(context, by, "team.remove", about_member(member)));
}

} // namespace palabre::service
