// A month as a table of its days, and what is on the chosen one.
#include <algorithm>

#include "shared/view/dates.h"
#include "shared/view/desk/plan_parts.h"

namespace palabre::view::desk {
namespace {

constexpr std::size_t shown_in_a_cell = 3;

struct Entry {
  const wire::DeskPost* post;
  Instant at;
  bool ends;
};

bool is_over_on(const DeskState& desk, const Post& post, std::int64_t day) {
  return post.ends && *post.ends <= start_of_day(desk.plan.zone, day);
}

// Drafts without a start stand under no day.
bool has_day(const wire::DeskPost& post) {
  return post.phase != PostPhase::draft || post.post.starts.has_value();
}

std::vector<Entry> entries_of(const DeskState& desk, std::int64_t day) {
  std::vector<Entry> entries;
  const LocalZone& zone = desk.plan.zone;
  for (const wire::DeskPost& one : desk.plan.calendar.posts->posts) {
    if (!has_day(one)) continue;
    const Instant begins = begin_of(one);
    if (local_day(zone, begins) == day)
      entries.push_back({&one, begins, false});
    else if (one.post.ends && local_day(zone, Instant{one.post.ends->milliseconds - 1}) == day)
      entries.push_back({&one, *one.post.ends, true});
  }
  std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.at < b.at; });
  return entries;
}

std::vector<const wire::DeskPost*> running_on(const DeskState& desk, std::int64_t day) {
  std::vector<const wire::DeskPost*> posts;
  for (const wire::DeskPost& one : desk.plan.calendar.posts->posts) {
    if (!has_day(one) || local_day(desk.plan.zone, begin_of(one)) > day) continue;
    if (!is_over_on(desk, one.post, day)) posts.push_back(&one);
  }
  return posts;
}

std::string day_words(const DeskState& desk, std::int64_t day) {
  return desk.messages.text("desk.weekday_" + std::to_string(weekday_of(day))) + plan_text(desk, "day_comma") +
         date_in_words(Instant{day * 86'400'000}, desk.messages);
}

NodePtr entry_view(const DeskState& desk, const Entry& entry) {
  const Post& post = entry.post->post;
  const std::string time = clock_words(desk, entry.at);
  const std::string phase = plan_text(desk, "phase_" + std::string(to_name(entry.post->phase)));
  const std::string label = plan_text(desk, entry.ends ? "entry_ends" : "entry_starts",
                                      {{"kind", kind_words(desk, post.kind)}, {"title", post.title}, {"time", time}});
  const std::string hash = "#/plan/" + post.id.text();
  const bool quiet = entry.ends || entry.post->phase == PostPhase::draft || entry.post->phase == PostPhase::withdrawn;
  return element(
      Role::list_item, {.key = post.id.text() + (entry.ends ? "e" : "s")},
      {element(Role::link,
               {.key = "go",
                .attributes = {style(quiet ? "d-post d-post-quiet" : "d-post"),
                               {Attr::href, hash},
                               {Attr::label, label + " · " + phase},
                               {Attr::title, label + " · " + phase}},
                .action = {ActionKind::desk_go, hash}},
               {glyph(post.kind), element(Role::inline_group, {.key = "words", .attributes = {style("d-post-words")}},
                                          {words(time + " " + post.title)})})});
}

std::string day_label(const DeskState& desk, std::int64_t day, std::size_t count, bool today) {
  std::string label =
      day_words(desk, day) + ": " +
      (count == 0 ? plan_text(desk, "day_empty") : plan_plural(desk, "day_posts", static_cast<std::int64_t>(count)));
  if (today) label += ", " + plan_text(desk, "today");
  return label;
}

NodePtr day_view(const DeskState& desk, std::int64_t day) {
  const CalendarState& state = desk.plan.calendar;
  const CivilTime date = date_of_day(day);
  const bool inside = date.year * 12 + date.month - 1 == state.month;
  const bool today = local_day(desk.plan.zone, desk.now) == day;
  const bool chosen = state.day == day;
  const std::string name = std::to_string(day);
  const std::vector<Entry> entries = entries_of(desk, day);
  std::vector<NodePtr> list;
  for (std::size_t i = 0; i < std::min(entries.size(), shown_in_a_cell); ++i) {
    list.push_back(entry_view(desk, entries[i]));
  }
  NodePtr more;
  if (entries.size() > shown_in_a_cell) {
    more = paragraph("d-quiet d-post-more",
                     plan_plural(desk, "day_more", static_cast<std::int64_t>(entries.size() - shown_in_a_cell)));
  }
  std::string look = "d-cal-day";
  if (!inside) look += " d-cal-outside";
  if (today) look += " d-cal-today";
  if (chosen) look += " d-cal-chosen";
  return element(
      Role::cell, {.key = name, .attributes = {style(look)}},
      {element(Role::button,
               {.key = "day",
                .attributes = {style("d-cal-number"),
                               {Attr::id, "day-" + name},
                               {Attr::label, day_label(desk, day, entries.size(), today)},
                               {Attr::in_tab_order, chosen ? "0" : "-1"}},
                .state = (chosen ? State::pressed : State::released) | (today ? State::current : State::none),
                .action = {ActionKind::desk_press, "day." + name}},
               {words(std::to_string(date.day))}),
       list.empty() ? nullptr
                    : element(Role::bullet_list, {.key = "posts", .attributes = {style("d-posts")}}, std::move(list)),
       more});
}

NodePtr table_view(const DeskState& desk) {
  const std::int64_t month = desk.plan.calendar.month;
  const auto [first, end] = days_shown(month);
  std::vector<NodePtr> heads;
  for (unsigned day = 1; day <= 7; ++day) {
    const std::string number = std::to_string(day);
    heads.push_back(element(Role::column_header,
                            {.attributes = {{Attr::label, desk.messages.text("desk.weekday_" + number)}}},
                            {words(plan_text(desk, "weekday_" + number))}));
  }
  std::vector<NodePtr> weeks;
  for (std::int64_t week = first; week < end; week += 7) {
    std::vector<NodePtr> days;
    for (std::int64_t day = week; day < week + 7; ++day) days.push_back(day_view(desk, day));
    weeks.push_back(element(Role::row, {.key = std::to_string(week)}, std::move(days)));
  }
  return element(
      Role::table,
      {.key = "month",
       .attributes = {style("d-calendar"), {Attr::labelled_by, "month-title"}, {Attr::described_by, "month-keys"}}},
      {element(Role::table_head, {.key = "head"}, {element(Role::row, {.key = "row"}, std::move(heads))}),
       element(Role::table_body, {.key = "body"}, std::move(weeks))});
}

std::string month_words(const DeskState& desk, std::int64_t month) {
  return plan_text(
      desk, "month",
      {{"month", desk.messages.text("month." + std::to_string(month % 12 + 1))}, {"year", std::to_string(month / 12)}});
}

NodePtr month_link(const DeskState& desk, std::string key, std::int64_t month, const char* sign) {
  const std::string hash = plan_link(desk, "month=" + month_name(month));
  const std::string label = month_words(desk, month);
  return element(
      Role::link,
      {.key = std::move(key),
       .attributes = {style("p-button p-button-quiet"), {Attr::href, hash}, {Attr::label, label}, {Attr::title, label}},
       .action = {ActionKind::desk_go, hash},
       .paint = {PaintKind::quiet_button}},
      {words(sign)});
}

NodePtr month_bar(const DeskState& desk) {
  const CalendarState& state = desk.plan.calendar;
  const std::string today = plan_link(desk, "month=" + month_name(month_of_day(local_day(desk.plan.zone, desk.now))));
  return stack(
      "month-bar", "d-line",
      {month_link(desk, "before", state.month - 1, "‹"),
       element(Role::heading,
               {.key = "name", .attributes = {{Attr::id, "month-title"}, {Attr::level, "2"}, style("d-month")}},
               {words(month_words(desk, state.month))}),
       month_link(desk, "after", state.month + 1, "›"),
       element(Role::link,
               {.key = "today",
                .attributes = {style("p-button p-button-quiet"), {Attr::href, today}},
                .action = {ActionKind::desk_go, today},
                .paint = {PaintKind::quiet_button}},
               {words(plan_text(desk, "go_today"))}),
       element(Role::paragraph, {.key = "keys", .attributes = {style("d-hint"), {Attr::id, "month-keys"}}},
               {words(plan_text(desk, "keys"))})});
}

NodePtr chosen_day(const DeskState& desk) {
  const std::int64_t day = desk.plan.calendar.day;
  std::vector<NodePtr> lines;
  for (const wire::DeskPost* post : running_on(desk, day)) lines.push_back(post_line(desk, *post));
  const CivilTime date = date_of_day(day);
  return element(
      Role::section, {.key = "chosen", .attributes = {style("d-stack d-cal-said"), {Attr::labelled_by, "chosen-day"}}},
      {heading(2, day_words(desk, day), "chosen-day"),
       lines.empty() ? paragraph("d-quiet", plan_text(desk, "day_nothing"))
                     : element(Role::bullet_list, {.key = "list", .attributes = {style("d-list")}}, std::move(lines)),
       new_posts(desk, "on-day", plan_text(desk, "new_on_day"),
                 "&day=" + month_name(date.year * 12 + date.month - 1) + (date.day < 10 ? "-0" : "-") +
                     std::to_string(date.day))});
}

NodePtr drafts_view(const DeskState& desk) {
  std::vector<NodePtr> lines;
  for (const wire::DeskPost& post : desk.plan.calendar.posts->posts) {
    if (!has_day(post)) lines.push_back(post_line(desk, post));
  }
  if (lines.empty()) return nullptr;
  return element(Role::section, {.key = "drafts", .attributes = {style("d-stack"), {Attr::labelled_by, "undated"}}},
                 {heading(2, plan_text(desk, "undated"), "undated"),
                  element(Role::bullet_list, {.key = "list", .attributes = {style("d-list")}}, std::move(lines))});
}

} // namespace

DayRange days_shown(std::int64_t month) {
  const std::int64_t first = day_of_date(month / 12, static_cast<unsigned>(month % 12) + 1, 1);
  const std::int64_t next = day_of_date((month + 1) / 12, static_cast<unsigned>((month + 1) % 12) + 1, 1);
  return {first - (weekday_of(first) - 1), next + (7 - weekday_of(next - 1))};
}

std::int64_t month_of_day(std::int64_t day) {
  const CivilTime date = date_of_day(day);
  return date.year * 12 + date.month - 1;
}

std::string month_name(std::int64_t month) {
  const std::int64_t number = month % 12 + 1;
  return std::to_string(month / 12) + (number < 10 ? "-0" : "-") + std::to_string(number);
}

NodePtr month_view(const DeskState& desk) {
  return stack("calendar", "d-stack",
               {month_bar(desk), stack("table", "d-scroll", {table_view(desk)}), chosen_day(desk), drafts_view(desk)});
}

} // namespace palabre::view::desk
