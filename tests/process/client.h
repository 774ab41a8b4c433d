// The least of an HTTP client: one connection, one request at a time, and nothing hidden of what travels.
#pragma once

#include <optional>
#include <string>

#include "shared/model/thread.h"
#include "shared/wire/codec.h"
#include "shared/wire/routes.h"

namespace palabre::test {

struct Answer {
  int status{0}; // 0: the connection broke before the answer was whole
  std::string body;
};

class Connection {
public:
  explicit Connection(int port);
  ~Connection();
  Connection(Connection&& other) noexcept : socket_(other.socket_) { other.socket_ = -1; }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  bool send(const std::string& bytes) const;
  // The next whole answer; an interim one (100) only when `interim` asks for it.
  Answer receive();
  Answer receive_interim();
  [[nodiscard]] int socket() const { return socket_; }

private:
  bool read_more();
  Answer read_answer();

  int socket_;
  std::string buffer_;
};

[[nodiscard]] std::string get_request(const std::string& target);
// With more header lines, each ending in CRLF.
[[nodiscard]] std::string json_request(const std::string& method, const std::string& target, const std::string& body,
                                       const std::string& headers = {});
[[nodiscard]] std::string post_request(const wire::PostComment& message);
[[nodiscard]] wire::PostComment message(const std::string& body);

// One request on a connection of its own.
Answer ask(int port, const std::string& request);
wire::PostedComment post(int port, const std::string& body);
// All pages of /page on the site `blog`, oldest first.
ThreadPage read_thread(int port, const std::string& site = "blog", const std::string& page = "/page");

} // namespace palabre::test
