#include "shared/view/desk/overview_charts.h"

#include <algorithm>

#include "shared/view/dates.h"

namespace palabre::view::desk {
namespace {

float share(std::int64_t value, std::int64_t largest) {
  return largest <= 0 ? 0.0F : static_cast<float>(value) / static_cast<float>(largest);
}

NodePtr chart(const char* key, bool wide, std::string title, std::vector<NodePtr> parts) {
  const std::string id = std::string("chart-") + key;
  parts.insert(parts.begin(),
               element(Role::heading, {.attributes = {{Attr::id, id}, {Attr::level, "2"}}}, {words(std::move(title))}));
  return element(Role::figure,
                 {.key = key,
                  .attributes = {style(wide ? "d-chart d-chart-wide" : "d-chart"), {Attr::labelled_by, id}},
                  .paint = {PaintKind::card, 1}},
                 std::move(parts));
}

Series series_of(const std::vector<std::int64_t>& values, std::int64_t largest) {
  auto shares = std::make_shared<std::vector<float>>();
  for (const std::int64_t value : values) shares->push_back(share(value, largest));
  return shares;
}

std::int64_t held_on(const wire::Overview& figures, std::size_t day) {
  return day < figures.held.size() ? figures.held[day] : 0;
}

// The day's date where the reader is.
std::string date_of(const DeskState& desk, const wire::Overview& figures, std::size_t day) {
  const auto ago = static_cast<std::int64_t>(figures.days.size() - 1 - day);
  const std::int64_t local = desk.now.milliseconds + std::int64_t{desk.overview.offset_min} * 60'000;
  return date_in_words(Instant{local - ago * 86'400'000}, desk.messages);
}

std::string day_in_words(const DeskState& desk, const wire::Overview& figures, std::size_t day) {
  const std::int64_t held = held_on(figures, day);
  std::string text = desk.messages.text(
      "desk.overview_day", {{"date", date_of(desk, figures, day)},
                            {"comments", desk.messages.plural("desk.overview_comments", figures.days[day])}});
  if (held > 0) text += ", " + desk.messages.plural("desk.overview_held_count", held);
  return text;
}

NodePtr day_view(const DeskState& desk, const wire::Overview& figures, std::size_t day, std::int64_t largest) {
  const bool chosen = day == desk.overview.day;
  const std::string name = std::to_string(day);
  const std::string text = day_in_words(desk, figures, day);
  const std::int64_t held = held_on(figures, day);
  return element(Role::button,
                 {.key = name,
                  .attributes = {{Attr::id, "day-" + name},
                                 style("d-day " + at_style(figures.days[day], largest)),
                                 {Attr::label, text},
                                 {Attr::title, text},
                                 {Attr::in_tab_order, chosen ? "0" : "-1"}},
                  .state = chosen ? State::pressed : State::released,
                  .action = {ActionKind::desk_press, "day." + name}},
                 {held <= 0
                      ? nullptr
                      : element(Role::inline_group, {.attributes = {style("d-day-held " + at_style(held, largest))}})});
}

NodePtr table_row(std::vector<std::string> cells) {
  std::vector<NodePtr> all;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    all.push_back(element(i == 0 ? Role::row_header : Role::cell,
                          {.attributes = {style(i == 0 ? "d-strong" : "d-number")}}, {words(std::move(cells[i]))}));
  }
  return element(Role::row, {}, std::move(all));
}

NodePtr table_head(std::vector<std::string> names) {
  std::vector<NodePtr> all;
  for (std::size_t i = 0; i < names.size(); ++i) {
    all.push_back(element(Role::column_header, {.attributes = {style(i == 0 ? "d-strong" : "d-number")}},
                          {words(std::move(names[i]))}));
  }
  return element(Role::table_head, {}, {element(Role::row, {}, std::move(all))});
}

NodePtr days_table(const DeskState& desk, const wire::Overview& figures) {
  const Messages& messages = desk.messages;
  std::vector<NodePtr> rows;
  for (std::size_t day = figures.days.size(); day-- > 0;) {
    rows.push_back(table_row(
        {date_of(desk, figures, day), messages.number(figures.days[day]), messages.number(held_on(figures, day))}));
  }
  return element(Role::details, {.key = "table"},
                 {element(Role::summary, {}, {words(messages.text("desk.overview_as_table"))}),
                  element(Role::table, {.attributes = {style("d-table"), {Attr::labelled_by, "chart-days"}}},
                          {table_head({messages.text("desk.overview_date"), messages.text("desk.overview_number"),
                                       messages.text("desk.overview_held")}),
                           element(Role::table_body, {}, std::move(rows))})});
}

} // namespace

std::string at_style(std::int64_t value, std::int64_t largest) {
  if (value <= 0 || largest <= 0) return "d-at-0";
  const std::int64_t twentieths = (std::min(value, largest) * 20 + largest / 2) / largest;
  return "d-at-" + std::to_string(std::max<std::int64_t>(1, twentieths));
}

NodePtr days_chart(const DeskState& desk, const wire::Overview& figures) {
  const Messages& messages = desk.messages;
  if (figures.days.empty()) return nullptr;
  const std::int64_t largest = *std::max_element(figures.days.begin(), figures.days.end());
  std::vector<NodePtr> days{element(
      Role::inline_group,
      {.key = "held",
       .attributes = {style("d-days-held"), {Attr::concealed, ""}},
       .paint = {PaintKind::columns, 0, static_cast<std::uint32_t>(Tone::warning), series_of(figures.held, largest)}})};
  for (std::size_t day = 0; day < figures.days.size(); ++day) days.push_back(day_view(desk, figures, day, largest));
  const std::size_t chosen = std::min(desk.overview.day, figures.days.size() - 1);
  return chart("days", true, messages.text("desk.overview_days"),
               {element(Role::toolbar,
                        {.key = "days",
                         .attributes = {style("d-days"), {Attr::label, messages.text("desk.overview_days_keys")}},
                         .paint = {PaintKind::columns, 0, static_cast<std::uint32_t>(Tone::accent),
                                   series_of(figures.days, largest)}},
                        std::move(days)),
                element(Role::paragraph, {.key = "said", .attributes = {style("d-said")}},
                        {words(day_in_words(desk, figures, chosen))}),
                days_table(desk, figures)});
}

NodePtr reasons_chart(const DeskState& desk, const wire::Overview& figures) {
  const Messages& messages = desk.messages;
  std::vector<std::pair<std::string, std::int64_t>> all(figures.reasons.begin(), figures.reasons.end());
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  if (all.empty()) {
    return chart("reasons", false, messages.text("desk.overview_reasons"),
                 {element(Role::paragraph, {.attributes = {style("d-quiet")}},
                          {words(messages.text("desk.overview_no_reasons"))})});
  }
  std::vector<NodePtr> rows;
  for (const auto& [axis, count] : all) {
    const std::string key = "desk.overview_axis_" + axis;
    NodePtr bar = element(
        Role::inline_group,
        {.attributes = {style("d-bar " + at_style(count, all.front().second)), {Attr::concealed, ""}},
         .paint = {PaintKind::bar, share(count, all.front().second), static_cast<std::uint32_t>(Tone::accent)}});
    rows.push_back(element(Role::row, {.key = axis},
                           {element(Role::row_header, {}, {words(messages.knows(key) ? messages.text(key) : axis)}),
                            element(Role::cell, {.attributes = {style("d-bar-cell")}},
                                    {std::move(bar), element(Role::inline_group, {.attributes = {style("d-number")}},
                                                             {words(messages.number(count))})})}));
  }
  return chart("reasons", false, messages.text("desk.overview_reasons"),
               {element(Role::table, {.attributes = {style("d-table d-bars"), {Attr::labelled_by, "chart-reasons"}}},
                        {table_head({messages.text("desk.overview_reason"), messages.text("desk.overview_number")}),
                         element(Role::table_body, {}, std::move(rows))})});
}

NodePtr hours_chart(const DeskState& desk, const wire::Overview& figures) {
  const Messages& messages = desk.messages;
  std::int64_t largest = 0;
  for (const auto& day : figures.hours) largest = std::max(largest, *std::max_element(day.begin(), day.end()));
  std::vector<NodePtr> heads{element(Role::cell, {})};
  for (int hour = 0; hour < 24; ++hour) {
    heads.push_back(element(Role::column_header, {.attributes = {style("d-hour")}}, {words(std::to_string(hour))}));
  }
  std::vector<NodePtr> rows;
  for (std::size_t day = 0; day < figures.hours.size(); ++day) {
    std::vector<NodePtr> cells{
        element(Role::row_header, {}, {words(messages.text("desk.weekday_" + std::to_string(day + 1)))})};
    for (const std::int64_t count : figures.hours[day]) {
      cells.push_back(
          element(Role::cell,
                  {.attributes = {style("d-heat " + at_style(count, largest))},
                   .paint = {PaintKind::heat, share(count, largest), static_cast<std::uint32_t>(Tone::accent)}},
                  {words(messages.number(count))}));
    }
    rows.push_back(element(Role::row, {}, std::move(cells)));
  }
  return chart("hours", true, messages.text("desk.overview_hours"),
               {element(Role::group,
                        {.key = "scroll",
                         .attributes = {style("d-scroll"),
                                        {Attr::label, messages.text("desk.overview_hours")},
                                        {Attr::in_tab_order, "0"}}},
                        {element(Role::table, {.attributes = {style("d-hours"), {Attr::labelled_by, "chart-hours"}}},
                                 {element(Role::table_head, {}, {element(Role::row, {}, std::move(heads))}),
                                  element(Role::table_body, {}, std::move(rows))})})});
}

} // namespace palabre::view::desk
