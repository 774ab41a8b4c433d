#include "server/http/background.h"

#include <chrono>

#include <spdlog/spdlog.h>

namespace palabre::http {
namespace {

constexpr std::chrono::hours day{24};

void do_safely(const std::function<void()>& work) {
  try {
    work();
  } catch (const std::exception& exception) { // no memory, or a library's surprise
    spdlog::error("event=background_failed reason=\"{}\"", exception.what());
  }
}

} // namespace

Background::~Background() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  arrived_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void Background::add(std::function<void()> work) {
  const std::lock_guard lock(mutex_);
  queue_.push_back(std::move(work));
  if (!thread_.joinable()) thread_ = std::thread([this] { run(); });
  arrived_.notify_one();
}

void Background::daily(std::function<void()> work) {
  {
    const std::lock_guard lock(mutex_);
    daily_ = work;
  }
  add(std::move(work));
}

void Background::run() {
  auto next_day = std::chrono::steady_clock::now() + day;
  std::unique_lock lock(mutex_);
  while (true) {
    const bool woken = arrived_.wait_until(lock, next_day, [this] { return stopping_ || !queue_.empty(); });
    if (!woken) {
      next_day += day;
      if (daily_) queue_.push_back(daily_);
      continue;
    }
    if (queue_.empty()) return;
    const std::function<void()> work = std::move(queue_.front());
    queue_.pop_front();
    lock.unlock();
    do_safely(work);
    lock.lock();
  }
}

} // namespace palabre::http
