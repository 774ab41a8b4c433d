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

CataloguePtr with_readers_words(Language language, std::string_view more_text) {
  Expected<wire::JsonValue> words = wire::parse_json(built_in_catalogue_text(language));
  const Expected<wire::JsonValue> more = wire::parse_json(more_text);
  if (!words) return nullptr;
  if (more) words->children.insert(words->children.end(), more->children.begin(), more->children.end());
  return std::make_shared<const Catalogue>(*words);
}

std::array<CataloguePtr, languages.size()> read_engage() {
  std::array<CataloguePtr, languages.size()> all;
  for (const Language language : languages) {
    all[static_cast<std::size_t>(language)] = with_readers_words(language, engage_catalogue_text(language));
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
  return {language, with_readers_words(language, desk_catalogue_text(language))};
}

std::string_view engage_catalogue_text(Language language) {
  return text_named("engage/" + std::string(to_name(language)));
}

Messages engage_messages(Language language) {
  static const std::array<CataloguePtr, languages.size()> all = read_engage();
  return {language, all[static_cast<std::size_t>(language)]};
}

Messages built_in_messages(Language language) {
  static const std::array<CataloguePtr, languages.size()> all = read_all();
  return {language, all[static_cast<std::size_t>(language)]};
}

} // namespace palabre::view
