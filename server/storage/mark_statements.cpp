#include "server/storage/mark_statements.h"

namespace palabre::storage {

using soci::into;
using soci::use;

InsertMark::InsertMark(soci::session& session)
    : statement((prepare(session, "insert into mark (page, comment, reader, name, network, created)"
                                  " values (:page, :comment, :reader, :name, :network, :created)"
                                  " on conflict (page, comment, reader, name) do nothing returning 1"),
                 into(inserted), use(page), use(comment), use(reader), use(name), use(network), use(created))) {}

DropMark::DropMark(soci::session& session)
    : statement((prepare(session, "delete from mark where page = :page and comment = :comment and reader = :reader"
                                  " and name = :name returning 1"),
                 into(dropped), use(page), use(comment), use(reader), use(name))) {}

CountMarks::CountMarks(soci::session& session, const char* condition)
    : statement((prepare(session, "select count(*) from mark where page = :page and comment = :comment"
                                  " and network = :network and name " +
                                      std::string(condition)),
                 into(count), use(page), use(comment), use(network))) {}

ChangeTally::ChangeTally(soci::session& session)
    : statement((prepare(session,
                         "insert into mark_tally (page, comment, name, count)"
                         " values (:page, :comment, :name, :change)"
                         " on conflict (page, comment, name) do update set count = mark_tally.count + excluded.count"),
                 use(page), use(comment), use(name), use(change))) {}

ListTally::ListTally(soci::session& session)
    : statement((prepare(session, "select name, count from mark_tally where page = :page and comment = :comment"
                                  " and count > 0 order by name"),
                 into(name), into(count), use(page), use(comment))) {}

ListReaderMarks::ListReaderMarks(soci::session& session)
    : statement((prepare(session, "select name from mark where page = :page and comment = :comment"
                                  " and reader = :reader order by name"),
                 into(name), use(page), use(comment), use(reader))) {}

// The number is rules::replies_in_score.
UpdateMarks::UpdateMarks(soci::session& session)
    : statement((prepare(session, "update comment set marks = :marks, score = :rank + score % 1048576,"
                                  " controversy = :controversy where id = :id"),
                 use(marks), use(rank), use(controversy), use(id))) {}

FindPageId::FindPageId(soci::session& session)
    : statement((prepare(session, "select id from page where site = :site and page_key = :key"), into(id), use(site),
                 use(page_key))) {}

FindEngagement::FindEngagement(soci::session& session)
    : statement((prepare(session, "select engagement from site_engagement where site = :site"), into(engagement),
                 use(site))) {}

MarkWrites::MarkWrites(soci::session& session)
    : insert(session), drop(session), count_votes(session, "in ('up', 'down')"),
      count_reactions(session, "not in ('up', 'down')"), change_tally(session), list_tally(session), list_mine(session),
      update_comment(session), find_page(session), find_engagement(session) {}

} // namespace palabre::storage
