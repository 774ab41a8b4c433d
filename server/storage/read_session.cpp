#include "server/storage/read_session.h"

namespace palabre::storage {
namespace {

using soci::into;
using soci::use;

const std::string from_comment = " from comment c join page p on p.id = c.page ";

// The part of a page that a request asks for. The literals repeat those of the index comment_top.
std::string top_of_page(const std::string& columns, const std::string& from, const char* compare, const char* order) {
  return "select " + columns + from +
         "where c.page = :page and c.parent is null and c.in_thread = 1 and (c.created, c.id) " + compare +
         " (:created, :id) order by c.created " + order + ", c.id " + order + " limit :limit";
}

std::string replies_of_page(const char* compare, const char* order) {
  return "with top as (" + top_of_page("c.id", " from comment c ", compare, order) + ") select " + comment_columns +
         " from top join comment c on c.root = top.id join page p on p.id = c.page where c.in_thread = 1";
}

std::string recent(const char* holder) {
  return "select " + comment_columns + ", p.url, p.title" + from_comment + "where c." + holder +
         " = :holder and c.state = 'published' order by c.created desc, c.id desc limit :limit";
}

} // namespace

FindPage::FindPage(soci::session& session)
    : statement((prepare(session, "select id, title, version, total from page where site = :site and page_key = :key"),
                 into(id), into(title), into(version), into(total), use(site), use(page_key))) {}

FindComment::FindComment(soci::session& session)
    : statement((into_row(prepare(session, "select " + comment_columns + from_comment + "where c.id = :id"), row),
                 use(id))) {}

FindAncestors::FindAncestors(soci::session& session)
    : statement(
          (prepare(session, "with recursive chain (id, parent, distance) as ("
                            "select id, parent, 0 from comment where id = :id union all "
                            "select c.id, c.parent, chain.distance + 1 from comment c join chain on c.id = chain.parent"
                            ") select id from chain order by distance"),
           into(ancestor), use(id))) {}

ThreadPart::ThreadPart(soci::session& session, const std::string& sql)
    : statement((into_row(prepare(session, sql), row), use(page), use(created), use(id), use(limit))) {}

RecentComments::RecentComments(soci::session& session, const std::string& sql)
    : statement((into_row(prepare(session, sql), row), into(url), into(title), use(holder), use(limit))) {}

ListSites::ListSites(soci::session& session)
    : statement((prepare(session, "select id, name from site order by id"), into(id), into(name))) {}

ListOrigins::ListOrigins(soci::session& session)
    : statement((prepare(session, "select site, origin from site_origin order by site, position"), into(site),
                 into(origin))) {}

ReadSession::ReadSession(const Dialect& dialect)
    : connection(dialect.connect()), begin(prepare(*connection, dialect.begin_read)),
      commit(prepare(*connection, "commit")), find_page(*connection), find_comment(*connection),
      find_ancestors(*connection), newest_top(*connection, top_of_page(comment_columns, from_comment, "<", "desc")),
      oldest_top(*connection, top_of_page(comment_columns, from_comment, ">", "asc")),
      newest_replies(*connection, replies_of_page("<", "desc")),
      oldest_replies(*connection, replies_of_page(">", "asc")), recent_of_site(*connection, recent("site")),
      recent_of_page(*connection, recent("page")), list_sites(*connection), list_origins(*connection) {}

} // namespace palabre::storage
