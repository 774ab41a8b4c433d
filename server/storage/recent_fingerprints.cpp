#include "server/storage/recent_fingerprints.h"

#include <algorithm>
#include <functional>

namespace palabre::storage {
namespace {

constexpr std::chrono::seconds fresh_for{2};
constexpr std::size_t site_limit = 1'000;

bool is_newer(const FingerprintRow& a, const FingerprintRow& b) {
  return a.created == b.created ? a.id > b.id : b.created < a.created;
}

Instant since_of(const HistoryQuery& query) {
  return {query.until.milliseconds - recent_age.milliseconds};
}

bool is_of_query(const FingerprintRow& row, const HistoryQuery& query) {
  return row.created <= query.until && since_of(query) < row.created && (!query.before || row.id < query.before->value);
}

} // namespace

std::size_t identity_of(const std::string& hash) {
  return hash.empty() ? 0 : std::max<std::size_t>(std::hash<std::string>{}(hash), 1);
}

std::vector<rules::RecentComment> recent_of(const std::vector<FingerprintRow>& rows, const HistoryQuery& query) {
  std::vector<rules::RecentComment> recent;
  recent.reserve(std::min(rows.size(), recent_limit));
  const std::size_t reader = identity_of(query.reader);
  const std::size_t network = identity_of(query.network);
  for (const FingerprintRow& row : rows) {
    if (recent.size() == recent_limit) break;
    if (!is_of_query(row, query)) continue;
    const bool same_author = reader != 0 ? row.reader == reader : network != 0 && row.network == network;
    recent.push_back({row.fingerprint, row.created, same_author});
  }
  return recent;
}

std::optional<std::vector<rules::RecentComment>> RecentFingerprints::newest(const HistoryQuery& query) const {
  if (query.before) return std::nullopt;
  const std::lock_guard lock(mutex_);
  const auto found = sites_.find(query.site);
  if (found == sites_.end()) return std::nullopt;
  const Recent& recent = found->second;
  if (!recent.read_at || Clock::now() - *recent.read_at > fresh_for) return std::nullopt;
  auto rows = recent_of(recent.rows, query);
  if (rows.size() < recent_limit && since_of(query) < recent.since) return std::nullopt;
  return rows;
}

RecentFingerprints::Reading RecentFingerprints::begin(const HistoryQuery& query) {
  const std::lock_guard lock(mutex_);
  if (sites_.size() >= site_limit && sites_.find(query.site) == sites_.end()) {
    sites_.clear();
    ++changes_;
  }
  // From here on it takes what this process writes, which the reading may be too early for.
  const Instant since = since_of(query);
  const Recent& recent = sites_.try_emplace(query.site, Recent{{}, since, std::nullopt}).first->second;
  return {query.site, since, newest_id(recent.rows), changes_};
}

void RecentFingerprints::fill(const Reading& reading, std::vector<FingerprintRow> rows) {
  const std::lock_guard lock(mutex_);
  const auto found = sites_.find(reading.site);
  if (found == sites_.end() || changes_ != reading.changes) return;
  const std::int64_t read_through = std::max(reading.newest_id, newest_id(rows));
  Recent recent{std::move(rows), std::max(reading.since, found->second.since), Clock::now()};
  if (recent.rows.size() >= kept) recent.since = std::max(recent.since, recent.rows.back().created);
  for (const FingerprintRow& row : found->second.rows) {
    if (row.id > read_through) insert(recent, row);
  }
  found->second = std::move(recent);
}

void RecentFingerprints::add(const NewComment& comment, CommentId id, Instant created) {
  if (comment.fingerprint == 0) return;
  const std::lock_guard lock(mutex_);
  const auto found = sites_.find(comment.site);
  if (found == sites_.end()) return;
  insert(found->second,
         {id.value, created, comment.fingerprint, identity_of(comment.reader), identity_of(comment.network)});
}

void RecentFingerprints::forget(SiteId site) {
  const std::lock_guard lock(mutex_);
  sites_.erase(site);
  ++changes_;
}

std::int64_t RecentFingerprints::newest_id(const std::vector<FingerprintRow>& rows) {
  std::int64_t newest = 0;
  for (const FingerprintRow& row : rows) newest = std::max(newest, row.id);
  return newest;
}

void RecentFingerprints::insert(Recent& recent, const FingerprintRow& row) {
  if (row.created <= recent.since) return;
  const auto place = std::lower_bound(recent.rows.begin(), recent.rows.end(), row, is_newer);
  if (place != recent.rows.end() && place->id == row.id) return;
  recent.rows.insert(place, row);
  if (recent.rows.size() <= kept) return;
  recent.since = recent.rows.back().created;
  recent.rows.pop_back();
}

} // namespace palabre::storage
