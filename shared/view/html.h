// The node tree as HTML: the one place that says which element and attributes a node is. The printer (server) and the
// DOM diff (widget) both use it, so an adopted page and a patched page cannot differ.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/view/node.h"

namespace palabre::view {

struct HtmlElement {
  std::string_view tag;
  bool is_void{false};                                              // <br>, <hr>, <input>
  std::vector<std::pair<std::string_view, std::string>> attributes; // unescaped; an empty value prints as name=""
};

// Not for Role::text.
[[nodiscard]] HtmlElement to_element(const Node& node);

// Appends the tree as HTML. Text and attribute values are escaped (& < > " ') here and nowhere else. A text area's
// value and a field's value are printed as content and attribute, so that a form without script keeps them.
void print_html(const Node& node, std::string& out);
[[nodiscard]] std::string to_html(const Node& node);
[[nodiscard]] std::string escape_html(std::string_view text);

} // namespace palabre::view
