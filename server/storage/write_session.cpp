#include "server/storage/write_session.h"

namespace palabre::storage {

namespace {

// As much as the longest comment needs: where only a little fits, writers are still refused.
std::string probe_text() {
  constexpr std::size_t bytes = 65'536;
  return "insert into meta (name, value) values ('probe', '" + std::string(bytes, 'a') +
         "') on conflict (name) do update set value ="
         " case when substr(meta.value, 1, 1) = 'a' then upper(excluded.value) else excluded.value end";
}

} // namespace

using soci::into;
using soci::use;

PutSite::PutSite(soci::session& session)
    : statement((prepare(session, "insert into site (name) values (:name)"
                                  " on conflict (name) do update set name = excluded.name returning id"),
                 into(id), use(name))) {}

ClearOrigins::ClearOrigins(soci::session& session)
    : statement((prepare(session, "delete from site_origin where site = :site"), use(site))) {}

InsertOrigin::InsertOrigin(soci::session& session)
    : statement(
          (prepare(session, "insert into site_origin (site, position, origin) values (:site, :position, :origin)"),
           use(site), use(position), use(origin))) {}

TouchPage::TouchPage(soci::session& session)
    : statement((prepare(session, "insert into page (site, page_key, url, title, version, total)"
                                  " values (:site, :key, :url, :title, 1, :counted)"
                                  " on conflict (site, page_key) do update set version = page.version + 1,"
                                  " total = page.total + excluded.total,"
                                  " url = case when page.url = '' then excluded.url else page.url end,"
                                  " title = case when page.title = '' then excluded.title else page.title end"
                                  " returning id"),
                 into(id), use(site), use(page_key), use(url), use(title), use(counted))) {}

ChangePage::ChangePage(soci::session& session)
    : statement((prepare(session, "update page set version = version + 1, total = total + :counted where id = :id"),
                 use(counted), use(id))) {}

ChangeScore::ChangeScore(soci::session& session)
    : statement((prepare(session, "update comment set score = score + :change where id = :id"), use(change), use(id))) {
}

InsertComment::InsertComment(soci::session& session)
    : statement((prepare(session, "insert into comment (site, page, parent, root, in_thread, state, author_name,"
                                  " author_website, email, body, created, edited)"
                                  " values (:site, :page, :parent, :root, :in_thread, :state, :author_name,"
                                  " :author_website, :email, :body, :created, null) returning id"),
                 into(row.id), use(row.site), use(row.page), use(row.parent, row.parent_null),
                 use(row.root, row.root_null), use(row.in_thread), use(row.state), use(row.author_name),
                 use(row.author_website), use(email), use(row.body), use(row.created))) {}

LoadComment::LoadComment(soci::session& session)
    : statement((into_row(prepare(session, "select " + comment_columns +
                                               " from comment c join page p on p.id = c.page where c.id = :id"),
                          row),
                 use(id))) {}

UpdateBody::UpdateBody(soci::session& session)
    : statement((prepare(session, "update comment set body = :body, edited = :edited where id = :id"), use(body),
                 use(edited), use(id))) {}

WipeComment::WipeComment(soci::session& session)
    : statement((prepare(session, "update comment set state = 'deleted', author_name = '', author_website = '',"
                                  " email = '', body = '', edited = null, in_thread = :in_thread where id = :id"),
                 use(in_thread), use(id))) {}

LeaveThread::LeaveThread(soci::session& session)
    : statement((prepare(session, "update comment set in_thread = 0 where id = :id"), use(id))) {}

FindReply::FindReply(soci::session& session)
    : statement((prepare(session, "select id from comment where parent = :parent and in_thread = 1 limit 1"), into(id),
                 use(parent))) {}

FindIdempotent::FindIdempotent(soci::session& session)
    : statement((prepare(session, "select comment from idempotency where site = :site and idempotency_key = :key"),
                 into(comment), use(site), use(key))) {}

InsertIdempotent::InsertIdempotent(soci::session& session)
    : statement((prepare(session, "insert into idempotency (site, idempotency_key, comment)"
                                  " values (:site, :key, :comment)"),
                 use(site), use(key), use(comment))) {}

WriteSession::WriteSession(const Dialect& dialect)
    : connection(dialect.connect()), begin(prepare(*connection, dialect.begin_write)),
      commit(prepare(*connection, "commit")), rollback(prepare(*connection, "rollback")),
      savepoint(prepare(*connection, "savepoint operation")),
      release(prepare(*connection, "release savepoint operation")),
      rollback_to(prepare(*connection, "rollback to savepoint operation")), probe(prepare(*connection, probe_text())),
      put_site(*connection), clear_origins(*connection), insert_origin(*connection), touch_page(*connection),
      change_page(*connection), change_score(*connection), insert_comment(*connection), load_comment(*connection),
      update_body(*connection), wipe_comment(*connection), leave_thread(*connection), find_reply(*connection),
      find_idempotent(*connection), insert_idempotent(*connection) {}

} // namespace palabre::storage
