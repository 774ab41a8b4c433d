#include "shared/view/node.h"

namespace palabre::view {

NodePtr words(std::string text) {
  if (text.empty()) return nullptr;
  auto node = std::make_shared<Node>();
  node->role = Role::text;
  node->text = std::move(text);
  return node;
}

NodePtr element(Role role, Properties properties, std::vector<NodePtr> children) {
  auto node = std::make_shared<Node>();
  node->role = role;
  node->key = std::move(properties.key);
  node->attributes = std::move(properties.attributes);
  node->state = properties.state;
  node->action = std::move(properties.action);
  node->paint = properties.paint;
  node->children.reserve(children.size());
  for (NodePtr& child : children) {
    if (!child) continue;
    const bool beside_text = !node->children.empty() && node->children.back()->role == Role::text;
    if (child->role == Role::text && beside_text) {
      node->children.back() = words(node->children.back()->text + child->text);
    } else {
      node->children.push_back(std::move(child));
    }
  }
  return node;
}

const std::string* attribute(const Node& node, Attr name) {
  for (const Attribute& one : node.attributes) {
    if (one.name == name) return &one.value;
  }
  return nullptr;
}

} // namespace palabre::view
