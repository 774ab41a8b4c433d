// What embed.cmake writes: the files as the linker placed them.
#pragma once

#include <vector>

namespace palabre::assets {

struct Embedded {
  const char* name;
  const char* etag; // quoted
  const char* identity;
  const char* identity_end;
  const char* gzip;
  const char* gzip_end;
  const char* brotli;
  const char* brotli_end;
};

[[nodiscard]] std::vector<Embedded> embedded();

} // namespace palabre::assets
