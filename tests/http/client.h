// A client made of a bare socket, so that a test may send any bytes at any pace.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace palabre::test {

struct Reply {
  int status{0};
  std::map<std::string, std::string> headers; // names in lower case; of repeated ones all, joined with " | "
  std::string body;

  [[nodiscard]] std::string header(const std::string& name) const;
};

using Headers = std::vector<std::pair<std::string, std::string>>;

class RawClient {
public:
  explicit RawClient(int port);
  ~RawClient();
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  // False once the server has closed the connection.
  bool send(std::string_view bytes);
  // The next whole reply; nullopt when the server closes first, or is silent for the patience of a test (20 s).
  // A 100 Continue is a reply of its own. `bodiless`: the answer to a HEAD.
  [[nodiscard]] std::optional<Reply> receive(bool bodiless = false);
  // Whether the server has closed, or does so before the patience ends.
  [[nodiscard]] bool closed();

private:
  bool fill();

  int socket_;
  std::string buffer_;
};

[[nodiscard]] std::string request_text(std::string_view method, std::string_view target, const Headers& headers = {},
                                       std::string_view body = {});

} // namespace palabre::test
