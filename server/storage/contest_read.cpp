// What is asked of contests.
#include "server/storage/contest_rows.h"
#include "server/storage/sql_contest_store.h"

namespace palabre::storage {
namespace {

using soci::into;
using soci::use;

std::vector<std::int64_t> winners_of(soci::session& sql, PostId post) {
  const auto contest = find_contest(sql, post);
  return contest ? contest->winners : std::vector<std::int64_t>{};
}

std::vector<wire::Entry> to_entries(soci::session& sql, PostId post, const std::vector<EntryRow>& rows) {
  const auto winners = winners_of(sql, post);
  std::vector<wire::Entry> entries;
  for (const EntryRow& row : rows) entries.push_back(row.to_entry(winners));
  return entries;
}

std::string prize_of(soci::session& sql, PostId post, std::int64_t number) {
  std::string code;
  sql << "select code from prize where post = :post and entry = :entry", use(post.value), use(number), into(code);
  return sql.got_data() ? code : std::string();
}

std::string limited(std::size_t limit) {
  return " limit " + std::to_string(limit);
}

ContestCounts count(soci::session& sql, PostId post) {
  ContestCounts counts;
  std::string state;
  std::int64_t number = 0;
  Statement states((prepare(sql, "select case when withdrawn = 0 then state else 'withdrawn' end as shown, count(*)"
                                 " from entry where post = :post group by shown"),
                    into(state), into(number), use(post.value)));
  states.each([&] {
    counts.entries += number;
    if (state == to_name(EntryState::held)) counts.held = number;
    if (state == to_name(EntryState::accepted)) counts.accepted = number;
    if (state == to_name(EntryState::refused)) counts.refused = number;
  });
  sql << "select count(*), count(entry) from prize where post = :post", into(counts.prizes), into(counts.given),
      use(post.value);
  return counts;
}

} // namespace

Expected<std::optional<StoredContest>> SqlContestStore::find(PostId post) {
  return readers_.run<std::optional<StoredContest>>([&](ReadSession& session) -> std::optional<StoredContest> {
    const auto row = find_contest(*session.connection, post);
    if (!row) return std::nullopt;
    return row->to_contest();
  });
}

Expected<std::vector<std::string>> SqlContestStore::read_list(PostId post) {
  return readers_.run<std::vector<std::string>>([&](ReadSession& session) {
    std::string list;
    *session.connection << "select list from contest where post = :post", use(post.value), into(list);
    return lines_of(list);
  });
}

Expected<std::optional<StoredEntry>> SqlContestStore::find_entry(PostId post, const std::string& reader) {
  return readers_.run<std::optional<StoredEntry>>([&](ReadSession& session) -> std::optional<StoredEntry> {
    soci::session& sql = *session.connection;
    const auto row = find_entry_of(sql, post, reader);
    if (!row) return std::nullopt;
    return StoredEntry{row->to_entry(winners_of(sql, post)), row->receipt, prize_of(sql, post, row->number)};
  });
}

Expected<ContestCounts> SqlContestStore::counts(PostId post) {
  return readers_.run<ContestCounts>([&](ReadSession& session) { return count(*session.connection, post); });
}

Expected<std::vector<wire::Entry>> SqlContestStore::entries(PostId post, std::optional<EntryState> state,
                                                            std::int64_t after, std::size_t limit) {
  return readers_.run<std::vector<wire::Entry>>([&](ReadSession& session) {
    soci::session& sql = *session.connection;
    const std::string of_state = state ? "and state = '" + std::string(to_name(*state)) + "' and withdrawn = 0"
                                       : std::string("and state <> 'withdrawn' and withdrawn = 0");
    return to_entries(
        sql, post,
        list_entries(sql, post,
                     of_state + " and number > " + std::to_string(after) + " order by number" + limited(limit)));
  });
}

Expected<std::vector<wire::Entry>> SqlContestStore::newest_with_words(PostId post, std::size_t limit) {
  return readers_.run<std::vector<wire::Entry>>([&](ReadSession& session) {
    soci::session& sql = *session.connection;
    return to_entries(
        sql, post,
        list_entries(sql, post, "and state = 'accepted' and words <> '' order by number desc" + limited(limit)));
  });
}

Expected<std::vector<wire::Entry>> SqlContestStore::winners(PostId post) {
  return readers_.run<std::vector<wire::Entry>>([&](ReadSession& session) {
    soci::session& sql = *session.connection;
    std::vector<EntryRow> rows;
    for (const std::int64_t number : winners_of(sql, post)) {
      if (auto row = find_entry_at(sql, post, number)) rows.push_back(*std::move(row));
    }
    return to_entries(sql, post, rows);
  });
}

Expected<bool> SqlContestStore::has_commented(SiteId site, const std::string& page, const std::string& reader) {
  return readers_.run<bool>([&](ReadSession& session) {
    soci::session& sql = *session.connection;
    std::int64_t found = 0;
    sql << "select c.id from comment c join page p on p.id = c.page where c.site = :site and c.reader = :reader"
           " and c.reader <> '' and c.state = 'published' and p.page_key = :page limit 1",
        use(site.value), use(reader), use(page), into(found);
    return sql.got_data();
  });
}

Expected<std::vector<std::string>> SqlContestStore::commented_pages(SiteId site, const std::string& reader,
                                                                    std::size_t limit) {
  return readers_.run<std::vector<std::string>>([&](ReadSession& session) {
    std::string page;
    std::vector<std::string> pages;
    Statement list((prepare(*session.connection,
                            "select p.page_key from comment c join page p on p.id = c.page where c.site = :site and"
                            " c.reader = :reader and c.reader <> '' and c.state = 'published' group by p.page_key"
                            " order by max(c.id) desc" +
                                limited(limit)),
                    into(page), use(site.value), use(reader)));
    list.each([&] { pages.push_back(page); });
    return pages;
  });
}

Expected<bool> SqlContestStore::has_voted(PostId poll, const std::string& reader) {
  return readers_.run<bool>([&](ReadSession& session) {
    soci::session& sql = *session.connection;
    std::int64_t found = 0;
    sql << "select created from ballot where post = :post and reader = :reader", use(poll.value), use(reader),
        into(found);
    return sql.got_data();
  });
}

} // namespace palabre::storage
