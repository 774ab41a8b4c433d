#include "shared/rules/near_duplicate.h"

#include <bit>

namespace palabre::rules {

std::uint64_t fingerprint(const text::Words&) {
  return 0;
}

bool nearly_same(std::uint64_t a, std::uint64_t b) {
  return a != 0 && b != 0 && std::popcount(a ^ b) <= 3;
}

} // namespace palabre::rules
