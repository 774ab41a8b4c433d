// The links of a comment's Markdown body, as a filter sees them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/text/fold.h"

namespace palabre::rules {

enum LinkTrait : std::uint8_t {
  shortener = 1,
  punycode = 2,        // or look-alikes of other scripts in the host
  mismatch = 4,        // its text, or its user name, shows another host
  numeric_host = 8,    // an IP address
  spelled_out = 16,    // "example dot com", "example[.]com", hxxp://
  foreign_markup = 32, // [url=…], <a href=…>: written for other places than this one
};

struct Link {
  std::string host;         // lower case, without www.
  std::uint32_t begin, end; // bytes of the body
  std::uint8_t traits;
};

// Linear. Explicit links, autolinks, and bare addresses: with a scheme, www., or a top-level domain that is no word of
// a sentence without a blank ("fini.la suite"). An e-mail address is none.
[[nodiscard]] std::vector<Link> find_links(const text::Folded& body);

// Domains with all that lies below them: evil.tld holds www.evil.tld, and not devil.tld.
class DomainSet {
public:
  DomainSet() = default;
  // As people write them: *.evil.tld, https://www.evil.tld/x and EVIL.tld are all evil.tld.
  explicit DomainSet(const std::vector<std::string>& domains);
  [[nodiscard]] bool contains(std::string_view host) const;
  [[nodiscard]] bool empty() const { return domains_.empty(); }

private:
  std::vector<std::string> domains_; // sorted
};

// The part of a host that somebody registered: example.co.uk of blog.example.co.uk.
[[nodiscard]] std::string_view registered_domain(std::string_view host);

} // namespace palabre::rules
