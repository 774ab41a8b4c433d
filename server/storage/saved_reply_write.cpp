// Texts that the team answers with again and again.
#include "server/storage/people_write.h"

namespace palabre::storage {
namespace {

struct Row {
  std::int64_t id{0};
  std::int64_t member{0};
  soci::indicator member_null{soci::i_null};
  std::int64_t revision{0};
};

// One that the member may change: their own, or the team's.
std::optional<Row> find_reply(WriteSession& session, std::int64_t id, MemberId by) {
  Row row;
  Statement find((prepare(*session.connection, "select id, member, revision from saved_reply where id = :id"
                                               " and (member is null or member = :member)"),
                  soci::into(row.id), soci::into(row.member, row.member_null), soci::into(row.revision), soci::use(id),
                  soci::use(by.value)));
  if (!find.run()) return std::nullopt;
  return row;
}

bool is_full(WriteSession& session, const Row& owner) {
  std::int64_t count = 0;
  const std::int64_t shared = owner.member_null == soci::i_null ? 1 : 0;
  Statement find((prepare(*session.connection, "select count(*) from saved_reply where (:shared = 1 and member is null)"
                                               " or (:own = 0 and member = :member)"),
                  soci::into(count), soci::use(shared, "shared"), soci::use(shared, "own"),
                  soci::use(owner.member, "member")));
  find.run();
  return count >= static_cast<std::int64_t>(wire::most_saved_replies);
}

Expected<wire::SavedReply> insert_reply(WriteSession& session, const SavedReplyChange& change, Row row) {
  if (is_full(session, row)) {
    return fail(ErrorCode::field_too_long, "replies", "at most " + std::to_string(wire::most_saved_replies));
  }
  Statement insert((prepare(*session.connection, "insert into saved_reply (member, title, body, created, revision)"
                                                 " values (:member, :title, :body, :created, 1) returning id"),
                    soci::into(row.id), soci::use(row.member, row.member_null), soci::use(change.reply.title),
                    soci::use(change.reply.body), soci::use(change.at.milliseconds)));
  insert.run();
  return wire::SavedReply{row.id, change.reply.title, change.reply.body, change.reply.shared, 1};
}

} // namespace

Expected<wire::SavedReply> write_saved_reply(WriteSession& session, const SavedReplyChange& change) {
  Row row;
  row.member = change.by.value;
  row.member_null = change.reply.shared ? soci::i_null : soci::i_ok;
  if (!change.id) return insert_reply(session, change, row);
  const auto present = find_reply(session, *change.id, change.by);
  if (!present) return fail(ErrorCode::unknown_field_value, "id", "no saved reply of yours or of the team");
  if (present->revision != change.reply.revision) return fail(ErrorCode::settings_changed, "revision");
  const bool moves = present->member_null != row.member_null;
  if (moves && is_full(session, row)) {
    return fail(ErrorCode::field_too_long, "replies", "at most " + std::to_string(wire::most_saved_replies));
  }
  Statement update((prepare(*session.connection, "update saved_reply set member = :member, title = :title,"
                                                 " body = :body, revision = revision + 1 where id = :id"),
                    soci::use(row.member, row.member_null), soci::use(change.reply.title), soci::use(change.reply.body),
                    soci::use(present->id)));
  update.run();
  return wire::SavedReply{present->id, change.reply.title, change.reply.body, change.reply.shared,
                          present->revision + 1};
}

Expected<bool> drop_saved_reply(WriteSession& session, std::int64_t id, MemberId by) {
  if (!find_reply(session, id, by)) {
    return fail(ErrorCode::unknown_field_value, "id", "no saved reply of yours or of the team");
  }
  Statement drop((prepare(*session.connection, "delete from saved_reply where id = :id"), soci::use(id)));
  drop.run();
  return true;
}

} // namespace palabre::storage
