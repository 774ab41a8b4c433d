// What is read of posts.
#include <algorithm>
#include <iterator>

#include "server/storage/post_rows.h"
#include "server/storage/sql_post_store.h"

namespace palabre::storage {
namespace {

using soci::into;
using soci::use;

constexpr std::int64_t any_site = 0;

std::int64_t number_of(const std::optional<SiteId>& site) {
  return site ? site->value : any_site;
}

PurposeCounts read_counts(soci::session& sql, std::int64_t site, Instant since, Instant until) {
  PurposeCounts counts;
  std::string purpose;
  std::int64_t count = 0;
  Statement list((prepare(sql, "select purpose, count(*) from post where (:site = 0 or site = :site2) and"
                               " state = 'planned' and opens > :since and opens <= :until group by purpose"),
                  into(purpose), into(count), use(site), use(site), use(since.milliseconds), use(until.milliseconds)));
  list.each([&] { (purpose == to_name(Purpose::promotion) ? counts.promotion : counts.value) = count; });
  return counts;
}

} // namespace

Expected<std::optional<StoredPost>> SqlPostStore::find_post(PostId id) {
  return readers_.run<std::optional<StoredPost>>(
      [&](ReadSession& session) { return read_post(*session.connection, id); });
}

Expected<std::vector<StoredPost>> SqlPostStore::opened_posts(SiteId site, Instant since, Instant now,
                                                             std::size_t limit) {
  const auto most = static_cast<std::int64_t>(limit);
  return readers_.run<std::vector<StoredPost>>([&](ReadSession& session) {
    return read_posts(
        *session.connection,
        " where p.site = :site and p.state = 'planned' and p.opens <= :now and (p.ends is null or p.ends > :since"
        " or (p.kind = 'contest' and not exists (select 1 from contest c where c.post = p.id and c.drawn <= :since2)))"
        " order by (case when p.ends is null or p.ends > :now2 then 0 else 1 end), p.opens desc, p.id desc"
        " limit :limit",
        [&](auto& prepared) {
          prepared, use(site.value), use(now.milliseconds), use(since.milliseconds), use(since.milliseconds),
              use(now.milliseconds), use(most);
        });
  });
}

Expected<std::optional<Instant>> SqlPostStore::next_opening(SiteId site, Instant now) {
  return readers_.run<std::optional<Instant>>([&](ReadSession& session) -> std::optional<Instant> {
    Instant opens;
    soci::indicator none = soci::i_null;
    *session.connection << "select min(opens) from post where site = :site and state = 'planned' and opens > :now",
        into(opens.milliseconds, none), use(site.value), use(now.milliseconds);
    return none == soci::i_ok ? std::optional(opens) : std::nullopt;
  });
}

Expected<std::vector<StoredPost>> SqlPostStore::posts_between(std::optional<SiteId> site, Instant from, Instant to,
                                                              std::size_t limit) {
  const std::int64_t number = number_of(site);
  const auto most = static_cast<std::int64_t>(limit);
  return readers_.run<std::vector<StoredPost>>([&](ReadSession& session) {
    soci::session& sql = *session.connection;
    auto posts = read_posts(sql,
                            " where (:site = 0 or p.site = :site2) and p.state <> 'draft' and p.opens < :to"
                            " and (p.ends is null or p.ends > :from) order by p.opens desc, p.id desc limit :limit",
                            [&](auto& prepared) {
                              prepared, use(number), use(number), use(to.milliseconds), use(from.milliseconds),
                                  use(most);
                            });
    std::reverse(posts.begin(), posts.end());
    auto drafts =
        read_posts(sql, " where (:site = 0 or p.site = :site2) and p.state = 'draft' order by p.id desc limit :limit",
                   [&](auto& prepared) { prepared, use(number), use(number), use(most); });
    posts.insert(posts.end(), std::make_move_iterator(drafts.rbegin()), std::make_move_iterator(drafts.rend()));
    return posts;
  });
}

Expected<PurposeCounts> SqlPostStore::count_opened(std::optional<SiteId> site, Instant since, Instant until) {
  const std::int64_t number = number_of(site);
  return readers_.run<PurposeCounts>(
      [&](ReadSession& session) { return read_counts(*session.connection, number, since, until); });
}

} // namespace palabre::storage
