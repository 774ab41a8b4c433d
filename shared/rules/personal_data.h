// Telephone numbers, e-mail addresses, postal addresses, card numbers (Luhn), IBANs (mod 97) in public words.
#pragma once

#include <vector>

#include "shared/rules/policy.h"
#include "shared/rules/verdict.h"
#include "shared/text/words.h"

namespace palabre::rules {

[[nodiscard]] std::vector<Reason> find_personal_data(const text::Words& words, const Policy& policy);

} // namespace palabre::rules
