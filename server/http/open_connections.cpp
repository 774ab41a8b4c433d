#include "server/http/open_connections.h"

#include <algorithm>
#include <array>

#include <arpa/inet.h>
#include <sys/resource.h>
#include <sys/socket.h>

namespace palabre::http {
namespace {

constexpr rlim_t other_descriptors = 64; // the database, logs, the listening socket

}

void OpenConnections::add(int socket, const Connection& connection) {
  const std::lock_guard lock(mutex_);
  open_.emplace(socket, &connection);
}

void OpenConnections::remove(int socket) {
  const std::lock_guard lock(mutex_);
  open_.erase(socket);
}

std::size_t OpenConnections::count() const {
  const std::lock_guard lock(mutex_);
  return open_.size();
}

void OpenConnections::end_waiting() {
  const std::lock_guard lock(mutex_);
  for (const auto& [socket, connection] : open_) {
    if (connection->waiting_since()) ::shutdown(socket, SHUT_RD);
  }
}

bool OpenConnections::end_longest_waiting() {
  const std::lock_guard lock(mutex_);
  const auto none = Connection::Clock::time_point::max();
  auto longest = open_.end();
  auto since = none;
  for (auto it = open_.begin(); it != open_.end(); ++it) {
    const auto waiting = it->second->waiting_since().value_or(none);
    if (waiting < since) {
      since = waiting;
      longest = it;
    }
  }
  if (longest == open_.end()) return false;
  ::shutdown(longest->first, SHUT_RD);
  return true;
}

std::string peer_address(int socket) {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (::getpeername(socket, reinterpret_cast<sockaddr*>(&address), &size) != 0) return {};
  const void* bytes = address.ss_family == AF_INET6
                          ? static_cast<const void*>(&reinterpret_cast<const sockaddr_in6*>(&address)->sin6_addr)
                          : static_cast<const void*>(&reinterpret_cast<const sockaddr_in*>(&address)->sin_addr);
  if (::inet_ntop(address.ss_family, bytes, text.data(), text.size()) == nullptr) return {};
  return text.data();
}

std::size_t make_room_for_connections(std::size_t wished) {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return wished;
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) return wished;
  const rlim_t room = limit.rlim_cur > 2 * other_descriptors ? limit.rlim_cur - other_descriptors : other_descriptors;
  return std::min<std::size_t>(wished, room);
}

} // namespace palabre::http
