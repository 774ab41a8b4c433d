// Which old child becomes which new one.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "shared/view/node.h"
#include "widget/dom/tree.h"

namespace palabre::widget::dom {

inline constexpr std::size_t no_match = static_cast<std::size_t>(-1);

// Whether the element of `before` can be turned into `after`: the same role and key, heading level and kind of field.
[[nodiscard]] bool can_become(const view::Node& before, const view::Node& after);

struct Range {
  std::size_t begin;
  std::size_t end;
};

// For each of next[new_range] the index of its old child within old[old_range], or no_match. Keyed nodes match by key,
// the others by role in their order.
[[nodiscard]] std::vector<std::size_t> match_children(const std::vector<std::unique_ptr<Mounted>>& old, Range old_range,
                                                      const std::vector<view::NodePtr>& next, Range new_range);

// Marks with 1 the members of a longest increasing subsequence of `values`, no_match left out.
[[nodiscard]] std::vector<char> longest_increasing(const std::vector<std::size_t>& values);

} // namespace palabre::widget::dom
