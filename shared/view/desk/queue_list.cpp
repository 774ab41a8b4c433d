// The list: one line an item, and what stands in its place when it is empty.
#include <algorithm>

#include "shared/view/desk/queue_parts.h"

namespace palabre::view::desk {

// Lines that need not be made again: a queue of thousands is walked through at the speed of the keyboard.
struct RowCache {
  struct Row {
    std::int64_t revision{0};
    std::uint32_t flags{0};
    CommentState state{CommentState::held};
    QuestionState question{QuestionState::none};
    bool unanswered{false};
    bool selected{false};
    bool chosen{false};
    std::string present{};
    NodePtr node{};
  };
  std::map<CommentId, Row> rows;
};

namespace {

using wire::QueueItem;

NodePtr check_box(const DeskState& desk, const QueueItem& item, bool selected, bool chosen) {
  const std::string id = item.comment.id.text();
  return element(
      Role::field,
      {.key = "choose",
       .attributes = {style("d-check"),
                      {Attr::input_kind, "checkbox"},
                      {Attr::in_tab_order, selected ? "0" : "-1"},
                      {Attr::label, desk.messages.text("desk.choose_one", "name", item.comment.author.name)}},
       .state = chosen ? State::checked : State::none,
       .action = {ActionKind::desk_field, "choose." + id},
       .paint = {PaintKind::checkbox, chosen ? 1.0F : 0.0F}});
}

// Where items of several states stand together, each says its own.
bool is_mixed(wire::QueueTab tab) {
  return tab == wire::QueueTab::waiting || tab == wire::QueueTab::flagged || tab == wire::QueueTab::all;
}

NodePtr row_view(const DeskState& desk, const QueueItem& item, const RowCache::Row& row) {
  const std::string id = item.comment.id.text();
  std::vector<NodePtr> badges = badges_of(desk, item);
  if (is_mixed(desk.queue.filter.tab) && item.comment.state != CommentState::held) {
    badges.insert(badges.begin(), badge("state", state_text(desk, item.comment.state), Tone::plain));
  }
  if (!row.present.empty()) {
    badges.push_back(badge("present", desk.messages.text("desk.looks", "name", row.present), Tone::accent));
  }
  const auto line = [](const char* key, const char* name, std::vector<NodePtr> children) {
    return element(Role::inline_group, {.key = key, .attributes = {style(name), {Attr::text_direction, "auto"}}},
                   std::move(children));
  };
  NodePtr link =
      element(Role::link,
              {.key = "open",
               .attributes = {{Attr::id, "row-" + id},
                              style("d-row-link"),
                              {Attr::href, queue_hash(desk.queue.filter, item.comment.id)},
                              {Attr::in_tab_order, row.selected ? "0" : "-1"}},
               .state = row.selected ? State::current : State::none,
               .action = {ActionKind::desk_press, "open." + id}},
              {line("author", "d-row-author", {words(item.comment.author.name + " ")}),
               line("when", "d-row-when", {time_node(item.comment.created, desk.messages), words(" ")}),
               line("words", "d-row-words", {words(first_words(item.comment.body, 140) + " ")}),
               line("page", "d-row-page", {words(page_name(item) + " ")}),
               element(Role::inline_group, {.key = "why", .attributes = {style("d-badges")}}, std::move(badges))});
  return element(
      Role::list_item,
      {.key = id, .attributes = {style("d-row d-pick")}, .paint = {PaintKind::row, row.selected ? 1.0F : 0.0F}},
      {may_decide(desk) ? check_box(desk, item, row.selected, row.chosen) : nullptr, std::move(link)});
}

NodePtr cached_row(const DeskState& desk, const QueueItem& item) {
  const QueueState& queue = desk.queue;
  const auto present = queue.present.find(item.comment.id);
  RowCache::Row row{item.revision,
                    item.flags,
                    item.comment.state,
                    item.comment.question,
                    item.unanswered,
                    queue.selected == item.comment.id,
                    queue.chosen.count(item.comment.id) != 0,
                    present == queue.present.end() ? std::string() : present->second,
                    {}};
  if (!queue.rows) {
    row.node = row_view(desk, item, row);
    return row.node;
  }
  RowCache::Row& kept = queue.rows->rows[item.comment.id];
  const bool same = kept.node && kept.revision == row.revision && kept.flags == row.flags && kept.state == row.state &&
                    kept.question == row.question && kept.unanswered == row.unanswered &&
                    kept.selected == row.selected && kept.chosen == row.chosen && kept.present == row.present;
  if (!same) {
    row.node = row_view(desk, item, row);
    kept = std::move(row);
  }
  return kept.node;
}

NodePtr more(const DeskState& desk) {
  const QueueState& queue = desk.queue;
  if (queue.next.empty()) return nullptr;
  return element(Role::group, {.key = "more", .attributes = {style("d-more")}},
                 {press("more", PaintKind::quiet_button, say(desk, queue.loading_more ? "loading_more" : "more"),
                        "more", {}, queue.loading_more ? State::busy : State::none)});
}

NodePtr fresh(const DeskState& desk) {
  const QueueState& queue = desk.queue;
  if (queue.fresh.empty() && !queue.many_fresh) return nullptr;
  const std::string text = queue.many_fresh
                               ? say(desk, "many_new")
                               : desk.messages.plural("desk.new", static_cast<std::int64_t>(queue.fresh.size()));
  return element(Role::status, {.key = "fresh", .attributes = {style("d-fresh")}},
                 {press("show", PaintKind::button, text, "fresh")});
}

} // namespace

std::shared_ptr<RowCache> make_row_cache() {
  return std::make_shared<RowCache>();
}

NodePtr queue_list(const DeskState& desk) {
  const QueueState& queue = desk.queue;
  std::vector<NodePtr> rows;
  rows.reserve(queue.items.size());
  for (const QueueItem& item : queue.items) rows.push_back(cached_row(desk, item));
  const bool loading = queue.load == LoadState::loading && rows.empty();
  const bool empty = queue.load == LoadState::loaded && rows.empty();
  return element(Role::group, {.key = "list", .attributes = {style("d-pane")}},
                 {fresh(desk),
                  loading ? element(Role::paragraph, {.key = "loading", .attributes = {style("d-quiet d-loading")}},
                                    {words(say(desk, "starting"))})
                          : nullptr,
                  empty ? queue_empty(desk) : nullptr,
                  rows.empty() ? nullptr
                               : element(Role::bullet_list,
                                         {.key = "rows",
                                          .attributes = {style("d-list d-rows"), {Attr::label, say(desk, "comments")}}},
                                         std::move(rows)),
                  more(desk)});
}

NodePtr queue_empty(const DeskState& desk) {
  const QueueState& queue = desk.queue;
  wire::QueueFilter plain;
  plain.tab = queue.filter.tab;
  const bool narrowed = !(queue.filter == plain);
  if (narrowed) {
    return element(Role::group, {.key = "empty", .attributes = {style("d-empty")}},
                   {element(Role::paragraph, {.key = "none"}, {words(say(desk, "none_found"))}),
                    go("all", say(desk, "without_filters"), queue_hash(plain))});
  }
  const bool waiting = queue.filter.tab == wire::QueueTab::waiting;
  const std::string key = waiting ? "empty_waiting" : "empty_" + std::string(to_name(queue.filter.tab));
  return element(Role::group, {.key = "empty", .attributes = {style("d-empty")}},
                 {waiting ? element(Role::figure, {.key = "calm",
                                                   .attributes = {style("d-calm"), {Attr::concealed, ""}},
                                                   .paint = {PaintKind::highlight}})
                          : nullptr,
                  element(Role::heading, {.key = "title", .attributes = {{Attr::level, "2"}}}, {words(say(desk, key))}),
                  !waiting
                      ? nullptr
                      : element(Role::paragraph, {.key = "done", .attributes = {style("d-quiet")}},
                                {words(queue.done_today > 0 ? desk.messages.plural("desk.done_today", queue.done_today)
                                                            : say(desk, "empty_rest"))})});
}

NodePtr queue_many(const DeskState& desk) {
  const QueueState& queue = desk.queue;
  if (queue.chosen.empty()) return nullptr;
  const auto act = [&](const char* action, PaintKind kind, const char* key) {
    return press(action, kind, say(desk, action), std::string("decide.") + action, {{Attr::shortcut, key}});
  };
  return element(
      Role::toolbar,
      {.key = "many", .attributes = {style("d-toolbar d-many"), {Attr::label, say(desk, "many_actions")}}},
      {element(Role::status, {.key = "count", .attributes = {style("d-many-count")}},
               {words(desk.messages.plural("desk.chosen", static_cast<std::int64_t>(queue.chosen.size())))}),
       act("approve", PaintKind::primary_button, "a"), act("hide", PaintKind::button, "h"),
       act("spam", PaintKind::button, "s"), act("remove", PaintKind::button, "d"),
       press("all", PaintKind::quiet_button, say(desk, "choose_all"), "choose_all"),
       press("none", PaintKind::quiet_button, say(desk, "choose_none"), "choose_none", {{Attr::shortcut, "Escape"}})});
}

} // namespace palabre::view::desk
