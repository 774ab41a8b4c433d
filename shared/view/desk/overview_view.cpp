// The overview: what waits, what came in, and why some of it was held.
#include <algorithm>
#include <numeric>

#include "shared/view/dates.h"
#include "shared/view/desk/controls.h"
#include "shared/view/desk/overview_charts.h"

namespace palabre::view::desk {
namespace {

NodePtr figure(const char* key, std::vector<NodePtr> value, std::vector<NodePtr> below) {
  return element(Role::group, {.key = key, .attributes = {style("d-figure")}, .paint = {PaintKind::card, 1}},
                 {element(Role::paragraph, {.key = "value", .attributes = {style("d-value")}}, std::move(value)),
                  element(Role::paragraph, {.key = "below", .attributes = {style("d-quiet")}}, std::move(below))});
}

NodePtr time_of(const Instant instant, const Messages& messages) {
  return element(Role::time, {.key = "when", .attributes = {{Attr::datetime, to_rfc3339(instant)}}},
                 {words(date_and_time_in_words(instant, messages))});
}

NodePtr waiting(const DeskState& desk, const wire::Overview& figures) {
  const Messages& messages = desk.messages;
  std::vector<NodePtr> below{words(messages.text("desk.overview_nothing_waits"))};
  if (figures.waiting > 0) {
    below = {go("go", messages.text("desk.overview_waiting"),
                desk.overview.site.empty() ? "#/queue" : "#/queue?site=" + desk.overview.site)};
    if (figures.oldest_waiting) {
      below.push_back(words(" · " + messages.text("desk.overview_oldest") + " "));
      below.push_back(time_of(*figures.oldest_waiting, messages));
    }
  }
  return figure("waiting", {words(messages.number(figures.waiting))}, std::move(below));
}

NodePtr lately(const DeskState& desk, const wire::Overview& figures) {
  const std::int64_t sum = std::accumulate(figures.days.begin(), figures.days.end(), std::int64_t{0});
  std::int64_t largest = 1;
  for (const std::int64_t day : figures.days) largest = std::max(largest, day);
  auto shares = std::make_shared<std::vector<float>>();
  for (const std::int64_t day : figures.days) {
    shares->push_back(static_cast<float>(day) / static_cast<float>(largest));
  }
  return figure("lately",
                {words(desk.messages.number(sum)),
                 element(Role::inline_group,
                         {.key = "line",
                          .attributes = {style("d-sparkline"), {Attr::concealed, ""}},
                          .paint = {PaintKind::sparkline, 0, static_cast<std::uint32_t>(Tone::accent), shares}})},
                {words(desk.messages.plural("desk.overview_lately", static_cast<std::int64_t>(figures.days.size())))});
}

NodePtr numbers(const DeskState& desk, const wire::Overview& figures) {
  const Messages& messages = desk.messages;
  const std::int64_t today = figures.days.empty() ? 0 : figures.days.back();
  return element(Role::group, {.key = "figures", .attributes = {style("d-figures")}},
                 {waiting(desk, figures),
                  figure("today", {words(messages.number(today))}, {words(messages.text("desk.overview_today"))}),
                  figure("decided", {words(messages.number(figures.decided_today))},
                         {words(messages.text("desk.overview_decided"))}),
                  lately(desk, figures)});
}

NodePtr site_choice(const DeskState& desk) {
  if (!desk.session || desk.session->sites.size() < 2) return nullptr;
  std::vector<Choice> choices{{"", desk.messages.text("desk.all_sites")}};
  for (const wire::DeskSite& site : desk.session->sites) choices.push_back({site.name, site.name});
  return choice_field({.name = "site", .label = desk.messages.text("desk.site"), .value = desk.overview.site}, choices,
                      desk.messages);
}

} // namespace

NodePtr overview_view(const DeskState& desk) {
  const OverviewState& overview = desk.overview;
  const Messages& messages = desk.messages;
  std::vector<NodePtr> parts{trouble(overview.error, messages)};
  if (overview.error) {
    parts.push_back(press("again", PaintKind::button, messages.text("desk.try_again"), "again"));
  } else if (!overview.figures) {
    parts.push_back(element(Role::paragraph, {.key = "busy", .attributes = {style("d-busy")}},
                            {words(messages.text("desk.starting"))}));
  } else {
    parts.push_back(numbers(desk, *overview.figures));
    parts.push_back(element(Role::group, {.key = "charts", .attributes = {style("d-charts")}},
                            {days_chart(desk, *overview.figures), reasons_chart(desk, *overview.figures),
                             hours_chart(desk, *overview.figures)}));
  }
  return element(Role::main, {.key = "overview", .attributes = {style("d-main")}},
                 {element(Role::header, {.key = "head", .attributes = {style("d-head")}},
                          {element(Role::heading,
                                   {.key = "title",
                                    .attributes = {{Attr::id, "title"}, {Attr::level, "1"}, {Attr::focusable, ""}}},
                                   {words(messages.text("desk.overview"))}),
                           site_choice(desk)}),
                  element(Role::group, {.key = "pane", .attributes = {style("d-pane")}},
                          {element(Role::group, {.key = "wide", .attributes = {style("d-wide")}}, std::move(parts))})});
}

} // namespace palabre::view::desk
