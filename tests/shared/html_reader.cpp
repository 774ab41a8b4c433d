#include "tests/shared/html_reader.h"

#include <algorithm>
#include <cctype>
#include <initializer_list>
#include <map>

namespace palabre::test {
namespace {

bool is_one_of(std::string_view tag, std::initializer_list<std::string_view> tags) {
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

bool is_void(std::string_view tag) {
  return is_one_of(tag, {"br", "hr", "input", "meta"});
}

// What closes an open <p> by itself.
bool closes_paragraph(std::string_view tag) {
  return is_one_of(tag, {"address", "article", "aside", "blockquote", "div", "dl",      "fieldset", "figure", "footer",
                         "form",    "h1",      "h2",    "h3",         "h4",  "h5",      "h6",       "header", "hr",
                         "main",    "nav",     "ol",    "p",          "pre", "section", "table",    "ul"});
}

class Reader {
public:
  explicit Reader(std::string_view html) : rest_(html) {}

  HtmlReading read() {
    HtmlReading reading;
    read_children(reading.root, "");
    if (error_.empty() && !rest_.empty()) fail("an end tag too many");
    reading.error = error_;
    return reading;
  }

private:
  void fail(std::string_view what) {
    if (error_.empty()) error_ = std::string(what) + " at: " + std::string(rest_.substr(0, 60));
  }

  bool take(std::string_view token) {
    if (rest_.substr(0, token.size()) != token) return false;
    rest_.remove_prefix(token.size());
    return true;
  }

  std::string take_name() {
    std::size_t length = 0;
    while (length < rest_.size() &&
           (std::isalnum(static_cast<unsigned char>(rest_[length])) != 0 || rest_[length] == '-')) {
      ++length;
    }
    std::string name(rest_.substr(0, length));
    rest_.remove_prefix(length);
    if (name.empty()) fail("a name is missing");
    return name;
  }

  // Up to one of `ends`, with character references resolved.
  std::string take_text(std::string_view ends) {
    static const std::map<std::string_view, char> references{{"&amp;", '&'},  {"&lt;", '<'},   {"&gt;", '>'},
                                                             {"&quot;", '"'}, {"&#39;", '\''}, {"&#13;", '\r'}};
    std::string text;
    while (!rest_.empty() && ends.find(rest_.front()) == std::string_view::npos) {
      if (rest_.front() == '&') {
        const auto found = std::find_if(references.begin(), references.end(), [&](const auto& one) {
          return rest_.substr(0, one.first.size()) == one.first;
        });
        if (found == references.end()) return fail("a bare ampersand"), text;
        text += found->second;
        rest_.remove_prefix(found->first.size());
        continue;
      }
      if (rest_.front() == '\r' || rest_.front() == '\0') return fail("a character that parsers change"), text;
      text += rest_.front();
      rest_.remove_prefix(1);
    }
    return text;
  }

  void read_attributes(HtmlNode& node) {
    while (error_.empty() && take(" ")) {
      std::string name = take_name();
      if (node.attribute(name) != nullptr) fail("an attribute twice");
      if (!take("=\"")) return fail("a value is missing");
      std::string value = take_text("\"");
      if (!take("\"")) return fail("an open value");
      node.attributes.emplace_back(std::move(name), std::move(value));
    }
    if (!take(">")) fail("an open tag");
  }

  void check_place(std::string_view tag) {
    if (open_.size() > 400) fail("too deep: browsers flatten");
    const auto inside = [&](std::string_view one) { return std::find(open_.begin(), open_.end(), one) != open_.end(); };
    if (inside("p") && closes_paragraph(tag)) fail("a block in a paragraph");
    if (is_one_of(tag, {"a", "button", "form", "select"}) && inside(tag)) fail("nested links, buttons or forms");
    if (is_one_of(tag, {"a", "button", "input", "select", "textarea"}) && (inside("a") || inside("button"))) {
      fail("a control in a control");
    }
    if (inside("select") && tag != "option") fail("foreign content in a select");
    if (inside("option")) fail("an element in an option");
    if (tag == "option" && !inside("select")) fail("an option alone");
    if (tag == "li" && (open_.empty() || !is_one_of(open_.back(), {"ul", "ol"}))) fail("an item without a list");
    if (tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6') {
      for (const std::string& one : open_) {
        if (one.size() == 2 && one[0] == 'h' && one != "hr") fail("a heading in a heading");
      }
    }
  }

  void read_raw(HtmlNode& node) {
    take("\n"); // parsers drop it
    std::string text = take_text("<");
    if (!text.empty()) node.children.push_back({{}, std::move(text), {}, {}});
  }

  void read_element(HtmlNode& parent) {
    HtmlNode node;
    node.tag = take_name();
    check_place(node.tag);
    read_attributes(node);
    if (error_.empty() && !is_void(node.tag)) {
      open_.push_back(node.tag);
      if (node.tag == "textarea") read_raw(node);
      if (node.tag == "pre") take("\n");
      read_children(node, node.tag);
      open_.pop_back();
    }
    parent.children.push_back(std::move(node));
  }

  void read_children(HtmlNode& parent, const std::string& tag) {
    while (error_.empty() && !rest_.empty()) {
      if (rest_.substr(0, 2) == "</") {
        if (tag.empty()) return;
        if (!take("</" + tag + ">")) fail("a wrong end tag");
        return;
      }
      if (take("<")) {
        read_element(parent);
        continue;
      }
      std::string text = take_text("<");
      parent.children.push_back({{}, std::move(text), {}, {}});
    }
    if (!tag.empty()) fail("an element without its end");
  }

  std::string_view rest_;
  std::string error_;
  std::vector<std::string> open_;
};

void collect(const HtmlNode& node, std::vector<const HtmlNode*>& all) {
  for (const HtmlNode& child : node.children) {
    if (child.tag.empty()) continue;
    all.push_back(&child);
    collect(child, all);
  }
}

} // namespace

const std::string* HtmlNode::attribute(std::string_view name) const {
  for (const auto& [one, value] : attributes) {
    if (one == name) return &value;
  }
  return nullptr;
}

HtmlReading read_html(std::string_view html) {
  return Reader(html).read();
}

std::vector<const HtmlNode*> elements_of(const HtmlNode& node) {
  std::vector<const HtmlNode*> all;
  collect(node, all);
  return all;
}

std::string words_of(const HtmlNode& node) {
  std::string words = node.text;
  for (const HtmlNode& child : node.children) words += words_of(child);
  return words;
}

} // namespace palabre::test
