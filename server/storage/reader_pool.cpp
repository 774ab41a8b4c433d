#include "server/storage/reader_pool.h"

#include <spdlog/spdlog.h>

namespace palabre::storage {

std::unique_ptr<ReadSession> ReaderPool::borrow() {
  std::unique_lock lock(mutex_);
  freed_.wait(lock, [this] { return lent_ < size_; });
  ++lent_;
  if (idle_.empty()) return nullptr;
  auto session = std::move(idle_.back());
  idle_.pop_back();
  return session;
}

void ReaderPool::give_back(std::unique_ptr<ReadSession> session) {
  {
    const std::lock_guard lock(mutex_);
    --lent_;
    if (session) idle_.push_back(std::move(session));
  }
  freed_.notify_one();
}

Error ReaderPool::failed(const std::exception& error) {
  spdlog::error("event=store_read_failed error=\"{}\"", reason_of(error));
  return Error{ErrorCode::storage_unavailable, {}, "the store could not be read", 0};
}

} // namespace palabre::storage
