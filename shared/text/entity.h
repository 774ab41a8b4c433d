// Character references of HTML, as Markdown allows them: &#233; &#xE9; &eacute;
#pragma once

#include <string>
#include <string_view>

namespace palabre::text {

// `reference` runs from & to ; both included. Numbers of no character, of controls and of surrogates give U+FFFD; names
// nobody uses in comments (the table holds HTML 4's Latin letters and signs, and common punctuation) stay as written.
void append_entity(std::string& out, std::string_view reference);

} // namespace palabre::text
