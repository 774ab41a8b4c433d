#include "widget/dom/tree.h"

#include <algorithm>
#include <utility>

#include "shared/view/html.h"
#include "widget/dom/matching.h"

namespace palabre::widget::dom {

using view::Attr;
using view::HtmlElement;
using view::Node;
using view::NodePtr;
using view::Role;

namespace {

using Attributes = std::vector<std::pair<std::string_view, std::string>>;

// Fields whose value a person changes; hidden ones and check boxes keep theirs as an attribute.
bool has_live_value(const Node& node) {
  if (node.role == Role::text_area || node.role == Role::select) return true;
  if (node.role != Role::field) return false;
  const std::string* kind = view::attribute(node, Attr::input_kind);
  return kind == nullptr || (*kind != "hidden" && *kind != "checkbox");
}

std::optional<std::string> live_value_of(const Node& node) {
  if (!has_live_value(node)) return std::nullopt;
  const std::string* value = view::attribute(node, Attr::value);
  return value == nullptr ? std::string() : *value;
}

HtmlElement element_of(const Node& node) {
  HtmlElement element = view::to_element(node);
  if (has_live_value(node)) {
    auto& all = element.attributes;
    all.erase(std::remove_if(all.begin(), all.end(), [](const auto& one) { return one.first == "value"; }), all.end());
  }
  return element;
}

const std::string* find_attribute(const Attributes& attributes, std::string_view name) {
  for (const auto& [one, value] : attributes) {
    if (one == name) return &value;
  }
  return nullptr;
}

void update_attributes(std::uint32_t id, const Node& before, const Node& after, Patches& patches) {
  if (before.attributes == after.attributes && before.state == after.state) return;
  const Attributes old = element_of(before).attributes;
  const Attributes now = element_of(after).attributes;
  for (const auto& [name, value] : old) {
    if (find_attribute(now, name) == nullptr) patches.push_back({PatchKind::unset, id, std::string(name)});
  }
  for (const auto& [name, value] : now) {
    const std::string* known = find_attribute(old, name);
    if (known == nullptr || *known != value) patches.push_back({PatchKind::set, id, std::string(name), value});
  }
}

bool is_one_text(const Node& node) {
  return node.children.size() == 1 && node.children.front()->role == Role::text;
}

void insert(const Mounted& mounted, std::uint32_t parent, std::uint32_t before, Patches& patches) {
  patches.push_back({PatchKind::insert, mounted.id, {}, {}, parent, before});
}

} // namespace

std::uint32_t Tree::register_node(Mounted& mounted) {
  by_id_.push_back(&mounted);
  return static_cast<std::uint32_t>(by_id_.size() - 1);
}

std::unique_ptr<Mounted> Tree::mount(const NodePtr& node, Mounted* parent) {
  auto mounted = std::make_unique<Mounted>();
  mounted->id = register_node(*mounted);
  mounted->node = node;
  mounted->parent = parent;
  mounted->live_value = live_value_of(*node);
  mounted->children.reserve(node->children.size());
  for (const NodePtr& child : node->children) mounted->children.push_back(mount(child, mounted.get()));
  return mounted;
}

void Tree::adopt(const NodePtr& root) {
  by_id_.assign(1, nullptr);
  root_ = mount(root, nullptr);
}

std::unique_ptr<Mounted> Tree::create(const NodePtr& node, Mounted* parent, Patches& patches) {
  auto mounted = std::make_unique<Mounted>();
  mounted->id = register_node(*mounted);
  mounted->node = node;
  mounted->parent = parent;
  mounted->live_value = live_value_of(*node);
  if (node->role == Role::text) {
    patches.push_back({PatchKind::text, mounted->id, {}, node->text});
    return mounted;
  }
  const HtmlElement element = element_of(*node);
  patches.push_back({PatchKind::element, mounted->id, std::string(element.tag)});
  for (const auto& [name, value] : element.attributes) {
    patches.push_back({PatchKind::set, mounted->id, std::string(name), value});
  }
  mounted->children.reserve(node->children.size());
  for (const NodePtr& child : node->children) {
    mounted->children.push_back(create(child, mounted.get(), patches));
    insert(*mounted->children.back(), mounted->id, 0, patches);
  }
  if (mounted->live_value && !mounted->live_value->empty()) {
    patches.push_back({PatchKind::value, mounted->id, {}, *mounted->live_value});
  }
  return mounted;
}

Patches Tree::show(const NodePtr& root) {
  Patches patches;
  if (root_ && can_become(*root_->node, *root)) {
    update(*root_, root, patches);
    return patches;
  }
  if (root_) remove(*root_, patches);
  root_ = create(root, nullptr, patches);
  insert(*root_, 0, 0, patches);
  return patches;
}

void Tree::update(Mounted& mounted, const NodePtr& node, Patches& patches) {
  if (mounted.node == node) return;
  const NodePtr before = std::exchange(mounted.node, node);
  if (node->role == Role::text) {
    if (before->text != node->text) patches.push_back({PatchKind::words, mounted.id, {}, node->text});
    return;
  }
  update_attributes(mounted.id, *before, *node, patches);
  if (node->role == Role::time && is_one_text(*before) && is_one_text(*node)) {
    update_time(mounted, *before, patches);
    return;
  }
  update_children(mounted, node->children, patches);
  const std::optional<std::string> value = live_value_of(*node);
  if (value && value != mounted.live_value) patches.push_back({PatchKind::value, mounted.id, {}, *value});
  mounted.live_value = value;
}

// The host may have put its own words in place of ours, so ours are sent when the moment changes, and only then.
void Tree::update_time(Mounted& mounted, const Node& before, Patches& patches) {
  Mounted& text = *mounted.children.front();
  text.node = mounted.node->children.front();
  const std::string* old = view::attribute(before, Attr::datetime);
  const std::string* now = view::attribute(*mounted.node, Attr::datetime);
  const bool same = old != nullptr && now != nullptr ? *old == *now : old == now;
  if (!same) patches.push_back({PatchKind::words, text.id, {}, text.node->text});
}

void Tree::update_children(Mounted& mounted, const std::vector<NodePtr>& next, Patches& patches) {
  auto& old = mounted.children;
  std::size_t begin = 0;
  while (begin < old.size() && begin < next.size() && can_become(*old[begin]->node, *next[begin])) {
    update(*old[begin], next[begin], patches);
    ++begin;
  }
  std::size_t old_end = old.size();
  std::size_t new_end = next.size();
  while (old_end > begin && new_end > begin && can_become(*old[old_end - 1]->node, *next[new_end - 1])) {
    update(*old[old_end - 1], next[new_end - 1], patches);
    --old_end;
    --new_end;
  }
  if (begin < old_end || begin < new_end) replace_middle(mounted, begin, old_end, new_end, next, patches);
}

void Tree::replace_middle(Mounted& parent, std::size_t begin, std::size_t old_end, std::size_t new_end,
                          const std::vector<NodePtr>& next, Patches& patches) {
  auto& children = parent.children;
  const std::vector<std::size_t> matches = match_children(children, {begin, old_end}, next, {begin, new_end});
  const std::vector<char> stays = longest_increasing(matches);

  std::vector<std::unique_ptr<Mounted>> middle(matches.size());
  for (std::size_t i = 0; i < matches.size(); ++i) {
    if (matches[i] != no_match) middle[i] = std::move(children[matches[i]]);
  }
  for (std::size_t i = begin; i < old_end; ++i) {
    if (children[i]) remove(*children[i], patches);
  }
  std::uint32_t before = old_end < children.size() ? children[old_end]->id : 0;
  for (std::size_t i = matches.size(); i-- > 0;) {
    if (matches[i] == no_match) {
      middle[i] = create(next[begin + i], &parent, patches);
    } else {
      update(*middle[i], next[begin + i], patches);
    }
    if (stays[i] == 0) insert(*middle[i], parent.id, before, patches);
    before = middle[i]->id;
  }
  const auto first = children.begin() + static_cast<std::ptrdiff_t>(begin);
  children.erase(first, children.begin() + static_cast<std::ptrdiff_t>(old_end));
  children.insert(children.begin() + static_cast<std::ptrdiff_t>(begin), std::make_move_iterator(middle.begin()),
                  std::make_move_iterator(middle.end()));
}

void Tree::forget(const Mounted& mounted) {
  by_id_[mounted.id] = nullptr;
  for (const auto& child : mounted.children) forget(*child);
}

void Tree::remove(const Mounted& mounted, Patches& patches) {
  patches.push_back({PatchKind::remove, mounted.id});
  forget(mounted);
}

void Tree::note_value(std::uint32_t id, std::string value) {
  if (id >= by_id_.size() || by_id_[id] == nullptr) return;
  if (by_id_[id]->live_value) by_id_[id]->live_value = std::move(value);
}

const Mounted* Tree::find(std::uint32_t id) const {
  return id < by_id_.size() ? by_id_[id] : nullptr;
}

const Mounted* Tree::find(const Node& node) const {
  for (const Mounted* mounted : by_id_) {
    if (mounted != nullptr && mounted->node.get() == &node) return mounted;
  }
  return nullptr;
}

} // namespace palabre::widget::dom
