#include "shared/rules/learner.h"

namespace palabre::rules {

SpamFilter::SpamFilter() = default;

float SpamFilter::probability(const std::vector<Feature>&, float prior) const {
  return prior;
}

void SpamFilter::learn(std::uint64_t, const std::vector<Feature>&, float, SpamLabel) {
  ++decisions_;
}

bool SpamFilter::unlearn(std::uint64_t) {
  return false;
}

std::vector<Explanation> SpamFilter::explain(const std::vector<Feature>&, std::size_t) const {
  return {};
}

std::string SpamFilter::write() const {
  return {};
}

SpamFilter SpamFilter::read(std::string_view) {
  return {};
}

} // namespace palabre::rules
