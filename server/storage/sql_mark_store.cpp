#include "server/storage/sql_mark_store.h"

#include "server/storage/decision_write.h"
#include "server/storage/mark_ranking.h"
#include "server/storage/mark_write.h"
#include "server/storage/settings_read.h"

namespace palabre::storage {
namespace {

using soci::into;
using soci::use;

std::vector<wire::OwnMarks> read_own(soci::session& session, SiteId site, const std::string& page,
                                     const std::string& reader) {
  std::vector<wire::OwnMarks> own;
  std::int64_t comment = 0;
  std::string name;
  Statement list((prepare(session, "select m.comment, m.name from page p join mark m on m.page = p.id"
                                   " left join comment c on c.id = m.comment where p.site = :site"
                                   " and p.page_key = :page and m.reader = :reader"
                                   " and (m.comment = 0 or c.state in ('published', 'hidden'))"
                                   " order by m.comment, m.name"),
                  into(comment), into(name), use(site.value), use(page), use(reader)));
  list.each([&] {
    const auto target = comment == 0 ? std::nullopt : std::optional(CommentId{comment});
    if (own.empty() || own.back().comment != target) own.push_back({target, {}});
    own.back().names.push_back(name);
  });
  return own;
}

} // namespace

Expected<StoredMark> SqlMarkStore::put_mark(const NewMark& mark) {
  return writer_.run<StoredMark>([&](WriteSession& session) { return change_mark(session, mark, MarkChange::put); });
}

Expected<StoredMark> SqlMarkStore::drop_mark(const NewMark& mark) {
  return writer_.run<StoredMark>([&](WriteSession& session) { return change_mark(session, mark, MarkChange::drop); });
}

Expected<std::vector<wire::OwnMarks>> SqlMarkStore::own_marks(SiteId site, const std::string& page,
                                                              const std::string& reader) {
  return readers_.run<std::vector<wire::OwnMarks>>(
      [&](ReadSession& session) { return read_own(*session.connection, site, page, reader); });
}

Expected<std::optional<Engagement>> SqlMarkStore::engagement(SiteId site) {
  return readers_.run<std::optional<Engagement>>(
      [&](ReadSession& session) { return read_engagement(*session.connection, site); });
}

Expected<std::int64_t> SqlMarkStore::change_engagement(SiteId site, std::optional<std::int64_t> version,
                                                       const Engagement& engagement, const AuditNote& note) {
  auto changed = writer_.run<std::int64_t>(
      [&](WriteSession& session) { return storage::change_engagement(session, site, version, engagement, note); });
  if (changed && *changed != 0) finish_ranking(writer_);
  return changed;
}

Expected<void> SqlMarkStore::begin_engagement(SiteId site, const Engagement& engagement) {
  const auto begun = writer_.run<bool>([&](WriteSession& session) {
    storage::begin_engagement(session, site, engagement);
    return true;
  });
  if (!begun) return tl::unexpected(begun.error());
  return {};
}

} // namespace palabre::storage
