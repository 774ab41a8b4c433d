#include "server/storage/writer.h"

#include <algorithm>

#include <spdlog/spdlog.h>

namespace palabre::storage {
namespace {

constexpr std::size_t queue_limit = 4096;
constexpr std::size_t batch_limit = 256; // bounds how long the first of a batch waits for the last
constexpr std::chrono::microseconds longest_patience{2'000};
constexpr std::size_t batches_between_purges = 16;           // where writers leave no pause
constexpr std::chrono::milliseconds longest_farewell{1'000}; // of purging when the store closes

Error unavailable() {
  return Error{ErrorCode::storage_unavailable, {}, "the store could not be written", 0};
}

} // namespace

Writer::Writer(std::unique_ptr<WriteSession> session) : session_(std::move(session)), thread_([this] { work(); }) {}

Writer::~Writer() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  arrived_.notify_one();
  thread_.join();
}

Expected<void> Writer::enqueue(Job job) {
  {
    const std::lock_guard lock(mutex_);
    if (queue_.size() >= queue_limit) {
      return tl::unexpected(Error{ErrorCode::overloaded, {}, "too many writes wait for the disk", 1});
    }
    queue_.push_back(std::move(job));
  }
  arrived_.notify_one();
  return {};
}

void Writer::work() {
  std::vector<Attempted> batch;
  std::size_t unpurged = 0; // batches
  while (take(batch)) {
    if (!batch.empty()) write(batch);
    if (session_->search.is_purge_due() && (batch.empty() || ++unpurged >= batches_between_purges)) {
      purge();
      unpurged = 0;
    }
    batch.clear();
  }
  const auto start = std::chrono::steady_clock::now();
  while (session_->search.is_purge_due() && std::chrono::steady_clock::now() - start < longest_farewell) {
    if (!purge()) return;
  }
}

bool Writer::purge() {
  try {
    session_->begin.run();
    session_->search.purge();
    session_->commit.run();
    return true;
  } catch (const std::exception& error) {
    spdlog::error("event=search_purge_failed error=\"{}\"", reason_of(error));
    undo();
    session_->search.give_up_purge(); // until more is taken out, or the next start
    return false;
  }
}

bool Writer::take(std::vector<Attempted>& batch) {
  std::unique_lock lock(mutex_);
  arrived_.wait(lock, [this] { return stopping_ || !queue_.empty() || session_->search.is_purge_due(); });
  if (queue_.empty() && !stopping_) return true; // time to purge
  arrived_.wait_for(lock, pace_.patience, [this] { return stopping_ || queue_.size() >= pace_.callers; });
  const std::size_t count = std::min(queue_.size(), batch_limit);
  for (std::size_t i = 0; i < count; ++i) {
    batch.push_back(Attempted{std::move(queue_.front()), std::nullopt});
    queue_.pop_front();
  }
  return count > 0;
}

void Writer::commit(std::size_t operations) {
  const auto start = std::chrono::steady_clock::now();
  session_->commit.run();
  const auto taken = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
  const std::lock_guard lock(mutex_);
  pace_.callers = std::min(operations + queue_.size(), batch_limit);
  pace_.patience = std::min(taken / 4, longest_patience);
}

void Writer::write(std::vector<Attempted>& batch) {
  try {
    session_->begin.run();
    for (Attempted& attempted : batch) attempt(attempted);
    session_->search.flush();
    commit(batch.size());
  } catch (const std::exception& error) {
    spdlog::error("event=store_write_failed operations={} error=\"{}\"", batch.size(), reason_of(error));
    undo();
    failing_ = true;
    const Error failure = unavailable();
    for (Attempted& attempted : batch) attempted.job.finish(&failure);
    return;
  }
  failing_ = std::any_of(batch.begin(), batch.end(), [](const Attempted& one) { return one.error.has_value(); });
  for (Attempted& attempted : batch) attempted.job.finish(attempted.error ? &*attempted.error : nullptr);
}

// Throws when even undoing fails: then the transaction is lost as a whole.
void Writer::attempt(Attempted& attempted) {
  session_->savepoint.run();
  const std::size_t noted = session_->search.size();
  bool keep = false;
  try {
    keep = attempted.job.attempt(*session_);
  } catch (const std::exception& error) {
    spdlog::error("event=store_operation_failed error=\"{}\"", reason_of(error));
    attempted.error = unavailable();
  }
  if (!keep) {
    session_->rollback_to.run();
    session_->search.drop_after(noted);
  }
  session_->release.run();
}

void Writer::undo() {
  session_->search.drop_after(0);
  try {
    session_->rollback.run();
  } catch (const std::exception&) {
    // The engine has rolled back by itself, or none was begun: nothing is left to undo.
  }
}

} // namespace palabre::storage
