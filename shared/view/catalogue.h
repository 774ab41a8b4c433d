// The words of one language, by key. The server and the tests have all catalogues built in (catalogues/built_in.h); the
// widget is handed the one it needs, so that readers download no other.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/wire/json_reader.h"

namespace palabre::view {

class Catalogue {
public:
  Catalogue() = default;
  // The members of {"key":"text",…}; what is no text is left out.
  explicit Catalogue(const wire::JsonValue& object);

  [[nodiscard]] const std::string* find(std::string_view key) const; // nullptr: no such key
  // By key.
  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& entries() const { return entries_; }

private:
  std::vector<std::pair<std::string, std::string>> entries_;
};

} // namespace palabre::view
