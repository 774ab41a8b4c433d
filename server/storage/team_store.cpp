#include "server/storage/team_store.h"

#include "server/storage/team_write.h"

namespace palabre::storage {
namespace {

Expected<void> to_void(const Expected<bool>& result) {
  if (!result) return tl::unexpected(result.error());
  return {};
}

wire::InvitationKind kind_of(const InvitationRow& row) {
  return wire::parse_invitation_kind(row.kind).value_or(wire::InvitationKind::invitation);
}
// The least where a name is unknown.
MemberRole role_of(const InvitationRow& row) {
  return parse_member_role(row.role).value_or(MemberRole::analyst);
}

std::optional<wire::InvitationInfo> read_invitation(ReadSession& session, const std::string& token_hash, Instant now) {
  FindInvitation& find = session.team.find_invitation;
  find.token_hash = token_hash;
  if (!find.statement.run() || find.row.expires <= now.milliseconds) return std::nullopt;
  wire::InvitationInfo info{kind_of(find.row), role_of(find.row), {}, find.row.email};
  if (info.kind == wire::InvitationKind::setup) {
    session.team.count_owners.statement.run();
    if (session.team.count_owners.count > 0) return std::nullopt;
  }
  if (info.kind == wire::InvitationKind::reset) {
    session.team.find_member.id = find.row.member;
    if (!session.team.find_member.statement.run()) return std::nullopt;
    const Member member = session.team.find_member.row.to_member();
    info.name = member.name;
    info.email = member.email;
    info.role = member.role;
  }
  return info;
}

} // namespace

Expected<void> SqlTeamStore::write(const std::function<void(WriteSession&)>& change) {
  return to_void(writer_.run<bool>([&](WriteSession& session) {
    change(session);
    return true;
  }));
}

Expected<std::vector<Member>> SqlTeamStore::members() {
  return readers_.run<std::vector<Member>>([](ReadSession& session) {
    std::vector<Member> members;
    ListMembers& list = session.team.list_members;
    list.statement.each([&] { members.push_back(list.row.to_member()); });
    return members;
  });
}

Expected<std::optional<TeamStore::Credentials>> SqlTeamStore::find_credentials(const std::string& email) {
  return readers_.run<std::optional<Credentials>>([&](ReadSession& session) -> std::optional<Credentials> {
    FindCredentials& find = session.team.find_credentials;
    find.email = email;
    if (!find.statement.run()) return std::nullopt;
    return Credentials{find.row.to_member(), find.password};
  });
}

Expected<bool> SqlTeamStore::has_owner() {
  return readers_.run<bool>([](ReadSession& session) {
    session.team.count_owners.statement.run();
    return session.team.count_owners.count > 0;
  });
}

Expected<void> SqlTeamStore::add_invitation(const NewInvitation& invitation, const AuditNote& note) {
  return write([&](WriteSession& session) { write_invitation(session, invitation, note); });
}

Expected<std::optional<wire::InvitationInfo>> SqlTeamStore::find_invitation(const std::string& token_hash,
                                                                            Instant now) {
  return readers_.run<std::optional<wire::InvitationInfo>>(
      [&](ReadSession& session) { return read_invitation(session, token_hash, now); });
}

Expected<std::vector<wire::OpenInvitation>> SqlTeamStore::open_invitations(Instant now) {
  return readers_.run<std::vector<wire::OpenInvitation>>([&](ReadSession& session) {
    std::vector<wire::OpenInvitation> all;
    ListInvitations& list = session.team.list_invitations;
    list.now = now.milliseconds;
    list.statement.each([&] {
      const InvitationRow& row = list.row;
      all.push_back({row.id, kind_of(row), role_of(row), row.email, Instant{row.created}, Instant{row.expires}});
    });
    return all;
  });
}

Expected<void> SqlTeamStore::drop_invitation(std::int64_t id, const AuditNote& note) {
  return write([&](WriteSession& session) { storage::drop_invitation(session, id, note); });
}

Expected<Member> SqlTeamStore::accept_invitation(const std::string& token_hash, const std::string& name,
                                                 const std::string& email, const std::string& password_hash,
                                                 Instant now) {
  return writer_.run<Member>(
      [&](WriteSession& session) { return use_invitation(session, token_hash, name, email, password_hash, now); });
}

Expected<Member> SqlTeamStore::change_role(MemberId member, MemberRole role, const AuditNote& note) {
  return writer_.run<Member>([&](WriteSession& session) { return write_role(session, member, role, note); });
}

Expected<void> SqlTeamStore::remove_member(MemberId member, const AuditNote& note) {
  return to_void(writer_.run<bool>([&](WriteSession& session) -> Expected<bool> {
    if (auto dropped = drop_member(session, member, note); !dropped) return tl::unexpected(dropped.error());
    return true;
  }));
}

Expected<Member> SqlTeamStore::change_member(MemberId member, const std::string& name, const std::string& email,
                                             const std::string& password_hash, const std::string& keep,
                                             const AuditNote& note) {
  return writer_.run<Member>([&](WriteSession& session) {
    return write_member(session, member, {name, email, password_hash, keep}, note);
  });
}

} // namespace palabre::storage
