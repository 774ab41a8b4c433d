// What is read of a site's settings, its bans and the log, on any connection; rarely enough to be prepared each time.
// They throw soci::soci_error.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <soci/soci.h>

#include "server/storage/desk_store.h"
#include "shared/model/engagement.h"

namespace palabre::storage {

// Of the whole site; the careful preset where there is none that can be read.
[[nodiscard]] rules::Policy read_policy(soci::session& session, SiteId site);
[[nodiscard]] std::vector<std::string> read_origins(soci::session& session, SiteId site);
[[nodiscard]] wire::Appearance read_appearance(soci::session& session, SiteId site);
// nullopt: its owner never said, or it cannot be read.
[[nodiscard]] std::optional<Engagement> read_engagement(soci::session& session, SiteId site);
[[nodiscard]] std::vector<wire::SiteSummary> read_summaries(soci::session& session);
// In force at `now`; nullopt: whether they are over or not, but not lifted. Of all sites where `site` is empty.
[[nodiscard]] std::vector<StoredBan> read_bans(soci::session& session, const std::string& site,
                                               std::optional<Instant> now);
[[nodiscard]] std::vector<StoredBan> read_bans(soci::session& session, SiteId site);
[[nodiscard]] std::vector<Comment> read_waiting(soci::session& session, SiteId site, const std::string& part,
                                                std::size_t looked_at);
[[nodiscard]] std::vector<Lesson> read_lessons(soci::session& session, std::size_t limit);
// Newest first, those before the line `before`.
[[nodiscard]] std::vector<wire::AuditEntry> read_audit(soci::session& session, const AuditFilter& filter,
                                                       std::int64_t before, std::size_t limit);

} // namespace palabre::storage
