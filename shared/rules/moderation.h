// The one entry for moderation, in the reader's browser and on the server.
#pragma once

#include "shared/rules/comment_rules.h"
#include "shared/rules/history.h"
#include "shared/rules/knowledge.h"
#include "shared/rules/learner.h"
#include "shared/rules/policy.h"
#include "shared/rules/verdict.h"

namespace palabre::rules {

// What stays the same from comment to comment. The policy's own word lists are compiled once.
class Moderation {
public:
  Moderation(const Knowledge& knowledge, Policy policy); // `knowledge` must outlive it
  [[nodiscard]] const Policy& policy() const { return policy_; }

  // `filter` nullptr: nothing learned yet. `hint`: the page's language, for texts too short to tell.
  [[nodiscard]] Verdict decide_comment(const Draft& draft, const History& history, const SpamFilter* filter,
                                       text::Language hint, Instant now) const;

private:
  const Knowledge& knowledge_;
  Policy policy_;
  OffenceWords owner_words_;
  WordTable allowed_words_;
};

} // namespace palabre::rules
