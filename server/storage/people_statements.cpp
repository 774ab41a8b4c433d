#include "server/storage/people_statements.h"

namespace palabre::storage {
namespace {

using soci::into;
using soci::use;

const std::string add_standing =
    "insert into standing (site, reader, name, first, last, published, helpful)"
    " select c.site, c.reader, c.author_name, c.created, c.created, 1, 0 from comment c"
    " where c.id = :id and c.reader <> '' and c.member is null"
    " on conflict (site, reader) do update set published = standing.published + 1, name = excluded.name,"
    " first = case when excluded.first < standing.first then excluded.first else standing.first end,"
    " last = case when excluded.last > standing.last then excluded.last else standing.last end";

// Of those that are left, the first or last one's.
std::string left_over(const char* column, const char* order) {
  return std::string("coalesce((select c.") + column +
         " from comment c where c.site = standing.site and c.reader = standing.reader and c.reader <> ''"
         " and c.state = 'published' and c.member is null order by c.created " +
         order + " limit 1), standing.";
}

const std::string of_writer = " where reader = (select w.reader from comment w where w.id = :id and w.member is null)"
                              " and site = (select w.site from comment w where w.id = :id)";

std::string drop_standing() {
  return "update standing set published = published - 1, first = " + left_over("created", "asc") +
         "first), last = " + left_over("created", "desc") + "last), name = " + left_over("author_name", "desc") +
         "name)" + of_writer;
}

std::string forget_standing() {
  return "delete from standing" + of_writer + " and published <= 0";
}

} // namespace

CountStanding::CountStanding(soci::session& session, const std::string& sql)
    : statement((prepare(session, sql), use(id, "id"))) {}

FindHelp::FindHelp(soci::session& session)
    : statement((prepare(session, "select c.helpful, case when c.parent is null then 0 else 1 end,"
                                  " case when c.member is null then 0 else 1 end, c.state, c.site,"
                                  " coalesce((select t.count from mark_tally t where t.page = c.page"
                                  " and t.comment = c.id and t.name = 'up'), 0),"
                                  " coalesce((select t.count from mark_tally t where t.page = c.page"
                                  " and t.comment = c.id and t.name = 'down'), 0),"
                                  " case when exists (select 1 from comment q where q.answer = c.id) then 1 else 0 end"
                                  " from comment c where c.id = :id"),
                 into(counted), into(reply), into(by_member), into(state), into(site), into(up), into(down),
                 into(answer), use(id))) {}

SetHelp::SetHelp(soci::session& session)
    : statement((prepare(session, "update comment set helpful = :helpful where id = :id"), use(helpful), use(id))) {}

AddHelp::AddHelp(soci::session& session)
    : statement((prepare(session, "update standing set helpful = helpful + :change" + of_writer), use(change, "change"),
                 use(id, "id"))) {}

SetAnswered::SetAnswered(soci::session& session)
    : statement((prepare(session, "update comment set asks = :asks, answered = :answered where id = :id"), use(asks),
                 use(answered), use(id))) {}

FindStaffBelow::FindStaffBelow(soci::session& session)
    : statement((prepare(session, "with recursive chain (id) as (select id from comment where parent = :id union all"
                                  " select c.id from comment c join chain on c.parent = chain.id)"
                                  " select c.id from chain join comment c on c.id = chain.id"
                                  " where c.member is not null and c.state = 'published' limit 1"),
                 into(found), use(id))) {}

PeopleWrites::PeopleWrites(soci::session& session)
    : add(session, add_standing), drop(session, drop_standing()), forget(session, forget_standing()),
      find_help(session), set_help(session), add_help(session), set_answered(session), find_staff_below(session) {}

} // namespace palabre::storage
