// A small, strict reader of HTML: it takes what our printer writes and gives back the elements that a browser would
// make of it, or says at which place a browser would make something else.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace palabre::test {

struct HtmlNode {
  std::string tag;  // empty: a text node
  std::string text; // of a text node
  std::vector<std::pair<std::string, std::string>> attributes;
  std::vector<HtmlNode> children;

  [[nodiscard]] const std::string* attribute(std::string_view name) const;
};

struct HtmlReading {
  HtmlNode root;     // without a tag; its children are the document's
  std::string error; // empty: well read
};

[[nodiscard]] HtmlReading read_html(std::string_view html);

// All elements below `node`, in document order.
[[nodiscard]] std::vector<const HtmlNode*> elements_of(const HtmlNode& node);
// The words below `node`, without separators.
[[nodiscard]] std::string words_of(const HtmlNode& node);

} // namespace palabre::test
