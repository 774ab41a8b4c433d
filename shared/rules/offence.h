// What an offensive word means where it stands: whom it is aimed at, quoting, negation; groups hated without a slur;
// threats.
#pragma once

#include <vector>

#include "shared/rules/knowledge.h"
#include "shared/rules/policy.h"
#include "shared/rules/verdict.h"
#include "shared/text/words.h"

namespace palabre::rules {

struct OffenceFindings {
  float score{0};              // 0 … 1
  std::vector<Reason> reasons; // spans in the source
};

// `language` unknown: every language known is looked through. `own` are the owner's words; a folded word or phrase of
// `allowed` is never an offence.
[[nodiscard]] OffenceFindings judge_offence(const text::Words& words, text::Language language,
                                            const Knowledge& knowledge, const Policy& policy, const OffenceWords& own,
                                            const WordTable& allowed);

} // namespace palabre::rules
