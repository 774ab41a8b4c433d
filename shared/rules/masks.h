// Which words of a published comment readers see covered until they lift it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/rules/policy.h"
#include "shared/rules/verdict.h"

namespace palabre::rules {

// As they stand in the body, each once: coarse words that hold nothing back.
[[nodiscard]] std::vector<std::string> masked_words(const Verdict& verdict, std::string_view body,
                                                    const Policy& policy);

} // namespace palabre::rules
