// Decisions, bans, the log and settings, on SQL.
#pragma once

#include "server/storage/desk_store.h"
#include "server/storage/reader_pool.h"
#include "server/storage/writer.h"

namespace palabre::storage {

class SqlDecisionStore final : public DecisionStore {
public:
  // Both outlive it.
  SqlDecisionStore(ReaderPool& readers, Writer& writer) : readers_(readers), writer_(writer) {}

  Expected<StoredDecision> decide(const wire::Decide& decision, const Actor& by, Instant now,
                                  std::optional<SiteId> only) override;
  Expected<StoredDecision> undo(std::int64_t decision, const Actor& by, MemberRole role, Instant now,
                                std::optional<SiteId> only) override;
  Expected<std::vector<Comment>> waiting_with(SiteId site, const std::string& part, std::size_t looked_at) override;
  Expected<std::vector<Lesson>> lessons(std::size_t limit) override;
  Expected<void> drop_lessons(const std::vector<Lesson>& said) override;
  Expected<std::size_t> wipe_removed(Instant before, std::size_t limit, Instant now) override;

  Expected<StoredBan> add_ban(const wire::NewBan& ban, const Actor& by, Instant now) override;
  Expected<SiteId> lift_ban(std::int64_t id, const Actor& by, Instant now) override;
  Expected<std::vector<wire::Ban>> bans(const std::string& site, Instant now) override;

  Expected<std::int64_t> add_note(const AuditNote& note) override;
  Expected<wire::AuditPage> read_audit(const AuditFilter& filter, const std::string& after, std::size_t limit) override;

  Expected<std::int64_t> change_policy(SiteId site, std::optional<std::int64_t> version, const ChangePolicy& change,
                                       const AuditNote& note) override;
  Expected<void> change_origins(SiteId site, std::optional<std::int64_t> version,
                                const std::vector<std::string>& origins, const AuditNote& note) override;
  Expected<void> change_appearance(SiteId site, std::optional<std::int64_t> version, const wire::Appearance& appearance,
                                   const AuditNote& note) override;
  Expected<Site> add_site(const std::string& name, const std::vector<std::string>& origins,
                          const AuditNote& note) override;
  Expected<wire::Appearance> appearance(SiteId site) override;
  Expected<std::vector<wire::SiteSummary>> site_summaries() override;

private:
  ReaderPool& readers_;
  Writer& writer_;
};

} // namespace palabre::storage
