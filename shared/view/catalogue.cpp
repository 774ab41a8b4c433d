#include "shared/view/catalogue.h"

#include <algorithm>

namespace palabre::view {
namespace {

template <class Entries> auto place_of(Entries& entries, std::string_view key) {
  return std::lower_bound(entries.begin(), entries.end(), key,
                          [](const auto& entry, std::string_view wanted) { return entry.first < wanted; });
}

} // namespace

Catalogue::Catalogue(const wire::JsonValue& object) {
  if (object.kind != wire::JsonKind::object) return;
  entries_.reserve(object.children.size());
  for (const wire::JsonValue& one : object.children) {
    if (one.kind == wire::JsonKind::string) entries_.emplace(place_of(entries_, one.name), one.name, one.text);
  }
}

const std::string* Catalogue::find(std::string_view key) const {
  const auto found = place_of(entries_, key);
  return found != entries_.end() && found->first == key ? &found->second : nullptr;
}

} // namespace palabre::view
