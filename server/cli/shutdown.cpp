#include "server/cli/shutdown.h"

#include <csignal>
#include <cstdlib>
#include <utility>

#include <pthread.h>

#include <spdlog/spdlog.h>

namespace palabre::cli {
namespace {

constexpr int wake_up = SIGUSR1; // ends the watching thread

sigset_t watched_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGTERM, SIGINT, wake_up}) sigaddset(&signals, signal);
  return signals;
}

void watch(const std::function<void()>& stop) {
  const sigset_t signals = watched_signals();
  bool asked = false;
  for (;;) {
    int signal = 0;
    if (sigwait(&signals, &signal) != 0) continue;
    if (signal == wake_up) return;
    if (asked) std::_Exit(128 + signal);
    asked = true;
    spdlog::info("event=stopping signal={}", signal);
    stop();
  }
}

} // namespace

void block_shutdown_signals() {
  std::signal(SIGPIPE, SIG_IGN); // a client that goes away is an error of its own write, not our end
  const sigset_t signals = watched_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

ShutdownWatch::ShutdownWatch(std::function<void()> stop) : stop_(std::move(stop)), thread_([this] { watch(stop_); }) {}

ShutdownWatch::~ShutdownWatch() {
  pthread_kill(thread_.native_handle(), wake_up);
  thread_.join();
}

} // namespace palabre::cli
