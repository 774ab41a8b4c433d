// A comment's Markdown as nodes.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/view/node.h"

namespace palabre::view {

// Whether a node may be pressed where it stands; inside of a link it may not.
enum class Pressable : std::uint8_t { yes, no };

// Words of a body that are shown apart.
struct BodyMarks {
  const std::vector<std::string>& words;
  // The node for the n-th of them, from 0.
  std::function<NodePtr(std::string words, std::size_t n, Pressable pressable)> show;
};

// `marks` nullptr: none.
[[nodiscard]] std::vector<NodePtr> body_view(std::string_view markdown, const BodyMarks* marks = nullptr);

} // namespace palabre::view
