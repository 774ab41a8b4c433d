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
                                  " on conflict (name) do update set name = excluded.name,"
                                  " policy_version = site.policy_version + 1 returning id"),
                 into(id), use(name))) {}

ClearOrigins::ClearOrigins(soci::session& session)
    : statement((prepare(session, "delete from site_origin where site = :site"), use(site))) {}

InsertOrigin::InsertOrigin(soci::session& session)
    : statement(
          (prepare(session, "insert into site_origin (site, position, origin) values (:site, :position, :origin)"),
           use(site), use(position), use(origin))) {}

TouchPage::TouchPage(soci::session& session)
    : statement((prepare(session, "insert into page (site, page_key, url, title, version, total, began)"
                                  " values (:site, :key, :url, :title, 1, :counted, :began)"
                                  " on conflict (site, page_key) do update set version = page.version + 1,"
                                  " total = page.total + excluded.total,"
                                  " url = case when page.url = '' then excluded.url else page.url end,"
                                  " title = case when page.title = '' then excluded.title else page.title end,"
                                  " began = case when page.began = 0 then excluded.began else page.began end"
                                  " returning id"),
                 into(id), use(site), use(page_key), use(url), use(title), use(counted), use(began))) {}

ChangePage::ChangePage(soci::session& session)
    : statement((prepare(session, "update page set version = version + 1, total = total + :counted where id = :id"),
                 use(counted), use(id))) {}

ChangeScore::ChangeScore(soci::session& session)
    : statement((prepare(session, "update comment set score = score + :change where id = :id"), use(change), use(id))) {
}

InsertComment::InsertComment(soci::session& session)
    : statement(
          (prepare(
               session,
               "insert into comment (site, page, parent, root, in_thread, state, author_name, author_website, email,"
               " body, created, edited, reasons, masks, fingerprint, offence, spam, promotion, language, sentiment,"
               " sentiment_score, sentiment_confidence, complaint, reader, network, revision, changed, attention, axis,"
               " rules, tabs, newcomer, kept_back, member, asks, answered, poll)"
               " values (:site, :page, :parent, :root, :in_thread, :state, :author_name, :author_website, :email,"
               " :body, :created, null, :reasons, :masks, :fingerprint, :offence, :spam, :promotion, :language,"
               " :sentiment, :sentiment_score, :sentiment_confidence, :complaint, :reader, :network, :revision, "
               ":changed,"
               " :attention, :axis, :rules, :tabs, :newcomer, :kept_back, :member, :asks, :answered, :poll) returning "
               "id"),
           into(row.id), use(row.site), use(row.page), use(row.parent, row.parent_null), use(row.root, row.root_null),
           use(row.in_thread), use(row.state), use(row.author_name), use(row.author_website), use(email), use(row.body),
           use(row.created), use(row.reasons), use(row.masks), use(fingerprint), use(judged.offence), use(judged.spam),
           use(judged.promotion), use(judged.language), use(judged.sentiment), use(judged.sentiment_score),
           use(judged.sentiment_confidence), use(judged.complaint), use(judged.reader), use(judged.network),
           use(facts.revision), use(facts.changed), use(facts.attention), use(facts.axis), use(facts.rules),
           use(facts.tabs), use(facts.newcomer), use(facts.kept_back), use(row.member, row.member_null), use(row.asks),
           use(row.answered), use(row.poll, row.poll_null))) {}

LoadComment::LoadComment(soci::session& session)
    : statement([&] {
        const std::string sql = "select " + comment_columns + judged_columns + case_columns +
                                " from comment c join page p on p.id = c.page where c.id = :id";
        auto prepared = into_case(into_judged(into_row(prepare(session, sql), row), judged), facts);
        prepared, use(id);
        return prepared;
      }()) {}

UpdateBody::UpdateBody(soci::session& session)
    : statement((prepare(session, "update comment set body = :body, edited = :edited, fingerprint = :fingerprint,"
                                  " reasons = :reasons, masks = :masks, offence = :offence, spam = :spam,"
                                  " promotion = :promotion, language = :language, sentiment = :sentiment,"
                                  " sentiment_score = :sentiment_score, sentiment_confidence = :sentiment_confidence,"
                                  " complaint = :complaint, asks = :asks where id = :id"),
                 use(body), use(edited), use(fingerprint), use(reasons), use(masks), use(judged.offence),
                 use(judged.spam), use(judged.promotion), use(judged.language), use(judged.sentiment),
                 use(judged.sentiment_score), use(judged.sentiment_confidence), use(judged.complaint), use(asks),
                 use(id))) {}

UpdateState::UpdateState(soci::session& session)
    : statement((prepare(session, "update comment set state = :state, in_thread = :in_thread where id = :id"),
                 use(state), use(in_thread), use(id))) {}

UpdateReasons::UpdateReasons(soci::session& session)
    : statement((prepare(session, "update comment set reasons = :reasons, decided_by = :decided_by where id = :id"),
                 use(reasons), use(decided_by), use(id))) {}

WipeComment::WipeComment(soci::session& session)
    : statement((prepare(session, "update comment set state = 'deleted', author_name = '', author_website = '',"
                                  " email = '', body = '', edited = null, reasons = '', masks = '', fingerprint = 0,"
                                  " offence = 0, spam = 0, promotion = 0, language = 'unknown', sentiment = 'unsure',"
                                  " sentiment_score = 0, sentiment_confidence = 0, complaint = 0,"
                                  " in_thread = :in_thread where id = :id"),
                 use(in_thread), use(id))) {}

PlaceInThread::PlaceInThread(soci::session& session)
    : statement(
          (prepare(session, "update comment set in_thread = :in_thread where id = :id"), use(in_thread), use(id))) {}

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

InsertFlag::InsertFlag(soci::session& session)
    : statement((prepare(session, "insert into flag (comment, flagger, network, reason, note, created)"
                                  " values (:comment, :flagger, :network, :reason, :note, :created)"
                                  " on conflict (comment, flagger) do nothing returning comment"),
                 into(added), use(comment), use(flagger), use(network), use(reason), use(note), use(created))) {}

CountFlags::CountFlags(soci::session& session)
    : statement((prepare(session, "select count(distinct network) from flag where comment = :comment"), into(networks),
                 use(comment))) {}

PutAppeal::PutAppeal(soci::session& session)
    : statement((prepare(session, "insert into appeal (comment, message, created) values (:comment, :message, :created)"
                                  " on conflict (comment) do update set message = excluded.message,"
                                  " created = excluded.created"),
                 use(comment), use(message), use(created))) {}

DropWords::DropWords(soci::session& session, const char* table)
    : statement((prepare(session, std::string("delete from ") + table + " where comment = :comment"), use(comment))) {}

PutPolicy::PutPolicy(soci::session& session)
    : statement((prepare(session, "insert into site_policy (site, page, policy) values (:site, :page, :policy)"
                                  " on conflict (site, page) do update set policy = excluded.policy"),
                 use(site), use(page), use(policy))) {}

DropPolicy::DropPolicy(soci::session& session)
    : statement(
          (prepare(session, "delete from site_policy where site = :site and page = :page"), use(site), use(page))) {}

LoadFilter::LoadFilter(soci::session& session)
    : statement((prepare(session, "select bytes from site_filter where site = :site"), into(bytes), use(site))) {}

PutFilter::PutFilter(soci::session& session)
    : statement((prepare(session, "insert into site_filter (site, bytes) values (:site, :bytes)"
                                  " on conflict (site) do update set bytes = excluded.bytes"),
                 use(site), use(bytes))) {}

CountVersion::CountVersion(soci::session& session, const char* column)
    : statement((prepare(session, std::string("update site set ") + column + " = " + column + " + 1 where id = :site"),
                 use(site))) {}

WriteSession::WriteSession(const Dialect& dialect)
    : connection(dialect.connect()), begin(prepare(*connection, dialect.begin_write)),
      commit(prepare(*connection, "commit")), rollback(prepare(*connection, "rollback")),
      savepoint(prepare(*connection, "savepoint operation")),
      release(prepare(*connection, "release savepoint operation")),
      rollback_to(prepare(*connection, "rollback to savepoint operation")), probe(prepare(*connection, probe_text())),
      put_site(*connection), clear_origins(*connection), insert_origin(*connection), touch_page(*connection),
      change_page(*connection), change_score(*connection), insert_comment(*connection), load_comment(*connection),
      update_body(*connection), wipe_comment(*connection), update_state(*connection), update_reasons(*connection),
      cases(*connection), search(*connection, dialect.search), place_in_thread(*connection), find_reply(*connection),
      find_idempotent(*connection), insert_idempotent(*connection), insert_flag(*connection), count_flags(*connection),
      put_appeal(*connection), drop_flags(*connection, "flag"), drop_appeal(*connection, "appeal"),
      put_policy(*connection), drop_policy(*connection), load_filter(*connection), put_filter(*connection),
      count_policy(*connection, "policy_version"), count_filter(*connection, "filter_version"),
      insert_audit(*connection), team(*connection), decisions(*connection), ballots(*connection), marks(*connection),
      people(*connection) {}

} // namespace palabre::storage
