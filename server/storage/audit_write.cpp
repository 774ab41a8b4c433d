#include "server/storage/audit_write.h"

#include "server/storage/write_session.h"

namespace palabre::storage {

using soci::into;
using soci::use;

InsertAudit::InsertAudit(soci::session& session)
    : statement((prepare(session, "insert into audit (at, member, by_name, action, site, about, before, after, note)"
                                  " values (:at, :member, :by_name, :action, :site, :about, :before, :after, :note)"
                                  " returning id"),
                 into(id), use(at), use(member, member_null), use(by_name), use(action), use(site, site_null),
                 use(about), use(before), use(after), use(note))) {}

std::int64_t insert_audit(WriteSession& session, const AuditNote& note) {
  InsertAudit& insert = session.insert_audit;
  insert.at = note.at.milliseconds;
  insert.member_null = note.by.member ? soci::i_ok : soci::i_null;
  insert.member = note.by.member ? note.by.member->value : 0;
  insert.by_name = note.by.name;
  insert.action = note.action;
  insert.site_null = note.site ? soci::i_ok : soci::i_null;
  insert.site = note.site ? note.site->value : 0;
  insert.about = note.about;
  insert.before = note.before;
  insert.after = note.after;
  insert.note = note.note;
  insert.statement.run();
  return insert.id;
}

} // namespace palabre::storage
