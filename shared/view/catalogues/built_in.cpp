#include "shared/view/catalogues/built_in.h"

#include <array>

#include "shared/view/catalogues/texts.h"

namespace palabre::view {
namespace {

using CataloguePtr = std::shared_ptr<const Catalogue>;

std::string_view text_named(std::string_view name) {
  for (const CatalogueText& one : catalogue_texts()) {
    if (one.language == name) return one.json;
  }
  return {};
}

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
  return text_named(to_name(language));
}

std::string_view desk_catalogue_text(Language language) {
  const std::string_view text = text_named("desk/" + std::string(to_name(language)));
  return text.empty() ? text_named("desk/en") : text;
}

Messages desk_messages(Language language) {
  Expected<wire::JsonValue> words = wire::parse_json(built_in_catalogue_text(language));
  const Expected<wire::JsonValue> more = wire::parse_json(desk_catalogue_text(language));
  if (!words || !more) return built_in_messages(language);
  words->children.insert(words->children.end(), more->children.begin(), more->children.end());
  return {language, std::make_shared<const Catalogue>(*words)};
}

Messages built_in_messages(Language language) {
  static const std::array<CataloguePtr, languages.size()> all = read_all();
  return {language, all[static_cast<std::size_t>(language)]};
}

} // namespace palabre::view
