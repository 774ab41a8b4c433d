// Who takes part most: how often, how helpfully, since when.
#include "shared/view/desk/controls.h"
#include "shared/view/desk/queue_parts.h"

namespace palabre::view::desk {
namespace {

NodePtr cell(const char* key, std::vector<NodePtr> parts) {
  return element(Role::cell, {.key = key}, std::move(parts));
}

NodePtr row(const DeskState& desk, const wire::Regular& regular) {
  wire::QueueFilter all;
  all.tab = wire::QueueTab::all;
  all.site = desk.regulars.site;
  all.author = regular.author;
  std::vector<NodePtr> badges;
  for (const Badge one : regular.badges) {
    const std::string name(to_name(one));
    badges.push_back(badge(name, desk.messages.text("badge." + name), Tone::plain));
    badges.push_back(words(" "));
  }
  return element(Role::row, {.key = regular.author},
                 {element(Role::row_header, {.key = "name", .attributes = {{Attr::text_direction, "auto"}}},
                          {go("all", regular.name.empty() ? say(desk, "nobody") : regular.name, queue_hash(all))}),
                  cell("badges", std::move(badges)),
                  cell("published", {words(desk.messages.number(regular.published))}),
                  cell("helpful", {words(desk.messages.number(regular.helpful))}),
                  cell("first", {time_node(regular.first, desk.messages)}),
                  cell("last", {time_node(regular.last, desk.messages)})});
}

NodePtr head(const DeskState& desk) {
  std::vector<NodePtr> cells;
  for (const char* key : {"name", "badges", "published", "helpful", "first", "last"}) {
    cells.push_back(element(Role::column_header, {.key = key}, {words(say(desk, std::string("regular_") + key))}));
  }
  return element(Role::table_head, {.key = "head"}, {element(Role::row, {}, std::move(cells))});
}

} // namespace

NodePtr regulars_view(const DeskState& desk) {
  const RegularsState& state = desk.regulars;
  NodePtr list;
  if (!state.regulars) {
    list = state.error ? nullptr : paragraph("d-quiet", say(desk, "starting"));
  } else if (state.regulars->empty()) {
    list = paragraph("d-quiet", say(desk, "regulars_none"));
  } else {
    std::vector<NodePtr> rows;
    for (const wire::Regular& regular : *state.regulars) rows.push_back(row(desk, regular));
    list = element(
        Role::group, {.key = "wide", .attributes = {style("d-wide")}},
        {element(Role::table, {.key = "table", .attributes = {style("d-table"), {Attr::label, say(desk, "regulars")}}},
                 {head(desk), element(Role::table_body, {.key = "body"}, std::move(rows))})});
  }
  return screen(
      "regulars", say(desk, "regulars"),
      {paragraph("d-hint", say(desk, "regulars_hint")), trouble(state.error, desk.messages), std::move(list)});
}

} // namespace palabre::view::desk
