// The queue: what waits, and one item of it.
#include "shared/view/desk/queue_parts.h"

namespace palabre::view::desk {
namespace {

NodePtr tabs(const DeskState& desk) {
  std::vector<NodePtr> all;
  for (const wire::QueueTab tab : wire::queue_tabs) {
    const std::string name(to_name(tab));
    const bool chosen = tab == desk.queue.filter.tab;
    const auto count = desk.queue.counts.find(tab);
    wire::QueueFilter filter = desk.queue.filter;
    filter.tab = tab;
    all.push_back(element(Role::tab,
                          {.key = name,
                           .attributes = {{Attr::id, "tab-" + name},
                                          style("d-tab"),
                                          {Attr::controls, "queue-panel"},
                                          {Attr::in_tab_order, chosen ? "0" : "-1"}},
                           .state = chosen ? State::selected : State::unselected,
                           .action = {ActionKind::desk_go, queue_hash(filter)},
                           .paint = {PaintKind::tab, chosen ? 1.0F : 0.0F}},
                          {words(say(desk, "tab_" + name)),
                           count == desk.queue.counts.end()
                               ? nullptr
                               : element(Role::inline_group, {.key = "n", .attributes = {style("d-count")}},
                                         {words(" " + desk.messages.number(count->second))})}));
  }
  return element(Role::tab_list, {.key = "tabs", .attributes = {style("d-tabs"), {Attr::label, say(desk, "queue")}}},
                 std::move(all));
}

NodePtr connection(const DeskState& desk) {
  const auto unsent = static_cast<std::int64_t>(desk.queue.unsent);
  std::string text;
  if (desk.offline) text = unsent > 0 ? desk.messages.plural("desk.offline_unsent", unsent) : say(desk, "offline");
  return element(Role::status, {.key = "connection", .attributes = {style(text.empty() ? "d-none" : "d-offline")}},
                 {words(std::move(text))});
}

NodePtr failure(const DeskState& desk) {
  if (!desk.queue.error) return nullptr;
  return element(
      Role::group, {.key = "failure"},
      {trouble(desk.queue.error, desk.messages), press("again", PaintKind::button, say(desk, "try_again"), "reload")});
}

} // namespace

NodePtr queue_view(const DeskState& desk) {
  const std::string tab = "tab-" + std::string(to_name(desk.queue.filter.tab));
  return element(
      Role::main, {.key = "queue", .attributes = {style("d-main d-queue")}},
      {element(
           Role::header, {.key = "head", .attributes = {style("d-head")}},
           {element(Role::heading,
                    {.key = "title", .attributes = {{Attr::id, "title"}, {Attr::level, "1"}, {Attr::focusable, ""}}},
                    {words(say(desk, "queue"))}),
            queue_filters(desk),
            press("help", PaintKind::quiet_button, say(desk, "keys"), "desk.help", {{Attr::shortcut, "?"}})}),
       tabs(desk), connection(desk), failure(desk), queue_many(desk),
       element(Role::tab_panel,
               {.key = "panel",
                .attributes = {{Attr::id, "queue-panel"},
                               style(desk.queue.opened ? "d-split d-open" : "d-split"),
                               {Attr::labelled_by, tab}}},
               {queue_list(desk), queue_item(desk)}),
       asking_dialog(desk)});
}

} // namespace palabre::view::desk
