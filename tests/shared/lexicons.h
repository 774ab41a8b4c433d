// The word lists as the build compiled them (PALABRE_LEXICONS), natively and under node.
#pragma once

#include "shared/rules/knowledge.h"

namespace palabre::test {

// Of French and English, feelings included; read once.
[[nodiscard]] const rules::Knowledge& knowledge();
// What a reader's browser has: without the feelings.
[[nodiscard]] const rules::Knowledge& knowledge_of_readers();

// The lists that may decide on a comment, and no others: neither feelings nor complaints.
[[nodiscard]] const rules::Knowledge& knowledge_that_decides();

} // namespace palabre::test
