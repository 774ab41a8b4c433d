// The framing of a chunked body (RFC 9112, section 7.1), checked byte by byte as httplib reads it. httplib takes sizes
// with strtoul, so " +0x5 anything" is a 5 to it: a proxy in front that reads the same bytes otherwise would see other
// requests than we do. It also takes trailers without end.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace palabre::http {

class ChunkFraming {
public:
  // Bytes of sizes' extensions and of trailers together; both are read and never used.
  static constexpr std::size_t extras_limit = 4'096;

  // False from the first byte on that cannot stand there. Bytes after the body's end are not looked at.
  [[nodiscard]] bool accept(std::string_view bytes);

private:
  enum class State : std::uint8_t {
    size,
    extension,
    size_end,
    data,
    data_cr,
    data_lf,
    trailer,
    trailer_lf,
    ended,
    bad
  };

  [[nodiscard]] State after(char byte);
  [[nodiscard]] State after_size(char byte);
  [[nodiscard]] State after_size_line();
  [[nodiscard]] State extra(char byte, State line, State line_end);

  State state_{State::size};
  std::uint64_t size_{0}; // told so far; then what is left of the chunk
  unsigned digits_{0};    // of the size
  std::size_t line_{0};   // bytes of the trailer's line
  std::size_t extras_{0};
};

} // namespace palabre::http
