// Typed identifiers. An id is a positive 53-bit integer given by the store, so it survives JavaScript numbers;
// on the wire it is its decimal text, which clients treat as opaque.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace palabre {

template <class Tag> struct Id {
  std::int64_t value{0};

  friend bool operator==(Id a, Id b) { return a.value == b.value; }
  friend bool operator!=(Id a, Id b) { return a.value != b.value; }
  friend bool operator<(Id a, Id b) { return a.value < b.value; }

  [[nodiscard]] std::string text() const { return std::to_string(value); }

  // Exactly the decimal text of 1 … 2^53-1 without sign or leading zero; anything else is nullopt.
  [[nodiscard]] static std::optional<Id> parse(std::string_view text) {
    constexpr std::int64_t largest = (std::int64_t{1} << 53) - 1;
    if (text.empty() || text.size() > 16 || text.front() == '0') return std::nullopt;
    std::int64_t value = 0;
    for (const char digit : text) {
      if (digit < '0' || digit > '9') return std::nullopt;
      value = value * 10 + (digit - '0');
    }
    if (value > largest) return std::nullopt;
    return Id{value};
  }
};

using SiteId = Id<struct SiteTag>;
using PageId = Id<struct PageTag>;
using CommentId = Id<struct CommentTag>;
using PostId = Id<struct PostTag>;

} // namespace palabre

template <class Tag> struct std::hash<palabre::Id<Tag>> {
  std::size_t operator()(palabre::Id<Tag> id) const noexcept { return std::hash<std::int64_t>{}(id.value); }
};
