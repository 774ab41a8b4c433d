// What the rules know, from the word lists inside the executable.
#pragma once

#include "shared/rules/knowledge.h"

namespace palabre::http {

// Read on first use.
[[nodiscard]] const rules::Knowledge& built_in_knowledge();

} // namespace palabre::http
