// A contest's own part of the editor.
#include "shared/view/desk/plan_editor_parts.h"

namespace palabre::view::desk {
namespace {

NodePtr poll_choice(const EditorControls& controls, const Contest& contest) {
  const DeskState& desk = controls.desk();
  std::vector<Choice> choices{{"", plan_text(desk, "contest_vote_in_none")}};
  bool known = !contest.vote_in;
  for (const wire::DeskPost& poll : desk.plan.editor.polls) {
    if (poll.post.kind != PostKind::poll) continue;
    choices.push_back({poll.post.id.text(), poll.post.title});
    known = known || poll.post.id == *contest.vote_in;
  }
  if (!known)
    choices.push_back({contest.vote_in->text(), plan_text(desk, "poll_number", {{"id", contest.vote_in->text()}})});
  return controls.choose("contest.vote_in", contest.vote_in ? contest.vote_in->text() : std::string(), choices);
}

} // namespace

NodePtr contest_form(const EditorControls& controls) {
  const PostForm& form = controls.form();
  const Contest& contest = *form.post.contest;
  const DeskState& desk = controls.desk();
  constexpr std::array ways{Choosing::draw, Choosing::jury};
  constexpr std::array moderations{EntryModeration::as_comments, EntryModeration::each};
  return stack(
      "contest", "d-stack",
      {group("course", plan_text(desk, "course"),
             {controls.choice("contest.kind", contest.kind, contest_kinds),
              contest.kind == ContestKind::question ? controls.area("contest.answers", form.answers, 3) : nullptr,
              controls.choice("contest.choosing", contest.choosing, ways),
              controls.number("contest.winners", form.winners, 1000), controls.line("contest.prize", contest.prize),
              controls.choice("contest.moderation", contest.moderation, moderations)}),
       group("conditions", plan_text(desk, "conditions"),
             {controls.tick("contest.comment_first", contest.comment_first), poll_choice(controls, contest)})});
}

} // namespace palabre::view::desk
