// Decisions in the page: shown at once, sent with the revision that was seen, and taken back when the server says so.
#include <utility>

#include "shared/view/parts.h"
#include "shared/wire/codec_desk.h"
#include "shared/wire/desk_routes.h"
#include "widget/staff/parts.h"

namespace palabre::widget::staff {
namespace {

using view::ActionKind;
using view::desk::inline_target;
using view::desk::InlineStage;
using view::desk::InlineStep;
using wire::DeskAction;

namespace verb = view::desk::inline_verb;

void focus_on(std::string_view verb, CommentId id, Effects& effects) {
  effects.push_back(Focus{{{}, {ActionKind::desk_press, inline_target(verb, id)}}});
}

const wire::DecidedItem* item_in(const Expected<wire::Decided>& decided, CommentId id) {
  if (!decided) return nullptr;
  for (const wire::DecidedItem& item : decided->items) {
    if (item.comment == id) return &item;
  }
  return nullptr;
}

void note_revision(Desk& desk, CommentId id, std::int64_t revision) {
  const auto item = desk.state.items.find(id);
  if (item != desk.state.items.end()) item->second.revision = revision;
}

// Others were faster: what they made of it is shown.
void give_way(Desk& desk, Model& model, const wire::DecidedItem& item, Effects& effects) {
  const CommentId id = item.comment;
  take_back(desk, model, id);
  note_revision(desk, id, item.revision);
  show_state(desk, model, id, item.state);
  const view::Messages& messages = model.state.messages;
  complain(desk, id,
           item.by.empty() ? messages.text("desk.inline_conflict_author")
                           : messages.text("desk.inline_conflict", "name", item.by),
           effects);
  ask_detail(desk, model, id, effects);
}

void ask_again(Desk& desk, Model& model, CommentId id, DeskAction action, Effects& effects) {
  take_back(desk, model, id);
  desk.state.question = {id, action};
  desk.state.open = id;
  focus_on(verb::relent, id, effects);
}

void finish_decision(Desk& desk, Model& model, std::int64_t decision, const wire::DecidedItem& item, Effects& effects) {
  InlineStep& step = desk.state.steps.at(item.comment);
  const bool regretted = std::exchange(step.stage, InlineStage::done) == InlineStage::undoing;
  step.decision = decision;
  note_revision(desk, item.comment, item.revision);
  show_state(desk, model, item.comment, item.state);
  if (regretted) undo(desk, model, item.comment, effects);
}

Error failure(const Answered& answer) {
  return is_success(answer) ? Error{ErrorCode::internal, {}, {}, 0} : failure_of(answer);
}

} // namespace

void send_decision(Desk& desk, Model& model, CommentId id, DeskAction action, bool confirmed, Effects& effects) {
  wire::Decide message;
  message.action = action;
  message.items.push_back({id, desk.state.items.at(id).revision});
  message.confirmed = confirmed;
  Fetch send;
  send.method = wire::Method::post;
  send.url = wire::desk_url("decisions");
  send.body = wire::encode(message);
  fetch(desk, model, request_about(about_decision, id), std::move(send), effects);
}

void take_back(Desk& desk, Model& model, CommentId id) {
  const auto step = desk.state.steps.find(id);
  if (step == desk.state.steps.end()) return;
  const CommentState before = step->second.before;
  desk.state.steps.erase(step);
  show_state(desk, model, id, before);
}

void complain(Desk& desk, CommentId id, std::string words, Effects& effects) {
  desk.state.troubles[id] = std::move(words);
  desk.state.open = id;
  effects.push_back(Focus{{id.text()}});
}

void decide(Desk& desk, Model& model, CommentId id, DeskAction action, bool confirmed, Effects& effects) {
  const Comment* shown = find_comment(model.state.thread, id);
  if (shown == nullptr || desk.state.steps.count(id) != 0 || !may(desk.state.role, MemberRole::moderator)) return;
  desk.state.troubles.erase(id);
  desk.state.question.reset();
  desk.state.steps[id] = {action, shown->state, InlineStage::sending, 0};
  show_state(desk, model, id, wire::state_after(action));
  if (desk.state.items.count(id) == 0) {
    desk.wanted[id] = action;
    if (!waits_for(model, Purpose::companion, id)) ask_detail(desk, model, id, effects);
  } else {
    send_decision(desk, model, id, action, confirmed, effects);
  }
  distrust_watch(model, effects);
  announce(model, "desk.inline_done_" + std::string(to_name(action)), effects);
  focus_on(verb::undo, id, effects);
}

void insist(Desk& desk, Model& model, CommentId id, Effects& effects) {
  const auto question = desk.state.question;
  if (!question || question->comment != id) return;
  decide(desk, model, id, question->action, true, effects);
}

void relent(Desk& desk, CommentId id, Effects& effects) {
  desk.state.question.reset();
  desk.state.open.reset();
  effects.push_back(Focus{{id.text()}});
}

void undo(Desk& desk, Model& model, CommentId id, Effects& effects) {
  const auto step = desk.state.steps.find(id);
  if (step == desk.state.steps.end() || step->second.stage == InlineStage::undoing) return;
  const bool unsent = desk.wanted.erase(id) != 0;
  if (unsent) {
    take_back(desk, model, id);
    announce(model, "desk.inline_undone", effects);
    effects.push_back(Focus{{id.text()}});
    return;
  }
  step->second.stage = InlineStage::undoing;
  if (step->second.decision == 0) return; // on its way: undone when it has its number
  Fetch send;
  send.method = wire::Method::post;
  send.url = wire::desk_url("decisions/" + std::to_string(step->second.decision) + "/undo");
  fetch(desk, model, request_about(about_undo, id), std::move(send), effects);
}

void answer_decision(Desk& desk, Model& model, CommentId id, const Answered& answer, Effects& effects) {
  const Expected<wire::Decided> decided =
      is_success(answer) ? wire::decode_decided(answer.body) : tl::unexpected<Error>(failure_of(answer));
  const wire::DecidedItem* item = item_in(decided, id);
  const auto step = desk.state.steps.find(id);
  if (step == desk.state.steps.end()) return;
  if (item == nullptr) {
    take_back(desk, model, id);
    return complain(desk, id, view::error_text(failure(answer), model.state.messages), effects);
  }
  switch (item->outcome) {
  case wire::Outcome::done: return finish_decision(desk, model, decided->decision, *item, effects);
  case wire::Outcome::conflict: return give_way(desk, model, *item, effects);
  case wire::Outcome::needs_confirmation: return ask_again(desk, model, id, step->second.action, effects);
  case wire::Outcome::gone:
    take_back(desk, model, id);
    return complain(desk, id, model.state.messages.text("desk.inline_gone"), effects);
  }
}

void answer_undo(Desk& desk, Model& model, CommentId id, const Answered& answer, Effects& effects) {
  const Expected<wire::Decided> undone =
      is_success(answer) ? wire::decode_decided(answer.body) : tl::unexpected<Error>(failure_of(answer));
  const wire::DecidedItem* item = item_in(undone, id);
  const auto step = desk.state.steps.find(id);
  if (step == desk.state.steps.end()) return;
  if (item == nullptr) {
    step->second.stage = InlineStage::done;
    return complain(desk, id, view::error_text(failure(answer), model.state.messages), effects);
  }
  if (item->outcome == wire::Outcome::conflict) return give_way(desk, model, *item, effects);
  desk.state.steps.erase(step);
  note_revision(desk, id, item->revision);
  show_state(desk, model, id, item->state);
  distrust_watch(model, effects);
  announce(model, "desk.inline_undone", effects);
  effects.push_back(Focus{{id.text()}});
}

} // namespace palabre::widget::staff
