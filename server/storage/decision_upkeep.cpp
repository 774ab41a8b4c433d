// What decisions leave to be done later.
#include "server/storage/decision_write.h"
#include "server/storage/write_operations.h"

namespace palabre::storage {

std::size_t write_wiping(WriteSession& session, Instant before, std::size_t limit, Instant now) {
  std::vector<std::int64_t> ids;
  std::int64_t id = 0;
  const auto count = static_cast<std::int64_t>(limit);
  Statement list((prepare(*session.connection, "select comment from removal where removed <= :before"
                                               " order by removed, comment limit :limit"),
                  soci::into(id), soci::use(before.milliseconds), soci::use(count)));
  list.each([&] { ids.push_back(id); });
  std::size_t wiped = 0;
  for (const std::int64_t one : ids) {
    session.decisions.drop_removal.comment = one;
    session.decisions.drop_removal.statement.run();
    if (wipe_comment(session, CommentId{one})) ++wiped;
  }
  if (wiped == 0) return 0;
  AuditNote note{{std::nullopt, "rules"}, now, "comment.wipe"};
  note.about = std::to_string(wiped) + (wiped == 1 ? " comment" : " comments");
  note.note = "removed long ago";
  insert_audit(session, note);
  return wiped;
}

void drop_lessons(WriteSession& session, const std::vector<Lesson>& said) {
  std::int64_t comment = 0;
  std::string label;
  Statement drop((prepare(*session.connection, "delete from lesson where comment = :comment and label = :label"),
                  soci::use(comment), soci::use(label)));
  for (const Lesson& lesson : said) {
    comment = lesson.comment.value;
    label = !lesson.label ? "" : *lesson.label == rules::SpamLabel::spam ? "spam" : "ham";
    drop.run();
  }
}

} // namespace palabre::storage
