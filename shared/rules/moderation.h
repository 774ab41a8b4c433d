// The one entry for moderation, in the reader's browser and on the server.
#pragma once

#include <memory>
#include <vector>

#include "shared/rules/comment_rules.h"
#include "shared/rules/history.h"
#include "shared/rules/knowledge.h"
#include "shared/rules/learner.h"
#include "shared/rules/links.h"
#include "shared/rules/policy.h"
#include "shared/rules/verdict.h"

namespace palabre::rules {

// What a decision on a comment teaches a SpamFilter.
struct SpamExample {
  std::unique_ptr<const text::Words> words; // the features' names are views into them
  std::vector<Feature> features;
  float prior{0};
};

// What stays the same from comment to comment. The policy's own word lists are compiled once.
class Moderation {
public:
  Moderation(const Knowledge& knowledge, Policy policy); // `knowledge` must outlive it
  [[nodiscard]] const Policy& policy() const { return policy_; }

  // `filter` nullptr: nothing learned yet. `hint`: the page's language, for texts too short to tell.
  [[nodiscard]] Verdict decide_comment(const Draft& draft, const History& history, const SpamFilter* filter,
                                       text::Language hint, Instant now) const;
  // For SpamFilter::learn and explain: the same that decide_comment judges with. `history` is of the comment's own
  // time.
  [[nodiscard]] SpamExample spam_example(const Draft& draft, const History& history, Instant now) const;

private:
  [[nodiscard]] std::vector<Link> links_of(const text::Words& words) const;

  const Knowledge& knowledge_;
  Policy policy_;
  OffenceWords owner_words_;
  WordTable allowed_words_;
  DomainSet blocked_domains_, trusted_domains_;
};

} // namespace palabre::rules
