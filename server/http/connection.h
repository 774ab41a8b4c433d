// One client's socket: whole request heads in, responses out in one system call where the kernel takes them, and a
// clock on everything, so that a client who dribbles bytes cannot hold a thread.
#pragma once

#include <atomic>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include <sys/types.h>

#include "server/http/server.h"

namespace palabre::http {

class Connection {
public:
  using Clock = std::chrono::steady_clock;
  enum class HeadResult : std::uint8_t { complete, closed, too_slow, too_large, malformed };

  // `socket` stays the caller's. Its SO_RCVTIMEO is the idle time.
  Connection(int socket, const TimeLimits& limits) : socket_(socket), limits_(limits) {}

  // Before read_head(), so that whoever ends waiting connections finds this one from here on.
  void start_waiting() { waiting_since_ = Clock::now(); }
  // Waits for the next request and reads at least its head. `closed` also after the idle time.
  [[nodiscard]] HeadResult read_head();
  // From the request line to the empty line; good until the next read_head().
  [[nodiscard]] std::string_view head() const { return std::string_view(buffer_).substr(0, head_size_); }
  // What was read of a head that is not complete, to tell why it was refused.
  [[nodiscard]] std::string_view seen() const { return buffer_; }

  // The bytes after the head, for the body. 0: closed; -1: error, or the time for the body is over (timed_out()).
  [[nodiscard]] ssize_t read_body(char* to, std::size_t size);
  [[nodiscard]] bool has_buffered_body() const { return taken_ < buffer_.size(); }
  [[nodiscard]] bool timed_out() const { return timed_out_; }

  // Since when there is no whole request to answer; nullopt: one is being answered. From any thread.
  [[nodiscard]] std::optional<Clock::time_point> waiting_since() const;

  // Both parts, one after the other; false: the client is gone or too slow.
  [[nodiscard]] bool write(std::string_view first, std::string_view second = {});

  // Says that nothing more comes, then reads what the client still sends for a moment: closing on unread bytes would
  // reset the connection and destroy a response on its way.
  void close_gently();

private:
  [[nodiscard]] bool wait_until(short events, Clock::time_point deadline);
  [[nodiscard]] ssize_t receive_first();
  [[nodiscard]] ssize_t receive_more(char* to, std::size_t size, Clock::time_point deadline);
  void drop_answered();
  [[nodiscard]] std::size_t drop_empty_lines();

  int socket_;
  const TimeLimits& limits_;
  std::string buffer_;       // the head and whatever came with it
  std::size_t head_size_{0}; // 0: none read
  std::size_t taken_{0};     // how much of the buffer has been handed out
  Clock::time_point body_deadline_{};
  std::atomic<Clock::time_point> waiting_since_{Clock::now()}; // the epoch: not waiting
  bool timed_out_{false};
};

} // namespace palabre::http
