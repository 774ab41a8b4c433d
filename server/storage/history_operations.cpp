// What the rules want to know of who writes, and what the site's owner gave them.
#include <limits>

#include "server/storage/read_operations.h"
#include "server/storage/settings_read.h"

namespace palabre::storage {
namespace {

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t hour_ms = 60 * minute_ms;
constexpr std::int64_t week_hours = 7 * 24;

// Rows looked at, at most: what is beyond them changes no decision.
constexpr std::int64_t author_rows = 500;
constexpr std::int64_t network_rows = 200;
constexpr std::int64_t site_rows = 5'000;
constexpr std::int64_t week_rows = 200'000;

struct Author {
  rules::Pace pace;
  std::uint32_t published{0};
  std::uint32_t refused{0};
  std::optional<Instant> on_page;
};

Author read_author(CountAuthor& written, const HistoryQuery& query, const std::string& hash, std::int64_t page,
                   std::int64_t since, std::int64_t limit) {
  Author author;
  if (hash.empty()) return author;
  written.site = query.site.value;
  written.hash = hash;
  written.until = query.until.milliseconds;
  written.before = query.before ? query.before->value : std::numeric_limits<std::int64_t>::max();
  written.since = since;
  written.limit = limit;
  written.minute_ago = written.until - minute_ms;
  written.hour_ago = written.until - hour_ms;
  written.page = page;
  written.statement.run();
  author.pace = {static_cast<std::uint32_t>(written.in_minute), static_cast<std::uint32_t>(written.in_hour)};
  author.published = static_cast<std::uint32_t>(written.published);
  author.refused = static_cast<std::uint32_t>(written.refused);
  if (written.on_page_null == soci::i_ok) author.on_page = Instant{written.on_page};
  return author;
}

std::uint32_t count_since(ReadSession& session, SiteId site, std::int64_t age, Instant until, std::int64_t limit) {
  CountWritten& written = session.count_written;
  written.site = site.value;
  written.since = until.milliseconds - age;
  written.until = until.milliseconds;
  written.limit = limit;
  written.statement.run();
  return static_cast<std::uint32_t>(written.count);
}

} // namespace

rules::History read_history(ReadSession& session, const HistoryQuery& query) {
  rules::History history;
  FindPage& page = session.find_page;
  page.site = query.site.value;
  page.page_key = query.page;
  const bool known = page.statement.run();
  if (known && page.began != 0) history.page_began = Instant{page.began};
  const std::int64_t page_id = known ? page.id : 0;
  const std::int64_t hour_ago = query.until.milliseconds - hour_ms;

  constexpr std::int64_t ever = std::numeric_limits<std::int64_t>::min();
  Author author = read_author(session.written_by_reader, query, query.reader, page_id, ever, author_rows);
  const Author network =
      read_author(session.written_from_network, query, query.network, page_id, hour_ago, network_rows);
  history.author = author.pace;
  if (query.reader.empty() && !query.name.empty()) {
    session.signed_from_network.name = query.name;
    author = read_author(session.signed_from_network, query, query.network, page_id, ever, author_rows);
  }
  history.published = author.published;
  history.refused = author.refused;
  history.network = network.pace;
  history.author_on_page = query.reader.empty() ? network.on_page : author.on_page;
  return history;
}

std::vector<FingerprintRow> read_fingerprints(ReadSession& session, const FingerprintQuery& query) {
  std::vector<FingerprintRow> rows;
  ListFingerprints& list = session.list_fingerprints;
  list.site = query.site.value;
  list.since = query.since.milliseconds;
  list.until = query.until;
  list.before = query.before;
  list.limit = static_cast<std::int64_t>(query.limit);
  list.statement.each([&] {
    rows.push_back({list.id, Instant{list.created}, static_cast<std::uint64_t>(list.fingerprint),
                    identity_of(list.reader), identity_of(list.network)});
  });
  return rows;
}

rules::Pace read_site_pace(ReadSession& session, SiteId site, Instant until) {
  return {count_since(session, site, minute_ms, until, site_rows),
          count_since(session, site, hour_ms, until, site_rows)};
}

double read_usual_pace(ReadSession& session, SiteId site, Instant until) {
  const std::uint32_t in_week = count_since(session, site, week_hours * hour_ms, until, week_rows);
  return static_cast<double>(in_week) / static_cast<double>(week_hours);
}

std::optional<StoredComment> read_repeated(ReadSession& session, SiteId site, const std::string& idempotency_key) {
  session.find_repeated.site = site.value;
  session.find_repeated.key = idempotency_key;
  if (!session.find_repeated.statement.run()) return std::nullopt;
  return read_comment(session, CommentId{session.find_repeated.comment});
}

std::vector<OwnComment> read_own(ReadSession& session, SiteId site, const std::string& page, const std::string& reader,
                                 std::size_t limit) {
  std::vector<OwnComment> own;
  session.find_page.site = site.value;
  session.find_page.page_key = page;
  if (reader.empty() || !session.find_page.statement.run()) return own;
  ListOwn& list = session.list_own;
  list.site = site.value;
  list.reader = reader;
  list.page = session.find_page.id;
  list.limit = static_cast<std::int64_t>(limit);
  list.statement.each([&] { own.push_back({list.judged.to_stored(list.row), list.appealed != 0}); });
  return own;
}

RulesVersion read_rules_version(ReadSession& session, SiteId site) {
  FindRulesVersion& found = session.find_rules_version;
  found.site = site.value;
  if (!found.statement.run()) return {};
  return {found.policy, found.filter, found.bans};
}

SiteRules read_site_rules(ReadSession& session, SiteId site) {
  SiteRules rules;
  rules.version = read_rules_version(session, site);
  session.list_policies.site = site.value;
  session.list_policies.statement.each([&] {
    rules.policies.push_back({session.list_policies.page, session.list_policies.policy});
  });
  session.find_filter.site = site.value;
  if (session.find_filter.statement.run()) rules.filter = bytes_of_text(session.find_filter.bytes);
  rules.bans = read_bans(*session.connection, site);
  rules.look = read_appearance(*session.connection, site);
  rules.engagement = read_engagement(*session.connection, site).value_or(Engagement{});
  return rules;
}

} // namespace palabre::storage
