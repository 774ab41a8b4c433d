// The plan: which of its screens is shown, and what they share.
#include <algorithm>

#include "widget/admin/plan_parts.h"

namespace palabre::widget::desk {
namespace {

constexpr Duration fresh_for = Duration::seconds(20);

struct Named {
  PlanQuestion question;
  std::string_view name;
};
constexpr std::array questions{Named{PlanQuestion::remove, "remove"}, Named{PlanQuestion::close, "close"},
                               Named{PlanQuestion::withdraw, "withdraw"}, Named{PlanQuestion::freeze, "freeze"},
                               Named{PlanQuestion::draw, "draw"}};

PlanPlace place_named(const Place& place) {
  if (place.path.empty()) return PlanPlace::calendar;
  if (place.path.size() > 1 && place.path[1] == "results") return PlanPlace::results;
  if (place.path.size() > 1 && place.path[1] == "entries") return PlanPlace::entries;
  return PlanPlace::editor;
}

bool is_known(const Place& place) {
  if (place.path.empty() || PostId::parse(place.path.front())) return true;
  return place.path.front() == "new" && place.path.size() > 1 && parse_post_kind(place.path[1]);
}

std::string path_words(const Place& place) {
  std::string text;
  for (const std::string& step : place.path) text += "/" + step;
  return text;
}

} // namespace

std::string plan_words(const Model& model, std::string_view key) {
  return model.state.messages.text("desk.plan_" + std::string(key));
}

std::string plan_words(const Model& model, std::string_view key, view::Messages::Places places) {
  return model.state.messages.text("desk.plan_" + std::string(key), places);
}

std::string given(const Place& place, const char* name) {
  const auto found = place.parameters.find(name);
  return found == place.parameters.end() ? std::string() : found->second;
}

void choose_plan_site(Model& model, const std::string& wanted) {
  if (!model.state.session) return; // an answer that came after signing out
  PlanState& plan = model.state.plan;
  const auto& sites = model.state.session->sites;
  const auto knows = [&](const std::string& name) {
    return std::any_of(sites.begin(), sites.end(), [&](const wire::DeskSite& site) { return site.name == name; });
  };
  if (knows(wanted))
    plan.site = wanted;
  else if (!knows(plan.site))
    plan.site = sites.empty() ? std::string() : sites.front().name;
  model.state.frame.site = plan.site;
}

std::string plan_hash(const Model& model) {
  return "#/plan?site=" + wire::percent_encode(model.state.plan.site);
}

void ask_first(PlanQuestion& asking, PlanQuestion question, Effects& effects) {
  asking = question;
  effects.push_back(Focus{"question-no"});
}

PlanQuestion question_of(std::string_view name) {
  const auto found =
      std::find_if(questions.begin(), questions.end(), [&](const Named& one) { return one.name == name; });
  return found == questions.end() ? PlanQuestion::none : found->question;
}

std::string_view name_of(PlanQuestion question) {
  const auto found =
      std::find_if(questions.begin(), questions.end(), [&](const Named& one) { return one.question == question; });
  return found == questions.end() ? std::string_view() : found->name;
}

void leave_question(PlanQuestion& asking, std::string_view opener, Effects& effects) {
  effects.push_back(Focus{std::string(opener) + std::string(name_of(asking))});
  asking = PlanQuestion::none;
}

void enter_plan(Model& model, const Place& place, Effects& effects) {
  if (!is_known(place)) return go_to(model, effects, "#/plan");
  PlanState& plan = model.state.plan;
  const std::string path = path_words(place);
  if (path != plan.path) effects.push_back(Focus{"title"});
  plan.path = path;
  plan.place = place_named(place);
  plan.editor.asking = PlanQuestion::none;
  plan.entries.asking = PlanQuestion::none;
  choose_plan_site(model, given(place, "site"));
  switch (plan.place) {
  case PlanPlace::calendar: return enter_calendar(model, place, effects);
  case PlanPlace::editor: return enter_editor(model, place, effects);
  case PlanPlace::results: return enter_results(model, *PostId::parse(place.path.front()), effects);
  case PlanPlace::entries: return enter_entries(model, *PostId::parse(place.path.front()), place, effects);
  }
}

void press_plan(Model& model, const Verb& verb, Effects& effects) {
  switch (model.state.plan.place) {
  case PlanPlace::calendar: return press_calendar(model, verb, effects);
  case PlanPlace::editor: return press_editor(model, verb, effects);
  case PlanPlace::results: return press_results(model, verb, effects);
  case PlanPlace::entries: return press_entries(model, verb, effects);
  }
}

void change_plan(Model& model, std::string_view field, const std::string& value, Effects& effects) {
  const PlanPlace place = model.state.plan.place;
  if (place == PlanPlace::editor) return change_editor(model, field, value);
  if (place == PlanPlace::entries) return change_entries(model, field, value);
  if (field == "site") go_to(model, effects, "#/plan?site=" + wire::percent_encode(value));
}

void submit_plan(Model& model, std::string_view form, Effects& effects) {
  if (model.state.plan.place == PlanPlace::editor) submit_editor(model, form, effects);
  if (model.state.plan.place == PlanPlace::entries) submit_entries(model, effects);
}

void key_plan(Model& model, const Key& key, Effects& effects) {
  PlanState& plan = model.state.plan;
  if (key.name == "Escape") {
    if (plan.editor.asking != PlanQuestion::none) leave_question(plan.editor.asking, "do-", effects);
    if (plan.entries.asking != PlanQuestion::none) leave_question(plan.entries.asking, "ask-", effects);
    return;
  }
  if (plan.place == PlanPlace::calendar) key_calendar(model, key, effects);
  if (plan.place == PlanPlace::entries && plan.entries.asking == PlanQuestion::none) key_entries(model, key, effects);
}

void answer_plan(Model& model, const Request& request, const Answer& answer, Effects& effects) {
  const Verb verb = verb_of(request.purpose);
  if (verb.name == "calendar") answer_calendar(model, request, answer);
  if (verb.name == "editor") answer_editor(model, request, answer, effects);
  if (verb.name == "saved") answer_saved_post(model, request, answer, effects);
  if (verb.name == "results") answer_results(model, request, answer, effects);
  if (verb.name == "entries") answer_entries(model, request, answer, effects);
  if (verb.name == "contest") answer_contest(model, request, answer, effects);
  const bool counts = model.state.plan.place == PlanPlace::results || model.state.plan.place == PlanPlace::entries;
  if (counts && model.state.screen == view::desk::Screen::plan) effects.push_back(Wake{fresh_for, "plan"});
}

void tick_plan(Model& model, std::string_view name, Effects& effects) {
  if (name != "plan" || model.state.screen != view::desk::Screen::plan || !model.state.session) return;
  if (model.state.signing_again) return;
  if (model.state.plan.place == PlanPlace::results) refresh_results(model, effects);
  if (model.state.plan.place == PlanPlace::entries) refresh_entries(model, effects);
}

} // namespace palabre::widget::desk
