// A comment's words with the places marked that moderation names.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/view/node.h"

namespace palabre::view::desk {

struct BodyMark {
  std::uint32_t begin{0}, end{0}; // bytes of the source
  std::string reason;             // Attr::id of its sentence
  Tone tone{Tone::warning};
};

// The Markdown as readers see it. A mark that lies in a link's address marks the link's words. Where marks overlap the
// first one shows.
[[nodiscard]] std::vector<NodePtr> marked_body(std::string_view markdown, const std::vector<BodyMark>& marks);
// Plain text.
[[nodiscard]] std::vector<NodePtr> marked_text(std::string_view text, const std::vector<BodyMark>& marks);

} // namespace palabre::view::desk
