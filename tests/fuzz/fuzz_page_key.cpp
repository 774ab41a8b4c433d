// Keys of any text: a URL's key is a path, and the key of that path on any host is itself.
#include "shared/model/page_key.h"
#include "tests/fuzz/property.h"

using namespace palabre;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string key = page_key_of_url(fuzz::as_text(data, size));
  fuzz::require(key.size() <= 3 * size + 1, "a key is hardly longer than its URL");
  const std::string path = page_key_of_url("https://blog.example/" + std::string(fuzz::as_text(data, size)));
  fuzz::require(!path.empty() && path.front() == '/', "a URL's key begins with a slash");
  fuzz::require(path.find('#') == std::string::npos, "without fragment");
  fuzz::require(page_key_of_url("http://other.example" + path) == path, "the key of a key is itself");
  return 0;
}
