// The catalogues of this folder, compiled in: for the server and for tests. The widget does not link them.
#pragma once

#include <string_view>

#include "shared/view/messages.h"

namespace palabre::view {

// The catalogue's file as it is.
[[nodiscard]] std::string_view built_in_catalogue_text(Language language);
// Read once and kept.
[[nodiscard]] Messages built_in_messages(Language language);

} // namespace palabre::view
