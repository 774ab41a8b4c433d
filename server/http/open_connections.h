// The connections that are open, to end them: all at a stop, the one that has been waiting longest when there is no
// thread left for a new one. So neither idle connections nor heads that dribble can keep readers out.
#pragma once

#include <cstddef>
#include <mutex>
#include <unordered_map>

#include "server/http/connection.h"

namespace palabre::http {

class OpenConnections {
public:
  void add(int socket, const Connection& connection);
  void remove(int socket);
  [[nodiscard]] std::size_t count() const;

  // Ends all that wait, for good: a request under way is still read, within its time limit, and answered.
  void end_waiting();
  // Ends the connection that has been without a whole request for the longest time; false: all are being answered.
  [[nodiscard]] bool end_longest_waiting();

private:
  mutable std::mutex mutex_;
  std::unordered_map<int, const Connection*> open_; // by socket
};

// The numeric address of the other end; empty when it is gone.
[[nodiscard]] std::string peer_address(int socket);

// A thousand connections and the database need more than the usual thousand file descriptors: asks for as many as the
// system gives, and answers with the number of connections for which there is room, at most `wished`.
[[nodiscard]] std::size_t make_room_for_connections(std::size_t wished);

} // namespace palabre::http
