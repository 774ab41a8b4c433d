// Random node trees within the rules that views keep (no block in a paragraph, no link in a link …), for properties.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "shared/view/node.h"

namespace palabre::test {

class RandomTree {
public:
  explicit RandomTree(std::uint32_t seed) : random_(seed) {}

  // A root as the thread's is: a keyed section.
  view::NodePtr root() { return view::element(view::Role::section, {.key = "thread"}, blocks(4)); }

  // The number is below `limit`; the same on every platform.
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(random_()) % limit; }

private:
  using Nodes = std::vector<view::NodePtr>;

  bool chance(std::size_t one_in) { return below(one_in) == 0; }

  std::string text() {
    static const std::vector<std::string> pieces{
        "a", "Bonjour\u202F!", " ",  "<b>",  "&amp;", "\"quoted\"", "'",  "\n",    "\r\n",
        "é", "日本語",         "😀🌳", "</p>", "]]>",   "--",         "\t", "&#x0;", "\u202Eabc"};
    std::string words;
    for (std::size_t n = 1 + below(3); n > 0; --n) words += pieces[below(pieces.size())];
    return words;
  }

  view::Properties properties() {
    view::Properties made;
    if (chance(2)) made.attributes.push_back({view::Attr::style, text()});
    if (chance(5)) made.attributes.push_back({view::Attr::title, text()});
    if (chance(6)) made.attributes.push_back({view::Attr::text_direction, "auto"});
    if (chance(8)) made.state = view::State::busy;
    if (chance(9)) made.state = made.state | view::State::expanded;
    return made;
  }

  // Keys are drawn from a small set, so that trees of one family share some; within siblings they are unique.
  Nodes with_keys(Nodes nodes) {
    std::vector<std::string> keys{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"};
    for (view::NodePtr& node : nodes) {
      if (node == nullptr || node->role == view::Role::text || keys.empty() || chance(4)) continue;
      view::Node keyed = *node;
      const std::size_t place = below(keys.size());
      keyed.key = keys[place];
      keys.erase(keys.begin() + static_cast<std::ptrdiff_t>(place));
      node = std::make_shared<const view::Node>(std::move(keyed));
    }
    return nodes;
  }

  view::NodePtr inline_node(unsigned depth, bool in_link) {
    using view::Role;
    if (depth == 0 || chance(2)) return view::words(text());
    switch (below(in_link ? 5 : 7)) {
    case 0: return view::element(Role::emphasis, properties(), inlines(depth - 1, in_link));
    case 1: return view::element(Role::strong, properties(), inlines(depth - 1, in_link));
    case 2: return view::element(Role::code, properties(), {view::words(text())});
    case 3: return view::element(Role::line_break, {});
    case 4: return view::element(Role::inline_group, properties(), inlines(depth - 1, in_link));
    case 5: {
      view::Properties made = properties();
      made.attributes.push_back({view::Attr::href, "https://example.org/?a=1&b=" + text()});
      return view::element(Role::link, std::move(made), inlines(depth - 1, true));
    }
    default: return view::element(Role::button, properties(), {view::words(text())});
    }
  }

  Nodes inlines(unsigned depth, bool in_link) {
    Nodes nodes;
    for (std::size_t n = below(4); n > 0; --n) nodes.push_back(inline_node(depth, in_link));
    return with_keys(std::move(nodes));
  }

  view::NodePtr field() {
    view::Properties made = properties();
    if (chance(2)) made.attributes.push_back({view::Attr::value, text()});
    if (chance(2)) return view::element(view::Role::text_area, std::move(made));
    static const std::vector<std::string> kinds{"text", "email", "hidden"};
    made.attributes.push_back({view::Attr::input_kind, kinds[below(kinds.size())]});
    return view::element(view::Role::field, std::move(made));
  }

  view::NodePtr select() {
    using view::Role;
    view::Properties made = properties();
    made.attributes.push_back({view::Attr::value, chance(2) ? "x" : "y"});
    return view::element(Role::select, std::move(made),
                         {view::element(Role::option, {.key = "x"}, {view::words(text())}),
                          view::element(Role::option, {.key = "y"}, {view::words(text())})});
  }

  view::NodePtr list(unsigned depth) {
    using view::Role;
    Nodes items;
    for (std::size_t n = below(4); n > 0; --n) {
      items.push_back(view::element(Role::list_item, properties(), chance(2) ? blocks(depth - 1) : inlines(2, false)));
    }
    return view::element(chance(2) ? Role::bullet_list : Role::ordered_list, properties(), with_keys(std::move(items)));
  }

  view::NodePtr time() {
    static const std::vector<std::string> moments{"2026-11-20T11:00:00.000Z", "2026-11-20T12:00:00.000Z"};
    const std::string& moment = moments[below(moments.size())];
    return view::element(view::Role::time, {.key = "time", .attributes = {{view::Attr::datetime, moment}}},
                         {view::words(moment.substr(0, 13))});
  }

  view::NodePtr heading() {
    view::Properties made = properties();
    made.attributes.push_back({view::Attr::level, std::to_string(1 + below(6))});
    return view::element(view::Role::heading, std::move(made), inlines(2, false));
  }

  view::NodePtr block(unsigned depth) {
    using view::Role;
    switch (below(depth == 0 ? 5 : 10)) {
    case 0: return view::element(Role::paragraph, properties(), inlines(3, false));
    case 1: return view::element(Role::code_block, properties(), {view::words(text())});
    case 2: return heading();
    case 3: return field();
    case 4: return chance(2) ? select() : time();
    case 5: return view::element(Role::quote, properties(), blocks(depth - 1));
    case 6: return list(depth);
    case 7: return view::element(Role::rule, {});
    default: return view::element(chance(2) ? Role::article : Role::group, properties(), blocks(depth - 1));
    }
  }

  Nodes blocks(unsigned depth) {
    Nodes nodes;
    bool has_time = false;
    for (std::size_t n = below(7); n > 0; --n) {
      view::NodePtr node = block(depth);
      if (node->role == view::Role::time && std::exchange(has_time, true)) continue;
      nodes.push_back(std::move(node));
    }
    return with_keys(std::move(nodes));
  }

  std::mt19937 random_;
};

} // namespace palabre::test
