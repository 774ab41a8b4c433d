// Promotion: somebody's own channel, shop, offer; "contact me".
#pragma once

#include <string_view>
#include <vector>

#include "shared/rules/lexicon.h"
#include "shared/rules/policy.h"
#include "shared/rules/verdict.h"
#include "shared/text/words.h"

namespace palabre::rules {

struct PromotionWords {
  WordTable words;
  static PromotionWords read(std::string_view section);
};

struct PromotionFindings {
  float score{0}; // 0 … 1
  std::vector<Reason> reasons;
};
[[nodiscard]] PromotionFindings judge_promotion(const text::Words& words, const PromotionWords& known,
                                                const Policy& policy);

} // namespace palabre::rules
