// One thread for what no answer waits for.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace palabre::http {

class Background {
public:
  Background() = default;
  ~Background(); // what is in the queue is done first
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;

  // One after the other. Throws nothing that is caught: works fail by value.
  void add(std::function<void()> work);
  // Now and once a day from now on.
  void daily(std::function<void()> work);

private:
  void run();

  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<std::function<void()>> queue_;
  std::function<void()> daily_;
  bool stopping_{false};
  std::thread thread_; // begun with the first work
};

} // namespace palabre::http
