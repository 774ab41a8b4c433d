// The queue, on SQL.
#pragma once

#include "server/storage/desk_store.h"
#include "server/storage/reader_pool.h"

namespace palabre::storage {

class SqlQueueStore final : public QueueStore {
public:
  // Outlives it.
  explicit SqlQueueStore(ReaderPool& readers) : readers_(readers) {}

  Expected<wire::QueuePage> read_queue(const wire::QueueFilter& filter, const std::string& after,
                                       std::size_t limit) override;
  Expected<std::optional<wire::QueueItem>> find_item(CommentId id) override;
  Expected<wire::CommentDetail> read_detail(CommentId id) override;
  Expected<wire::Changes> read_changes(std::int64_t since, const wire::QueueFilter& filter, std::size_t limit) override;
  Expected<wire::Overview> read_overview(const std::string& site, Instant now, int days, int offset_minutes) override;

private:
  ReaderPool& readers_;
};

} // namespace palabre::storage
