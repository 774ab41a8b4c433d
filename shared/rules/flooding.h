// Too much at once: by an author, a network, on the whole site; slow mode; a closed page.
#pragma once

#include <vector>

#include "shared/model/instant.h"
#include "shared/rules/history.h"
#include "shared/rules/policy.h"
#include "shared/rules/verdict.h"

namespace palabre::rules {

[[nodiscard]] std::vector<Reason> judge_flooding(const History& history, const Policy& policy, Instant now);

} // namespace palabre::rules
