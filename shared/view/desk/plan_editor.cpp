// The editor of a post: what it says, where and when it is shown, and what it looks like.
#include "shared/view/desk/plan_editor_parts.h"

namespace palabre::view::desk {
namespace {

NodePtr site_choice(const EditorControls& controls) {
  const DeskState& desk = controls.desk();
  if (controls.form().post.id.value != 0 || !desk.session || desk.session->sites.size() < 2) return nullptr;
  std::vector<Choice> choices;
  for (const wire::DeskSite& site : desk.session->sites) choices.push_back({site.name, site.name});
  return choice_field({.name = "site", .label = desk.messages.text("desk.site"), .value = controls.form().post.site},
                      choices, desk.messages);
}

NodePtr words_form(const EditorControls& controls) {
  const Post& post = controls.form().post;
  const DeskState& desk = controls.desk();
  constexpr std::array severities{Severity::news, Severity::question, Severity::incident};
  return desk_form(
      "words", {group("words", plan_text(desk, "words"),
                      {site_choice(controls), controls.line("title", post.title), controls.area("body", post.body, 6),
                       post.kind == PostKind::announcement ? controls.choice("severity", post.severity, severities)
                                                           : nullptr})});
}

NodePtr place_form(const EditorControls& controls) {
  const PostForm& form = controls.form();
  const DeskState& desk = controls.desk();
  constexpr std::array shapes{PostShape::banner, PostShape::card, PostShape::in_place};
  constexpr std::array purposes{Purpose::value, Purpose::promotion};
  return desk_form(
      "place", {group("place", plan_text(desk, "place"),
                      {controls.choice("shape", form.post.shape, shapes), controls.tick("every_page", form.every_page),
                       form.every_page ? nullptr : controls.area("pages", form.pages, 3),
                       form.post.kind == PostKind::announcement ? controls.tick("dismissible", form.post.dismissible)
                                                                : nullptr}),
                group("when", plan_text(desk, "when"),
                      {stack("both", "d-columns",
                             {controls.moment("starts", form.starts), controls.moment("ends", form.ends)})}),
                group("why", plan_text(desk, "why"), {controls.choice("purpose", form.post.purpose, purposes)})});
}

NodePtr own_form(const EditorControls& controls) {
  const Post& post = controls.form().post;
  if (post.poll) return desk_form("voting", {poll_form(controls)});
  if (post.contest) return desk_form("contest", {contest_form(controls)});
  return nullptr;
}

NodePtr fixed_note(const EditorControls& controls) {
  const PostForm& form = controls.form();
  if (form.votes == 0 || !may_plan(controls.desk())) return nullptr;
  const char* key = form.post.poll ? "fixed_by_ballots" : "fixed_by_entries";
  return element(Role::paragraph, {.key = "fixed", .attributes = {style("d-notice")}},
                 {words(plan_plural(controls.desk(), key, form.votes))});
}

std::string title_of(const DeskState& desk, const Post& post) {
  const std::string kind(to_name(post.kind));
  if (post.id.value == 0) return plan_text(desk, "new_" + kind);
  return kind_words(desk, post.kind) + desk.messages.text("desk.colon") + " " + post.title;
}

} // namespace

const PostForm& shown_form(const DeskState& desk) {
  static const PostForm none;
  const auto found = desk.plan.editor.forms.find(desk.plan.editor.key);
  return found == desk.plan.editor.forms.end() ? none : found->second;
}

NodePtr editor_view(const DeskState& desk) {
  const EditorState& state = desk.plan.editor;
  const bool there = state.forms.count(state.key) != 0;
  if (!there) {
    return plan_frame({"editor", desk.messages.text("desk.plan")}, {plan_waiting(desk, state.load, state.error)});
  }
  const EditorControls controls(desk);
  const Post& post = controls.form().post;
  const NodePtr back = go("back", plan_text(desk, "back"), plan_link(desk));
  const bool stored = post.id.value != 0;
  std::vector<NodePtr> forms{may_plan(desk) ? nullptr : paragraph("d-notice", plan_text(desk, "read_only")),
                             fixed_note(controls),
                             words_form(controls),
                             post.poll ? options_form(controls) : nullptr,
                             own_form(controls),
                             place_form(controls)};
  return plan_frame(
      {"editor", title_of(desk, post), stored ? phase_badge(desk, phase_of(post, desk.now)) : nullptr, false},
      {stack("up", "d-up", {back}), stored ? post_tabs(desk, post) : nullptr,
       stack("both", "d-looks d-editor",
             {stack("forms", "d-stack", std::move(forms)),
              stack("beside", "d-stack d-beside",
                    {editor_preview(desk), embed_view_of(desk), stored ? own_page_view(desk, post) : nullptr})}),
       editor_conflict(desk), editor_actions(desk), editor_question(desk)});
}

} // namespace palabre::view::desk
