// Around the screens: the menu, and what a person chooses for the whole desk.
#include <algorithm>
#include <array>

#include "widget/admin/parts.h"

namespace palabre::widget::desk {
namespace {

using view::desk::FrameState;

constexpr std::array<std::string_view, 3> themes{"auto", "light", "dark"};
constexpr int furthest_offset = 14 * 60; // minutes

bool is_theme(std::string_view name) {
  return std::find(themes.begin(), themes.end(), name) != themes.end();
}

// "-120" → -120; what is no such number, or is no time on Earth, is 0.
std::int32_t offset_of(std::string_view text) {
  const bool west = !text.empty() && text.front() == '-';
  if (west) text.remove_prefix(1);
  std::int32_t minutes = 0;
  for (const char digit : text) {
    if (digit < '0' || digit > '9') return 0;
    minutes = minutes * 10 + (digit - '0');
    if (minutes > furthest_offset) return 0;
  }
  return west ? -minutes : minutes;
}

// The screen that is shown, for another site.
std::string place_for(const Model& model, const std::string& site) {
  const std::string screen = place_of(model.hash).screen;
  const std::string base = "#/" + (screen == "overview" || screen == "plan" ? screen : std::string("queue"));
  return site.empty() ? base : base + "?site=" + wire::percent_encode(site);
}

} // namespace

void begin_frame(Model& model, const std::map<std::string, std::string>& stored) {
  if (const auto theme = stored.find("theme"); theme != stored.end() && is_theme(theme->second)) {
    model.state.frame.theme = theme->second;
  }
  if (const auto offset = stored.find("offset"); offset != stored.end()) {
    model.state.overview.offset_min = offset_of(offset->second);
    model.state.plan.zone.offset_min = model.state.overview.offset_min;
  }
  if (const auto zone = stored.find("zone"); zone != stored.end()) {
    model.state.plan.zone = view::desk::read_zone(zone->second);
  }
}

void press_frame(Model& model, const Verb& verb, Effects& effects) {
  FrameState& frame = model.state.frame;
  if (verb.name == "menu") frame.menu = !frame.menu;
  if (verb.name == "skip") effects.push_back(Focus{"title"});
}

void change_frame(Model& model, std::string_view field, const std::string& value, Effects& effects) {
  if (field == "theme" && is_theme(value)) {
    model.state.frame.theme = value;
    effects.push_back(Store{"theme", value == "auto" ? std::nullopt : std::optional(value)});
  }
  if (field == "language" && (value == "en" || value == "fr")) {
    effects.push_back(Store{"lang", value});
    effects.push_back(Reload{});
  }
  if (field == "site") go_to(model, effects, place_for(model, value));
}

void enter_place(Model& model, const Place& place) {
  FrameState& frame = model.state.frame;
  const auto site = place.parameters.find("site");
  frame.site = site == place.parameters.end() ? std::string() : site->second;
  frame.menu = false;
}

} // namespace palabre::widget::desk
