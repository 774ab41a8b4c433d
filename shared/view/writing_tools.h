// What helps while writing: the formatting buttons, the preview, the room that is left.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/text/markdown_edit.h"
#include "shared/view/messages.h"
#include "shared/view/thread_view.h"

namespace palabre::view {

// Of an action's target: "new.bold" is bold in the composer "new".
struct FormatTarget {
  std::string composer;
  text::Format format;
};
[[nodiscard]] std::optional<FormatTarget> parse_format(std::string_view target);

[[nodiscard]] NodePtr toolbar_view(const Messages& messages, const std::string& key, const Composer& composer);
// Null while it is not wanted.
[[nodiscard]] NodePtr preview_view(const Messages& messages, const Composer& composer, const Additions* additions);
// "120 characters left", from rules::scarce_room.
[[nodiscard]] std::string room_text(std::int64_t room, const Messages& messages);

} // namespace palabre::view
