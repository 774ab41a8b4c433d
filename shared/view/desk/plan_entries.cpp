// A contest's desk: who entered, and what was decided about each.
#include <algorithm>
#include <array>

#include "shared/view/desk/plan_entries_parts.h"
#include "shared/view/reasons.h"

namespace palabre::view::desk {
namespace {

using wire::Entry;

constexpr std::array entry_states{EntryState::held, EntryState::accepted, EntryState::refused, EntryState::withdrawn};

std::string count_of(const DeskState& desk, EntryState state) {
  const wire::ContestDesk& contest = *desk.plan.entries.desk;
  switch (state) {
  case EntryState::held: return desk.messages.number(contest.held);
  case EntryState::accepted: return desk.messages.number(contest.accepted);
  case EntryState::refused: return desk.messages.number(contest.refused);
  case EntryState::withdrawn: break;
  }
  return {};
}

NodePtr tabs(const DeskState& desk) {
  const EntriesState& state = desk.plan.entries;
  std::vector<PlaceLink> places;
  for (const EntryState one : entry_states) {
    const std::string name(to_name(one));
    places.push_back({name, plan_text(desk, "entries_" + name), "#/plan/" + state.id.text() + "/entries?state=" + name,
                      one == state.tab, count_of(desk, one)});
  }
  return place_tabs("states", plan_text(desk, "entries"), places);
}

std::string reason_words(const DeskState& desk, const std::string& rule) {
  const std::string key = "desk.plan_entry_reason_" + rule;
  return desk.messages.knows(key) ? desk.messages.text(key) : reason_text(desk.messages, rule);
}

NodePtr reasons_view(const DeskState& desk, const Entry& entry) {
  if (!entry.suspect && entry.reasons.empty()) return nullptr;
  std::string said = entry.suspect ? plan_text(desk, "suspect") : plan_text(desk, "held_because");
  for (std::size_t i = 0; i < entry.reasons.size(); ++i) {
    said += (i == 0 ? " " : ", ") + reason_words(desk, entry.reasons[i]);
  }
  return element(Role::paragraph, {.key = "why", .attributes = {style("d-warning")}}, {words(std::move(said))});
}

bool is_in_jury(const EntriesState& state, std::int64_t number) {
  return std::find(state.jury.begin(), state.jury.end(), number) != state.jury.end();
}

NodePtr decide(const DeskState& desk, const Entry& entry, const char* verb, PaintKind kind, const char* key) {
  const std::string number = std::to_string(entry.number);
  return press(verb, kind, plan_text(desk, verb), std::string(verb) + "." + number,
               {{Attr::label, plan_text(desk, std::string(verb) + "_entry", {{"n", number}, {"name", entry.name}})},
                {Attr::shortcut, key}});
}

NodePtr buttons(const DeskState& desk, const Entry& entry) {
  const EntriesState& state = desk.plan.entries;
  if (!may_plan(desk) || entry.state == EntryState::withdrawn) return nullptr;
  if (jury_chooses(desk) && entry.state == EntryState::accepted) {
    const bool chosen = is_in_jury(state, entry.number);
    const std::string number = std::to_string(entry.number);
    return stack("do", "d-toolbar",
                 {press("jury", chosen ? PaintKind::quiet_button : PaintKind::button,
                        plan_text(desk, chosen ? "jury_drop" : "jury_take"), (chosen ? "drop." : "take.") + number,
                        {{Attr::label, plan_text(desk, chosen ? "jury_drop_entry" : "jury_take_entry",
                                                 {{"n", number}, {"name", entry.name}})}},
                        chosen ? State::pressed : State::released)});
  }
  if (state.desk->frozen) return nullptr;
  return stack(
      "do", "d-toolbar",
      {entry.state == EntryState::accepted ? nullptr : decide(desk, entry, "accept", PaintKind::button, "a"),
       entry.state == EntryState::refused ? nullptr : decide(desk, entry, "refuse", PaintKind::quiet_button, "r")});
}

NodePtr entry_view(const DeskState& desk, const Entry& entry) {
  const std::string number = std::to_string(entry.number);
  const bool chosen = desk.plan.entries.chosen == entry.number;
  const std::string naming = "naming_" + std::string(to_name(entry.naming));
  return element(
      Role::list_item,
      {.key = number,
       .attributes = {style("d-row d-entry"), {Attr::id, "entry-" + number}, {Attr::focusable, ""}},
       .state = chosen ? State::current : State::none},
      {stack("head", "d-row-head",
             {element(Role::inline_group, {.key = "n", .attributes = {style("d-count")}}, {words("#" + number)}),
              element(Role::strong, {.key = "name"}, {words(entry.name)}),
              element(Role::inline_group, {.key = "naming", .attributes = {style("d-quiet")}},
                      {words(plan_text(desk, naming))}),
              entry.won ? badge("won", Tone::good, plan_text(desk, "won")) : nullptr,
              entry.suspect ? badge("suspect", Tone::warning, plan_text(desk, "suspicious")) : nullptr,
              element(Role::inline_group, {.key = "when", .attributes = {style("d-quiet")}},
                      {words(moment_words(desk, entry.created))})}),
       entry.text.empty()
           ? nullptr
           : element(Role::paragraph, {.key = "text", .attributes = {style("d-body")}}, {words(entry.text)}),
       reasons_view(desk, entry), buttons(desk, entry)});
}

} // namespace

const Contest& contest_of(const DeskState& desk) {
  static const Contest none;
  const auto& loaded = desk.plan.entries.desk;
  return loaded && loaded->post.post.contest ? *loaded->post.post.contest : none;
}

const wire::ContestView& view_of(const DeskState& desk) {
  static const wire::ContestView none;
  const auto& loaded = desk.plan.entries.desk;
  return loaded && loaded->post.contest ? *loaded->post.contest : none;
}

bool is_drawn(const DeskState& desk) {
  return view_of(desk).proof.drawn.has_value();
}

bool jury_chooses(const DeskState& desk) {
  const auto& loaded = desk.plan.entries.desk;
  return loaded && loaded->frozen && contest_of(desk).choosing == Choosing::jury && !is_drawn(desk);
}

NodePtr entry_list(const DeskState& desk) {
  const EntriesState& state = desk.plan.entries;
  std::vector<NodePtr> parts{heading(2, plan_text(desk, "entries"), "entries-title"), tabs(desk)};
  if (may_plan(desk) && !state.desk->frozen) parts.push_back(paragraph("d-hint", plan_text(desk, "entries_keys")));
  std::vector<NodePtr> lines;
  for (const Entry& entry : state.entries) lines.push_back(entry_view(desk, entry));
  if (!lines.empty()) {
    parts.push_back(
        element(Role::bullet_list, {.key = "list", .attributes = {style("d-list d-entries")}}, std::move(lines)));
  } else {
    parts.push_back(paragraph("d-quiet", state.entries_loaded
                                             ? plan_text(desk, "entries_none_" + std::string(to_name(state.tab)))
                                             : desk.messages.text("desk.starting")));
  }
  if (!state.next.empty()) {
    parts.push_back(press("more", PaintKind::button, desk.messages.text("desk.more"), "more", {},
                          state.loading_more ? State::busy : State::none));
  }
  return element(Role::section,
                 {.key = "entries", .attributes = {style("d-stack"), {Attr::labelled_by, "entries-title"}}},
                 std::move(parts));
}

NodePtr entries_view(const DeskState& desk) {
  const EntriesState& state = desk.plan.entries;
  if (!state.desk || !state.desk->post.post.contest) {
    return plan_frame({"contest", desk.messages.text("desk.plan")}, {plan_waiting(desk, state.load, state.error)});
  }
  const wire::PostDocument& post = state.desk->post;
  return plan_frame({"contest", post.post.title, phase_badge(desk, post.phase), false},
                    {stack("up", "d-up", {go("back", plan_text(desk, "back"), plan_link(desk))}),
                     post_tabs(desk, post.post), trouble(state.error, desk.messages), contest_steps(desk),
                     entry_list(desk), prizes_view(desk), proof_view(desk), own_page_view(desk, post.post),
                     contest_question(desk)});
}

} // namespace palabre::view::desk
