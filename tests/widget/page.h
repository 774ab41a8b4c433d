// A page as the host's patcher sees it: elements by id. It refuses what a browser's document would refuse.
#pragma once

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "shared/view/html.h"
#include "widget/dom/patch.h"
#include "widget/dom/tree.h"

namespace palabre::test {

class Page {
public:
  struct Element {
    std::string tag; // empty: a text node
    std::string words;
    std::string value; // live
    std::map<std::string, std::string> attributes;
    std::vector<std::uint32_t> children;
    std::uint32_t parent{detached};
  };
  static constexpr std::uint32_t detached = 0xFFFFFFFF;

  Page() { elements_[0].tag = "container"; }

  // The words are already there: ids in document order, from 1.
  void adopt(const view::Node& root) {
    std::uint32_t last = 0;
    elements_[0].children = {adopt(root, 0, last)};
  }

  void apply(const widget::dom::Patches& patches) {
    for (const widget::dom::Patch& patch : patches) apply(patch);
  }

  void apply(const widget::dom::Patch& patch) {
    using widget::dom::PatchKind;
    switch (patch.kind) {
    case PatchKind::element:
      BOOST_REQUIRE(elements_.count(patch.id) == 0);
      elements_[patch.id].tag = patch.name;
      break;
    case PatchKind::text:
      BOOST_REQUIRE(elements_.count(patch.id) == 0);
      BOOST_REQUIRE(!patch.value.empty());
      elements_[patch.id].words = patch.value;
      break;
    case PatchKind::set: at(patch.id).attributes[patch.name] = patch.value; break;
    case PatchKind::unset: BOOST_REQUIRE_EQUAL(at(patch.id).attributes.erase(patch.name), 1U); break;
    case PatchKind::words:
      BOOST_REQUIRE_EQUAL(at(patch.id).tag, "");
      at(patch.id).words = patch.value;
      break;
    case PatchKind::value: at(patch.id).value = patch.value; break;
    case PatchKind::insert: insert(patch); break;
    case PatchKind::remove: remove(patch.id); break;
    }
  }

  Element& at(std::uint32_t id) {
    const auto found = elements_.find(id);
    BOOST_REQUIRE_MESSAGE(found != elements_.end(), "no element " << id);
    return found->second;
  }

  // The person types.
  void type(std::uint32_t id, const std::string& value) { at(id).value = value; }

  [[nodiscard]] std::size_t size() const { return elements_.size() - 1; }
  // Elements that were in the page and were put into another place.
  [[nodiscard]] const std::vector<std::uint32_t>& moved() const { return moved_; }
  void forget_moves() { moved_.clear(); }

  // That the page shows exactly this tree, under the ids that the mounted tree gives.
  void check(const widget::dom::Mounted& mounted) {
    BOOST_REQUIRE_EQUAL(at(0).children.size(), 1U);
    BOOST_REQUIRE_EQUAL(at(0).children.front(), mounted.id);
    BOOST_REQUIRE_EQUAL(check_node(mounted), size());
  }

  // The same without the mounted tree: structure, attributes, words and live values.
  void check_shows(const view::Node& root) {
    BOOST_REQUIRE_EQUAL(at(0).children.size(), 1U);
    check_element(at(0).children.front(), root);
  }

private:
  static bool is_live(const view::Node& node) {
    if (node.role == view::Role::text_area || node.role == view::Role::select) return true;
    const std::string* kind = view::attribute(node, view::Attr::input_kind);
    return node.role == view::Role::field && (kind == nullptr || *kind != "hidden");
  }

  static std::map<std::string, std::string> attributes_of(const view::Node& node) {
    std::map<std::string, std::string> attributes;
    for (const auto& [name, value] : view::to_element(node).attributes) attributes[std::string(name)] = value;
    if (is_live(node)) attributes.erase("value");
    return attributes;
  }

  static std::string value_of(const view::Node& node) {
    const std::string* value = view::attribute(node, view::Attr::value);
    return is_live(node) && value != nullptr ? *value : "";
  }

  std::uint32_t adopt(const view::Node& node, std::uint32_t parent, std::uint32_t& last) {
    const std::uint32_t id = ++last;
    Element element;
    element.parent = parent;
    if (node.role == view::Role::text) {
      element.words = node.text;
    } else {
      element.tag = view::to_element(node).tag;
      element.attributes = attributes_of(node);
      element.value = value_of(node);
    }
    for (const view::NodePtr& child : node.children) element.children.push_back(adopt(*child, id, last));
    elements_[id] = std::move(element);
    return id;
  }

  void insert(const widget::dom::Patch& patch) {
    Element& element = at(patch.id);
    if (element.parent != detached) {
      moved_.push_back(patch.id);
      auto& old = at(element.parent).children;
      old.erase(std::find(old.begin(), old.end(), patch.id));
    }
    element.parent = patch.parent;
    auto& children = at(patch.parent).children;
    const auto place = patch.before == 0 ? children.end() : std::find(children.begin(), children.end(), patch.before);
    BOOST_REQUIRE((patch.before == 0 || place != children.end()));
    children.insert(place, patch.id);
  }

  void remove(std::uint32_t id) {
    const Element element = at(id);
    BOOST_REQUIRE(element.parent != detached);
    auto& siblings = at(element.parent).children;
    siblings.erase(std::find(siblings.begin(), siblings.end(), id));
    forget(id);
  }

  void forget(std::uint32_t id) {
    const std::vector<std::uint32_t> children = at(id).children;
    for (const std::uint32_t child : children) forget(child);
    elements_.erase(id);
  }

  std::size_t check_node(const widget::dom::Mounted& mounted) {
    const view::Node& node = *mounted.node;
    Element& element = at(mounted.id);
    if (node.role == view::Role::text) {
      BOOST_TEST(element.tag == "");
      BOOST_TEST(element.words == node.text);
      return 1;
    }
    BOOST_TEST(element.tag == view::to_element(node).tag);
    BOOST_TEST((element.attributes == attributes_of(node)));
    BOOST_TEST(element.value == value_of(node));
    BOOST_REQUIRE_EQUAL(element.children.size(), node.children.size());
    BOOST_REQUIRE_EQUAL(mounted.children.size(), node.children.size());
    std::size_t count = 1;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      BOOST_REQUIRE((mounted.children[i]->node == node.children[i]));
      BOOST_REQUIRE((mounted.children[i]->parent == &mounted));
      BOOST_REQUIRE_EQUAL(mounted.children[i]->id, element.children[i]);
      count += check_node(*mounted.children[i]);
    }
    return count;
  }

  void check_element(std::uint32_t id, const view::Node& node) {
    const Element& element = at(id);
    if (node.role == view::Role::text) {
      BOOST_TEST(element.words == node.text);
      return;
    }
    BOOST_TEST(element.tag == view::to_element(node).tag);
    BOOST_TEST((element.attributes == attributes_of(node)));
    BOOST_TEST(element.value == value_of(node));
    BOOST_REQUIRE_EQUAL(element.children.size(), node.children.size());
    for (std::size_t i = 0; i < node.children.size(); ++i) check_element(element.children[i], *node.children[i]);
  }

  std::map<std::uint32_t, Element> elements_;
  std::vector<std::uint32_t> moved_;
};

} // namespace palabre::test
