// A customer's problem: an order, a refund, something broken, waiting, no answer. Apart from abuse and from plain
// criticism; never decides on a comment, it raises attention.
#pragma once

#include <string_view>

#include "shared/rules/lexicon.h"
#include "shared/text/words.h"

namespace palabre::rules {

struct ComplaintWords {
  WordTable words;
  static ComplaintWords read(std::string_view section);
};

// 0 … 1; a complaint from 0.5 on.
[[nodiscard]] float complaint_score(const text::Words& words, const ComplaintWords& known);

} // namespace palabre::rules
