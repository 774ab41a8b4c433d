#include "server/storage/decision_write.h"
#include "server/storage/write_parts.h"
#include "shared/wire/json_writer.h"

namespace palabre::storage {
namespace {

constexpr std::int64_t hour_ms = 3'600'000;

void count_bans(WriteSession& session, SiteId site) {
  *session.connection << "update site set ban_version = ban_version + 1 where id = :site", soci::use(site.value);
}

std::string described(const wire::Ban& ban) {
  std::string json;
  wire::JsonWriter writer(json);
  writer.begin_object();
  writer.member("effect", to_name(ban.effect));
  writer.member("subject", to_name(ban.subject));
  if (ban.until) writer.member("until", to_rfc3339(*ban.until));
  writer.end_object();
  return json;
}

std::string about(std::int64_t ban) {
  return "ban " + std::to_string(ban);
}

void insert(WriteSession& session, StoredBan& stored) {
  wire::Ban& ban = stored.ban;
  const std::string subject(to_name(ban.subject));
  const std::string effect(to_name(ban.effect));
  const std::int64_t until = ban.until ? ban.until->milliseconds : 0;
  soci::indicator until_null = ban.until ? soci::i_ok : soci::i_null;
  Statement statement((prepare(*session.connection,
                               "insert into ban (site, subject, hash, effect, name, comment, note, by_name, created,"
                               " until) values (:site, :subject, :hash, :effect, :name, :comment, :note, :by,"
                               " :created, :until) returning id"),
                       soci::into(ban.id), soci::use(stored.site.value), soci::use(subject), soci::use(stored.hash),
                       soci::use(effect), soci::use(ban.name), soci::use(ban.comment.value), soci::use(ban.note),
                       soci::use(ban.by), soci::use(ban.created.milliseconds), soci::use(until, until_null)));
  statement.run();
}

// The site of a ban in force; nullopt: none such.
std::optional<SiteId> find_ban(WriteSession& session, std::int64_t id, bool lifted, Instant now) {
  SiteId site;
  Statement find(
      (prepare(*session.connection, std::string("select site from ban where id = :id and lifted is ") +
                                        (lifted ? "not null" : "null") + " and (until is null or until > :now)"),
       soci::into(site.value), soci::use(id), soci::use(now.milliseconds)));
  if (!find.run()) return std::nullopt;
  return site;
}

void set_lifted(WriteSession& session, std::int64_t id, SiteId site, std::optional<Instant> lifted) {
  const std::int64_t time = lifted ? lifted->milliseconds : 0;
  soci::indicator null = lifted ? soci::i_ok : soci::i_null;
  *session.connection << "update ban set lifted = :lifted where id = :id", soci::use(time, null), soci::use(id);
  count_bans(session, site);
}

} // namespace

Expected<StoredBan> write_ban(WriteSession& session, const wire::NewBan& ban, const Actor& by, Instant now) {
  const auto loaded = load_living(session, ban.comment);
  if (!loaded) return tl::unexpected(loaded.error());
  const bool author = ban.subject == wire::BanSubject::author;
  StoredBan stored;
  stored.site = SiteId{loaded->row.site};
  stored.hash = author ? loaded->judged.reader : loaded->judged.network;
  if (stored.hash.empty()) {
    return fail(ErrorCode::unknown_field_value, "subject",
                author ? "the writer's browser is not known" : "the writer's network is not known");
  }
  wire::Ban& made = stored.ban;
  made.subject = ban.subject;
  made.effect = ban.effect;
  made.name = loaded->row.author_name;
  made.comment = ban.comment;
  made.note = ban.note;
  made.by = by.name;
  made.created = now;
  if (ban.hours > 0) made.until = now + Duration{ban.hours * hour_ms};
  insert(session, stored);
  count_bans(session, stored.site);
  AuditNote note{by, now, "ban.add", stored.site, about(made.id) + ", comment " + ban.comment.text()};
  note.after = described(made);
  note.note = ban.note;
  made.decision = insert_audit(session, note);
  remember_decision(session, made.decision, DecisionKind::ban, stored.site, made.id);
  return stored;
}

Expected<SiteId> lift_ban(WriteSession& session, std::int64_t id, const Actor& by, Instant now) {
  const auto site = find_ban(session, id, false, now);
  if (!site) return fail(ErrorCode::unknown_ban);
  set_lifted(session, id, *site, now);
  const std::int64_t line = insert_audit(session, {by, now, "ban.lift", *site, about(id)});
  remember_decision(session, line, DecisionKind::lift, *site, id);
  return *site;
}

Expected<std::int64_t> undo_ban(WriteSession& session, std::int64_t ban, DecisionKind kind, const Undo& undo) {
  const bool lift = kind == DecisionKind::ban;
  const auto site = find_ban(session, ban, !lift, undo.now);
  if (!site) return fail(ErrorCode::unknown_decision);
  set_lifted(session, ban, *site, lift ? std::optional<Instant>(undo.now) : std::nullopt);
  AuditNote note{undo.by, undo.now, "decision.undo", *site, about(ban)};
  note.note = "undoes " + std::to_string(undo.decision);
  const std::int64_t line = insert_audit(session, note);
  remember_decision(session, line, lift ? DecisionKind::lift : DecisionKind::ban, *site, ban);
  return line;
}

} // namespace palabre::storage
