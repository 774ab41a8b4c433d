// What each character folds to.
#pragma once

#include <map>
#include <string>

#include "scripts/folding/unicode.h"

namespace palabre::folding {

// The bits of shared/text/folding_table.h.
struct Fold {
  bool keep{true};   // as it is; else `own`
  std::string own;   // UTF-8; empty: nothing is left of it
  std::string alike; // the ASCII characters that it imitates; empty: none. Of letters beyond Latin only
  unsigned flags{0}; // FoldFlag
};

using LookAlikes = std::map<std::u32string, std::u32string>;

// Every character that does not simply stay.
[[nodiscard]] std::map<char32_t, Fold> fold_all(const Unicode& unicode, const LookAlikes& look_alikes);

} // namespace palabre::folding
