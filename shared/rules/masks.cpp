#include "shared/rules/masks.h"

#include <algorithm>

namespace palabre::rules {

std::vector<std::string> masked_words(const Verdict& verdict, std::string_view body, const Policy& policy) {
  std::vector<std::string> words;
  if (!policy.mask_profanity) return words;
  for (const Reason& reason : verdict.reasons) {
    const bool coarse = reason.rule == "offence.profanity" || reason.rule == "offence.sexual";
    if (!coarse || reason.decision != Decision::publish || reason.field != Field::body) continue;
    if (reason.begin >= reason.end || reason.end > body.size()) continue;
    std::string word(body.substr(reason.begin, reason.end - reason.begin));
    if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(std::move(word));
  }
  return words;
}

} // namespace palabre::rules
