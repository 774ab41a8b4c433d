// A comment's Markdown as nodes.
#pragma once

#include <string_view>
#include <vector>

#include "shared/view/node.h"

namespace palabre::view {

[[nodiscard]] std::vector<NodePtr> body_view(std::string_view markdown);

} // namespace palabre::view
