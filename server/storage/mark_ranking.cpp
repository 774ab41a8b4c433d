#include "server/storage/mark_ranking.h"

#include <spdlog/spdlog.h>

#include "server/storage/mark_row.h"
#include "server/storage/mark_write.h"
#include "server/storage/people_write.h"
#include "server/storage/settings_read.h"

namespace palabre::storage {
namespace {

using soci::into;
using soci::use;

constexpr std::int64_t looked_at_once = 1'000; // comments, of any site

struct Due {
  SiteId site;
  std::int64_t after{0};
};

std::optional<Due> next_due(soci::session& sql) {
  Due due;
  sql << "select site, after_comment from rank_due order by site limit 1", into(due.site.value), into(due.after);
  return sql.got_data() ? std::optional(due) : std::nullopt;
}

// By id, not by the site's index: all of a site would be sorted for each step.
std::vector<std::pair<std::int64_t, MarkTally>> marked_in(soci::session& sql, SiteId site, std::int64_t after,
                                                          std::int64_t until) {
  std::int64_t id = 0;
  std::string text;
  std::vector<std::pair<std::int64_t, MarkTally>> marked;
  Statement list((prepare(sql, "select id, marks from comment where id > :after and id <= :until and site + 0 = :site"
                               " and marks <> ''"),
                  into(id), into(text), use(after), use(until), use(site.value)));
  list.each([&] { marked.emplace_back(id, tally_of_text(text)); });
  return marked;
}

// A step; false: nothing is due.
bool rank_some(WriteSession& session) {
  soci::session& sql = *session.connection;
  const auto due = next_due(sql);
  if (!due) return false;
  const MarkRules offered = read_engagement(sql, due->site).value_or(Engagement{}).marks;
  const std::int64_t until = due->after + looked_at_once;
  for (const auto& [comment, tally] : marked_in(sql, due->site, due->after, until)) {
    rank_comment(session, comment, tally, offered);
    if (tally.up > 0) count_helpful(session, CommentId{comment});
  }
  std::int64_t last = 0;
  sql << "select coalesce(max(id), 0) from comment", into(last);
  if (until < last) {
    sql << "update rank_due set after_comment = :until where site = :site", use(until), use(due->site.value);
  } else {
    sql << "delete from rank_due where site = :site", use(due->site.value);
  }
  return true;
}

} // namespace

void rank_later(WriteSession& session, SiteId site) {
  *session.connection << "insert into rank_due (site, after_comment) values (:site, 0)"
                         " on conflict (site) do update set after_comment = 0",
      use(site.value);
}

bool is_ranking_due(soci::session& session) {
  return next_due(session).has_value();
}

void finish_ranking(Writer& writer) {
  while (true) {
    const auto more = writer.run<bool>([](WriteSession& session) -> Expected<bool> { return rank_some(session); });
    if (!more) spdlog::error("event=ranking_failed error=\"{}\"", more.error().detail);
    if (!more || !*more) return;
  }
}

} // namespace palabre::storage
