// Finding an enumerator by its name.
#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>

namespace palabre {

template <class Enum>
[[nodiscard]] std::optional<Enum> named(std::string_view name, std::initializer_list<Enum> values) {
  for (const Enum value : values) {
    if (to_name(value) == name) return value;
  }
  return std::nullopt;
}

} // namespace palabre
