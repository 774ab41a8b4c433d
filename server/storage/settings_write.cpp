#include "server/storage/decision_write.h"
#include "server/storage/mark_ranking.h"
#include "server/storage/settings_read.h"
#include "server/storage/write_operations.h"
#include "shared/wire/codec_desk.h"
#include "shared/wire/codec_engagement.h"
#include "shared/wire/codec_policy.h"
#include "shared/wire/json_reader.h"
#include "shared/wire/json_writer.h"
#include "shared/wire/policy_difference.h"

namespace palabre::storage {
namespace {

Expected<void> check_version(WriteSession& session, SiteId site, std::optional<std::int64_t> version) {
  std::int64_t present = 0;
  Statement find((prepare(*session.connection, "select policy_version from site where id = :site"), soci::into(present),
                  soci::use(site.value)));
  if (!find.run()) return fail(ErrorCode::unknown_site, "site");
  if (version && *version != present) return fail(ErrorCode::settings_changed);
  return {};
}

std::int64_t remember(WriteSession& session, SiteId site, AuditNote note, DecisionKind kind) {
  note.site = site;
  const std::int64_t line = insert_audit(session, note);
  remember_decision(session, line, kind, site);
  return line;
}

std::string origins_json(const std::vector<std::string>& origins) {
  std::string json;
  wire::JsonWriter writer(json);
  writer.begin_object();
  writer.member("origins", origins);
  writer.end_object();
  return json;
}

std::vector<std::string> origins_in(const std::string& json) {
  std::vector<std::string> origins;
  const auto value = wire::parse_json(json);
  const wire::JsonValue* list = value ? value->find("origins") : nullptr;
  if (list == nullptr) return origins;
  for (const wire::JsonValue& origin : list->children) origins.push_back(origin.text);
  return origins;
}

std::string name_of(WriteSession& session, SiteId site) {
  std::string name;
  Statement find((prepare(*session.connection, "select name from site where id = :site"), soci::into(name),
                  soci::use(site.value)));
  find.run();
  return name;
}

void write_engagement(WriteSession& session, SiteId site, const std::string& json) {
  *session.connection << "insert into site_engagement (site, engagement) values (:site, :engagement)"
                         " on conflict (site) do update set engagement = excluded.engagement",
      soci::use(site.value), soci::use(json);
  session.count_policy.site = site.value;
  session.count_policy.statement.run();
}

AuditNote note_of(const Undo& undo) {
  AuditNote note{undo.by, undo.now, "decision.undo"};
  note.note = "undoes " + std::to_string(undo.decision);
  return note;
}

} // namespace

Expected<std::int64_t> change_policy(WriteSession& session, SiteId site, std::optional<std::int64_t> version,
                                     const ChangePolicy& change, const AuditNote& note, DecisionKind kind) {
  if (auto checked = check_version(session, site, version); !checked) return tl::unexpected(checked.error());
  const rules::Policy present = read_policy(*session.connection, site);
  const auto next = change(present);
  if (!next) return tl::unexpected(next.error());
  wire::PolicyDifference found = wire::difference(present, *next);
  if (found.before.empty() && found.after.empty()) return std::int64_t{0};
  write_policy(session, site, {}, wire::encode(*next));
  AuditNote line = note;
  line.before = std::move(found.before);
  line.after = std::move(found.after);
  return remember(session, site, std::move(line), kind);
}

Expected<std::int64_t> change_origins(WriteSession& session, SiteId site, std::optional<std::int64_t> version,
                                      const std::vector<std::string>& origins, const AuditNote& note) {
  if (auto checked = check_version(session, site, version); !checked) return tl::unexpected(checked.error());
  const std::vector<std::string> present = read_origins(*session.connection, site);
  if (present == origins) return std::int64_t{0};
  if (auto written = write_site(session, name_of(session, site), origins); !written) {
    return tl::unexpected(written.error());
  }
  AuditNote line = note;
  line.before = origins_json(present);
  line.after = origins_json(origins);
  return remember(session, site, std::move(line), DecisionKind::origins);
}

Expected<std::int64_t> change_appearance(WriteSession& session, SiteId site, std::optional<std::int64_t> version,
                                         const wire::Appearance& appearance, const AuditNote& note) {
  if (auto checked = check_version(session, site, version); !checked) return tl::unexpected(checked.error());
  const wire::Appearance present = read_appearance(*session.connection, site);
  if (present == appearance) return std::int64_t{0};
  AuditNote line = note;
  line.before = wire::encode(present);
  line.after = wire::encode(appearance);
  *session.connection << "insert into site_appearance (site, appearance) values (:site, :appearance)"
                         " on conflict (site) do update set appearance = excluded.appearance",
      soci::use(site.value), soci::use(line.after);
  session.count_policy.site = site.value;
  session.count_policy.statement.run();
  return remember(session, site, std::move(line), DecisionKind::appearance);
}

Expected<std::int64_t> change_engagement(WriteSession& session, SiteId site, std::optional<std::int64_t> version,
                                         const Engagement& engagement, const AuditNote& note) {
  if (auto checked = check_version(session, site, version); !checked) return tl::unexpected(checked.error());
  const Engagement present = read_engagement(*session.connection, site).value_or(Engagement{});
  if (present == engagement) return std::int64_t{0};
  AuditNote line = note;
  line.before = wire::encode(present);
  line.after = wire::encode(engagement);
  write_engagement(session, site, line.after);
  const bool counts_alike =
      present.marks.votes == engagement.marks.votes && present.marks.scores_from == engagement.marks.scores_from;
  if (!counts_alike) rank_later(session, site);
  return remember(session, site, std::move(line), DecisionKind::engagement);
}

void begin_engagement(WriteSession& session, SiteId site, const Engagement& engagement) {
  if (!read_engagement(*session.connection, site)) write_engagement(session, site, wire::encode(engagement));
}

Expected<Site> add_site(WriteSession& session, const std::string& name, const std::vector<std::string>& origins,
                        const AuditNote& note) {
  std::int64_t id = 0;
  Statement find(
      (prepare(*session.connection, "select id from site where name = :name"), soci::into(id), soci::use(name)));
  if (find.run()) return fail(ErrorCode::unknown_field_value, "name", "there is a site of this name already");
  auto site = write_site(session, name, origins);
  if (!site) return site;
  AuditNote line = note;
  line.site = site->id;
  line.after = origins_json(site->origins);
  insert_audit(session, line);
  return site;
}

Expected<std::int64_t> undo_settings(WriteSession& session, const SettingsChange& change, const Undo& undo) {
  Expected<std::int64_t> line = std::int64_t{0};
  if (change.kind == DecisionKind::origins) {
    if (read_origins(*session.connection, change.site) != origins_in(change.after)) {
      return fail(ErrorCode::settings_changed, "origins");
    }
    line = change_origins(session, change.site, std::nullopt, origins_in(change.before), note_of(undo));
  } else if (change.kind == DecisionKind::appearance) {
    const auto before = wire::decode_appearance(change.before).value_or(wire::Appearance{});
    const auto after = wire::decode_appearance(change.after).value_or(wire::Appearance{});
    if (!(read_appearance(*session.connection, change.site) == after)) {
      return fail(ErrorCode::settings_changed, "appearance");
    }
    line = change_appearance(session, change.site, std::nullopt, before, note_of(undo));
  } else if (change.kind == DecisionKind::engagement) {
    const auto before = wire::decode_engagement(change.before).value_or(Engagement{});
    const auto after = wire::decode_engagement(change.after).value_or(Engagement{});
    if (!(read_engagement(*session.connection, change.site).value_or(Engagement{}) == after)) {
      return fail(ErrorCode::settings_changed, "engagement");
    }
    line = change_engagement(session, change.site, std::nullopt, before, note_of(undo));
  } else {
    const auto back = [&](const rules::Policy& present) {
      return wire::take_back(present, change.before, change.after);
    };
    line = change_policy(session, change.site, std::nullopt, back, note_of(undo), change.kind);
  }
  if (line && *line == 0) return fail(ErrorCode::settings_changed);
  return line;
}

} // namespace palabre::storage
