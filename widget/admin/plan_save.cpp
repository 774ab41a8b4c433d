// Saving, planning, ending and deleting a post, and what the server says to it.
#include "shared/view/desk/plan_parts.h"
#include "shared/view/parts.h"
#include "widget/admin/plan_parts.h"

namespace palabre::widget::desk {
namespace {

using view::desk::EditorState;
using view::desk::PostForm;
using wire::Method;

// The state that a step leads to; nullopt: it stays as it is.
std::optional<PostState> state_after(std::string_view step) {
  if (step == "draft") return PostState::draft;
  if (step == "plan" || step == "publish") return PostState::planned;
  if (step == "withdraw") return PostState::withdrawn;
  return std::nullopt;
}

// The server names fields of the post it was sent; a control may stand for several of them.
std::string control_of(std::string field) {
  if (field.rfind("post.", 0) == 0) field.erase(0, 5);
  if (field.rfind("poll.options", 0) == 0) return "poll.options";
  if (field.rfind("contest.answers", 0) == 0) return "contest.answers";
  if (field.rfind("pages", 0) == 0) return "pages";
  return field;
}

void refuse(Model& model, PostForm& form, Error error, Effects& effects) {
  error.field = control_of(std::move(error.field));
  const bool at_field = view::desk::is_of_control(error);
  const view::Messages& messages = model.state.messages;
  effects.push_back(Announce{at_field ? messages.text("desk.see_field") : view::error_text(error, messages)});
  if (at_field) effects.push_back(Focus{"field-" + error.field});
  form.refused = std::move(error);
}

void save(Model& model, PostForm& form, std::string_view step, Effects& effects) {
  PlanState& plan = model.state.plan;
  auto post = view::desk::written_post(form, plan.zone);
  if (!post) return refuse(model, form, post.error(), effects);
  if (const auto state = state_after(step)) post->state = *state;
  const bool makes = post->id.value == 0;
  plan.editor.saving = true;
  form.refused.reset();
  const std::int64_t revision = post->revision;
  const std::string path = makes ? "posts" : "posts/" + post->id.text();
  ask(model, effects, {Part::plan, "saved." + std::string(step), plan.editor.key}, makes ? Method::post : Method::put,
      path, wire::encode(wire::PostDraft{*std::move(post), revision}));
}

void ask_simply(Model& model, std::string_view step, Method method, std::string path, Effects& effects) {
  model.state.plan.editor.saving = true;
  const bool has_body = method != Method::del;
  ask(model, effects, {Part::plan, "saved." + std::string(step), model.state.plan.editor.key}, method, path,
      has_body ? std::optional<std::string>("{}") : std::nullopt);
}

std::string said_after(const Model& model, std::string_view step, const Post& post) {
  if (step == "close") return plan_words(model, "did_close");
  switch (phase_of(post, model.state.now)) {
  case PostPhase::planned: return plan_words(model, "did_plan");
  case PostPhase::draft: return plan_words(model, "did_draft");
  case PostPhase::withdrawn: return plan_words(model, "did_withdraw");
  case PostPhase::open:
  case PostPhase::closed: break;
  }
  return step == "publish" || step == "plan" ? plan_words(model, "did_publish")
                                             : model.state.messages.text("desk.saved");
}

// A new post has its own address from now on; going back does not lead to an empty form.
void show_made(Model& model, const std::string& id, Effects& effects) {
  model.hash = "#/plan/" + id;
  effects.push_back(Navigate{model.hash, true});
  go_to(model, effects, model.hash);
}

void take_saved(Model& model, std::string_view step, const std::string& key, const Post& post, Effects& effects) {
  EditorState& state = model.state.plan.editor;
  const auto before = state.forms.find(key);
  const std::int64_t votes = before == state.forms.end() ? 0 : before->second.votes;
  state.forms.erase(key);
  const std::string id = post.id.text();
  state.forms.insert_or_assign(id, view::desk::form_of(post, votes, model.state.plan.zone));
  add_toast(model, effects, said_after(model, step, post));
  if (state.key != key) return; // somebody went elsewhere meanwhile
  effects.push_back(Focus{"title"});
  if (key != id) show_made(model, id, effects);
}

void take_removed(Model& model, const std::string& key, Effects& effects) {
  EditorState& state = model.state.plan.editor;
  state.forms.erase(key);
  add_toast(model, effects, plan_words(model, "did_remove"));
  if (state.key == key && model.state.plan.place == PlanPlace::editor) go_to(model, effects, plan_hash(model));
}

void take_refusal(Model& model, const std::string& key, Error error, Effects& effects) {
  EditorState& state = model.state.plan.editor;
  const auto found = state.forms.find(key);
  if (found == state.forms.end()) return;
  const bool outrun = error.code == ErrorCode::post_changed;
  refuse(model, found->second, std::move(error), effects);
  if (outrun && state.key == key) {
    ask(model, effects, {Part::plan, "saved.theirs", key}, Method::get, "posts/" + key);
  }
}

} // namespace

void take_theirs(Model& model, Post post, Effects& effects) {
  PostForm* form = written_form(model);
  if (form == nullptr) return;
  form->theirs = std::move(post);
  effects.push_back(Focus{"conflict-title"});
}

void do_step(Model& model, std::string_view step, Effects& effects) {
  PostForm* form = written_form(model);
  if (form == nullptr || model.state.plan.editor.saving || form->theirs) return;
  const std::string path = "posts/" + form->post.id.text();
  if (step == "remove") return ask_simply(model, step, Method::del, path, effects);
  if (step == "close") return ask_simply(model, step, Method::post, path + "/close", effects);
  save(model, *form, step, effects);
}

void answer_saved_post(Model& model, const Request& request, const Answer& answer, Effects& effects) {
  EditorState& state = model.state.plan.editor;
  const std::string_view step = verb_of(request.purpose).argument;
  const std::string key = request.about;
  state.saving = false;
  if (step == "remove") {
    const bool gone = !is_success(answer) && failure_of(answer).code == ErrorCode::unknown_post;
    if (is_success(answer) || gone) return take_removed(model, key, effects);
    return take_refusal(model, key, failure_of(answer), effects);
  }
  auto post = is_success(answer) ? wire::decode_post(answer.body) : tl::unexpected(failure_of(answer));
  if (!post) return take_refusal(model, key, post.error(), effects);
  if (step == "theirs") {
    if (state.key == key) take_theirs(model, *std::move(post), effects);
    return;
  }
  take_saved(model, step, key, *post, effects);
}

} // namespace palabre::widget::desk
