#include "server/storage/queue_parts.h"

#include "server/storage/read_operations.h"

namespace palabre::storage {

using soci::into;
using soci::use;

wire::QueueItem QueueRow::to_item() const {
  StoredComment stored = judged.to_stored(row);
  wire::QueueItem item;
  item.comment = std::move(stored.comment);
  item.comment.reasons.clear();
  item.site = site;
  item.page = row.page_key;
  item.page_title = page_title;
  item.page_url = page_url;
  item.verdict = std::move(stored.verdict);
  item.author = author_of(judged.reader, judged.network);
  item.revision = facts.revision;
  item.flags = static_cast<std::uint32_t>(facts.flags);
  item.appealed = facts.appealed != 0;
  item.newcomer = facts.newcomer != 0;
  item.decided_by = facts.decided_name;
  item.attention = facts.attention;
  item.unanswered = (facts.tabs & bit_of(wire::QueueTab::unanswered)) != 0;
  return item;
}

std::string author_of(const std::string& reader, const std::string& network) {
  if (!reader.empty()) return "r" + reader;
  return network.empty() ? std::string() : "n" + network;
}

void add_author(Conditions& conditions, const std::string& author) {
  const std::string hash = author.substr(1);
  if (author.front() == 'r') {
    conditions.add("c.reader = :reader and c.reader <> ''", hash);
  } else {
    conditions.add("c.network = :network and c.network <> '' and c.reader = ''", author.front() == 'n' ? hash : "");
  }
}

std::vector<QueueRow> list_rows(ReadSession& session, Conditions conditions, const std::string& order,
                                std::size_t limit) {
  QueueRow row;
  const std::string sql = "select " + comment_columns + judged_columns + case_columns +
                          ", p.title, p.url, s.name from comment c join page p on p.id = c.page"
                          " join site s on s.id = c.site" +
                          conditions.text() + order + " limit " + std::to_string(limit);
  auto prepared = into_case(into_judged(into_row(prepare(*session.connection, sql), row.row), row.judged), row.facts);
  prepared, into(row.page_title), into(row.page_url), into(row.site);
  conditions.bind(prepared);
  Statement statement(prepared);
  std::vector<QueueRow> rows;
  statement.each([&] { rows.push_back(row); });
  return rows;
}

std::int64_t read_number(ReadSession& session, const std::string& expression, Conditions conditions,
                         const std::string& rest) {
  std::int64_t number = 0;
  auto prepared = prepare(*session.connection, "select " + expression + " from comment c" + conditions.text() + rest);
  prepared, into(number);
  conditions.bind(prepared);
  Statement statement(prepared);
  statement.run();
  return number;
}

Expected<std::vector<std::int64_t>> sites_named(ReadSession& session, const std::string& name) {
  std::vector<std::int64_t> sites;
  for (const Site& site : read_sites(session)) {
    if (name.empty() || site.name == name) sites.push_back(site.id.value);
  }
  if (!name.empty() && sites.empty()) return fail(ErrorCode::unknown_site, "site");
  return sites;
}

std::int64_t last_change(ReadSession& session) {
  std::int64_t change = 0;
  Statement statement(
      (prepare(*session.connection, "select change from desk_change where only_row = 1"), into(change)));
  statement.run();
  return change;
}

std::map<wire::QueueTab, std::int64_t> kept_counts(ReadSession& session, const std::vector<std::int64_t>& sites) {
  std::map<wire::QueueTab, std::int64_t> counts;
  std::array<std::int64_t, wire::queue_tabs.size()> columns{};
  std::string names;
  for (const wire::QueueTab tab : wire::queue_tabs) {
    counts[tab] = 0;
    names += (names.empty() ? "in_" : ", in_") + std::string(to_name(tab));
  }
  std::int64_t site = 0;
  auto prepared = prepare(*session.connection, "select " + names + " from desk_count where site = :site");
  for (std::int64_t& column : columns) prepared, into(column);
  prepared, use(site);
  Statement statement(prepared);
  for (const std::int64_t one : sites) {
    site = one;
    if (!statement.run()) continue;
    for (std::size_t i = 0; i < columns.size(); ++i) counts[wire::queue_tabs[i]] += columns[i];
  }
  return counts;
}

} // namespace palabre::storage
