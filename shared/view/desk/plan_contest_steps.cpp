// How a contest goes: entries, the closed list, the choice of winners. Each step says what it does before it is done.
#include <algorithm>

#include "shared/view/desk/plan_entries_parts.h"

namespace palabre::view::desk {
namespace {

enum class Progress : std::uint8_t { done, now, later };

NodePtr step(const DeskState& desk, std::string name, Progress progress, std::string title,
             std::vector<NodePtr> parts) {
  const char* key = progress == Progress::done ? "step_done" : progress == Progress::now ? "step_now" : "step_later";
  const Tone tone = progress == Progress::done ? Tone::good : progress == Progress::now ? Tone::accent : Tone::plain;
  parts.insert(parts.begin(), stack("head", "d-row-head",
                                    {heading(3, std::move(title)), badge("progress", tone, plan_text(desk, key))}));
  return element(Role::list_item,
                 {.key = std::move(name),
                  .attributes = {style("d-step")},
                  .state = progress == Progress::now ? State::current : State::none},
                 std::move(parts));
}

State busy_of(const DeskState& desk) {
  return desk.plan.entries.sending ? State::busy : State::none;
}

NodePtr entering(const DeskState& desk) {
  const wire::ContestDesk& contest = *desk.plan.entries.desk;
  const bool over = contest.frozen || contest.post.phase == PostPhase::closed;
  std::vector<NodePtr> parts{
      paragraph("d-quiet", span_words(desk, contest.post.post)),
      paragraph("", plan_plural(desk, "entries_count", contest.held + contest.accepted + contest.refused))};
  if (!over && contest.post.phase == PostPhase::open && may_plan(desk)) {
    parts.push_back(stack("do", "d-toolbar",
                          {press("close", PaintKind::button, plan_text(desk, "end_contest"), "ask.close",
                                 {{Attr::id, "ask-close"}}, busy_of(desk))}));
  }
  return step(desk, "enter", over ? Progress::done : Progress::now, plan_text(desk, "step_enter"), std::move(parts));
}

NodePtr closing(const DeskState& desk) {
  const wire::ContestDesk& contest = *desk.plan.entries.desk;
  const bool over = contest.post.phase == PostPhase::closed;
  if (contest.frozen) {
    return step(desk, "freeze", Progress::done, plan_text(desk, "step_freeze"),
                {paragraph("", plan_plural(desk, "list_closed", contest.accepted))});
  }
  std::vector<NodePtr> parts{paragraph("", plan_text(desk, "freeze_does"))};
  if (!over) {
    parts.push_back(paragraph("d-quiet", plan_text(desk, "freeze_later")));
  } else if (contest.held > 0) {
    parts.push_back(element(Role::paragraph, {.key = "held", .attributes = {style("d-warning")}},
                            {words(plan_plural(desk, "freeze_held", contest.held))}));
  }
  if (over && may_plan(desk)) {
    parts.push_back(
        stack("do", "d-toolbar",
              {press("freeze", PaintKind::primary_button, plan_text(desk, "freeze"), "ask.freeze",
                     {{Attr::id, "ask-freeze"}}, busy_of(desk) | (contest.held > 0 ? State::disabled : State::none))}));
  }
  return step(desk, "freeze", over ? Progress::now : Progress::later, plan_text(desk, "step_freeze"), std::move(parts));
}

NodePtr winners_list(const DeskState& desk) {
  const std::vector<std::string>& winners = view_of(desk).winners;
  std::vector<NodePtr> names;
  for (const std::string& name : winners) names.push_back(element(Role::list_item, {}, {words(name)}));
  if (names.empty()) return paragraph("d-quiet", plan_text(desk, "no_winners"));
  return element(Role::ordered_list, {.key = "winners", .attributes = {style("d-winners")}}, std::move(names));
}

NodePtr drawing(const DeskState& desk) {
  const wire::ContestDesk& contest = *desk.plan.entries.desk;
  const std::string title = plan_text(desk, "step_draw");
  if (is_drawn(desk)) {
    return step(desk, "draw", Progress::done, title,
                {paragraph("", plan_text(desk, "drawn_on", {{"when", moment_words(desk, *view_of(desk).proof.drawn)}})),
                 winners_list(desk), paragraph("d-quiet", plan_text(desk, "winners_named"))});
  }
  const auto winners = static_cast<std::int64_t>(contest_of(desk).winners);
  std::vector<NodePtr> parts{paragraph("", plan_text(desk, "draw_does"))};
  if (contest.frozen && may_plan(desk)) {
    parts.push_back(
        stack("do", "d-toolbar",
              {press("draw", PaintKind::primary_button,
                     plan_plural(desk, "draw", std::min(winners, std::max<std::int64_t>(contest.accepted, 1))),
                     "ask.draw", {{Attr::id, "ask-draw"}}, busy_of(desk))}));
  }
  return step(desk, "draw", contest.frozen ? Progress::now : Progress::later, title, std::move(parts));
}

std::string name_of(const DeskState& desk, std::int64_t number) {
  const std::string text = "#" + std::to_string(number);
  for (const wire::Entry& entry : desk.plan.entries.entries) {
    if (entry.number == number) return text + " " + entry.name;
  }
  return text;
}

NodePtr chosen_by_jury(const DeskState& desk) {
  const EntriesState& state = desk.plan.entries;
  std::vector<NodePtr> lines;
  for (std::size_t i = 0; i < state.jury.size(); ++i) {
    const std::string number = std::to_string(state.jury[i]);
    const std::string name = name_of(desk, state.jury[i]);
    const auto labelled = [&](const char* key) -> std::vector<Attribute> {
      return {{Attr::label, plan_text(desk, key, {{"name", name}})}};
    };
    lines.push_back(
        element(Role::list_item, {.key = number},
                {element(Role::inline_group, {.key = "name"}, {words(name)}),
                 stack("do", "d-option-do",
                       {press("up", PaintKind::quiet_button, "↑", "up." + number, labelled("jury_up"),
                              i == 0 ? State::disabled : State::none),
                        press("away", PaintKind::quiet_button, "×", "drop." + number, labelled("jury_drop_named"))})}));
  }
  if (lines.empty()) return paragraph("d-quiet", plan_text(desk, "jury_nobody"));
  return element(Role::ordered_list, {.key = "jury", .attributes = {style("d-winners")}}, std::move(lines));
}

NodePtr judging(const DeskState& desk) {
  const wire::ContestDesk& contest = *desk.plan.entries.desk;
  const std::string title = plan_text(desk, "step_jury");
  if (is_drawn(desk)) {
    return step(
        desk, "draw", Progress::done, title,
        {paragraph("", plan_text(desk, "judged_on", {{"when", moment_words(desk, *view_of(desk).proof.drawn)}})),
         winners_list(desk), paragraph("d-quiet", plan_text(desk, "winners_named"))});
  }
  const auto winners = static_cast<std::int64_t>(contest_of(desk).winners);
  std::vector<NodePtr> parts{paragraph("", plan_plural(desk, "jury_does", winners))};
  if (contest.frozen && may_plan(desk)) {
    const bool ready = !desk.plan.entries.jury.empty();
    parts.push_back(chosen_by_jury(desk));
    parts.push_back(stack("do", "d-toolbar",
                          {press("draw", PaintKind::primary_button, plan_text(desk, "announce"), "ask.draw",
                                 {{Attr::id, "ask-draw"}}, busy_of(desk) | (ready ? State::none : State::disabled))}));
  }
  return step(desk, "draw", contest.frozen ? Progress::now : Progress::later, title, std::move(parts));
}

} // namespace

NodePtr contest_steps(const DeskState& desk) {
  const bool jury = contest_of(desk).choosing == Choosing::jury;
  return element(Role::section, {.key = "steps", .attributes = {style("d-stack"), {Attr::labelled_by, "steps-title"}}},
                 {heading(2, plan_text(desk, "course"), "steps-title"),
                  element(Role::ordered_list, {.key = "all", .attributes = {style("d-steps")}},
                          {entering(desk), closing(desk), jury ? judging(desk) : drawing(desk)})});
}

NodePtr contest_question(const DeskState& desk) {
  const auto ask = [&](const std::string& what, const char* step, std::string yes) {
    return question({plan_text(desk, "ask_" + what), plan_text(desk, "ask_" + what + "_why"), std::move(yes),
                     std::string("yes.") + step, desk.messages.text("desk.cancel"), "no"});
  };
  const bool jury = contest_of(desk).choosing == Choosing::jury;
  switch (desk.plan.entries.asking) {
  case PlanQuestion::close: return ask("close", "close", plan_text(desk, "do_close"));
  case PlanQuestion::freeze: return ask("freeze", "freeze", plan_text(desk, "freeze"));
  case PlanQuestion::draw: return ask(jury ? "jury" : "draw", "draw", plan_text(desk, jury ? "announce" : "draw_now"));
  default: return nullptr;
  }
}

} // namespace palabre::view::desk
