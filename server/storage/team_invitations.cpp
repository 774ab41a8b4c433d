#include "server/storage/team_write.h"

#include "server/storage/audit_write.h"

namespace palabre::storage {
namespace {

AuditNote note_of(const Member& member, Instant now, const char* action) {
  AuditNote note{{member.id, member.name}, now, action};
  note.about = "member " + member.id.text();
  return note;
}

bool has_owner(WriteSession& session) {
  session.team.count_owners.statement.run();
  return session.team.count_owners.count > 0;
}

Expected<Member> make_member(WriteSession& session, const InvitationRow& invitation, const std::string& name,
                             const std::string& email, const std::string& password_hash, Instant now) {
  if (is_taken(session, email)) return fail(ErrorCode::email_taken, "email");
  InsertMember& insert = session.team.insert_member;
  insert.name = name;
  insert.email = email;
  insert.password = password_hash;
  insert.role = invitation.role;
  insert.created = now.milliseconds;
  insert.statement.run();
  auto member = load_member(session, MemberId{insert.id});
  if (!member) return member;
  const bool setup = invitation.kind == to_name(wire::InvitationKind::setup);
  AuditNote note = note_of(*member, now, setup ? "team.setup" : "team.join");
  note.after = '"' + invitation.role + '"';
  insert_audit(session, note);
  return member;
}

Expected<Member> set_password(WriteSession& session, const InvitationRow& invitation, const std::string& password_hash,
                              Instant now) {
  auto member = load_member(session, MemberId{invitation.member});
  if (!member) return fail(ErrorCode::invitation_over);
  write_password(session, member->id, password_hash, {});
  insert_audit(session, note_of(*member, now, "team.password"));
  return member;
}

} // namespace

void write_invitation(WriteSession& session, const NewInvitation& invitation, const AuditNote& note) {
  TeamWrites& team = session.team;
  team.drop_expired_invitations.run(note.at.milliseconds);
  const std::string kind(to_name(invitation.kind));
  if (invitation.kind == wire::InvitationKind::setup) team.drop_invitations_of_kind.run(kind);
  if (invitation.member) team.drop_resets_of.run(invitation.member->value);
  InsertInvitation& insert = team.insert_invitation;
  insert.token_hash = invitation.token_hash;
  insert.row.kind = kind;
  insert.row.role = to_name(invitation.role);
  insert.row.email = invitation.email;
  insert.row.member_null = invitation.member ? soci::i_ok : soci::i_null;
  insert.row.member = invitation.member ? invitation.member->value : 0;
  insert.made_by_null = note.by.member ? soci::i_ok : soci::i_null;
  insert.made_by = note.by.member ? note.by.member->value : 0;
  insert.row.created = invitation.created.milliseconds;
  insert.row.expires = invitation.expires.milliseconds;
  insert.statement.run();
  insert_audit(session, note);
}

void drop_invitation(WriteSession& session, std::int64_t id, const AuditNote& note) {
  session.team.drop_invitation.run(id);
  insert_audit(session, note);
}

Expected<Member> use_invitation(WriteSession& session, const std::string& token_hash, const std::string& name,
                                const std::string& email, const std::string& password_hash, Instant now) {
  FindInvitation& find = session.team.find_invitation;
  find.token_hash = token_hash;
  if (!find.statement.run() || find.row.expires <= now.milliseconds) return fail(ErrorCode::invitation_over);
  const InvitationRow invitation = find.row;
  if (invitation.kind == to_name(wire::InvitationKind::setup) && has_owner(session)) {
    return fail(ErrorCode::invitation_over);
  }
  session.team.drop_invitation.run(invitation.id);
  if (invitation.kind == to_name(wire::InvitationKind::reset)) {
    return set_password(session, invitation, password_hash, now);
  }
  return make_member(session, invitation, name, email, password_hash, now);
}

} // namespace palabre::storage
