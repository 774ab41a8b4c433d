// What the store reads, each on one connection inside one transaction. They throw soci::soci_error.
#pragma once

#include <limits>

#include "server/storage/read_session.h"
#include "server/storage/recent_fingerprints.h"

namespace palabre::storage {

[[nodiscard]] std::vector<Site> read_sites(ReadSession& session);
[[nodiscard]] std::optional<StoredComment> read_comment(ReadSession& session, CommentId id);
[[nodiscard]] std::vector<CommentId> read_ancestors(ReadSession& session, CommentId id);
[[nodiscard]] ThreadPage read_thread_page(ReadSession& session, const Site& site, const std::string& page,
                                          SortOrder sort, const std::optional<Cursor>& after,
                                          std::size_t top_level_limit);
[[nodiscard]] std::size_t count_through(ReadSession& session, const Site& site, const std::string& page, SortOrder sort,
                                        const std::optional<Cursor>& after, CommentId through, std::size_t limit);
[[nodiscard]] std::vector<wire::PageCount> read_counts(ReadSession& session, SiteId site,
                                                       const std::vector<std::string>& pages);
[[nodiscard]] std::vector<FeedEntry> read_recent(ReadSession& session, SiteId site,
                                                 const std::optional<std::string>& page, std::size_t limit);
// Without `recent`.
[[nodiscard]] rules::History read_history(ReadSession& session, const HistoryQuery& query);
// The newest `limit` that came after `since`, the newest first.
struct FingerprintQuery {
  SiteId site;
  Instant since;
  std::size_t limit{0};
  std::int64_t until{std::numeric_limits<std::int64_t>::max()};
  std::int64_t before{std::numeric_limits<std::int64_t>::max()}; // an id
};
[[nodiscard]] std::vector<FingerprintRow> read_fingerprints(ReadSession& session, const FingerprintQuery& query);
[[nodiscard]] rules::Pace read_site_pace(ReadSession& session, SiteId site, Instant until);
[[nodiscard]] double read_usual_pace(ReadSession& session, SiteId site, Instant until);
[[nodiscard]] std::optional<StoredComment> read_repeated(ReadSession& session, SiteId site,
                                                         const std::string& idempotency_key);
[[nodiscard]] std::vector<OwnComment> read_own(ReadSession& session, SiteId site, const std::string& page,
                                               const std::string& reader, std::size_t limit);
[[nodiscard]] RulesVersion read_rules_version(ReadSession& session, SiteId site);
[[nodiscard]] SiteRules read_site_rules(ReadSession& session, SiteId site);

} // namespace palabre::storage
