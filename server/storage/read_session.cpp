#include "server/storage/read_session.h"

namespace palabre::storage {
namespace {

using soci::into;
using soci::use;

const std::string from_comment = " from comment c join page p on p.id = c.page ";

// The literals repeat those of the indexes comment_top, comment_best and comment_controversial.
const std::string of_page = "where c.page = :page and c.parent is null and c.in_thread = 1 and ";

struct OrderWords {
  std::string place;   // what comments are sorted by
  std::string bounds;  // its place holders
  std::string until;   // others for a second place
  std::string compare; // what comes after
  std::string back;    // what comes before, or is the place itself
  std::string order;
};

OrderWords words_of(SortOrder sort) {
  switch (sort) {
  case SortOrder::oldest:
    return {"(c.created, c.id)",
            "(:created, :id)",
            "(:until_created, :until_id)",
            " > ",
            " <= ",
            " order by c.created asc, c.id asc"};
  case SortOrder::best:
    return {"(c.score, c.created, c.id)",
            "(:score, :created, :id)",
            "(:until_score, :until_created, :until_id)",
            " < ",
            " >= ",
            " order by c.score desc, c.created desc, c.id desc"};
  case SortOrder::controversial:
    return {"(c.controversy, c.created, c.id)",
            "(:score, :created, :id)",
            "(:until_score, :until_created, :until_id)",
            " < ",
            " >= ",
            " order by c.controversy desc, c.created desc, c.id desc"};
  case SortOrder::newest: break;
  }
  return {"(c.created, c.id)",
          "(:created, :id)",
          "(:until_created, :until_id)",
          " < ",
          " >= ",
          " order by c.created desc, c.id desc"};
}

// The part of a page that a request asks for.
std::string top_of_page(const std::string& columns, const std::string& from, SortOrder sort) {
  const OrderWords words = words_of(sort);
  return "select " + columns + from + of_page + words.place + words.compare + words.bounds + words.order +
         " limit :limit";
}

std::string part_of_page(SortOrder sort, Part part) {
  const std::string score = sort == SortOrder::controversial ? ", c.controversy, c.marks" : ", c.score, c.marks";
  if (part == Part::top) return top_of_page(comment_columns + score, from_comment, sort);
  return "with top as (" + top_of_page("c.id", " from comment c ", sort) + ") select " + comment_columns +
         ", c.score, c.marks from top join comment c on c.root = top.id join page p on p.id = c.page where c.in_thread "
         "= 1";
}

std::string count_between(SortOrder sort) {
  const OrderWords words = words_of(sort);
  return "select count(*) from (select c.id from comment c " + of_page + words.place + words.compare + words.bounds +
         " and " + words.place + words.back + words.until + " limit :limit) top";
}

std::string recent(const char* holder) {
  return "select " + comment_columns + ", p.url, p.title" + from_comment + "where c." + holder +
         " = :holder and c.state = 'published' order by c.created desc, c.id desc limit :limit";
}

} // namespace

FindPage::FindPage(soci::session& session)
    : statement((prepare(session, "select id, title, version, total, began from page"
                                  " where site = :site and page_key = :key"),
                 into(id), into(title), into(version), into(total), into(began), use(site), use(page_key))) {}

FindComment::FindComment(soci::session& session)
    : statement([&] {
        const std::string sql = "select " + comment_columns + judged_columns + from_comment + "where c.id = :id";
        auto prepared = into_judged(into_row(prepare(session, sql), row), judged);
        prepared, use(id);
        return prepared;
      }()) {}

FindRepeated::FindRepeated(soci::session& session)
    : statement((prepare(session, "select comment from idempotency where site = :site and idempotency_key = :key"),
                 into(comment), use(site), use(key))) {}

// The literal repeats those of the indexes comment_reader and comment_network.
CountAuthor::CountAuthor(soci::session& session, const char* who, Known known)
    : statement([&] {
        const bool named = known == Known::by_hash_and_name;
        auto prepared =
            prepare(session,
                    "select coalesce(sum(case when top.created > :minute then 1 else 0 end), 0),"
                    " coalesce(sum(case when top.created > :hour then 1 else 0 end), 0),"
                    " coalesce(sum(case when top.state = 'published' then 1 else 0 end), 0),"
                    " coalesce(sum(case when top.state in ('held', 'hidden', 'spam', 'removed') then 1 else 0 end), 0),"
                    " max(case when top.page = :page then top.created end)"
                    " from (select c.created, c.state, c.page from comment c where c.site = :site and c." +
                        std::string(who) + " = :hash and c." + who +
                        " <> '' and c.created <= :until and c.created > :since and c.id < :before" +
                        (named ? " and c.reader = '' and c.author_name = :name" : "") +
                        " order by c.created desc limit :limit) top");
        prepared, into(in_minute), into(in_hour), into(published), into(refused), into(on_page, on_page_null),
            use(minute_ago), use(hour_ago), use(page), use(site), use(hash), use(until), use(since), use(before);
        if (named) prepared, use(name);
        prepared, use(limit);
        return prepared;
      }()) {}

ListFingerprints::ListFingerprints(soci::session& session)
    : statement((prepare(session, "select c.id, c.fingerprint, c.created, c.reader, c.network from comment c"
                                  " where c.site = :site and c.created <= :until"
                                  " and c.created > :since and c.id < :before and c.fingerprint <> 0"
                                  " order by c.created desc, c.id desc limit :limit"),
                 into(id), into(fingerprint), into(created), into(reader), into(network), use(site), use(until),
                 use(since), use(before), use(limit))) {}

CountWritten::CountWritten(soci::session& session)
    : statement((prepare(session, "select count(*) from (select c.id from comment c where c.site = :site"
                                  " and c.created > :since and c.created <= :until limit :limit) top"),
                 into(count), use(site), use(since), use(until), use(limit))) {}

ListOwn::ListOwn(soci::session& session)
    : statement([&] {
        const std::string sql = "select " + comment_columns + judged_columns +
                                ", case when a.comment is null then 0 else 1 end" + from_comment +
                                "left join appeal a on a.comment = c.id where c.site = :site and c.reader = :reader"
                                " and c.reader <> '' and c.page = :page and c.state in ('held', 'hidden', 'spam')"
                                " order by c.created desc limit :limit";
        auto prepared = into_judged(into_row(prepare(session, sql), row), judged);
        prepared, into(appealed), use(site), use(reader), use(page), use(limit);
        return prepared;
      }()) {}

FindRulesVersion::FindRulesVersion(soci::session& session)
    : statement((prepare(session, "select policy_version, filter_version, ban_version from site where id = :site"),
                 into(policy), into(filter), into(bans), use(site))) {}

ListPolicies::ListPolicies(soci::session& session)
    : statement((prepare(session, "select page, policy from site_policy where site = :site order by page"), into(page),
                 into(policy), use(site))) {}

FindFilter::FindFilter(soci::session& session)
    : statement((prepare(session, "select bytes from site_filter where site = :site"), into(bytes), use(site))) {}

FindAncestors::FindAncestors(soci::session& session)
    : statement(
          (prepare(session, "with recursive chain (id, parent, distance) as ("
                            "select id, parent, 0 from comment where id = :id union all "
                            "select c.id, c.parent, chain.distance + 1 from comment c join chain on c.id = chain.parent"
                            ") select id from chain order by distance"),
           into(ancestor), use(id))) {}

ThreadPart::ThreadPart(soci::session& session, SortOrder sort, Part part)
    : statement([&] {
        auto prepared = into_row(prepare(session, part_of_page(sort, part)), row);
        prepared, into(row_score), into(row_marks), use(page);
        if (has_score(sort)) prepared, use(score);
        prepared, use(created), use(id), use(limit);
        return prepared;
      }()) {}

FindTop::FindTop(soci::session& session)
    : statement((prepare(session, "select t.id, t.score, t.controversy, t.created from comment c join comment t"
                                  " on t.id = coalesce(c.root, c.id)"
                                  " where c.id = :id and c.page = :page and c.in_thread = 1 and t.in_thread = 1"),
                 into(top), into(score), into(controversy), into(created), use(id), use(page))) {}

CountBetween::CountBetween(soci::session& session, SortOrder sort)
    : statement([&] {
        auto prepared = prepare(session, count_between(sort));
        prepared, into(count), use(page);
        if (has_score(sort)) prepared, use(after_score);
        prepared, use(after.created.milliseconds), use(after.id.value);
        if (has_score(sort)) prepared, use(through_score);
        prepared, use(through.created.milliseconds), use(through.id.value), use(limit);
        return prepared;
      }()) {}

ReadSession::Sorted::Sorted(soci::session& session, SortOrder sort)
    : top(session, sort, Part::top), replies(session, sort, Part::replies), between(session, sort) {}

ReadSession::Sorted& ReadSession::sorted(SortOrder sort) {
  switch (sort) {
  case SortOrder::oldest: return oldest;
  case SortOrder::best: return best;
  case SortOrder::controversial: return controversial;
  case SortOrder::newest: break;
  }
  return newest;
}

ListPageMarks::ListPageMarks(soci::session& session)
    : statement((prepare(session, "select name, count from mark_tally where page = :page and comment = 0"
                                  " and count > 0 order by name"),
                 into(name), into(count), use(page))) {}

RecentComments::RecentComments(soci::session& session, const std::string& sql)
    : statement((into_row(prepare(session, sql), row), into(url), into(title), use(holder), use(limit))) {}

ListSites::ListSites(soci::session& session)
    : statement((prepare(session, "select id, name from site order by id"), into(id), into(name))) {}

ListOrigins::ListOrigins(soci::session& session)
    : statement((prepare(session, "select site, origin from site_origin order by site, position"), into(site),
                 into(origin))) {}

ReadSession::ReadSession(const Dialect& dialect)
    : connection(dialect.connect()), search(dialect.search), begin(prepare(*connection, dialect.begin_read)),
      commit(prepare(*connection, "commit")), find_page(*connection), find_comment(*connection),
      find_ancestors(*connection), find_top(*connection), newest(*connection, SortOrder::newest),
      oldest(*connection, SortOrder::oldest), best(*connection, SortOrder::best),
      controversial(*connection, SortOrder::controversial), recent_of_site(*connection, recent("site")),
      recent_of_page(*connection, recent("page")), list_sites(*connection), list_origins(*connection),
      find_repeated(*connection), written_by_reader(*connection, "reader"),
      written_from_network(*connection, "network"),
      signed_from_network(*connection, "network", CountAuthor::Known::by_hash_and_name), list_fingerprints(*connection),
      count_written(*connection), list_own(*connection), find_rules_version(*connection), list_policies(*connection),
      find_filter(*connection), list_page_marks(*connection), team(*connection) {}

} // namespace palabre::storage
