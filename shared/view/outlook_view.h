// What will become of a draft, said while it is being written.
#pragma once

#include <string>

#include "shared/view/messages.h"
#include "shared/view/thread_view.h"

namespace palabre::view {

// A polite live region, empty when there is nothing to say: so it is there before the first words are.
[[nodiscard]] NodePtr outlook_view(const Messages& messages, const std::string& id, const Outlook& outlook);
[[nodiscard]] bool has_outlook(const Outlook& outlook);
// Of the body, those that set the reasons off.
[[nodiscard]] std::vector<std::string> outlook_words(const Outlook& outlook);

} // namespace palabre::view
