// Taking back whatever can be taken back.
#include "server/storage/decision_write.h"

namespace palabre::storage {
namespace {

struct Found {
  DecisionKind kind{DecisionKind::comments};
  std::optional<SiteId> site;
  std::int64_t about{0};
  std::string before;
  std::string after;
};

DecisionKind kind_of(const std::string& name) {
  for (const DecisionKind kind :
       {DecisionKind::rule, DecisionKind::policy, DecisionKind::origins, DecisionKind::appearance,
        DecisionKind::engagement, DecisionKind::ban, DecisionKind::lift}) {
    if (to_name(kind) == name) return kind;
  }
  return DecisionKind::comments;
}

// nullopt: no such decision, or it was undone.
std::optional<Found> find(WriteSession& session, std::int64_t id) {
  Found found;
  std::string kind;
  SiteId site;
  soci::indicator site_null = soci::i_null;
  Statement statement(
      (prepare(*session.connection, "select d.kind, d.site, d.about, a.before, a.after from decision d"
                                    " join audit a on a.id = d.id where d.id = :id and d.undone is null"),
       soci::into(kind), soci::into(site.value, site_null), soci::into(found.about), soci::into(found.before),
       soci::into(found.after), soci::use(id)));
  if (!statement.run()) return std::nullopt;
  found.kind = kind_of(kind);
  if (site_null == soci::i_ok) found.site = site;
  return found;
}

bool is_for_owners(DecisionKind kind) {
  return kind == DecisionKind::policy || kind == DecisionKind::origins || kind == DecisionKind::appearance ||
         kind == DecisionKind::engagement;
}

Expected<StoredDecision> take_back(WriteSession& session, const Found& found, const Undo& undo) {
  if (found.kind == DecisionKind::comments) return undo_comments(session, undo);
  const bool of_ban = found.kind == DecisionKind::ban || found.kind == DecisionKind::lift;
  const SiteId site = found.site.value_or(SiteId{});
  const auto line = of_ban ? undo_ban(session, found.about, found.kind, undo)
                           : undo_settings(session, {site, found.kind, found.before, found.after}, undo);
  if (!line) return tl::unexpected(line.error());
  StoredDecision stored;
  stored.decided.decision = *line;
  stored.site = site;
  return stored;
}

} // namespace

Expected<StoredDecision> write_undo(WriteSession& session, const Undo& undo) {
  const auto found = find(session, undo.decision);
  if (!found || (undo.only && found->site != undo.only)) return fail(ErrorCode::unknown_decision);
  if (is_for_owners(found->kind) && !may(undo.role, MemberRole::owner)) return fail(ErrorCode::not_allowed);
  auto stored = take_back(session, *found, undo);
  // Where everything was changed since, it may be tried again.
  if (stored && stored->decided.decision != 0) {
    *session.connection << "update decision set undone = :now where id = :id", soci::use(undo.now.milliseconds),
        soci::use(undo.decision);
  }
  return stored;
}

} // namespace palabre::storage
