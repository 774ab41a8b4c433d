#include "widget/dom/matching.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

namespace palabre::widget::dom {

using view::Attr;
using view::Node;
using view::NodePtr;
using view::Role;

namespace {

bool same_attribute(const Node& before, const Node& after, Attr name) {
  const std::string* old = view::attribute(before, name);
  const std::string* now = view::attribute(after, name);
  return old == nullptr || now == nullptr ? old == now : *old == *now;
}

} // namespace

bool can_become(const Node& before, const Node& after) {
  if (before.role != after.role || before.key != after.key) return false;
  if (before.role == Role::heading) return same_attribute(before, after, Attr::level);
  if (before.role == Role::field) return same_attribute(before, after, Attr::input_kind);
  return true;
}

std::vector<std::size_t> match_children(const std::vector<std::unique_ptr<Mounted>>& old, Range old_range,
                                        const std::vector<NodePtr>& next, Range new_range) {
  std::map<std::string_view, std::size_t> keyed;
  std::array<std::vector<std::size_t>, view::role_count> unkeyed;
  for (std::size_t i = old_range.begin; i < old_range.end; ++i) {
    const Node& node = *old[i]->node;
    if (node.key.empty()) {
      unkeyed[static_cast<std::size_t>(node.role)].push_back(i);
    } else {
      keyed.emplace(node.key, i);
    }
  }

  std::array<std::size_t, view::role_count> used{};
  std::vector<std::size_t> matches;
  matches.reserve(new_range.end - new_range.begin);
  for (std::size_t i = new_range.begin; i < new_range.end; ++i) {
    const Node& node = *next[i];
    std::size_t match = no_match;
    if (node.key.empty()) {
      const std::size_t role = static_cast<std::size_t>(node.role);
      if (used[role] < unkeyed[role].size()) match = unkeyed[role][used[role]++];
    } else if (const auto found = keyed.find(node.key); found != keyed.end()) {
      match = found->second;
      keyed.erase(found);
    }
    matches.push_back(match != no_match && can_become(*old[match]->node, node) ? match : no_match);
  }
  return matches;
}

// Patience sorting: `tails[n]` ends the best run of length n + 1 found so far.
std::vector<char> longest_increasing(const std::vector<std::size_t>& values) {
  std::vector<std::size_t> tails;
  std::vector<std::size_t> previous(values.size(), no_match);
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i] == no_match) continue;
    const auto place = std::lower_bound(tails.begin(), tails.end(), values[i],
                                        [&](std::size_t tail, std::size_t value) { return values[tail] < value; });
    if (place != tails.begin()) previous[i] = *(place - 1);
    if (place == tails.end()) {
      tails.push_back(i);
    } else {
      *place = i;
    }
  }
  std::vector<char> marked(values.size(), 0);
  for (std::size_t i = tails.empty() ? no_match : tails.back(); i != no_match; i = previous[i]) marked[i] = 1;
  return marked;
}

} // namespace palabre::widget::dom
