// Spam: what links, copies, haste and habit say, and what this owner's decisions taught.
#pragma once

#include <array>
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
  std::string_view name, website;
  const std::vector<Link>& links; // without those to trusted domains
  const PromotionFindings& promotion;
  const History& history;
  const Policy& policy;
  const DomainSet& blocked; // the policy's
  Instant now;
};

// What the rules know of a comment, each a number from 0; spam_facts.cpp weighs them.
enum class SpamFact : std::uint8_t {
  promotion,
  link,
  two_links,
  many_links,
  only_link, // hardly a word beside it
  shortener,
  lookalike_host,
  link_mismatch,
  numeric_host,
  spelled_out,
  foreign_markup,
  blocked_domain,
  trap,
  haste,
  repeated, // by the same author
  copied,   // others who wrote nearly the same, up to four
  refused,  // this author's comments, up to three
  known,    // a comment of this author was published
  trusted,
  name_link,
  website,
  count
};
inline constexpr std::size_t spam_fact_count = static_cast<std::size_t>(SpamFact::count);
using SpamFacts = std::array<float, spam_fact_count>;

[[nodiscard]] SpamFacts spam_facts(const SpamInput& input);
[[nodiscard]] std::string_view to_name(SpamFact fact); // "two links" …
// What the rules alone say, 0 … 1: the learner's prior.
[[nodiscard]] float spam_prior(const SpamFacts& facts);
// The names are views into the input's words, or literals.
[[nodiscard]] std::vector<Feature> spam_features(const SpamInput& input, const SpamFacts& facts);
// `filter` nullptr: the rules alone.
[[nodiscard]] SpamFindings judge_spam(const SpamInput& input, const SpamFilter* filter);

} // namespace palabre::rules
