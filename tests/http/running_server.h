// A whole server on a real store in a directory of its own, on a port that the kernel chose, with a clock that the test
// turns. It knows the site "blog" of https://blog.example and the site "other" of https://other.example.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <thread>

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "server/http/server.h"
#include "tests/http/client.h"
#include "tests/support/temporary_directory.h"

namespace palabre::test {

inline constexpr const char* origin = "https://blog.example";

class RunningServer {
public:
  explicit RunningServer(const std::function<void(http::ServerOptions&)>& adjust = {});
  ~RunningServer();
  RunningServer(const RunningServer&) = delete;
  RunningServer& operator=(const RunningServer&) = delete;

  [[nodiscard]] int port() const { return port_; }
  [[nodiscard]] storage::Store& store() { return *store_; }
  [[nodiscard]] const std::string& directory() const { return directory_.path(); }
  // One request on a connection of its own.
  [[nodiscard]] Reply ask(std::string_view method, std::string_view target, const Headers& headers = {},
                          std::string_view body = {}) const;
  [[nodiscard]] Reply get(std::string_view target, const Headers& headers = {}) const;
  [[nodiscard]] Reply post_json(std::string_view target, std::string_view json, Headers headers = {}) const;
  // Posts on the site "blog" and answers with the 201's JSON.
  [[nodiscard]] nlohmann::json post(const std::string& page, const std::string& body) const;
  // Stops and waits until run() has returned.
  void stop();
  void check_alive() const;

  std::atomic<std::int64_t> now{1'700'000'000'000}; // ms

private:
  TemporaryDirectory directory_;
  std::unique_ptr<storage::Store> store_;
  std::unique_ptr<http::Server> server_;
  int port_{0};
  std::thread thread_;
};

[[nodiscard]] std::string comment_json(const std::string& page, const std::string& body,
                                       const std::string& site = "blog");
// A problem document with this status, code and field, said by the right content type.
void check_problem(const Reply& reply, int status, const std::string& code, const std::string& field = {});

} // namespace palabre::test
