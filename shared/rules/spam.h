// Spam: what links, copies, haste and habit say, and what this owner's decisions taught.
#pragma once

#include <string_view>
#include <vector>

#include "shared/rules/history.h"
#include "shared/rules/learner.h"
#include "shared/rules/links.h"
#include "shared/rules/policy.h"
#include "shared/rules/promotion.h"
#include "shared/rules/verdict.h"
#include "shared/text/words.h"

namespace palabre::rules {

struct SpamFindings {
  float score{0}; // 0 … 1
  std::vector<Reason> reasons;
};

struct SpamInput {
  const text::Words& words; // of the body
  std::string_view body, name, website;
  const std::vector<Link>& links;
  float promotion; // its score
  const History& history;
  const Policy& policy;
};

// What the rules alone say, 0 … 1: the learner's prior.
[[nodiscard]] float spam_prior(const SpamInput& input);
[[nodiscard]] std::vector<Feature> spam_features(const SpamInput& input);
// `filter` nullptr: the rules alone.
[[nodiscard]] SpamFindings judge_spam(const SpamInput& input, const SpamFilter* filter);

} // namespace palabre::rules
