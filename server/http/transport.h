// cpp-httplib, and what it is not made for: thousands of keep-alive connections, slow clients, one send an answer. Only
// transport.cpp includes httplib.h.
//
// Every head is read strictly by head.h under a time limit. A request without a body is answered from there; one with
// a body goes through httplib's own reader (lengths, chunks, 100-continue).
#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include "server/http/message.h"
#include "server/http/server.h"

namespace palabre::http {

// The application, as the transport sees it. All are called from many threads at once and do not throw.
struct Handling {
  std::function<Response(const Request&)> answer;
  // Before the body is read: how large it may be, in bytes, or why it is not wanted.
  std::function<Expected<std::size_t>(const Request&)> admit;
  std::function<void(int status)> refused; // a request that never reached answer()
};

class Transport {
public:
  Transport(ServerOptions options, Handling handling);
  ~Transport();
  Transport(const Transport&) = delete;
  Transport& operator=(const Transport&) = delete;

  Expected<int> bind();
  void run();
  void stop();
  [[nodiscard]] std::size_t open_connections() const;

private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

} // namespace palabre::http
