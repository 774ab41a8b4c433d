// What is known of hosts by name. All names are lower case.
#pragma once

#include <cstdint>
#include <string_view>

namespace palabre::rules {

enum class TopLevel : std::uint8_t {
  unknown,
  word,  // also a word, or a file's ending: only an address when more of it looks like one
  clear, // after a dot it is an address
};
[[nodiscard]] TopLevel top_level(std::string_view label);

// Hosts that lead anywhere: the address tells nothing of what is behind.
[[nodiscard]] bool is_shortener(std::string_view host);

} // namespace palabre::rules
