// What each site got lately, as the rules compare it, kept so that a new comment need not read hundreds of rows. Knows
// this process's writes at once, those of other processes some seconds later. Thread safe.
#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <vector>

#include "server/storage/store.h"

namespace palabre::storage {

constexpr Duration recent_age = Duration::minutes(24 * 60);
constexpr std::size_t recent_limit = 200; // of a history: what is beyond changes no decision

struct FingerprintRow {
  std::int64_t id{0};
  Instant created;
  std::uint64_t fingerprint{0};
  std::size_t reader{0}; // as hashed by identity_of
  std::size_t network{0};
};

[[nodiscard]] std::size_t identity_of(const std::string& hash); // 0: nobody known

// Of a history, from rows with the newest first, those of whatever comment the query is about.
[[nodiscard]] std::vector<rules::RecentComment> recent_of(const std::vector<FingerprintRow>& rows,
                                                          const HistoryQuery& query);

class RecentFingerprints {
public:
  // More than a history takes, so that it is whole for a request that came a moment before others' comments.
  static constexpr std::size_t kept = recent_limit + 100;

  // nullopt: not known here.
  [[nodiscard]] std::optional<std::vector<rules::RecentComment>> newest(const HistoryQuery& query) const;

  // In this order: begin, read the newest `kept` rows that were created after `since`, fill.
  struct Reading {
    SiteId site;
    Instant since;
    std::int64_t newest_id{0}; // already known
    std::uint64_t changes{0};
  };
  [[nodiscard]] Reading begin(const HistoryQuery& query);
  void fill(const Reading& reading, std::vector<FingerprintRow> rows);

  void add(const NewComment& comment, CommentId id, Instant created);
  void forget(SiteId site); // after a fingerprint changed

private:
  using Clock = std::chrono::steady_clock;
  struct Recent {
    std::vector<FingerprintRow> rows; // the newest first
    Instant since;                    // none that came later is missing
    std::optional<Clock::time_point> read_at;
  };
  static std::int64_t newest_id(const std::vector<FingerprintRow>& rows);
  static void insert(Recent& recent, const FingerprintRow& row);

  mutable std::mutex mutex_;
  std::map<SiteId, Recent> sites_;
  std::uint64_t changes_{0}; // what was read before one of them is not kept
};

} // namespace palabre::storage
