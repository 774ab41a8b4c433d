// How names are abbreviated, in signatures and where a winner asks for it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace palabre::rules {

struct Initials {
  std::string text;     // "J.-P. S.", as they were written; empty where there is no letter or digit
  bool customary{true}; // false: one of them is of a script in which nobody abbreviates names, as 山
};
// Of the first `most` words.
[[nodiscard]] Initials initials_in(std::string_view name, std::size_t most = static_cast<std::size_t>(-1));
// The code point there with the marks that stand on it. `begin` is inside the text.
[[nodiscard]] std::string_view letter_at(std::string_view text, std::size_t begin);

} // namespace palabre::rules
