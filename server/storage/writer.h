// One thread writes; what many callers ask for at the same time shares a transaction, and so one flush to the disk.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "server/storage/write_session.h"
#include "shared/model/error.h"

namespace palabre::storage {

class Writer {
public:
  explicit Writer(std::unique_ptr<WriteSession> session);
  ~Writer(); // what is in the queue is written first
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  // Runs `operation` on the writer's thread and returns after its transaction is durable. An operation that fails, by
  // value or by exception, leaves nothing behind and does not touch the others. `overloaded` when the queue is full.
  template <class T> Expected<T> run(const std::function<Expected<T>(WriteSession&)>& operation) {
    // Shared with the job: the caller's stack may be gone while the promise still tells it.
    const auto promise = std::make_shared<std::promise<Expected<T>>>();
    auto answer = promise->get_future();
    Expected<T> result = fail(ErrorCode::internal);
    Job job;
    job.attempt = [&](WriteSession& session) {
      result = operation(session);
      return result.has_value();
    };
    job.finish = [&result, promise](const Error* error) {
      promise->set_value(error != nullptr ? Expected<T>(tl::unexpected(*error)) : std::move(result));
    };
    if (auto queued = enqueue(std::move(job)); !queued) return tl::unexpected(queued.error());
    return answer.get();
  }

  // Whether the last transaction could not be written, as on a full disk.
  [[nodiscard]] bool failing() const { return failing_; }

private:
  struct Job {
    std::function<bool(WriteSession&)> attempt; // false: undo it; throws soci::soci_error
    std::function<void(const Error*)> finish;   // called once; nullptr: the transaction is durable
  };
  // A transaction's jobs; an error where one threw.
  struct Attempted {
    Job job;
    std::optional<Error> error;
  };

  // How many callers write at this time, and how long it pays to wait for them. Callers whose answers have just come
  // ask again at once: without a wait the first of them would get a flush of its own, and the others the next.
  struct Pace {
    std::size_t callers{0};
    std::chrono::microseconds patience{0};
  };

  Expected<void> enqueue(Job job);
  void work();
  // A step; false: it failed.
  bool purge();
  // The next jobs in `batch`, none when there is time for something else; false: no more will come.
  bool take(std::vector<Attempted>& batch);
  void write(std::vector<Attempted>& batch);
  void commit(std::size_t operations);
  void attempt(Attempted& attempted);
  void undo();

  const std::unique_ptr<WriteSession> session_;
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<Job> queue_;
  bool stopping_{false};
  std::atomic<bool> failing_{false};
  Pace pace_;          // of the writer's thread only
  std::thread thread_; // last: it uses all of the above
};

} // namespace palabre::storage
