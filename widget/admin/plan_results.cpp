// A poll's results: asking for them, and what is decided about ballots set apart and readers' own answers.
#include <charconv>

#include "widget/admin/plan_parts.h"

namespace palabre::widget::desk {
namespace {

using view::LoadState;
using view::desk::PollResultsState;
using wire::Method;

std::int64_t number_in_verb(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  return failed == std::errc() && end == text.data() + text.size() ? number : 0;
}

void load(Model& model, Effects& effects) {
  const std::string id = model.state.plan.results.id.text();
  ask(model, effects, {Part::plan, "results.load", id}, Method::get, "polls/" + id + "/results");
}

void review(Model& model, const wire::ReviewBallots& decision, std::string_view said, Effects& effects) {
  const std::string id = model.state.plan.results.id.text();
  ask(model, effects, {Part::plan, "results." + std::string(said), id}, Method::put, "polls/" + id + "/review",
      wire::encode(decision));
  effects.push_back(Focus{"title"}); // the button goes with its line
}

} // namespace

void enter_results(Model& model, PostId id, Effects& effects) {
  PollResultsState& state = model.state.plan.results;
  if (state.id != id) state = {};
  state.id = id;
  state.load = LoadState::loading;
  state.error.reset();
  load(model, effects);
}

void press_results(Model& model, const Verb& verb, Effects& effects) {
  wire::ReviewBallots decision;
  if (verb.name == "again") {
    model.state.plan.results.error.reset();
    load(model, effects);
  } else if (verb.name == "count" || verb.name == "leave") {
    decision.group = std::string(verb.argument);
    decision.standing = verb.name == "count" ? wire::BallotStanding::counted : wire::BallotStanding::set_apart;
    review(model, decision, verb.name == "count" ? "did_count" : "did_leave", effects);
  } else if (verb.name == "publish" || verb.name == "refuse") {
    decision.other = number_in_verb(verb.argument);
    decision.publish = verb.name == "publish";
    review(model, decision, decision.publish ? "did_publish_other" : "did_refuse_other", effects);
  }
}

void answer_results(Model& model, const Request& request, const Answer& answer, Effects& effects) {
  PollResultsState& state = model.state.plan.results;
  if (request.about != state.id.text()) return; // another one was opened meanwhile
  auto results = is_success(answer) ? wire::decode_poll_desk_results(answer.body) : tl::unexpected(failure_of(answer));
  const std::string_view purpose = verb_of(request.purpose).argument;
  state.load = results ? LoadState::loaded : LoadState::failed;
  if (!results) {
    state.error = results.error();
    return;
  }
  state.error.reset();
  if (results->post.post.site != model.state.plan.site) choose_plan_site(model, results->post.post.site);
  state.results = *std::move(results);
  if (purpose != "load") add_toast(model, effects, plan_words(model, purpose));
}

void refresh_results(Model& model, Effects& effects) {
  load(model, effects);
}

} // namespace palabre::widget::desk
