// A contest's entries: reading them, walking through them, and deciding about each.
#include <algorithm>
#include <charconv>

#include "shared/view/desk/plan_entries_parts.h"
#include "shared/wire/json_writer.h"
#include "widget/admin/plan_parts.h"

namespace palabre::widget::desk {
namespace {

using view::LoadState;
using view::desk::EntriesState;
using wire::Entry;
using wire::Method;

std::string path_of(const EntriesState& state, std::string_view more) {
  return "contests/" + state.id.text() + std::string(more);
}

void load_contest(Model& model, Effects& effects) {
  const EntriesState& state = model.state.plan.entries;
  ask(model, effects, {Part::plan, "contest.load", state.id.text()}, Method::get, path_of(state, {}));
}

void load_entries(Model& model, const std::string& after, Effects& effects) {
  EntriesState& state = model.state.plan.entries;
  state.loading_more = !after.empty();
  std::string path = path_of(state, "/entries?state=" + std::string(to_name(state.tab)));
  if (!after.empty()) path += "&after=" + wire::percent_encode(after);
  ask(model, effects, {Part::plan, after.empty() ? "entries.first" : "entries.more", path}, Method::get, path);
}

std::vector<Entry>::iterator entry_with(EntriesState& state, std::string_view number) {
  return std::find_if(state.entries.begin(), state.entries.end(),
                      [&](const Entry& entry) { return std::to_string(entry.number) == number; });
}

void choose(EntriesState& state, std::size_t index, Effects& effects) {
  if (state.entries.empty()) {
    state.chosen = 0;
    return effects.push_back(Focus{"title"});
  }
  state.chosen = state.entries[std::min(index, state.entries.size() - 1)].number;
  effects.push_back(Focus{"entry-" + std::to_string(state.chosen)});
}

void decide(Model& model, std::string_view number, EntryState wanted, Effects& effects) {
  EntriesState& state = model.state.plan.entries;
  const auto entry = entry_with(state, number);
  if (entry == state.entries.end() || entry->state == wanted || entry->state == EntryState::withdrawn) return;
  if (!state.desk || state.desk->frozen || !view::desk::may_plan(model.state)) return;
  const std::string text(number);
  std::string body;
  wire::JsonWriter writer(body);
  writer.begin_object();
  writer.member("state", to_name(wanted));
  writer.end_object();
  ask(model, effects, {Part::plan, "entries.decided", text}, Method::put, path_of(state, "/entries/" + text),
      std::move(body));
}

std::int64_t& count_in(wire::ContestDesk& desk, EntryState state, std::int64_t& elsewhere) {
  if (state == EntryState::held) return desk.held;
  if (state == EntryState::accepted) return desk.accepted;
  return state == EntryState::refused ? desk.refused : elsewhere;
}

// It leaves the list it stood in, and the next one is at hand.
void take_decided(Model& model, const Request& request, const Entry& decided, Effects& effects) {
  EntriesState& state = model.state.plan.entries;
  const auto entry = entry_with(state, request.about);
  if (entry == state.entries.end() || !state.desk) return;
  std::int64_t elsewhere = 0;
  --count_in(*state.desk, entry->state, elsewhere);
  ++count_in(*state.desk, decided.state, elsewhere);
  const auto index = static_cast<std::size_t>(entry - state.entries.begin());
  const char* said = decided.state == EntryState::accepted ? "did_accept" : "did_refuse";
  if (decided.state == state.tab) {
    *entry = decided;
  } else {
    state.entries.erase(entry);
    choose(state, index, effects);
  }
  add_toast(model, effects, plan_words(model, said, {{"name", decided.name}}));
}

void take_page(EntriesState& state, const Request& request, wire::EntryPage page) {
  if (request.purpose == "entries.first") state.entries.clear();
  for (Entry& entry : page.entries) {
    if (entry_with(state, std::to_string(entry.number)) == state.entries.end())
      state.entries.push_back(std::move(entry));
  }
  state.next = page.next;
  state.entries_loaded = true;
  state.loading_more = false;
}

} // namespace

void enter_entries(Model& model, PostId id, const Place& place, Effects& effects) {
  EntriesState& state = model.state.plan.entries;
  const bool other = state.id != id;
  if (other) state = {};
  state.id = id;
  state.load = LoadState::loading;
  state.error.reset();
  state.sending = false;
  const EntryState before = state.tab;
  state.tab = parse_entry_state(given(place, "state")).value_or(EntryState::held);
  if (before != state.tab || other) {
    state.entries.clear();
    state.entries_loaded = false;
    state.next.clear();
    state.chosen = 0;
  }
  load_contest(model, effects);
  load_entries(model, {}, effects);
}

void press_entries(Model& model, const Verb& verb, Effects& effects) {
  EntriesState& state = model.state.plan.entries;
  if (verb.name == "again") {
    load_contest(model, effects);
    load_entries(model, {}, effects);
  }
  if (verb.name == "more" && !state.loading_more) load_entries(model, state.next, effects);
  if (verb.name == "accept") decide(model, verb.argument, EntryState::accepted, effects);
  if (verb.name == "refuse") decide(model, verb.argument, EntryState::refused, effects);
  if (verb.name == "take" || verb.name == "drop" || verb.name == "up") press_jury(model, verb, effects);
  if (verb.name == "ask") ask_first(state.asking, question_of(verb.argument), effects);
  if (verb.name == "no") leave_question(state.asking, "ask-", effects);
  if (verb.name == "yes") do_contest_step(model, std::exchange(state.asking, PlanQuestion::none), effects);
  if (verb.name == "page" && state.desk) effects.push_back(Open{view::desk::page_of(state.desk->post.post)});
}

void change_entries(Model& model, std::string_view field, const std::string& value) {
  if (field != "codes") return;
  model.state.plan.entries.codes = value;
  model.state.plan.entries.codes_refused.reset();
}

void submit_entries(Model& model, Effects& effects) {
  send_codes(model, effects);
}

void key_entries(Model& model, const Key& key, Effects& effects) {
  EntriesState& state = model.state.plan.entries;
  if (key.typing || key.modified || state.entries.empty()) return;
  const auto chosen = entry_with(state, std::to_string(state.chosen));
  const bool none = chosen == state.entries.end();
  const auto index = static_cast<std::size_t>(chosen - state.entries.begin());
  if (key.name == "j") choose(state, none ? 0 : index + 1, effects);
  if (key.name == "k") choose(state, none || index == 0 ? 0 : index - 1, effects);
  if (none) return;
  const std::string number = std::to_string(state.chosen);
  if (key.name == "a") decide(model, number, EntryState::accepted, effects);
  if (key.name == "r") decide(model, number, EntryState::refused, effects);
}

void answer_entries(Model& model, const Request& request, const Answer& answer, Effects& effects) {
  EntriesState& state = model.state.plan.entries;
  if (request.purpose == "entries.decided") {
    const auto entry = is_success(answer) ? wire::decode_entry(answer.body) : tl::unexpected(failure_of(answer));
    if (entry) return take_decided(model, request, *entry, effects);
    state.error = entry.error();
    announce(model, effects, error_info(state.error->code).message_key);
    return refresh_entries(model, effects); // as it is now
  }
  const std::string tab = path_of(state, "/entries?state=" + std::string(to_name(state.tab)));
  if (request.about.rfind(tab, 0) != 0) return; // another list was opened meanwhile
  auto page = is_success(answer) ? wire::decode_entry_page(answer.body) : tl::unexpected(failure_of(answer));
  if (page) return take_page(state, request, *std::move(page));
  state.loading_more = false;
  state.error = page.error();
}

void refresh_entries(Model& model, Effects& effects) {
  EntriesState& state = model.state.plan.entries;
  if (state.asking != PlanQuestion::none) return; // what is asked about stays as it was read
  load_contest(model, effects);
  if (state.entries.size() < 20) load_entries(model, {}, effects); // of a long list the place would be lost
}

} // namespace palabre::widget::desk
