// The calendar: asking for a month's posts, and walking through its days.
#include "widget/admin/plan_parts.h"

namespace palabre::widget::desk {
namespace {

using view::LoadState;
using view::desk::CalendarState;
using view::desk::PlanLook;

constexpr std::int64_t first_year = 1971;
constexpr std::int64_t last_year = 2199;
constexpr std::int64_t days_before = 92; // in the list
constexpr std::int64_t days_after = 366;

std::int64_t today_of(const Model& model) {
  return view::desk::local_day(model.state.plan.zone, model.state.now);
}

// "2026-11", and "2026-11-20" as well.
std::optional<std::int64_t> month_named(std::string_view text) {
  if (text.size() < 7 || text[4] != '-') return std::nullopt;
  const auto day = view::desk::from_field({}, std::string(text.substr(0, 7)) + "-01T00:00");
  if (!day) return std::nullopt;
  const CivilTime date = to_civil(*day);
  if (date.year < first_year || date.year > last_year) return std::nullopt;
  return date.year * 12 + date.month - 1;
}

view::desk::DayRange days_of(const Model& model) {
  const CalendarState& state = model.state.plan.calendar;
  if (state.look == PlanLook::month) return view::desk::days_shown(state.month);
  const std::int64_t today = today_of(model);
  return {today - days_before, today + days_after};
}

void load(Model& model, Effects& effects) {
  PlanState& plan = model.state.plan;
  plan.calendar.load = LoadState::loading;
  plan.calendar.error.reset();
  const view::desk::DayRange days = days_of(model);
  const auto at = [&](std::int64_t day) {
    return wire::percent_encode(to_rfc3339(view::desk::start_of_day(plan.zone, day)));
  };
  const std::string path =
      "posts?site=" + wire::percent_encode(plan.site) + "&from=" + at(days.first) + "&to=" + at(days.end);
  ask(model, effects, {Part::plan, "calendar", path}, wire::Method::get, path);
  plan.calendar.asked = path;
}

void show_month(Model& model, std::int64_t month) {
  CalendarState& state = model.state.plan.calendar;
  state.month = month;
  if (view::desk::month_of_day(state.day) == month) return;
  const std::int64_t today = today_of(model);
  state.day = view::desk::month_of_day(today) == month
                  ? today
                  : view::desk::day_of_date(month / 12, static_cast<unsigned>(month % 12) + 1, 1);
}

// A day outside of the month that is shown brings its own.
void choose_day(Model& model, std::int64_t day, Effects& effects) {
  CalendarState& state = model.state.plan.calendar;
  const std::int64_t year = view::desk::date_of_day(day).year;
  if (year < first_year || year > last_year) return;
  state.day = day;
  const std::int64_t month = view::desk::month_of_day(day);
  if (month != state.month) {
    state.month = month;
    model.hash = plan_hash(model) + "&month=" + view::desk::month_name(month);
    effects.push_back(Navigate{model.hash, true});
    load(model, effects);
  }
  effects.push_back(Focus{"day-" + std::to_string(day)});
}

} // namespace

void enter_calendar(Model& model, const Place& place, Effects& effects) {
  PlanState& plan = model.state.plan;
  CalendarState& state = plan.calendar;
  const std::int64_t today = today_of(model);
  const bool first = state.month == 0;
  if (first) state.day = today;
  state.look = given(place, "view") == "list" ? PlanLook::list : PlanLook::month;
  const std::int64_t before = state.month;
  const auto month = month_named(given(place, "month"));
  show_month(model, month.value_or(first ? view::desk::month_of_day(today) : state.month));
  if (!first && before != state.month) {
    const std::string name = std::to_string(state.month % 12 + 1);
    effects.push_back(Announce{plan_words(
        model, "month",
        {{"month", model.state.messages.text("month." + name)}, {"year", std::to_string(state.month / 12)}})});
  }
  if (state.site != plan.site) state.posts.reset();
  state.site = plan.site;
  if (plan.site.empty()) {
    state.load = LoadState::loaded;
    return;
  }
  load(model, effects);
}

void press_calendar(Model& model, const Verb& verb, Effects& effects) {
  if (verb.name == "again") load(model, effects);
  if (verb.name != "day" || verb.argument.empty() || verb.argument.size() > 6) return;
  std::int64_t day = 0;
  for (const char digit : verb.argument) {
    if (digit < '0' || digit > '9') return;
    day = day * 10 + (digit - '0');
  }
  choose_day(model, day, effects);
}

void key_calendar(Model& model, const Key& key, Effects& effects) {
  if (verb_of(key.on).name != "day") return;
  const CalendarState& state = model.state.plan.calendar;
  const std::int64_t weekday = view::desk::weekday_of(state.day);
  if (key.name == "ArrowRight") choose_day(model, state.day + 1, effects);
  if (key.name == "ArrowLeft") choose_day(model, state.day - 1, effects);
  if (key.name == "ArrowDown") choose_day(model, state.day + 7, effects);
  if (key.name == "ArrowUp") choose_day(model, state.day - 7, effects);
  if (key.name == "Home") choose_day(model, state.day - (weekday - 1), effects);
  if (key.name == "End") choose_day(model, state.day + (7 - weekday), effects);
  if (key.name == "PageDown" || key.name == "PageUp") {
    const std::int64_t month = state.month + (key.name == "PageDown" ? 1 : -1);
    const std::int64_t first = view::desk::day_of_date(month / 12, static_cast<unsigned>(month % 12) + 1, 1);
    choose_day(model, first, effects);
  }
}

void answer_calendar(Model& model, const Request& request, const Answer& answer) {
  CalendarState& state = model.state.plan.calendar;
  if (request.about != state.asked) return; // another month or site was chosen meanwhile
  auto posts = is_success(answer) ? wire::decode_desk_posts(answer.body) : tl::unexpected(failure_of(answer));
  state.load = posts ? LoadState::loaded : LoadState::failed;
  if (posts)
    state.posts = *std::move(posts);
  else
    state.error = posts.error();
}

} // namespace palabre::widget::desk
