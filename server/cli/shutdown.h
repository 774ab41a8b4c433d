// SIGTERM and SIGINT as a call.
#pragma once

#include <functional>
#include <thread>

namespace palabre::cli {

// To be called before any thread is made, so that every thread inherits the blocked signals and only a ShutdownWatch
// takes them. One that arrives before there is a watch waits for it.
void block_shutdown_signals();

// The first signal calls `stop`, a second one ends the process at once.
class ShutdownWatch {
public:
  explicit ShutdownWatch(std::function<void()> stop);
  ~ShutdownWatch();
  ShutdownWatch(const ShutdownWatch&) = delete;
  ShutdownWatch& operator=(const ShutdownWatch&) = delete;

private:
  const std::function<void()> stop_;
  std::thread thread_;
};

} // namespace palabre::cli
