// Any bytes as a path, and any key through a path and back.
#include "shared/text/utf8.h"
#include "shared/wire/routes.h"
#include "tests/fuzz/property.h"

using namespace palabre;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view raw = fuzz::as_text(data, size);
  if (const std::optional<std::string> page = wire::page_of_plain_path(raw)) {
    fuzz::require(!page->empty() && text::is_valid_utf8(*page), "a key is text");
  }
  fuzz::require(wire::percent_decode(wire::percent_encode(raw)) == raw, "every byte survives");
  const std::string key = text::replace_invalid_utf8(raw);
  if (key.empty()) return 0;
  const std::string path = wire::plain_thread_url("blog", key);
  fuzz::require(path.rfind("/t/blog/", 0) == 0, "behind its site");
  fuzz::require(path.find("/../") == std::string::npos && path.find("/./") == std::string::npos &&
                    path.find("//") == std::string::npos && path.find_first_of("?#") == std::string::npos,
                "nothing that a browser rewrites");
  fuzz::require(wire::page_of_plain_path(std::string_view(path).substr(7)) == key, "a key goes there and back");
  return 0;
}
