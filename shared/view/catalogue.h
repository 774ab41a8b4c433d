// The one table of messages: a key and its words in every language, so no language can lack a key.
#pragma once

#include <cstddef>
#include <string_view>

namespace palabre::view {

struct CatalogueEntry {
  std::string_view key;
  std::string_view en;
  std::string_view fr;
};

// In no order; keys are unique.
struct Catalogue {
  const CatalogueEntry* entries;
  std::size_t size;
  [[nodiscard]] const CatalogueEntry* begin() const { return entries; }
  [[nodiscard]] const CatalogueEntry* end() const { return entries + size; }
};
[[nodiscard]] Catalogue catalogue();

} // namespace palabre::view
