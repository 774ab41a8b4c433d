// What moderators write, each inside the writer's transaction. Expected failures are values; after one the caller
// undoes what was done.
#pragma once

#include "server/storage/write_session.h"

namespace palabre::storage {

[[nodiscard]] StoredDecision write_decision(WriteSession& session, const wire::Decide& decision, const Actor& by,
                                            Instant now, std::optional<SiteId> only);
struct Undo {
  std::int64_t decision{0};
  Actor by;
  MemberRole role{MemberRole::moderator};
  Instant now;
  std::optional<SiteId> only{};
};
[[nodiscard]] Expected<StoredDecision> write_undo(WriteSession& session, const Undo& undo);
[[nodiscard]] std::size_t write_wiping(WriteSession& session, Instant before, std::size_t limit, Instant now);
void drop_lessons(WriteSession& session, const std::vector<Lesson>& said);

// What can be undone by its line of the log.
enum class DecisionKind : std::uint8_t { comments, rule, policy, origins, appearance, engagement, ban, lift };
[[nodiscard]] std::string_view to_name(DecisionKind kind);
void remember_decision(WriteSession& session, std::int64_t id, DecisionKind kind, std::optional<SiteId> site,
                       std::int64_t about = 0);
// Comments as they were before the decision that is undone, where nobody changed them since.
[[nodiscard]] StoredDecision undo_comments(WriteSession& session, const Undo& undo);

// ban_write.cpp; with the ban's decision.
[[nodiscard]] Expected<StoredBan> write_ban(WriteSession& session, const wire::NewBan& ban, const Actor& by,
                                            Instant now);
[[nodiscard]] Expected<SiteId> lift_ban(WriteSession& session, std::int64_t id, const Actor& by, Instant now);
// Lifts it, or puts it in force again.
[[nodiscard]] Expected<std::int64_t> undo_ban(WriteSession& session, std::int64_t ban, DecisionKind kind,
                                              const Undo& undo);

// settings_write.cpp
[[nodiscard]] Expected<std::int64_t> change_policy(WriteSession& session, SiteId site,
                                                   std::optional<std::int64_t> version, const ChangePolicy& change,
                                                   const AuditNote& note, DecisionKind kind);
[[nodiscard]] Expected<std::int64_t> change_origins(WriteSession& session, SiteId site,
                                                    std::optional<std::int64_t> version,
                                                    const std::vector<std::string>& origins, const AuditNote& note);
[[nodiscard]] Expected<std::int64_t> change_appearance(WriteSession& session, SiteId site,
                                                       std::optional<std::int64_t> version,
                                                       const wire::Appearance& appearance, const AuditNote& note);
[[nodiscard]] Expected<std::int64_t> change_engagement(WriteSession& session, SiteId site,
                                                       std::optional<std::int64_t> version,
                                                       const Engagement& engagement, const AuditNote& note);
void begin_engagement(WriteSession& session, SiteId site, const Engagement& engagement);
[[nodiscard]] Expected<Site> add_site(WriteSession& session, const std::string& name,
                                      const std::vector<std::string>& origins, const AuditNote& note);
// The settings without a change of theirs; `before` and `after` are of its line in the log.
struct SettingsChange {
  SiteId site;
  DecisionKind kind{DecisionKind::policy};
  std::string before;
  std::string after;
};
[[nodiscard]] Expected<std::int64_t> undo_settings(WriteSession& session, const SettingsChange& change,
                                                   const Undo& undo);

} // namespace palabre::storage
