// The head of an HTTP/1.1 message: request line and headers, read strictly (RFC 9112), so that no two readers can
// disagree about where a message ends.
#pragma once

#include <optional>
#include <string_view>

#include "server/http/message.h"

namespace palabre::http {

inline constexpr std::size_t head_limit = 16 * 1024;
inline constexpr std::size_t target_limit = 8 * 1024;
inline constexpr std::size_t header_count_limit = 100;

enum class Framing : std::uint8_t { no_body, length, chunked };

struct Head {
  Request request; // without body and peer
  Framing framing{Framing::no_body};
  std::uint64_t length{0}; // with Framing::length
  bool keep_alive{true};
};

// `text` ends with the empty line. malformed_request, uri_too_long, headers_too_large; the field is the header's name.
[[nodiscard]] Expected<Head> parse_head(std::string_view text);

} // namespace palabre::http
