// The overview: asking for the figures, and walking through the days.
#include <algorithm>

#include "shared/wire/codec_desk.h"
#include "widget/admin/parts.h"

namespace palabre::widget::desk {
namespace {

using view::desk::OverviewState;

constexpr int shown_days = 30;

void choose_day(Model& model, std::size_t day, Effects& effects) {
  OverviewState& overview = model.state.overview;
  if (!overview.figures || overview.figures->days.empty()) return;
  overview.day = std::min(day, overview.figures->days.size() - 1);
  effects.push_back(Focus{"day-" + std::to_string(overview.day)});
}

void load(Model& model, Effects& effects) {
  OverviewState& overview = model.state.overview;
  overview.load = view::LoadState::loading;
  overview.error.reset();
  std::string path = "overview?days=" + std::to_string(shown_days) + "&offset=" + std::to_string(overview.offset_min);
  if (!overview.site.empty()) path += "&site=" + wire::percent_encode(overview.site);
  ask(model, effects, {Part::overview, "figures", overview.site}, wire::Method::get, path);
}

} // namespace

void enter_overview(Model& model, const Place& place, Effects& effects) {
  OverviewState& overview = model.state.overview;
  const auto site = place.parameters.find("site");
  const std::string wanted = site == place.parameters.end() ? std::string() : site->second;
  if (wanted != overview.site) overview.figures.reset(); // of another site; else they stay until the new ones come
  overview.site = wanted;
  load(model, effects);
}

void press_overview(Model& model, const Verb& verb, Effects& effects) {
  if (verb.name == "again") load(model, effects);
  if (verb.name != "day" || verb.argument.empty() || verb.argument.size() > 3) return;
  std::size_t day = 0;
  for (const char digit : verb.argument) {
    if (digit < '0' || digit > '9') return;
    day = day * 10 + static_cast<std::size_t>(digit - '0');
  }
  choose_day(model, day, effects);
}

void change_overview(Model& model, std::string_view field, const std::string& value, Effects& effects) {
  if (field != "site") return;
  go_to(model, effects, value.empty() ? "#/overview" : "#/overview?site=" + wire::percent_encode(value));
}

void key_overview(Model& model, const Key& key, Effects& effects) {
  if (verb_of(key.on).name != "day") return;
  const std::size_t day = model.state.overview.day;
  if (key.name == "ArrowRight") choose_day(model, day + 1, effects);
  if (key.name == "ArrowLeft") choose_day(model, day == 0 ? 0 : day - 1, effects);
  if (key.name == "Home") choose_day(model, 0, effects);
  if (key.name == "End") choose_day(model, static_cast<std::size_t>(shown_days), effects);
}

void answer_overview(Model& model, const Request& request, const Answer& answer, Effects&) {
  OverviewState& overview = model.state.overview;
  if (request.about != overview.site) return; // another one was chosen meanwhile
  overview.load = view::LoadState::loaded;
  if (!is_success(answer)) {
    overview.error = failure_of(answer);
    return;
  }
  auto figures = wire::decode_overview(answer.body);
  if (!figures) {
    overview.error = figures.error();
    return;
  }
  const bool first = !overview.figures.has_value();
  overview.figures = *std::move(figures);
  const std::size_t days = overview.figures->days.size();
  if (first || overview.day >= days) overview.day = days == 0 ? 0 : days - 1;
}

} // namespace palabre::widget::desk
