#include "server/storage/settings_read.h"

#include "server/storage/statement.h"
#include "shared/wire/codec_desk.h"
#include "shared/wire/codec_engagement.h"
#include "shared/wire/codec_policy.h"

namespace palabre::storage {
namespace {

using soci::into;
using soci::use;

struct BanRow {
  StoredBan stored;
  std::string subject;
  std::string effect;
  std::int64_t until{0};
  soci::indicator until_null{soci::i_null};

  [[nodiscard]] StoredBan to_stored() const {
    StoredBan ban = stored;
    ban.ban.subject = wire::parse_ban_subject(subject).value_or(wire::BanSubject::author);
    ban.ban.effect = wire::parse_ban_effect(effect).value_or(wire::BanEffect::mute);
    if (until_null == soci::i_ok) ban.ban.until = Instant{until};
    return ban;
  }
};

template <class Bind>
std::vector<StoredBan> list_bans(soci::session& session, const std::string& condition, const Bind& bind) {
  BanRow row;
  wire::Ban& ban = row.stored.ban;
  auto prepared = prepare(session, "select b.id, b.site, s.name, b.subject, b.hash, b.effect, b.name, b.comment,"
                                   " b.note, b.by_name, b.created, b.until from ban b join site s on s.id = b.site"
                                   " where b.lifted is null and " +
                                       condition + " order by b.id desc");
  prepared, into(ban.id), into(row.stored.site.value), into(ban.site), into(row.subject), into(row.stored.hash),
      into(row.effect), into(ban.name), into(ban.comment.value), into(ban.note), into(ban.by),
      into(ban.created.milliseconds), into(row.until, row.until_null);
  bind(prepared);
  Statement list(prepared);
  std::vector<StoredBan> bans;
  list.each([&] { bans.push_back(row.to_stored()); });
  return bans;
}

} // namespace

rules::Policy read_policy(soci::session& session, SiteId site) {
  const rules::Policy careful = rules::policy_of(rules::Preset::careful);
  std::string json;
  Statement find((prepare(session, "select policy from site_policy where site = :site and page = ''"), into(json),
                  use(site.value)));
  return find.run() ? wire::decode_policy(json, careful).value_or(careful) : careful;
}

std::vector<std::string> read_origins(soci::session& session, SiteId site) {
  std::vector<std::string> origins;
  std::string origin;
  Statement list((prepare(session, "select origin from site_origin where site = :site order by position"), into(origin),
                  use(site.value)));
  list.each([&] { origins.push_back(origin); });
  return origins;
}

wire::Appearance read_appearance(soci::session& session, SiteId site) {
  std::string json;
  Statement find(
      (prepare(session, "select appearance from site_appearance where site = :site"), into(json), use(site.value)));
  return find.run() ? wire::decode_appearance(json).value_or(wire::Appearance{}) : wire::Appearance{};
}

std::optional<Engagement> read_engagement(soci::session& session, SiteId site) {
  std::string json;
  Statement find(
      (prepare(session, "select engagement from site_engagement where site = :site"), into(json), use(site.value)));
  if (!find.run()) return std::nullopt;
  const auto engagement = wire::decode_engagement(json);
  if (!engagement) return std::nullopt;
  return *engagement;
}

std::vector<wire::SiteSummary> read_summaries(soci::session& session) {
  wire::SiteSummary row;
  std::vector<wire::SiteSummary> sites;
  Statement list((prepare(session, "select s.id, s.name, (select coalesce(sum(p.total), 0) from page p where"
                                   " p.site = s.id), (select count(*) from comment c where c.site = s.id"
                                   " and c.attention > 0) from site s order by s.name"),
                  into(row.site.id.value), into(row.site.name), into(row.comments), into(row.waiting)));
  list.each([&] { sites.push_back(row); });
  for (wire::SiteSummary& site : sites) site.site.origins = read_origins(session, site.site.id);
  return sites;
}

std::vector<StoredBan> read_bans(soci::session& session, const std::string& site, std::optional<Instant> now) {
  const std::int64_t time = now.value_or(Instant{}).milliseconds;
  return list_bans(session, "(:any = '' or s.name = :site) and (b.until is null or b.until > :now)",
                   [&](auto& prepared) { prepared, use(site), use(site), use(time); });
}

std::vector<StoredBan> read_bans(soci::session& session, SiteId site) {
  return list_bans(session, "b.site = :site", [&](auto& prepared) { prepared, use(site.value); });
}

std::vector<Comment> read_waiting(soci::session& session, SiteId site, const std::string& part, std::size_t looked_at) {
  Comment row;
  const auto count = static_cast<std::int64_t>(looked_at);
  std::vector<Comment> comments;
  Statement list(
      (prepare(session, "select c.id, c.author_name, c.author_website, c.body from (select id, author_name,"
                        " author_website, body from comment where site = :site and attention > 0"
                        " order by id desc limit :count) c where :any = '' or instr(lower(c.body), :part) > 0"
                        " or instr(lower(c.author_website), :website) > 0"),
       into(row.id.value), into(row.author.name), into(row.author.website), into(row.body), use(site.value), use(count),
       use(part), use(part), use(part)));
  list.each([&] { comments.push_back(row); });
  return comments;
}

std::vector<Lesson> read_lessons(soci::session& session, std::size_t limit) {
  Lesson row;
  std::string label;
  const auto count = static_cast<std::int64_t>(limit);
  std::vector<Lesson> lessons;
  Statement list((prepare(session, "select l.comment, c.site, l.label from lesson l join comment c on c.id = l.comment"
                                   " order by l.id limit :limit"),
                  into(row.comment.value), into(row.site.value), into(label), use(count)));
  list.each([&] {
    row.label = std::nullopt;
    if (label == "spam") row.label = rules::SpamLabel::spam;
    if (label == "ham") row.label = rules::SpamLabel::ham;
    lessons.push_back(row);
  });
  return lessons;
}

std::vector<wire::AuditEntry> read_audit(soci::session& session, const AuditFilter& filter, std::int64_t before,
                                         std::size_t limit) {
  wire::AuditEntry row;
  soci::indicator site_null = soci::i_null;
  const std::string group = filter.action + ".";
  const auto count = static_cast<std::int64_t>(limit);
  std::vector<wire::AuditEntry> entries;
  // Each condition with its empty value is for everything.
  Statement list(
      (prepare(session, "select a.id, a.at, a.by_name, a.action, s.name, a.about, a.before, a.after, a.note"
                        " from audit a left join site s on s.id = a.site where a.id < :before"
                        " and (:any_site = '' or s.name = :site) and (:any_member = '' or a.by_name = :member)"
                        " and (:any_action = '' or a.action = :action"
                        " or substr(a.action, 1, length(:group)) = :group_again) order by a.id desc limit :limit"),
       into(row.id), into(row.at.milliseconds), into(row.by), into(row.action), into(row.site, site_null),
       into(row.about), into(row.before), into(row.after), into(row.note), use(before), use(filter.site),
       use(filter.site), use(filter.member), use(filter.member), use(filter.action), use(filter.action), use(group),
       use(group), use(count)));
  list.each([&] {
    entries.push_back(row);
    if (site_null != soci::i_ok) entries.back().site.clear();
  });
  return entries;
}

} // namespace palabre::storage
