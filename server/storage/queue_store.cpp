#include "server/storage/queue_store.h"

#include "server/storage/queue_read.h"

namespace palabre::storage {
Expected<wire::QueuePage> SqlQueueStore::read_queue(const wire::QueueFilter& filter, const std::string& after,
                                                    std::size_t limit) {
  return readers_.run<wire::QueuePage>(
      [&](ReadSession& session) { return read_queue_page(session, filter, after, limit); });
}

Expected<std::optional<wire::QueueItem>> SqlQueueStore::find_item(CommentId id) {
  return readers_.run<std::optional<wire::QueueItem>>(
      [&](ReadSession& session) { return read_queue_item(session, id); });
}

Expected<wire::CommentDetail> SqlQueueStore::read_detail(CommentId id) {
  return readers_.run<wire::CommentDetail>([&](ReadSession& session) { return read_comment_detail(session, id); });
}

Expected<wire::Changes> SqlQueueStore::read_changes(std::int64_t since, const wire::QueueFilter& filter,
                                                    std::size_t limit) {
  return readers_.run<wire::Changes>(
      [&](ReadSession& session) { return read_queue_changes(session, since, filter, limit); });
}

Expected<wire::Overview> SqlQueueStore::read_overview(const std::string& site, Instant now, int days,
                                                      int offset_minutes) {
  return readers_.run<wire::Overview>(
      [&](ReadSession& session) { return read_desk_overview(session, site, now, days, offset_minutes); });
}

} // namespace palabre::storage
