// The queue: what waits, and one item of it.
#include "shared/view/desk/views.h"

#include <algorithm>

#include "shared/view/body_view.h"
#include "shared/view/reasons.h"

namespace palabre::view::desk {
namespace {

using wire::QueueItem;

NodePtr tabs(const DeskState& desk) {
  std::vector<NodePtr> all;
  for (const wire::QueueTab tab : wire::queue_tabs) {
    const std::string name(to_name(tab));
    const bool chosen = tab == desk.queue.filter.tab;
    const auto count = desk.queue.counts.find(tab);
    all.push_back(element(Role::tab,
                          {.key = name,
                           .attributes = {style("d-tab")},
                           .state = chosen ? State::selected : State::unselected,
                           .action = {ActionKind::desk_go, "#/queue?tab=" + name},
                           .paint = {PaintKind::tab, chosen ? 1.0F : 0.0F}},
                          {words(desk.messages.text("desk.tab_" + name)),
                           count == desk.queue.counts.end()
                               ? nullptr
                               : element(Role::inline_group, {.key = "n", .attributes = {style("d-count")}},
                                         {words(desk.messages.number(count->second))})}));
  }
  return element(Role::tab_list, {.key = "tabs", .attributes = {{Attr::label, desk.messages.text("desk.queue")}}},
                 std::move(all));
}

NodePtr item_view(const DeskState& desk, const QueueItem& item) {
  const bool chosen = desk.queue.selected == item.comment.id;
  const std::string id = item.comment.id.text();
  std::vector<NodePtr> reasons;
  for (const rules::Reason& reason : item.verdict.reasons) {
    reasons.push_back(element(Role::list_item, {}, {words(reason_text(desk.messages, reason.rule, reason.count))}));
  }
  return element(
      Role::article,
      {.key = id,
       .attributes = {{Attr::id, "item-" + id}, style("d-item"), {Attr::in_tab_order, chosen ? "0" : "-1"}},
       .state = chosen ? State::current : State::none,
       .action = {ActionKind::desk_press, "select." + id},
       .paint = {PaintKind::row, chosen ? 1.0F : 0.0F}},
      {element(Role::heading, {.attributes = {style("d-author"), {Attr::level, "3"}}},
               {words(item.comment.author.name)}),
       element(Role::group, {.key = "body", .attributes = {style("d-body")}}, {words(item.comment.body)}),
       reasons.empty() ? nullptr : element(Role::bullet_list, {.key = "why"}, std::move(reasons)),
       chosen ? element(Role::toolbar, {.key = "do", .attributes = {{Attr::label, desk.messages.text("desk.actions")}}},
                        {press("approve", PaintKind::primary_button, desk.messages.text("desk.approve"),
                               "decide.approve", {{Attr::shortcut, "a"}})})
              : nullptr});
}

} // namespace

NodePtr queue_view(const DeskState& desk) {
  std::vector<NodePtr> items;
  for (const QueueItem& item : desk.queue.items) items.push_back(item_view(desk, item));
  const bool empty = items.empty() && desk.queue.load == LoadState::loaded;
  return element(
      Role::main, {.key = "queue", .attributes = {style("d-queue")}},
      {element(Role::heading,
               {.key = "title", .attributes = {{Attr::id, "title"}, {Attr::level, "1"}, {Attr::focusable, ""}}},
               {words(desk.messages.text("desk.queue"))}),
       tabs(desk), trouble(desk.queue.error, desk.messages),
       empty ? element(Role::paragraph, {.key = "empty", .attributes = {style("d-empty")}},
                       {words(desk.messages.text("desk.queue_empty"))})
             : nullptr,
       element(Role::group, {.key = "items"}, std::move(items))});
}

} // namespace palabre::view::desk
