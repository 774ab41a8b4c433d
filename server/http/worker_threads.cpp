#include "server/http/worker_threads.h"

#include <pthread.h>

namespace palabre::http {
namespace {

constexpr std::size_t stack_bytes = 1024 * 1024; // reserved, not touched: a worker really uses some 30 KiB
constexpr std::chrono::seconds idle_time{10};

} // namespace

bool WorkerThreads::run(const std::function<void()>& task, std::chrono::milliseconds patience) {
  std::unique_lock lock(mutex_);
  // A thread that was told but has not yet taken its task still counts as idle.
  const auto room = [this] { return idle_ > tasks_.size() || threads_ < limit_; };
  if (!room()) freed_.wait_for(lock, patience, room);
  if (shutting_down_ || !room()) return false;
  if (idle_ <= tasks_.size() && !start_thread()) return false;
  tasks_.push_back(task);
  wanted_.notify_one();
  return true;
}

bool WorkerThreads::start_thread() {
  pthread_attr_t attributes;
  if (pthread_attr_init(&attributes) != 0) return false;
  pthread_attr_setstacksize(&attributes, stack_bytes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_t thread{};
  const int result = pthread_create(&thread, &attributes, &WorkerThreads::enter, this);
  pthread_attr_destroy(&attributes);
  if (result != 0) return false;
  ++threads_;
  ++idle_;
  return true;
}

void* WorkerThreads::enter(void* self) {
  static_cast<WorkerThreads*>(self)->work();
  return nullptr;
}

void WorkerThreads::work() {
  std::unique_lock lock(mutex_);
  while (wanted_.wait_for(lock, idle_time, [this] { return shutting_down_ || !tasks_.empty(); }) && !tasks_.empty()) {
    const std::function<void()> task = std::move(tasks_.front());
    tasks_.pop_front();
    --idle_;
    lock.unlock();
    task();
    lock.lock();
    ++idle_;
    freed_.notify_all();
  }
  --idle_;
  --threads_;
  freed_.notify_all(); // under the lock: after it is released, `this` may be gone
}

void WorkerThreads::shut_down() {
  std::unique_lock lock(mutex_);
  shutting_down_ = true;
  wanted_.notify_all();
  freed_.wait(lock, [this] { return threads_ == 0; });
}

} // namespace palabre::http
