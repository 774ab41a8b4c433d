// Whether a comment asks something that somebody could answer.
#pragma once

#include <string_view>

namespace palabre::rules {

// Of a comment's Markdown, in any language, best in English and French. Careful rather than clever: what stands in
// quotes, code and links asks nothing, and neither does "Really?", "…, isn't it?" or "What were they thinking?!".
[[nodiscard]] bool is_question(std::string_view body);

} // namespace palabre::rules
