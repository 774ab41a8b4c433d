// Emoticons in what stands between words: :) ;-( <3 ^^.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace palabre::rules {

struct Emoticon {
  std::size_t size; // bytes
  float valence;    // -4 … 4
};

// The one that begins at `at` of folded text, if one does. Looks at a few bytes only.
[[nodiscard]] std::optional<Emoticon> emoticon_at(std::string_view text, std::size_t at);

} // namespace palabre::rules
