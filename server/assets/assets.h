// The widget's files inside the executable, with their compressed forms made at build time.
#pragma once

#include <string_view>

namespace palabre::assets {

struct Asset {
  std::string_view
      name; // "embed.js", "palabre.js", "palabre-more.js", "palabre.wasm", "palabre.css", "messages/fr.json"
  std::string_view content_type;
  std::string_view identity;
  std::string_view gzip;
  std::string_view brotli;
  std::string_view etag; // quoted
};

// nullptr: not built in.
[[nodiscard]] const Asset* find(std::string_view name);

} // namespace palabre::assets
