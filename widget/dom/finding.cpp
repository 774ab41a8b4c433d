#include "widget/dom/finding.h"

namespace palabre::widget::dom {

const Mounted* find_by_id(const Mounted& mounted, std::string_view wanted) {
  const std::string* id = view::attribute(*mounted.node, view::Attr::id);
  if (id != nullptr && *id == wanted) return &mounted;
  for (const auto& child : mounted.children) {
    if (const Mounted* found = find_by_id(*child, wanted)) return found;
  }
  return nullptr;
}

} // namespace palabre::widget::dom
