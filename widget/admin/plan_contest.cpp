// A contest's end: closing its list, drawing or choosing winners, and the prizes' codes.
#include <algorithm>

#include "widget/admin/plan_parts.h"

namespace palabre::widget::desk {
namespace {

using view::LoadState;
using view::desk::EntriesState;
using wire::Method;

std::vector<std::string> codes_in(const std::string& text) {
  std::vector<std::string> codes;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string code = text.substr(begin, end - begin);
    code.erase(0, code.find_first_not_of(" \t\r"));
    code.erase(code.find_last_not_of(" \t\r") + 1);
    if (!code.empty()) codes.push_back(std::move(code));
    begin = end + 1;
  }
  return codes;
}

void post_step(Model& model, const char* purpose, const std::string& path, std::string body, Effects& effects) {
  EntriesState& state = model.state.plan.entries;
  if (state.sending) return;
  state.sending = true;
  state.error.reset();
  ask(model, effects, {Part::plan, purpose, state.id.text()}, Method::post, path, std::move(body));
}

void take_desk(Model& model, std::string_view purpose, wire::ContestDesk desk, Effects& effects) {
  EntriesState& state = model.state.plan.entries;
  if (desk.post.post.site != model.state.plan.site) choose_plan_site(model, desk.post.post.site);
  state.desk = std::move(desk);
  state.load = LoadState::loaded;
  if (purpose == "load") return;
  if (purpose == "codes") state.codes.clear();
  add_toast(model, effects, plan_words(model, "did_" + std::string(purpose)));
  effects.push_back(Focus{purpose == "codes" ? "field-codes" : "title"});
  refresh_entries(model, effects); // winners are marked, and the jury needs the accepted ones
}

} // namespace

void do_contest_step(Model& model, PlanQuestion step, Effects& effects) {
  const EntriesState& state = model.state.plan.entries;
  const std::string contest = "contests/" + state.id.text();
  if (step == PlanQuestion::close)
    post_step(model, "contest.close", "posts/" + state.id.text() + "/close", "{}", effects);
  else if (step == PlanQuestion::freeze)
    post_step(model, "contest.freeze", contest + "/freeze", "{}", effects);
  else if (step == PlanQuestion::draw)
    post_step(model, "contest.draw", contest + (state.jury.empty() ? "/draw" : "/jury"),
              state.jury.empty() ? "{}" : wire::encode_jury(state.jury), effects);
  effects.push_back(Focus{"title"});
}

void press_jury(Model& model, const Verb& verb, Effects& effects) {
  EntriesState& state = model.state.plan.entries;
  const auto entry = std::find_if(state.entries.begin(), state.entries.end(),
                                  [&](const wire::Entry& one) { return std::to_string(one.number) == verb.argument; });
  const auto at = std::find_if(state.jury.begin(), state.jury.end(),
                               [&](std::int64_t number) { return std::to_string(number) == verb.argument; });
  const bool chosen = at != state.jury.end();
  const std::size_t most = state.desk && state.desk->post.post.contest ? state.desk->post.post.contest->winners : 0;
  if (verb.name == "take" && !chosen && entry != state.entries.end()) {
    if (state.jury.size() >= most) {
      add_toast(model, effects, model.state.messages.plural("desk.plan_jury_full", static_cast<std::int64_t>(most)));
      return;
    }
    state.jury.push_back(entry->number);
    effects.push_back(
        Announce{plan_words(model, "jury_place", {{"name", entry->name}, {"n", std::to_string(state.jury.size())}})});
  }
  if (verb.name == "drop" && chosen) state.jury.erase(at);
  if (verb.name == "up" && chosen && at != state.jury.begin()) std::iter_swap(at, at - 1);
}

void send_codes(Model& model, Effects& effects) {
  EntriesState& state = model.state.plan.entries;
  if (state.sending) return;
  const std::vector<std::string> codes = codes_in(state.codes);
  if (codes.empty()) {
    state.codes_refused = Error{ErrorCode::field_empty, "codes", {}, 0};
    return effects.push_back(Focus{"field-codes"});
  }
  state.sending = true;
  state.codes_refused.reset();
  ask(model, effects, {Part::plan, "contest.codes", state.id.text()}, Method::put,
      "contests/" + state.id.text() + "/prizes", wire::encode_prize_codes(codes));
}

void answer_contest(Model& model, const Request& request, const Answer& answer, Effects& effects) {
  EntriesState& state = model.state.plan.entries;
  const std::string_view purpose = verb_of(request.purpose).argument;
  if (request.about != state.id.text()) return; // another one was opened meanwhile
  if (purpose != "load") state.sending = false;
  if (is_success(answer) && purpose == "close") { // answers the post alone
    add_toast(model, effects, plan_words(model, "did_close"));
    return refresh_entries(model, effects);
  }
  auto desk = is_success(answer) ? wire::decode_contest_desk(answer.body) : tl::unexpected(failure_of(answer));
  if (desk) return take_desk(model, purpose, *std::move(desk), effects);
  if (purpose == "codes") {
    state.codes_refused = desk.error();
    return effects.push_back(Focus{"field-codes"});
  }
  state.load = LoadState::failed;
  state.error = desk.error();
  announce(model, effects, error_info(state.error->code).message_key);
  if (purpose != "load") refresh_entries(model, effects); // as it is now
}

} // namespace palabre::widget::desk
