#include "server/storage/sql_store.h"

#include <algorithm>
#include <array>
#include <limits>
#include <thread>

#include <sodium.h>

#include "server/storage/mark_ranking.h"
#include "server/storage/migrations.h"
#include "server/storage/read_operations.h"
#include "server/storage/write_operations.h"

namespace palabre::storage {
namespace {

constexpr std::size_t secret_bytes = 32;

std::size_t reader_count() {
  return std::clamp<std::size_t>(std::thread::hardware_concurrency() * 2, 4, 16);
}

std::string new_secret_in_hex() {
  std::array<unsigned char, secret_bytes> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  std::string hex(2 * secret_bytes + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), bytes.data(), bytes.size());
  hex.pop_back(); // sodium's terminating NUL
  return hex;
}

Expected<std::string> from_hex(const std::string& hex) {
  std::string bytes(secret_bytes, '\0');
  std::size_t length = 0;
  const int failed = sodium_hex2bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), hex.data(),
                                    hex.size(), nullptr, &length, nullptr);
  if (failed != 0 || length != secret_bytes) {
    return fail(ErrorCode::storage_unavailable, {}, "The secret in the database is damaged; restore a backup.");
  }
  return bytes;
}

// Of several programs that start together on one database the first one's secret stands.
Expected<std::string> keep_secret(soci::session& session) {
  if (sodium_init() < 0) return fail(ErrorCode::internal, {}, "libsodium cannot start on this machine.");
  std::string hex = new_secret_in_hex();
  session << "insert into meta (name, value) values ('secret', :value) on conflict (name) do nothing", soci::use(hex);
  session << "select value from meta where name = 'secret'", soci::into(hex);
  return from_hex(hex);
}

Expected<void> to_void(const Expected<bool>& result) {
  if (!result) return tl::unexpected(result.error());
  return {};
}

} // namespace

SqlStore::SqlStore(const Dialect& dialect, std::string secret)
    : secret_(std::move(secret)), readers_(dialect, reader_count()), writer_(std::make_unique<WriteSession>(dialect)) {
  const auto due = readers_.run<bool>([](ReadSession& session) { return is_ranking_due(*session.connection); });
  if (due && *due) finish_ranking(writer_); // what a crash interrupted
}

Expected<Site> SqlStore::put_site(const std::string& name, const std::vector<std::string>& origins) {
  return writer_.run<Site>([&](WriteSession& session) { return write_site(session, name, origins); });
}

Expected<std::vector<Site>> SqlStore::sites() {
  return readers_.run<std::vector<Site>>([](ReadSession& session) { return read_sites(session); });
}

Expected<StoredComment> SqlStore::add_comment(const NewComment& comment) {
  auto added = writer_.run<StoredComment>([&](WriteSession& session) { return insert_comment(session, comment); });
  if (added) fingerprints_.add(comment, added->comment.id, added->comment.created);
  return added;
}

Expected<StoredComment> SqlStore::edit_comment(CommentId id, const Revision& revision) {
  return with_new_fingerprint(
      writer_.run<StoredComment>([&](WriteSession& session) { return update_body(session, id, revision); }));
}

Expected<StoredComment> SqlStore::decide_comment(CommentId id, const Ruling& ruling) {
  return writer_.run<StoredComment>([&](WriteSession& session) { return decide(session, id, ruling); });
}

Expected<StoredComment> SqlStore::add_flag(const NewFlag& flag) {
  return writer_.run<StoredComment>([&](WriteSession& session) { return insert_flag(session, flag); });
}

Expected<StoredComment> SqlStore::put_appeal(CommentId id, const std::string& message, Instant created) {
  return writer_.run<StoredComment>([&](WriteSession& session) { return write_appeal(session, id, message, created); });
}

Expected<StoredComment> SqlStore::delete_comment(CommentId id, Instant) {
  return with_new_fingerprint(
      writer_.run<StoredComment>([&](WriteSession& session) { return wipe_comment(session, id); }));
}

Expected<std::optional<StoredComment>> SqlStore::find_comment(CommentId id) {
  return readers_.run<std::optional<StoredComment>>([&](ReadSession& session) { return read_comment(session, id); });
}

Expected<std::optional<StoredComment>> SqlStore::find_repeated(SiteId site, const std::string& idempotency_key) {
  return readers_.run<std::optional<StoredComment>>(
      [&](ReadSession& session) { return read_repeated(session, site, idempotency_key); });
}

Expected<std::vector<CommentId>> SqlStore::ancestors(CommentId id) {
  return readers_.run<std::vector<CommentId>>([&](ReadSession& session) { return read_ancestors(session, id); });
}

Expected<ThreadPage> SqlStore::read_thread(const Site& site, const std::string& page, SortOrder sort,
                                           const std::optional<Cursor>& after, std::size_t top_level_limit) {
  return readers_.run<ThreadPage>(
      [&](ReadSession& session) { return read_thread_page(session, site, page, sort, after, top_level_limit); });
}

Expected<std::size_t> SqlStore::count_through(const Site& site, const std::string& page, SortOrder sort,
                                              const std::optional<Cursor>& after, CommentId through,
                                              std::size_t limit) {
  return readers_.run<std::size_t>(
      [&](ReadSession& session) { return storage::count_through(session, site, page, sort, after, through, limit); });
}

Expected<std::vector<wire::PageCount>> SqlStore::count_comments(SiteId site, const std::vector<std::string>& pages) {
  return readers_.run<std::vector<wire::PageCount>>(
      [&](ReadSession& session) { return read_counts(session, site, pages); });
}

Expected<std::vector<FeedEntry>> SqlStore::recent_comments(SiteId site, const std::optional<std::string>& page,
                                                           std::size_t limit) {
  return readers_.run<std::vector<FeedEntry>>(
      [&](ReadSession& session) { return read_recent(session, site, page, limit); });
}

Expected<rules::History> SqlStore::history_of(const HistoryQuery& query) {
  auto recent = fingerprints_.newest(query);
  const auto reading = recent ? RecentFingerprints::Reading{} : fingerprints_.begin(query);
  return readers_.run<rules::History>([&](ReadSession& session) {
    rules::History history = read_history(session, query);
    history.recent = recent ? *std::move(recent) : recent_for(session, query, reading);
    return history;
  });
}

std::vector<rules::RecentComment> SqlStore::recent_for(ReadSession& session, const HistoryQuery& query,
                                                       const RecentFingerprints::Reading& reading) {
  if (!query.before) {
    auto rows = read_fingerprints(session, {query.site, reading.since, RecentFingerprints::kept});
    auto recent = recent_of(rows, query);
    const bool whole = recent.size() == recent_limit || rows.size() < RecentFingerprints::kept;
    fingerprints_.fill(reading, std::move(rows));
    if (whole) return recent;
  }
  constexpr std::int64_t any = std::numeric_limits<std::int64_t>::max();
  return recent_of(read_fingerprints(session, {query.site, reading.since, recent_limit, query.until.milliseconds,
                                               query.before ? query.before->value : any}),
                   query);
}

Expected<StoredComment> SqlStore::with_new_fingerprint(Expected<StoredComment> changed) {
  if (changed) fingerprints_.forget(changed->site);
  return changed;
}

Expected<rules::Pace> SqlStore::pace_of_site(SiteId site, Instant until) {
  return readers_.run<rules::Pace>([&](ReadSession& session) { return read_site_pace(session, site, until); });
}

Expected<double> SqlStore::usual_pace_of_site(SiteId site, Instant until) {
  return readers_.run<double>([&](ReadSession& session) { return read_usual_pace(session, site, until); });
}

Expected<std::vector<OwnComment>> SqlStore::own_comments(SiteId site, const std::string& page,
                                                         const std::string& reader, std::size_t limit) {
  return readers_.run<std::vector<OwnComment>>(
      [&](ReadSession& session) { return read_own(session, site, page, reader, limit); });
}

Expected<RulesVersion> SqlStore::rules_version(SiteId site) {
  return readers_.run<RulesVersion>([&](ReadSession& session) { return read_rules_version(session, site); });
}

Expected<SiteRules> SqlStore::site_rules(SiteId site) {
  return readers_.run<SiteRules>([&](ReadSession& session) { return read_site_rules(session, site); });
}

Expected<void> SqlStore::put_policy(SiteId site, const std::string& page, const std::string& policy) {
  return to_void(writer_.run<bool>([&](WriteSession& session) {
    write_policy(session, site, page, policy);
    return true;
  }));
}

Expected<void> SqlStore::change_filter(SiteId site, const std::function<std::string(const std::string&)>& change) {
  return to_void(writer_.run<bool>([&](WriteSession& session) {
    write_filter(session, site, change);
    return true;
  }));
}

Expected<std::string> SqlStore::secret() {
  return secret_;
}

Expected<void> SqlStore::ping() {
  const auto read = readers_.run<bool>([](ReadSession&) { return true; });
  if (!read) return tl::unexpected(read.error());
  // An empty transaction needs no room on the disk: after a failure only a real one tells whether it is over.
  const auto written = writer_.run<bool>([failing = writer_.failing()](WriteSession& session) {
    if (failing) session.probe.run();
    return true;
  });
  return to_void(written);
}

Expected<std::unique_ptr<Store>> open_sql_store(const Dialect& dialect) {
  try {
    const auto session = dialect.connect();
    if (auto migrated = migrate(*session, dialect); !migrated) return tl::unexpected(migrated.error());
    auto secret = keep_secret(*session);
    if (!secret) return tl::unexpected(secret.error());
    return std::make_unique<SqlStore>(dialect, std::move(*secret));
  } catch (const std::exception& error) {
    return fail(ErrorCode::storage_unavailable, {}, std::string("The database cannot be opened: ") + reason_of(error));
  }
}

} // namespace palabre::storage
