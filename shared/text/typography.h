// Spaces that must not break: what writers type with a plain space, because their keyboards offer no other.
#pragma once

#include <string>
#include <string_view>

namespace palabre::text {

// In French a space stands before ? ! ; : » and after «, and a line may not begin or end there. A plain space in that
// place becomes a narrow no-break space (U+202F), before a colon a no-break space (U+00A0); several become one, as a
// browser shows them. A sign with no space beside it is left alone, and so is one that is no punctuation: ":)", "!=",
// German »quotes«.
[[nodiscard]] std::string keep_signs_on_the_line(std::string_view text);

} // namespace palabre::text
