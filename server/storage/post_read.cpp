// What is read of posts.
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

PurposeCounts count_opened(soci::session& sql, std::int64_t site, Instant since, Instant until) {
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

Expected<std::vector<StoredPost>> SqlPostStore::planned_posts(SiteId site, Instant since, std::size_t limit) {
  const auto most = static_cast<std::int64_t>(limit);
  return readers_.run<std::vector<StoredPost>>([&](ReadSession& session) {
    return read_posts(*session.connection,
                      " where p.site = :site and p.state = 'planned' and (p.ends is null or p.ends > :since)"
                      " order by p.opens desc, p.id desc limit :limit",
                      [&](auto& prepared) { prepared, use(site.value), use(since.milliseconds), use(most); });
  });
}

Expected<std::vector<StoredPost>> SqlPostStore::posts_between(std::optional<SiteId> site, Instant from, Instant to,
                                                              std::size_t limit) {
  const std::int64_t number = number_of(site);
  const auto most = static_cast<std::int64_t>(limit);
  return readers_.run<std::vector<StoredPost>>([&](ReadSession& session) {
    return read_posts(*session.connection,
                      " where (:site = 0 or p.site = :site2) and (p.state = 'draft' or"
                      " (p.opens < :to and (p.ends is null or p.ends > :from)))"
                      " order by (case when p.state = 'draft' then 1 else 0 end), p.opens, p.id limit :limit",
                      [&](auto& prepared) {
                        prepared, use(number), use(number), use(to.milliseconds), use(from.milliseconds), use(most);
                      });
  });
}

Expected<PurposeCounts> SqlPostStore::opened_posts(std::optional<SiteId> site, Instant since, Instant until) {
  const std::int64_t number = number_of(site);
  return readers_.run<PurposeCounts>(
      [&](ReadSession& session) { return count_opened(*session.connection, number, since, until); });
}

} // namespace palabre::storage
