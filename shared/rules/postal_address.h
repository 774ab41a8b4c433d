// A house's number with its street: "12 bis, rue des Lilas, 69003 Lyon", "221B Baker Street".
#pragma once

#include <cstddef>
#include <vector>

#include "shared/text/words.h"

namespace palabre::rules {

struct AddressSpan {
  std::size_t begin, end; // bytes of the folded text
};
[[nodiscard]] std::vector<AddressSpan> find_postal_addresses(const text::Words& words);

} // namespace palabre::rules
