// What can be done with a post: saving it, planning it, ending it; and what is asked before.
#include "shared/view/desk/plan_editor_parts.h"

namespace palabre::view::desk {
namespace {

struct Step {
  const char* name; // desk_press, and "desk.plan_do_" + name
  bool primary;
};

// Readers would meet it at once.
bool opens_now(const DeskState& desk, const PostForm& form) {
  if (form.starts.empty()) return true;
  const auto starts = from_field(desk.plan.zone, form.starts);
  return starts && *starts <= desk.now;
}

std::vector<Step> steps_of(const DeskState& desk, const PostForm& form) {
  const bool stored = form.post.id.value != 0;
  const char* plan = opens_now(desk, form) ? "publish" : "plan";
  if (!stored) return {{plan, true}, {"draft", false}};
  switch (phase_of(form.post, desk.now)) {
  case PostPhase::draft: return {{plan, true}, {"save", false}, {"remove", false}};
  case PostPhase::withdrawn: return {{plan, true}, {"save", false}, {"remove", false}};
  case PostPhase::planned: return {{"save", true}, {"draft", false}, {"remove", false}};
  case PostPhase::open: return {{"save", true}, {"close", false}, {"withdraw", false}, {"remove", false}};
  case PostPhase::closed: return {{"save", true}, {"withdraw", false}, {"remove", false}};
  }
  return {};
}

NodePtr refusal(const DeskState& desk, const PostForm& form) {
  if (!form.refused) return nullptr;
  const bool at_field = is_of_control(*form.refused);
  return element(Role::alert, {.key = "said", .attributes = {style("d-trouble")}},
                 {words(at_field ? desk.messages.text("desk.see_field") : error_text(*form.refused, desk.messages))});
}

std::string said_of(const DeskState& desk, const PostForm& form) {
  if (form.changed) return plan_text(desk, "unsaved");
  if (form.post.id.value == 0) return plan_text(desk, "not_yet");
  return plan_text(desk, "saved_state_" + std::string(to_name(phase_of(form.post, desk.now))));
}

NodePtr ask(const DeskState& desk, const std::string& what) {
  return question({plan_text(desk, "ask_" + what), plan_text(desk, "ask_" + what + "_why"),
                   plan_text(desk, "do_" + what), "yes." + what, desk.messages.text("desk.cancel"), "no"});
}

} // namespace

NodePtr editor_actions(const DeskState& desk) {
  if (!may_plan(desk)) return nullptr;
  const PostForm& form = shown_form(desk);
  if (form.theirs) return nullptr; // first it is decided whose it shall be
  std::vector<NodePtr> buttons;
  for (const Step& step : steps_of(desk, form)) {
    const std::string name = step.name;
    buttons.push_back(press(name, step.primary ? PaintKind::primary_button : PaintKind::button,
                            plan_text(desk, "do_" + name), "do." + name, {{Attr::id, "do-" + name}},
                            desk.plan.editor.saving ? State::busy : State::none));
  }
  if (form.changed && form.post.id.value != 0) {
    buttons.push_back(press("discard", PaintKind::quiet_button, desk.messages.text("desk.discard"), "discard"));
  }
  return element(
      Role::section, {.key = "save", .attributes = {style("d-save"), {Attr::label, plan_text(desk, "steps")}}},
      {element(Role::paragraph, {.key = "state", .attributes = {style("d-quiet")}}, {words(said_of(desk, form))}),
       refusal(desk, form), stack("do", "d-toolbar", std::move(buttons))});
}

NodePtr editor_conflict(const DeskState& desk) {
  const PostForm& form = shown_form(desk);
  if (!form.theirs) return nullptr;
  std::vector<NodePtr> lines;
  const auto mine = written_post(form, desk.plan.zone);
  for (const std::string_view name : differences(mine ? *mine : form.post, *form.theirs)) {
    lines.push_back(element(Role::list_item, {.key = std::string(name)}, {words(plan_text(desk, name))}));
  }
  return element(
      Role::section, {.key = "conflict", .attributes = {style("d-save"), {Attr::labelled_by, "conflict-title"}}},
      {element(
           Role::heading,
           {.key = "title", .attributes = {{Attr::level, "2"}, {Attr::id, "conflict-title"}, {Attr::focusable, ""}}},
           {words(plan_text(desk, "conflict"))}),
       element(Role::paragraph, {.key = "why"},
               {words(plan_text(desk, lines.empty() ? "conflict_same" : "conflict_why"))}),
       lines.empty() ? nullptr
                     : element(Role::bullet_list, {.key = "all", .attributes = {style("d-changes")}}, std::move(lines)),
       stack("do", "d-toolbar",
             {press("mine", PaintKind::primary_button, plan_text(desk, "conflict_mine"), "mine"),
              press("theirs", PaintKind::button, plan_text(desk, "conflict_theirs"), "theirs")})});
}

NodePtr editor_question(const DeskState& desk) {
  switch (desk.plan.editor.asking) {
  case PlanQuestion::remove: return ask(desk, "remove");
  case PlanQuestion::close: return ask(desk, "close");
  case PlanQuestion::withdraw: return ask(desk, "withdraw");
  default: return nullptr;
  }
}

} // namespace palabre::view::desk
