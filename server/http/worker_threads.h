// A thread for each connection, made when needed, kept for a while, at most `limit`. Stacks are small, for there may be
// a thousand of them.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>

namespace palabre::http {

class WorkerThreads {
public:
  explicit WorkerThreads(std::size_t limit) : limit_(limit) {}
  ~WorkerThreads() { shut_down(); }
  WorkerThreads(const WorkerThreads&) = delete;
  WorkerThreads& operator=(const WorkerThreads&) = delete;

  // Runs the task soon on a thread of its own; false: every thread is taken for all of `patience`, or the system gives
  // no more.
  [[nodiscard]] bool run(const std::function<void()>& task, std::chrono::milliseconds patience = {});
  // Waits for every task to end. Later calls of run() return false.
  void shut_down();

private:
  void work();
  bool start_thread();
  static void* enter(void* self);

  const std::size_t limit_;
  std::mutex mutex_; // of everything below
  std::condition_variable wanted_;
  std::condition_variable freed_; // a thread became idle or ended
  std::deque<std::function<void()>> tasks_;
  std::size_t threads_{0};
  std::size_t idle_{0};
  bool shutting_down_{false};
};

} // namespace palabre::http
