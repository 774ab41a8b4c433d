#include "shared/rules/flooding.h"

namespace palabre::rules {

std::vector<Reason> judge_flooding(const History&, const Policy&, Instant) {
  return {};
}

} // namespace palabre::rules
