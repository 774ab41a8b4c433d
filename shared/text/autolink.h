// Addresses that people write without any markup: https://…, www.…, name@host. md4c has its own search for them, which
// misses accents, percent signs, ports and brackets in paths; so this one is ours. The rules are those of GitHub's
// "extended autolinks", plus French and East Asian punctuation around an address.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/text/markdown.h"

namespace palabre::text {

struct FoundAddress {
  std::size_t begin; // bytes in the text
  std::size_t end;
  std::string href; // passes is_safe_link
};

// In their order, without overlaps; linear in the text, which must be valid UTF-8.
[[nodiscard]] std::vector<FoundAddress> find_addresses(std::string_view text);

// What CommonMark allows in a destination and an address does not, percent-encoded.
[[nodiscard]] std::string escape_destination(std::string_view destination);

// Turns the addresses in all texts outside links into links, where the nesting limit leaves room for one.
void link_addresses(std::vector<Span>& spans);

} // namespace palabre::text
