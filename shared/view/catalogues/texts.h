// What embed.cmake writes: the files of this folder.
#pragma once

#include <string_view>
#include <vector>

namespace palabre::view {

struct CatalogueText {
  std::string_view language; // the file's name without its extension; "desk/fr" of the desk's
  std::string_view json;
};
[[nodiscard]] const std::vector<CatalogueText>& catalogue_texts();

} // namespace palabre::view
