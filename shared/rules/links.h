// The links of a comment's Markdown body, as a filter sees them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace palabre::rules {

enum LinkTrait : std::uint8_t {
  shortener = 1,
  punycode = 2,     // or mixed scripts in the host
  mismatch = 4,     // its text shows another host
  numeric_host = 8, // an IP address
};

struct Link {
  std::string host;         // lower case, without www.
  std::uint32_t begin, end; // bytes of the body
  std::uint8_t traits;
};

// Linear. Explicit links, autolinks, and bare addresses (with a scheme, www., or a known top-level domain).
[[nodiscard]] std::vector<Link> find_links(std::string_view body);

} // namespace palabre::rules
