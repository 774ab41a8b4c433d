#include "shared/rules/spam.h"

namespace palabre::rules {

std::vector<Feature> spam_features(const SpamInput&, const SpamFacts&) {
  return {};
}

} // namespace palabre::rules
