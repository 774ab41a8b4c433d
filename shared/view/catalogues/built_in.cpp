#include "shared/view/catalogues/built_in.h"

#include <array>

#include "shared/view/catalogues/texts.h"

namespace palabre::view {
namespace {

using CataloguePtr = std::shared_ptr<const Catalogue>;

std::array<CataloguePtr, languages.size()> read_all() {
  std::array<CataloguePtr, languages.size()> all;
  for (const Language language : languages) {
    const Expected<wire::JsonValue> json = wire::parse_json(built_in_catalogue_text(language));
    if (json) all[static_cast<std::size_t>(language)] = std::make_shared<const Catalogue>(*json);
  }
  return all;
}

} // namespace

std::string_view built_in_catalogue_text(Language language) {
  for (const CatalogueText& one : catalogue_texts()) {
    if (one.language == to_name(language)) return one.json;
  }
  return {};
}

Messages built_in_messages(Language language) {
  static const std::array<CataloguePtr, languages.size()> all = read_all();
  return {language, all[static_cast<std::size_t>(language)]};
}

} // namespace palabre::view
