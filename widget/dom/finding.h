// Where in the tree that is in the page something is.
#pragma once

#include <string_view>

#include "shared/view/node.h"
#include "widget/dom/tree.h"

namespace palabre::widget::dom {

// The node with this Attr::id; nullptr: not there.
[[nodiscard]] const Mounted* find_by_id(const Mounted& mounted, std::string_view wanted);

// Whether a control of the desk's or of posts', see ActionKind, is for such an event.
template <typename EventType> [[nodiscard]] bool answers_to(view::ActionKind kind, EventType type) {
  switch (kind) {
  case view::ActionKind::desk_go:
  case view::ActionKind::desk_press: return type == EventType::click;
  case view::ActionKind::desk_field: return type == EventType::input;
  case view::ActionKind::desk_submit: return type == EventType::submit;
  default: return false;
  }
}

// The nearest action, of the node or around it, that the event is for.
template <typename EventType> [[nodiscard]] view::Action action_at(const Mounted* mounted, EventType type) {
  for (; mounted != nullptr; mounted = mounted->parent) {
    if (answers_to(mounted->node->action.kind, type)) return mounted->node->action;
  }
  return {};
}

} // namespace palabre::widget::dom
