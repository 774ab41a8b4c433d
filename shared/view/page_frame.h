// What stands around the plain pages, those without script.
#pragma once

#include <string>
#include <string_view>

#include "shared/view/messages.h"
#include "shared/wire/messages.h"

namespace palabre::view {

// Up to the beginning of <main>, with our stylesheets inline; `title` is any text.
[[nodiscard]] std::string page_begin(const Messages& messages, std::string_view title, std::string_view stylesheet,
                                     const wire::Appearance& look);
inline constexpr std::string_view page_end = "</main></body></html>\n";

} // namespace palabre::view
