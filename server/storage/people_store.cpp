#include "server/storage/audit_write.h"
#include "server/storage/people_read.h"
#include "server/storage/people_write.h"
#include "server/storage/sql_people_store.h"

namespace palabre::storage {

Expected<std::map<CommentId, rules::Standing>> SqlPeopleStore::standings(SiteId site, const std::string& page,
                                                                         CommentId low, CommentId high) {
  return readers_.run<std::map<CommentId, rules::Standing>>(
      [&](ReadSession& session) { return read_standings(session, site, page, low, high); });
}

Expected<std::vector<wire::Regular>> SqlPeopleStore::regulars(SiteId site, std::size_t limit) {
  return readers_.run<std::vector<wire::Regular>>(
      [&](ReadSession& session) { return read_regulars(session, site, limit); });
}

Expected<bool> SqlPeopleStore::is_first_of(const CommentWriter& writer, CommentId comment) {
  return readers_.run<bool>([&](ReadSession& session) { return read_is_first(session, writer, comment); });
}

Expected<StoredComment> SqlPeopleStore::mark_question(const QuestionMark& mark) {
  return writer_.run<StoredComment>([&](WriteSession& session) { return write_question(session, mark); });
}

Expected<std::vector<StaffAnswer>> SqlPeopleStore::last_answers(SiteId site, Instant since, std::size_t limit) {
  return readers_.run<std::vector<StaffAnswer>>(
      [&](ReadSession& session) { return read_answers(session, site, since, limit); });
}

Expected<bool> SqlPeopleStore::is_poll(SiteId site, PostId poll) {
  return readers_.run<bool>([&](ReadSession& session) { return read_is_poll(session, site, poll); });
}

Expected<void> SqlPeopleStore::put_signature(MemberId member, Signature signature, const AuditNote& note) {
  const auto done = writer_.run<bool>([&](WriteSession& session) {
    const std::string name(to_name(signature));
    Statement put((prepare(*session.connection, "update member set signature = :signature where id = :id"),
                   soci::use(name), soci::use(member.value)));
    put.run();
    insert_audit(session, note);
    return true;
  });
  if (!done) return tl::unexpected(done.error());
  return {};
}

Expected<std::vector<wire::SavedReply>> SqlPeopleStore::saved_replies(MemberId member) {
  return readers_.run<std::vector<wire::SavedReply>>(
      [&](ReadSession& session) { return read_saved_replies(session, member); });
}

Expected<wire::SavedReply> SqlPeopleStore::save_reply(const SavedReplyChange& change) {
  return writer_.run<wire::SavedReply>([&](WriteSession& session) { return write_saved_reply(session, change); });
}

Expected<void> SqlPeopleStore::drop_reply(std::int64_t id, MemberId by) {
  const auto done = writer_.run<bool>([&](WriteSession& session) { return drop_saved_reply(session, id, by); });
  if (!done) return tl::unexpected(done.error());
  return {};
}

} // namespace palabre::storage
