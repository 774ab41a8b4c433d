#include "server/storage/team_write.h"

#include "server/storage/audit_write.h"

namespace palabre::storage {
namespace {

void end_sessions(WriteSession& session, MemberId id, const std::string& keep = {}) {
  DropSessions& drop = session.team.drop_sessions;
  drop.member = id.value;
  drop.keep = keep;
  drop.statement.run();
}

Expected<void> check_another_owner(WriteSession& session, const Member& member) {
  if (member.role != MemberRole::owner) return {};
  session.team.count_owners.statement.run();
  if (session.team.count_owners.count > 1) return {};
  return fail(ErrorCode::last_owner);
}

std::string quoted(std::string_view name) {
  return '"' + std::string(name) + '"';
}

void update(UpdateMember& column, MemberId id, const std::string& value) {
  column.id = id.value;
  column.value = value;
  column.statement.run();
}

} // namespace

Expected<Member> load_member(WriteSession& session, MemberId id) {
  FindMember& find = session.team.find_member;
  find.id = id.value;
  if (!find.statement.run()) return fail(ErrorCode::unknown_member);
  return find.row.to_member();
}

bool is_taken(WriteSession& session, const std::string& email) {
  session.team.find_credentials.email = email;
  return session.team.find_credentials.statement.run();
}

void write_password(WriteSession& session, MemberId id, const std::string& hash, const std::string& keep) {
  update(session.team.update_password, id, hash);
  end_sessions(session, id, keep);
  session.team.drop_resets_of.run(id.value);
}

Expected<Member> write_role(WriteSession& session, MemberId id, MemberRole role, const AuditNote& note) {
  auto member = load_member(session, id);
  if (!member || member->role == role) return member;
  const bool loses = !may(role, member->role);
  if (loses) {
    if (auto checked = check_another_owner(session, *member); !checked) return tl::unexpected(checked.error());
    end_sessions(session, id);
    session.team.drop_invitations_made_by.run(id.value);
  }
  AuditNote line = note;
  line.before = quoted(to_name(member->role));
  line.after = quoted(to_name(role));
  update(session.team.update_role, id, std::string(to_name(role)));
  insert_audit(session, line);
  member->role = role;
  return member;
}

Expected<void> drop_member(WriteSession& session, MemberId id, const AuditNote& note) {
  const auto member = load_member(session, id);
  if (!member) return tl::unexpected(member.error());
  if (auto checked = check_another_owner(session, *member); !checked) return checked;
  end_sessions(session, id);
  session.team.drop_resets_of.run(id.value);
  session.team.drop_invitations_made_by.run(id.value);
  session.team.drop_member.run(id.value);
  AuditNote line = note;
  line.before = quoted(to_name(member->role));
  insert_audit(session, line);
  return {};
}

Expected<Member> write_member(WriteSession& session, MemberId id, const MemberChange& change, const AuditNote& note) {
  auto member = load_member(session, id);
  if (!member) return member;
  if (!change.email.empty() && change.email != member->email) {
    if (is_taken(session, change.email)) return fail(ErrorCode::email_taken, "email");
    update(session.team.update_email, id, change.email);
    member->email = change.email;
  }
  if (!change.name.empty()) {
    update(session.team.update_name, id, change.name);
    member->name = change.name;
  }
  if (!change.password_hash.empty()) write_password(session, id, change.password_hash, change.keep);
  insert_audit(session, note);
  return member;
}

} // namespace palabre::storage
