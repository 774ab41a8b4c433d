#include "server/storage/decision_statements.h"

namespace palabre::storage {

using soci::use;

InsertDecision::InsertDecision(soci::session& session)
    : statement((prepare(session, "insert into decision (id, kind, site, about) values (:id, :kind, :site, :about)"),
                 use(id), use(kind), use(site, site_null), use(about))) {}

InsertFormer::InsertFormer(soci::session& session)
    : statement((
          prepare(
              session,
              "insert into decision_comment (decision, comment, revision, state, reasons,"
              " decided_by, decided_name, flags, appealed, settled, decided_at) values (:decision, :comment, :revision,"
              " :state, :reasons, :decided_by, :decided_name, :flags, :appealed,"
              " :settled, :decided_at)"),
          use(row.decision), use(row.comment), use(row.revision), use(row.state), use(row.reasons), use(row.decided_by),
          use(row.decided_name), use(row.flags), use(row.appealed), use(row.settled), use(row.decided_at))) {}

PutLesson::PutLesson(soci::session& session)
    : statement((prepare(session, "insert into lesson (comment, label) values (:comment, :label)"
                                  " on conflict (comment) do update set label = excluded.label"),
                 use(comment), use(label))) {}

NoteRemoval::NoteRemoval(soci::session& session)
    : statement((prepare(session, "insert into removal (comment, removed) values (:comment, :removed)"
                                  " on conflict (comment) do update set removed = excluded.removed"),
                 use(comment), use(removed))) {}

DropRemoval::DropRemoval(soci::session& session)
    : statement((prepare(session, "delete from removal where comment = :comment"), use(comment))) {}

DecisionStatements::DecisionStatements(soci::session& session)
    : insert_decision(session), insert_former(session), put_lesson(session), note_removal(session),
      drop_removal(session) {}

} // namespace palabre::storage
