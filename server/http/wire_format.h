// A response as the bytes of its head.
#pragma once

#include <string>

#include "server/http/message.h"

namespace palabre::http {

enum class KeepAlive : std::uint8_t { yes, no };

// Status line, headers, Date, Content-Length (but for 204 and 304) and the empty line.
[[nodiscard]] std::string format_head(const Response& response, KeepAlive keep_alive);
// "Fri, 20 Nov 2026 11:16:58 GMT", now.
[[nodiscard]] std::string http_date();

} // namespace palabre::http
