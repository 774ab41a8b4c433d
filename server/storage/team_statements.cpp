#include "server/storage/team_statements.h"

#include <stdexcept>

namespace palabre::storage {
namespace {

using soci::into;
using soci::use;

const std::string member_columns = "m.id, m.name, m.email, m.role, m.created, m.seen, m.signature";
const std::string invitation_columns = "id, kind, role, email, member, created, expires";

soci::details::prepare_temp_type into_member(soci::details::prepare_temp_type prepared, MemberRow& row) {
  prepared, into(row.id), into(row.name), into(row.email), into(row.role), into(row.created),
      into(row.seen, row.seen_null), into(row.signature);
  return prepared;
}

soci::details::prepare_temp_type into_invitation(soci::details::prepare_temp_type prepared, InvitationRow& row) {
  prepared, into(row.id), into(row.kind), into(row.role), into(row.email), into(row.member, row.member_null),
      into(row.created), into(row.expires);
  return prepared;
}

} // namespace

Member MemberRow::to_member() const {
  const auto known = parse_member_role(role);
  if (!known) throw std::runtime_error("a member has the unknown role " + role);
  Member member{MemberId{id}, name, email, *known, Instant{created}};
  if (seen_null == soci::i_ok) member.seen = Instant{seen};
  member.signature = parse_signature(signature).value_or(Signature::none);
  return member;
}

ListMembers::ListMembers(soci::session& session)
    : statement(into_member(prepare(session, "select " + member_columns + " from member m order by m.id"), row)) {}

FindCredentials::FindCredentials(soci::session& session)
    : statement([&] {
        auto prepared = into_member(
            prepare(session, "select " + member_columns + ", m.password from member m where m.email = :email"), row);
        prepared, into(password), use(email);
        return prepared;
      }()) {}

FindMember::FindMember(soci::session& session)
    : statement([&] {
        auto prepared =
            into_member(prepare(session, "select " + member_columns + " from member m where m.id = :id"), row);
        prepared, use(id);
        return prepared;
      }()) {}

CountOwners::CountOwners(soci::session& session)
    : statement((prepare(session, "select count(*) from member where role = 'owner'"), into(count))) {}

FindInvitation::FindInvitation(soci::session& session)
    : statement([&] {
        auto prepared = into_invitation(
            prepare(session, "select " + invitation_columns + " from invitation where token_hash = :hash"), row);
        prepared, use(token_hash);
        return prepared;
      }()) {}

ListInvitations::ListInvitations(soci::session& session)
    : statement([&] {
        auto prepared = into_invitation(
            prepare(session, "select " + invitation_columns + " from invitation where expires > :now order by id"),
            row);
        prepared, use(now);
        return prepared;
      }()) {}

FindSession::FindSession(soci::session& session)
    : statement([&] {
        auto prepared = into_member(
            prepare(session, "select " + member_columns +
                                 ", s.inline_site, s.inline_origin, s.created, s.seen from desk_session s"
                                 " join member m on m.id = s.member where s.token_hash = :hash and s.expires > :now"
                                 " and s.seen > :idle_since"),
            row);
        prepared, into(inline_site), into(inline_origin), into(created), into(seen), use(token_hash), use(now),
            use(idle_since);
        return prepared;
      }()) {}

TeamReads::TeamReads(soci::session& session)
    : list_members(session), find_credentials(session), find_member(session), count_owners(session),
      find_invitation(session), list_invitations(session), find_session(session) {}

InsertMember::InsertMember(soci::session& session)
    : statement((prepare(session, "insert into member (name, email, password, role, created)"
                                  " values (:name, :email, :password, :role, :created) returning id"),
                 into(id), use(name), use(email), use(password), use(role), use(created))) {}

UpdateMember::UpdateMember(soci::session& session, const char* column)
    : statement((prepare(session, std::string("update member set ") + column + " = :value where id = :id"), use(value),
                 use(id))) {}

InsertInvitation::InsertInvitation(soci::session& session)
    : statement((prepare(session, "insert into invitation (token_hash, kind, role, email, member, made_by, created,"
                                  " expires) values (:hash, :kind, :role, :email, :member, :made_by, :created,"
                                  " :expires)"),
                 use(token_hash), use(row.kind), use(row.role), use(row.email), use(row.member, row.member_null),
                 use(made_by, made_by_null), use(row.created), use(row.expires))) {}

InsertSession::InsertSession(soci::session& session)
    : statement((prepare(session, "insert into desk_session (token_hash, member, inline_site, inline_origin, created,"
                                  " seen, expires) values (:hash, :member, :site, :origin, :created, :seen, :expires)"),
                 use(token_hash), use(member), use(inline_site), use(inline_origin), use(now), use(now),
                 use(expires))) {}

TouchSession::TouchSession(soci::session& session)
    : statement((prepare(session, "update desk_session set seen = :seen where token_hash = :hash"), use(seen),
                 use(token_hash))) {}

TouchMember::TouchMember(soci::session& session)
    : statement((prepare(session, "update member set seen = :seen where id = :id"), use(seen), use(id))) {}

DropByNumber::DropByNumber(soci::session& session, const char* sql) : statement((prepare(session, sql), use(number))) {}

DropByText::DropByText(soci::session& session, const char* sql) : statement((prepare(session, sql), use(text))) {}

DropSessions::DropSessions(soci::session& session)
    : statement((prepare(session, "delete from desk_session where member = :member and token_hash <> :keep"),
                 use(member), use(keep))) {}

TeamWrites::TeamWrites(soci::session& session)
    : find_credentials(session), find_member(session), count_owners(session), find_invitation(session),
      insert_member(session), update_name(session, "name"), update_email(session, "email"),
      update_password(session, "password"), update_role(session, "role"),
      drop_member(session, "delete from member where id = :id"), insert_invitation(session),
      drop_invitation(session, "delete from invitation where id = :id"),
      drop_expired_invitations(session, "delete from invitation where expires <= :now"),
      drop_invitations_of_kind(session, "delete from invitation where kind = :kind"),
      drop_invitations_made_by(session, "delete from invitation where made_by = :member"),
      drop_resets_of(session, "delete from invitation where member = :member"), insert_session(session),
      touch_session(session), touch_member(session),
      drop_session(session, "delete from desk_session where token_hash = :hash"), drop_sessions(session),
      drop_expired_sessions(session, "delete from desk_session where expires <= :now") {}

} // namespace palabre::storage
