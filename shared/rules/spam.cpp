#include "shared/rules/spam.h"

namespace palabre::rules {

float spam_prior(const SpamInput& input) {
  return input.links.size() > 2 ? 0.7F : 0.1F;
}

std::vector<Feature> spam_features(const SpamInput&) {
  return {};
}

SpamFindings judge_spam(const SpamInput& input, const SpamFilter* filter) {
  SpamFindings findings;
  const float prior = spam_prior(input);
  findings.score = filter == nullptr ? prior : filter->probability(spam_features(input), prior);
  const bool newcomer = input.history.published < input.policy.trusted_after;
  if (newcomer && input.links.size() > input.policy.newcomer_links) {
    findings.reasons.push_back({"spam.newcomer_links", Severity::mild, Decision::hold, Field::body,
                                input.links.front().begin, input.links.back().end,
                                static_cast<std::int64_t>(input.links.size())});
  }
  return findings;
}

} // namespace palabre::rules
