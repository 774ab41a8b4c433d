// Pages of the queue. Each site is read by itself in the tab's order, from an index that holds what the filters look
// at; several sites are merged.
#include <algorithm>
#include <charconv>
#include <tuple>

#include "server/storage/queue_parts.h"
#include "server/storage/queue_read.h"

namespace palabre::storage {
namespace {

using wire::QueueFilter;
using wire::QueueTab;

// Where a page begins: behind the comment with these figures.
struct Place {
  std::int64_t attention{0}; // of `waiting` only
  std::int64_t created{0};
  std::int64_t id{0};
};

std::string text_of(const QueueRow& row, QueueTab tab) {
  const std::string time = std::to_string(row.row.created) + "." + std::to_string(row.row.id);
  return tab == QueueTab::waiting ? "w" + std::to_string(row.facts.attention) + "." + time : "t" + time;
}

// The next number of a cursor and the dot behind it.
bool take_number(std::string_view& text, std::int64_t& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{}) return false;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  if (!text.empty() && text.front() == '.' && text.size() > 1) {
    text.remove_prefix(1);
    return true;
  }
  return text.empty();
}

Expected<std::optional<Place>> place_of(std::string_view text, QueueTab tab) {
  if (text.empty()) return std::optional<Place>{};
  Place place;
  const bool waiting = tab == QueueTab::waiting;
  bool read = text.front() == (waiting ? 'w' : 't');
  text.remove_prefix(1);
  if (waiting) read = read && take_number(text, place.attention);
  read = read && take_number(text, place.created) && take_number(text, place.id) && text.empty();
  if (!read) return fail(ErrorCode::bad_cursor, "after");
  return std::optional<Place>{place};
}

// Each character as itself in a pattern of LIKE.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '%' || c == '_' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

void add_rule(Conditions& conditions, const std::string& reason) {
  const bool is_axis = reason.find('.') == std::string::npos;
  conditions.add("c.rules like :rule escape '\\'", "% " + escaped(reason) + (is_axis ? ".%" : " %"));
}

// The filter without its tab, of one site. nullopt: nothing can meet it.
std::optional<Conditions> conditions_of(ReadSession& session, const QueueFilter& filter, std::int64_t site) {
  Conditions conditions;
  conditions.add("c.site = :site", site);
  if (!filter.page.empty()) {
    session.find_page.site = site;
    session.find_page.page_key = filter.page;
    if (!session.find_page.statement.run()) return std::nullopt;
    conditions.add("c.page = :page", session.find_page.id);
  }
  if (!filter.author.empty()) add_author(conditions, filter.author);
  if (!filter.language.empty()) conditions.add("c.language = :language", filter.language);
  if (!filter.sentiment.empty()) conditions.add("c.sentiment = :sentiment", filter.sentiment);
  if (!filter.reason.empty()) add_rule(conditions, filter.reason);
  if (!filter.query.empty()) conditions.add(session.search.found, session.search.words(filter.query));
  return conditions;
}

// The literal repeats those of the indexes queue_….
std::string is_in(QueueTab tab) {
  return "(c.tabs & " + std::to_string(bit_of(tab)) + ") <> 0";
}

void append(std::vector<QueueRow>& rows, std::vector<QueueRow> more) {
  std::move(more.begin(), more.end(), std::back_inserter(rows));
}

// The most pressing first; of equals the oldest.
std::vector<QueueRow> list_waiting(ReadSession& session, const Conditions& conditions,
                                   const std::optional<Place>& after, std::size_t limit) {
  std::vector<QueueRow> rows;
  Conditions rest = conditions;
  if (after) {
    Conditions equals = conditions;
    equals.add("c.attention = :attention and (c.created, c.id) > (:created, :id)", after->attention, after->created,
               after->id);
    rows = list_rows(session, equals, " order by c.created, c.id", limit);
    rest.add("c.attention < :attention", after->attention);
  }
  if (rows.size() < limit) {
    append(rows, list_rows(session, rest, " order by c.attention desc, c.created, c.id", limit - rows.size()));
  }
  return rows;
}

std::vector<QueueRow> list_tab(ReadSession& session, Conditions conditions, QueueTab tab,
                               const std::optional<Place>& after, std::size_t limit) {
  conditions.add(is_in(tab));
  if (tab == QueueTab::waiting) return list_waiting(session, conditions, after, limit);
  const bool oldest_first = tab == QueueTab::unanswered;
  const std::string beyond = oldest_first ? " > " : " < ";
  if (after) conditions.add("(c.created, c.id)" + beyond + "(:created, :id)", after->created, after->id);
  return list_rows(session, conditions,
                   oldest_first ? " order by c.created, c.id" : " order by c.created desc, c.id desc", limit);
}

bool stands_before(const QueueRow& a, const QueueRow& b, QueueTab tab) {
  if (tab == QueueTab::unanswered) return std::tie(a.row.created, a.row.id) < std::tie(b.row.created, b.row.id);
  if (tab != QueueTab::waiting) return std::tie(a.row.created, a.row.id) > std::tie(b.row.created, b.row.id);
  return std::tie(b.facts.attention, a.row.created, a.row.id) < std::tie(a.facts.attention, b.row.created, b.row.id);
}

bool is_bare(const QueueFilter& filter) {
  QueueFilter bare;
  bare.tab = filter.tab;
  bare.site = filter.site;
  return bare == filter;
}

constexpr std::int64_t counted_limit = 1000; // of what a search finds

std::string tab_sums() {
  std::string sums;
  for (const QueueTab tab : wire::queue_tabs) {
    sums += (sums.empty() ? "" : ", ") + ("coalesce(sum(case when " + is_in(tab)) + " then 1 else 0 end), 0)";
  }
  return sums;
}

// A word may be in nearly every comment, and its index knows nothing of tabs.
std::string countable(const QueueFilter& filter, const Conditions& conditions) {
  const std::string all = " from comment c" + conditions.text();
  if (filter.query.empty()) return all;
  return " from (select c.tabs" + all + " limit " + std::to_string(counted_limit + 1) + ") c";
}

// Empty where a search finds more than are counted.
std::map<QueueTab, std::int64_t> count_filtered(ReadSession& session, const QueueFilter& filter,
                                                const std::vector<std::int64_t>& sites) {
  std::array<std::int64_t, wire::queue_tabs.size()> sums{};
  std::int64_t found = 0;
  std::int64_t all_found = 0;
  std::map<QueueTab, std::int64_t> counts;
  for (const QueueTab tab : wire::queue_tabs) counts[tab] = 0;
  for (const std::int64_t site : sites) {
    auto conditions = conditions_of(session, filter, site);
    if (!conditions) continue;
    auto prepared = prepare(*session.connection, "select count(*), " + tab_sums() + countable(filter, *conditions));
    prepared, soci::into(found);
    for (std::int64_t& sum : sums) prepared, soci::into(sum);
    conditions->bind(prepared);
    Statement statement(prepared);
    statement.run();
    all_found += found;
    if (!filter.query.empty() && all_found > counted_limit) return {};
    for (std::size_t i = 0; i < sums.size(); ++i) counts[wire::queue_tabs[i]] += sums[i];
  }
  return counts;
}

} // namespace

Expected<wire::QueuePage> read_queue_page(ReadSession& session, const QueueFilter& filter, const std::string& after,
                                          std::size_t limit) {
  const auto sites = sites_named(session, filter.site);
  if (!sites) return tl::unexpected(sites.error());
  const auto place = place_of(after, filter.tab);
  if (!place) return tl::unexpected(place.error());
  std::vector<QueueRow> rows;
  for (const std::int64_t site : *sites) {
    const auto conditions = conditions_of(session, filter, site);
    if (conditions) append(rows, list_tab(session, *conditions, filter.tab, *place, limit + 1));
  }
  std::sort(rows.begin(), rows.end(),
            [&](const QueueRow& a, const QueueRow& b) { return stands_before(a, b, filter.tab); });
  wire::QueuePage page;
  if (rows.size() > limit) {
    rows.resize(limit);
    if (!rows.empty()) page.next = text_of(rows.back(), filter.tab);
  }
  for (const QueueRow& row : rows) page.items.push_back(row.to_item());
  if (!*place) page.counts = is_bare(filter) ? kept_counts(session, *sites) : count_filtered(session, filter, *sites);
  page.change = last_change(session);
  return page;
}

Expected<wire::Changes> read_queue_changes(ReadSession& session, std::int64_t since, const QueueFilter& filter,
                                           std::size_t limit) {
  const auto sites = sites_named(session, filter.site);
  if (!sites) return tl::unexpected(sites.error());
  wire::Changes changes;
  changes.change = last_change(session);
  changes.counts = kept_counts(session, *sites);
  changes.more = since > changes.change; // of a database that is no more
  std::vector<QueueRow> rows;
  for (const std::int64_t site : *sites) {
    Conditions conditions;
    conditions.add("c.site = :site", site);
    conditions.add("c.changed > :since", since);
    append(rows, list_rows(session, conditions, " order by c.changed", limit + 1));
  }
  std::sort(rows.begin(), rows.end(),
            [](const QueueRow& a, const QueueRow& b) { return a.facts.changed < b.facts.changed; });
  if (rows.size() > limit) {
    rows.resize(limit);
    changes.more = true;
  }
  for (const QueueRow& row : rows) changes.items.push_back(row.to_item());
  return changes;
}

} // namespace palabre::storage
