// Markdown's marks of emphasis, taken out of the way of whoever reads words: **had** is had, f**k is not.
#pragma once

#include <string>

namespace palabre::text {

// Replaces by blanks the runs of one to three `*`, `_` or `~` that open before a word and close after one, of the same
// length and in one line. Linear.
void blank_emphasis(std::string& text);

} // namespace palabre::text
