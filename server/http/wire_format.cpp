#include "server/http/wire_format.h"

#include <array>
#include <ctime>

#include "shared/wire/status.h"

namespace palabre::http {

std::string http_date() {
  thread_local std::time_t formatted_for = 0; // once a second and thread, not once a response
  thread_local std::string text;
  const std::time_t now = std::time(nullptr);
  if (now != formatted_for) {
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::array<char, 40> buffer{};
    const std::size_t size = std::strftime(buffer.data(), buffer.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
    text.assign(buffer.data(), size);
    formatted_for = now;
  }
  return text;
}

std::string format_head(const Response& response, KeepAlive keep_alive) {
  std::string out;
  out.reserve(512 + response.ready_headers.size());
  out.append("HTTP/1.1 ").append(std::to_string(response.status)).append(" ");
  out.append(wire::status_phrase(response.status)).append("\r\nDate: ").append(http_date()).append("\r\n");
  out.append(response.ready_headers);
  for (const auto& [name, value] : response.headers) {
    out.append(name).append(": ").append(value).append("\r\n");
  }
  if (response.status != 204 && response.status != 304) {
    out.append("Content-Length: ").append(std::to_string(response.body().size())).append("\r\n");
  }
  out.append(keep_alive == KeepAlive::yes ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n");
  return out;
}

} // namespace palabre::http
