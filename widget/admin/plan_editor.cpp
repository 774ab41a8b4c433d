// The editor: opening a post or a new one, and what its controls do.
#include "shared/view/desk/plan_parts.h"
#include "widget/admin/plan_parts.h"

namespace palabre::widget::desk {
namespace {

using view::LoadState;
using view::desk::EditorState;
using view::desk::PostForm;
using wire::Method;

void load_post(Model& model, Effects& effects) {
  EditorState& state = model.state.plan.editor;
  state.load = LoadState::loading;
  state.error.reset();
  ask(model, effects, {Part::plan, "editor.post", state.key}, Method::get, "posts/" + state.key);
}

// What a contest may ask to have voted in.
void load_polls(Model& model, const PostForm& form, Effects& effects) {
  if (form.post.kind != PostKind::contest) return;
  constexpr Duration half_a_year = Duration::minutes(60 * 24 * 183);
  const Instant now = model.state.now;
  const std::string from = to_rfc3339(Instant{now.milliseconds - half_a_year.milliseconds});
  ask(model, effects, {Part::plan, "editor.polls", form.post.site}, Method::get,
      "posts?site=" + wire::percent_encode(form.post.site) + "&from=" + wire::percent_encode(from) +
          "&to=" + wire::percent_encode(to_rfc3339(now + half_a_year)));
}

// How many voted or entered: that fixes what they did it for.
void load_votes(Model& model, const Post& post, Effects& effects) {
  if (phase_of(post, model.state.now) == PostPhase::draft) return;
  const std::string id = post.id.text();
  if (post.poll) ask(model, effects, {Part::plan, "editor.ballots", id}, Method::get, "polls/" + id + "/results");
  if (post.contest && view::desk::may_plan(model.state))
    ask(model, effects, {Part::plan, "editor.entries", id}, Method::get, "contests/" + id);
}

void begin_new(Model& model, PostKind kind, const Place& place) {
  PlanState& plan = model.state.plan;
  const auto [found, made] = plan.editor.forms.try_emplace(plan.editor.key, view::desk::new_form(kind, plan.site));
  PostForm& form = found->second;
  const std::string day = given(place, "day");
  if (!form.changed) {
    form.post.site = plan.site;
    form.starts = view::desk::from_field(plan.zone, day + "T09:00") ? day + "T09:00" : std::string();
  }
  plan.editor.load = LoadState::loaded;
}

void take_post(Model& model, Post post, Effects& effects) {
  PlanState& plan = model.state.plan;
  EditorState& state = plan.editor;
  state.load = LoadState::loaded;
  plan.site = post.site;
  const auto found = state.forms.find(state.key);
  if (found != state.forms.end() && found->second.changed) {
    if (found->second.post.revision != post.revision) take_theirs(model, post, effects);
  } else {
    const std::int64_t votes = found == state.forms.end() ? 0 : found->second.votes;
    state.forms.insert_or_assign(state.key, view::desk::form_of(post, votes, plan.zone));
  }
  load_votes(model, post, effects);
  load_polls(model, state.forms.at(state.key), effects);
}

void take_votes(Model& model, const Request& request, const Answer& answer) {
  auto& forms = model.state.plan.editor.forms;
  const auto found = forms.find(request.about);
  if (found == forms.end() || !is_success(answer)) return;
  if (request.purpose == "editor.ballots") {
    const auto results = wire::decode_poll_desk_results(answer.body);
    if (results) found->second.votes = results->with_all.ballots;
  } else {
    const auto contest = wire::decode_contest_desk(answer.body);
    if (contest) found->second.votes = contest->held + contest->accepted + contest->refused;
  }
}

void discard(Model& model, Effects& effects) {
  EditorState& state = model.state.plan.editor;
  state.forms.erase(state.key);
  effects.push_back(Focus{"title"});
  load_post(model, effects);
}

void keep_mine(PostForm& form, Effects& effects) {
  form.post.revision = form.theirs->revision;
  form.post.state = form.theirs->state;
  form.theirs.reset();
  form.refused.reset();
  effects.push_back(Focus{"do-save"});
}

void use_theirs(Model& model, PostForm& form, Effects& effects) {
  form = view::desk::form_of(Post(*form.theirs), form.votes, model.state.plan.zone);
  effects.push_back(Focus{"title"});
}

void press_step(Model& model, const Verb& verb, Effects& effects) {
  EditorState& state = model.state.plan.editor;
  const PlanQuestion question = question_of(verb.argument);
  if (verb.name == "do" && question != PlanQuestion::none) return ask_first(state.asking, question, effects);
  if (verb.name == "do" || state.asking == question) {
    state.asking = PlanQuestion::none;
    do_step(model, verb.argument, effects);
  }
}

} // namespace

PostForm* written_form(Model& model) {
  EditorState& state = model.state.plan.editor;
  const auto found = state.forms.find(state.key);
  return found == state.forms.end() ? nullptr : &found->second;
}

void enter_editor(Model& model, const Place& place, Effects& effects) {
  EditorState& state = model.state.plan.editor;
  const bool makes = place.path.front() == "new";
  state.key = makes ? "new/" + place.path[1] : place.path.front();
  state.error.reset();
  state.saving = false;
  if (!makes) return load_post(model, effects);
  begin_new(model, *parse_post_kind(place.path[1]), place);
  load_polls(model, state.forms.at(state.key), effects);
}

void press_editor(Model& model, const Verb& verb, Effects& effects) {
  EditorState& state = model.state.plan.editor;
  PostForm* form = written_form(model);
  if (verb.name == "again") return load_post(model, effects);
  if (form == nullptr) return;
  if (verb.name == "do" || verb.name == "yes") press_step(model, verb, effects);
  if (verb.name == "no") leave_question(state.asking, "do-", effects);
  if (verb.name == "discard") discard(model, effects);
  if (verb.name == "mine" && form->theirs) keep_mine(*form, effects);
  if (verb.name == "theirs" && form->theirs) use_theirs(model, *form, effects);
  if (verb.name.substr(0, 7) == "option_") press_option(*form, verb.name.substr(7), verb.argument, effects);
  if (verb.name == "page") effects.push_back(Open{view::desk::page_of(form->post)});
  if (verb.name == "copy") {
    effects.push_back(Copy{view::desk::post_snippet(form->post)});
    add_toast(model, effects, model.state.messages.text("desk.copied"));
  }
}

void change_editor(Model& model, std::string_view field, const std::string& value) {
  PostForm* form = written_form(model);
  if (form == nullptr) return;
  write_post_field(*form, field, value);
  if (field == "site") model.state.plan.site = form->post.site;
}

// Enter: in an option the next one; elsewhere it saves without showing anything to readers.
void submit_editor(Model& model, std::string_view name, Effects& effects) {
  PostForm* form = written_form(model);
  if (form == nullptr || form->theirs) return;
  if (name == "option") return add_option(*form, effects);
  do_step(model, form->post.id.value == 0 ? "draft" : "save", effects);
}

void answer_editor(Model& model, const Request& request, const Answer& answer, Effects& effects) {
  EditorState& state = model.state.plan.editor;
  if (request.purpose == "editor.ballots" || request.purpose == "editor.entries")
    return take_votes(model, request, answer);
  if (request.purpose == "editor.polls") {
    auto posts = is_success(answer) ? wire::decode_desk_posts(answer.body) : tl::unexpected(failure_of(answer));
    if (posts) state.polls = std::move(posts->posts);
    return;
  }
  if (request.about != state.key) return; // another one was opened meanwhile
  auto post = is_success(answer) ? wire::decode_post(answer.body) : tl::unexpected(failure_of(answer));
  if (post) return take_post(model, *std::move(post), effects);
  state.load = LoadState::failed;
  state.error = post.error();
}

} // namespace palabre::widget::desk
