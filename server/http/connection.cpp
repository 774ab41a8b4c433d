#include "server/http/connection.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include <poll.h>
#include <sys/socket.h>
#include <sys/uio.h>

#include "server/http/head.h"

namespace palabre::http {
namespace {

constexpr std::size_t chunk = 8 * 1024;
constexpr std::size_t slowest_write = 16 * 1024; // bytes a second
constexpr std::chrono::milliseconds linger_time{1'000};
constexpr std::size_t linger_bytes = 32 * 1024 * 1024;
constexpr std::size_t empty_lines_limit = 16; // in front of a request
constexpr std::string_view end_of_head = "\r\n\r\n";

// What no head begins with or has inside, so that nobody waits for its end: a TLS greeting, a line that ends without
// CR.
bool cannot_be_a_head(std::string_view seen) {
  if (seen.empty()) return false;
  const auto first = static_cast<unsigned char>(seen.front());
  if (first != '\r' && (first <= 0x20 || first >= 0x7f)) return true;
  for (std::size_t at = seen.find('\n'); at != std::string_view::npos; at = seen.find('\n', at + 1)) {
    if (seen[at - 1] != '\r') return true;
  }
  return false;
}

} // namespace

bool Connection::wait_until(short events, Clock::time_point deadline) {
  while (true) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) return false;
    pollfd one{socket_, events, 0};
    const int result = ::poll(&one, 1, static_cast<int>(std::min<long>(left, 60'000)));
    if (result > 0) return true;
    if (result < 0 && errno != EINTR) return false;
  }
}

// Blocks for the idle time at most: one system call for a request that is there or comes.
ssize_t Connection::receive_first() {
  const std::size_t had = buffer_.size();
  buffer_.resize(had + chunk);
  ssize_t count = 0;
  do {
    count = ::recv(socket_, buffer_.data() + had, chunk, 0);
  } while (count < 0 && errno == EINTR);
  buffer_.resize(had + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
  return count;
}

ssize_t Connection::receive_more(char* to, std::size_t size, Clock::time_point deadline) {
  while (true) {
    const ssize_t count = ::recv(socket_, to, size, MSG_DONTWAIT);
    if (count >= 0) return count;
    if (errno == EINTR) continue;
    if (errno != EAGAIN && errno != EWOULDBLOCK) return -1;
    if (!wait_until(POLLIN, deadline)) {
      timed_out_ = true;
      return -1;
    }
  }
}

void Connection::drop_answered() {
  buffer_.erase(0, std::max(taken_, head_size_));
  head_size_ = 0;
  taken_ = 0;
  timed_out_ = false;
}

// Some clients end a body with one. How many there were.
std::size_t Connection::drop_empty_lines() {
  std::size_t bytes = 0;
  while (buffer_.compare(bytes, 2, "\r\n") == 0) bytes += 2;
  buffer_.erase(0, bytes);
  return bytes / 2;
}

std::optional<Connection::Clock::time_point> Connection::waiting_since() const {
  const Clock::time_point since = waiting_since_;
  return since == Clock::time_point{} ? std::nullopt : std::optional(since);
}

Connection::HeadResult Connection::read_head() {
  drop_answered();
  if (buffer_.empty() && receive_first() <= 0) return HeadResult::closed;
  const Clock::time_point deadline = Clock::now() + limits_.head;
  std::size_t searched = 0;
  std::size_t empty_lines = 0;
  while (true) {
    empty_lines += drop_empty_lines();
    if (empty_lines > empty_lines_limit) return HeadResult::malformed;
    const std::size_t end = buffer_.find(end_of_head, searched);
    if (end != std::string::npos && end + end_of_head.size() <= head_limit) {
      head_size_ = taken_ = end + end_of_head.size();
      body_deadline_ = Clock::now() + limits_.body;
      waiting_since_ = Clock::time_point{};
      return HeadResult::complete;
    }
    if (buffer_.size() >= head_limit) return HeadResult::too_large;
    if (cannot_be_a_head(buffer_)) return HeadResult::malformed;
    searched = buffer_.size() < 3 ? 0 : buffer_.size() - 3;
    std::array<char, chunk> bytes; // filled by the kernel
    const ssize_t count = receive_more(bytes.data(), bytes.size(), deadline);
    if (count <= 0) return timed_out_ ? HeadResult::too_slow : HeadResult::closed;
    buffer_.append(bytes.data(), static_cast<std::size_t>(count));
  }
}

ssize_t Connection::read_body(char* to, std::size_t size) {
  if (has_buffered_body()) {
    const std::size_t count = std::min(size, buffer_.size() - taken_);
    std::memcpy(to, buffer_.data() + taken_, count);
    taken_ += count;
    return static_cast<ssize_t>(count);
  }
  return receive_more(to, size, body_deadline_);
}

bool Connection::write(std::string_view first, std::string_view second) {
  const auto allowance = std::chrono::seconds((first.size() + second.size()) / slowest_write);
  Clock::time_point deadline{};
  while (!first.empty() || !second.empty()) {
    std::array<iovec, 2> parts{iovec{const_cast<char*>(first.data()), first.size()}, // sendmsg only reads
                               iovec{const_cast<char*>(second.data()), second.size()}};
    msghdr message{};
    message.msg_iov = parts.data();
    message.msg_iovlen = second.empty() ? 1 : 2;
    const ssize_t sent = ::sendmsg(socket_, &message, MSG_DONTWAIT | MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent < 0 && errno != EAGAIN && errno != EWOULDBLOCK) return false;
    if (sent < 0) {
      const auto now = Clock::now();
      if (deadline == Clock::time_point{}) deadline = now + limits_.write + allowance;
      if (!wait_until(POLLOUT, std::min(deadline, now + limits_.write))) return false;
      continue;
    }
    const auto count = static_cast<std::size_t>(sent);
    const std::size_t of_first = std::min(count, first.size());
    first.remove_prefix(of_first);
    second.remove_prefix(count - of_first);
  }
  return true;
}

void Connection::close_gently() {
  if (::shutdown(socket_, SHUT_WR) != 0) return;
  const Clock::time_point deadline = Clock::now() + linger_time;
  std::array<char, chunk> bytes; // filled by the kernel
  std::size_t total = 0;
  while (total < linger_bytes) {
    const ssize_t count = receive_more(bytes.data(), bytes.size(), deadline);
    if (count <= 0) return;
    total += static_cast<std::size_t>(count);
  }
}

} // namespace palabre::http
