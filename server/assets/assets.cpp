#include "server/assets/assets.h"

#include <algorithm>
#include <array>
#include <utility>

#include "server/assets/embedded.h"

namespace palabre::assets {
namespace {

std::string_view between(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

std::string_view content_type(std::string_view name) {
  using Type = std::pair<std::string_view, std::string_view>;
  constexpr std::array<Type, 6> types{{{".html", "text/html; charset=utf-8"},
                                       {".js", "text/javascript; charset=utf-8"},
                                       {".wasm", "application/wasm"},
                                       {".css", "text/css; charset=utf-8"},
                                       {".json", "application/json"},
                                       {".svg", "image/svg+xml"}}};
  const std::size_t dot = name.rfind('.');
  for (const auto& [extension, type] : types) {
    if (dot != std::string_view::npos && name.substr(dot) == extension) return type;
  }
  return "application/octet-stream";
}

std::vector<Asset> load() {
  std::vector<Asset> all;
  for (const Embedded& file : embedded()) {
    all.push_back({file.name, content_type(file.name), between(file.identity, file.identity_end),
                   between(file.gzip, file.gzip_end), between(file.brotli, file.brotli_end), file.etag});
  }
  return all;
}

} // namespace

const Asset* find(std::string_view name) {
  static const std::vector<Asset> all = load();
  const auto found = std::find_if(all.begin(), all.end(), [name](const Asset& asset) { return asset.name == name; });
  return found == all.end() ? nullptr : &*found;
}

} // namespace palabre::assets
