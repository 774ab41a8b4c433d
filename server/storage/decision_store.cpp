#include "server/storage/decision_store.h"

#include <limits>

#include "server/storage/decision_write.h"
#include "server/storage/mark_ranking.h"
#include "server/storage/settings_read.h"

namespace palabre::storage {
namespace {

template <class T> Expected<void> to_void(const Expected<T>& result) {
  if (!result) return tl::unexpected(result.error());
  return {};
}

// Of a line of the log, as it stands in `next`.
std::optional<std::int64_t> parse_cursor(const std::string& after) {
  if (after.empty()) return std::numeric_limits<std::int64_t>::max();
  const auto id = Id<struct AuditTag>::parse(after);
  if (!id) return std::nullopt;
  return id->value;
}

} // namespace

Expected<StoredDecision> SqlDecisionStore::decide(const wire::Decide& decision, const Actor& by, Instant now,
                                                  std::optional<SiteId> only) {
  return writer_.run<StoredDecision>(
      [&](WriteSession& session) { return write_decision(session, decision, by, now, only); });
}

Expected<StoredDecision> SqlDecisionStore::undo(std::int64_t decision, const Actor& by, MemberRole role, Instant now,
                                                std::optional<SiteId> only) {
  auto undone = writer_.run<StoredDecision>([&](WriteSession& session) {
    return write_undo(session, {decision, by, role, now, only});
  });
  // The settings that are undone may be those of the votes.
  const auto due = undone ? readers_.run<bool>([](ReadSession& session) { return is_ranking_due(*session.connection); })
                          : Expected<bool>(false);
  if (due && *due) finish_ranking(writer_);
  return undone;
}

Expected<std::vector<Comment>> SqlDecisionStore::waiting_with(SiteId site, const std::string& part,
                                                              std::size_t looked_at) {
  return readers_.run<std::vector<Comment>>(
      [&](ReadSession& session) { return read_waiting(*session.connection, site, part, looked_at); });
}

Expected<std::vector<Lesson>> SqlDecisionStore::lessons(std::size_t limit) {
  return readers_.run<std::vector<Lesson>>(
      [&](ReadSession& session) { return read_lessons(*session.connection, limit); });
}

Expected<void> SqlDecisionStore::drop_lessons(const std::vector<Lesson>& said) {
  return to_void(writer_.run<bool>([&](WriteSession& session) {
    storage::drop_lessons(session, said);
    return true;
  }));
}

Expected<std::size_t> SqlDecisionStore::wipe_removed(Instant before, std::size_t limit, Instant now) {
  return writer_.run<std::size_t>([&](WriteSession& session) { return write_wiping(session, before, limit, now); });
}

Expected<StoredBan> SqlDecisionStore::add_ban(const wire::NewBan& ban, const Actor& by, Instant now) {
  return writer_.run<StoredBan>([&](WriteSession& session) { return write_ban(session, ban, by, now); });
}

Expected<SiteId> SqlDecisionStore::lift_ban(std::int64_t id, const Actor& by, Instant now) {
  return writer_.run<SiteId>([&](WriteSession& session) { return storage::lift_ban(session, id, by, now); });
}

Expected<std::vector<wire::Ban>> SqlDecisionStore::bans(const std::string& site, Instant now) {
  return readers_.run<std::vector<wire::Ban>>([&](ReadSession& session) {
    std::vector<wire::Ban> bans;
    for (StoredBan& stored : read_bans(*session.connection, site, now)) bans.push_back(std::move(stored.ban));
    return bans;
  });
}

Expected<std::int64_t> SqlDecisionStore::add_note(const AuditNote& note) {
  return writer_.run<std::int64_t>([&](WriteSession& session) { return insert_audit(session, note); });
}

Expected<wire::AuditPage> SqlDecisionStore::read_audit(const AuditFilter& filter, const std::string& after,
                                                       std::size_t limit) {
  const auto before = parse_cursor(after);
  if (!before) return fail(ErrorCode::bad_cursor, "after");
  return readers_.run<wire::AuditPage>([&](ReadSession& session) {
    wire::AuditPage page;
    page.entries = storage::read_audit(*session.connection, filter, *before, limit + 1);
    if (page.entries.size() > limit) {
      page.entries.resize(limit);
      page.next = std::to_string(page.entries.back().id);
    }
    return page;
  });
}

Expected<std::int64_t> SqlDecisionStore::change_policy(SiteId site, std::optional<std::int64_t> version,
                                                       const ChangePolicy& change, const AuditNote& note) {
  const DecisionKind kind = note.action == "rule.add" ? DecisionKind::rule : DecisionKind::policy;
  return writer_.run<std::int64_t>(
      [&](WriteSession& session) { return storage::change_policy(session, site, version, change, note, kind); });
}

Expected<void> SqlDecisionStore::change_origins(SiteId site, std::optional<std::int64_t> version,
                                                const std::vector<std::string>& origins, const AuditNote& note) {
  return to_void(writer_.run<std::int64_t>(
      [&](WriteSession& session) { return storage::change_origins(session, site, version, origins, note); }));
}

Expected<void> SqlDecisionStore::change_appearance(SiteId site, std::optional<std::int64_t> version,
                                                   const wire::Appearance& appearance, const AuditNote& note) {
  return to_void(writer_.run<std::int64_t>(
      [&](WriteSession& session) { return storage::change_appearance(session, site, version, appearance, note); }));
}

Expected<Site> SqlDecisionStore::add_site(const std::string& name, const std::vector<std::string>& origins,
                                          const AuditNote& note) {
  return writer_.run<Site>([&](WriteSession& session) { return storage::add_site(session, name, origins, note); });
}

Expected<wire::Appearance> SqlDecisionStore::appearance(SiteId site) {
  return readers_.run<wire::Appearance>(
      [&](ReadSession& session) { return read_appearance(*session.connection, site); });
}

Expected<std::vector<wire::SiteSummary>> SqlDecisionStore::site_summaries() {
  return readers_.run<std::vector<wire::SiteSummary>>(
      [](ReadSession& session) { return read_summaries(*session.connection); });
}

} // namespace palabre::storage
