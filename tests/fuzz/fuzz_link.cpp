// Any bytes as an address: what is_safe_link lets through begins with its scheme and holds nothing that a browser would
// drop, turn round or take for another host.
#include "shared/text/markdown.h"
#include "shared/text/utf8.h"
#include "tests/fuzz/property.h"

using namespace palabre;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view href = fuzz::as_text(data, size);
  const bool web = text::is_web_address(href);
  const bool safe = text::is_safe_link(href);
  fuzz::require(safe || !web, "a web address is a safe link");
  if (!safe) return 0;
  std::string scheme(href.substr(0, href.find(':')));
  for (char& c : scheme) c = static_cast<char>(c | 0x20);
  fuzz::require(web ? scheme == "http" || scheme == "https" : scheme == "mailto", "one of three schemes");
  fuzz::require(text::is_valid_utf8(href) && !text::find_forbidden(href), "well-formed and without controls");
  fuzz::require(href.find_first_of(" \t\r\n\\<>\"`") == std::string_view::npos, "no character browsers rewrite");
  if (!web) return 0;
  const std::string_view authority = href.substr(scheme.size() + 3);
  const std::string_view host = authority.substr(0, authority.find_first_of("/?#"));
  fuzz::require(!host.empty() && host.find_first_of("@%") == std::string_view::npos, "a host without user information");
  return 0;
}
