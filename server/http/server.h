// The HTTP face: cpp-httplib behind this wall only.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "server/service/comments.h"

namespace palabre::http {

// How long the server waits for a client; whole lengths of time, however the bytes dribble in.
struct TimeLimits {
  std::chrono::milliseconds head{10'000};  // from a request's first byte to the end of its headers
  std::chrono::milliseconds body{20'000};  // from there to the end of its body
  std::chrono::milliseconds idle{15'000};  // between two requests of one connection
  std::chrono::milliseconds write{30'000}; // without any progress; for a whole response a second more every 16 KiB
};

enum class RateLimits : std::uint8_t { on, off };

struct ServerOptions {
  std::string host{"127.0.0.1"};
  int port{8080};                           // 0: the kernel picks
  std::string demo_directory;               // served under /demo/; empty: none
  std::vector<std::string> trusted_proxies; // CIDR; X-Forwarded-For and -Proto are believed from these only
  RateLimits rate_limits{RateLimits::on};
  std::size_t max_connections{1024};
  std::size_t body_limit{
      160 * 1024}; // bytes of a JSON body: 10,000 code points, each as two \u escapes; a form may be thrice that
  TimeLimits time_limits{};
};

class Server {
public:
  // Sites are looked up through the context's store; `reload_sites` after a change.
  Server(service::Context context, ServerOptions options);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  // Binds; the port that was bound, or an error for people (address in use, no permission).
  Expected<int> bind();
  // Serves until stop(); requests under way are answered first.
  void run();
  void stop(); // from any thread, once or more

private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// The OpenAPI 3.1 document, written from wire::routes().
[[nodiscard]] std::string openapi_document();

} // namespace palabre::http
