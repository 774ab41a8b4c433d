#include "server/storage/audit_write.h"
#include "server/storage/team_store.h"
#include "server/storage/team_write.h"

namespace palabre::storage {
namespace {

constexpr std::int64_t minute_ms = 60'000;

Expected<bool> write_session(WriteSession& session, const std::string& token_hash, const Member& member,
                             const StoredSession& stored, Instant expires) {
  session.team.drop_expired_sessions.run(stored.created.milliseconds);
  InsertSession& insert = session.team.insert_session;
  insert.token_hash = token_hash;
  insert.member = member.id.value;
  insert.inline_site = stored.inline_site;
  insert.inline_origin = stored.inline_origin;
  insert.now = stored.created.milliseconds;
  insert.expires = expires.milliseconds;
  insert.statement.run();
  AuditNote note{{member.id, member.name}, stored.created, "session.start"};
  note.about = "member " + member.id.text();
  note.note = stored.inline_site;
  insert_audit(session, note);
  return true;
}

std::optional<StoredSession> read_session(ReadSession& session, const std::string& token_hash, Instant now,
                                          Instant idle_since) {
  FindSession& find = session.team.find_session;
  find.token_hash = token_hash;
  find.now = now.milliseconds;
  find.idle_since = idle_since.milliseconds;
  if (!find.statement.run()) return std::nullopt;
  return StoredSession{find.row.to_member(), find.inline_site, find.inline_origin, Instant{find.created},
                       Instant{find.seen}};
}

} // namespace

Expected<void> SqlTeamStore::add_session(const std::string& token_hash, MemberId member, const std::string& inline_site,
                                         const std::string& inline_origin, Instant now, Instant expires) {
  const auto added = writer_.run<bool>([&](WriteSession& session) -> Expected<bool> {
    const auto loaded = load_member(session, member);
    if (!loaded) return tl::unexpected(loaded.error());
    return write_session(session, token_hash, *loaded, {*loaded, inline_site, inline_origin, now, now}, expires);
  });
  if (!added) return tl::unexpected(added.error());
  return {};
}

Expected<std::optional<StoredSession>> SqlTeamStore::use_session(const std::string& token_hash, Instant now,
                                                                 Instant idle_since) {
  auto found = readers_.run<std::optional<StoredSession>>(
      [&](ReadSession& session) { return read_session(session, token_hash, now, idle_since); });
  if (!found || !*found) return found;
  const bool same_minute = now.milliseconds / minute_ms <= (*found)->seen.milliseconds / minute_ms;
  // A full disk keeps the time from being noted, not the member from looking.
  if (!same_minute) static_cast<void>(note_use(token_hash, (*found)->member.id, now));
  return found;
}

Expected<void> SqlTeamStore::note_use(const std::string& token_hash, MemberId member, Instant now) {
  return write([&](WriteSession& session) {
    session.team.touch_session.token_hash = token_hash;
    session.team.touch_session.seen = now.milliseconds;
    session.team.touch_session.statement.run();
    session.team.touch_member.id = member.value;
    session.team.touch_member.seen = now.milliseconds / minute_ms * minute_ms;
    session.team.touch_member.statement.run();
  });
}

Expected<void> SqlTeamStore::end_session(const std::string& token_hash) {
  return write([&](WriteSession& session) { session.team.drop_session.run(token_hash); });
}

Expected<void> SqlTeamStore::end_sessions(MemberId member) {
  return write([&](WriteSession& session) {
    session.team.drop_sessions.member = member.value;
    session.team.drop_sessions.keep.clear();
    session.team.drop_sessions.statement.run();
  });
}

} // namespace palabre::storage
