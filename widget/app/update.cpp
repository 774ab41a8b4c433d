#include "widget/app/update.h"

#include "widget/app/changes.h"
#include "widget/app/companion.h"

namespace palabre::widget {
namespace {

using view::Action;
using view::ActionKind;

void perform_on_comment(Model& model, ActionKind kind, CommentId id, Effects& effects) {
  switch (kind) {
  case ActionKind::reply: return toggle_reply(model, id, effects);
  case ActionKind::cancel_reply: return close_reply(model, id, effects);
  case ActionKind::edit: return open_edit(model, id, effects);
  case ActionKind::cancel_edit: return close_edit(model, id, effects);
  case ActionKind::remove: return remove(model, id, effects);
  case ActionKind::undo_remove: return undo_removal(model, id, effects);
  case ActionKind::fold: return toggle_fold(model, id, effects);
  case ActionKind::quote: return quote(model, id, effects);
  case ActionKind::flag: return toggle_flag(model, id, effects);
  case ActionKind::appeal: return toggle_appeal(model, id, effects);
  default: return;
  }
}

void perform(Model& model, const Activated& msg, Effects& effects) {
  const Action& action = msg.action;
  switch (action.kind) {
  case ActionKind::format: return format(model, action.target, msg.selection, effects);
  case ActionKind::toggle_preview: return toggle_preview(model, action.target);
  case ActionKind::change_author: return change_author(model, action.target, effects);
  case ActionKind::submit: return submit(model, action.target, effects);
  case ActionKind::flag_as: return flag_as(model, action.target, effects);
  case ActionKind::lift: return toggle_mask(model, action.target);
  case ActionKind::mark: return toggle_mark(model, action.target, effects);
  case ActionKind::open_marks: return toggle_marks(model, action.target);
  case ActionKind::load_more: return load_more(model, effects);
  case ActionKind::show_new: return show_new(model, effects);
  case ActionKind::retry: return load(model, effects);
  case ActionKind::dismiss:
    model.state.notice.clear();
    model.state.welcome.reset();
    return;
  case ActionKind::desk_press:
    if (model.companion) model.companion->press(model, action.target, effects);
    return;
  default: break;
  }
  if (const std::optional<CommentId> id = CommentId::parse(action.target)) {
    perform_on_comment(model, action.kind, *id, effects);
  }
}

struct Handler {
  Model& model;
  Effects& effects;

  void operator()(const Adopted& msg) const { show_thread(model, msg.thread, effects); }
  void operator()(const Mount&) const { load(model, effects); }
  void operator()(const Remembered& msg) const {
    remember(model, msg, effects);
    refresh_rights(model, effects);
  }
  void operator()(const Activated& msg) const {
    watch_closely(model, effects);
    perform(model, msg, effects);
  }
  void operator()(const FieldChanged& msg) const {
    watch_closely(model, effects);
    if (msg.action.kind == ActionKind::sort) sort_by(model, msg.value, effects);
    if (msg.action.kind == ActionKind::edit_field) change_field(model, msg.action.target, msg.value, effects);
  }
  void operator()(const ShortcutPressed& msg) const {
    if (msg.shortcut == Shortcut::send) submit(model, msg.composer, effects);
    if (msg.shortcut == Shortcut::leave) leave_composer(model, msg.composer, effects);
  }
  void operator()(const Answered& msg) const {
    const auto entry = model.requests.find(msg.request);
    if (entry == model.requests.end()) return;
    const Request request = std::move(entry->second);
    model.requests.erase(entry);
    switch (request.purpose) {
    case Purpose::load:
    case Purpose::sort:
    case Purpose::more:
    case Purpose::locate: return answer_load(model, request, msg, effects);
    case Purpose::watch: return answer_watch(model, msg, effects);
    case Purpose::own: return answer_own(model, msg, effects);
    case Purpose::flag: return answer_flag(model, request, msg, effects);
    case Purpose::appeal: return answer_appeal(model, request, msg, effects);
    case Purpose::post:
    case Purpose::edit:
    case Purpose::remove:
    case Purpose::mark:
    case Purpose::companion: break;
    }
    distrust_watch(model, effects);
    switch (request.purpose) {
    case Purpose::post: return answer_post(model, request, msg, effects);
    case Purpose::edit: return answer_edit(model, request, msg, effects);
    case Purpose::remove: return answer_removal(model, request, msg, effects);
    case Purpose::mark: return answer_mark(model, request, msg, effects);
    case Purpose::companion:
      if (model.companion) model.companion->answer(model, request, msg, effects);
      return;
    default: return;
    }
  }
  void operator()(const Ticked& msg) const {
    model.now = msg.now;
    send_due_removals(model, effects);
    if (has_lapsed_rights(model)) refresh_rights(model, effects);
  }
  void operator()(const Woken&) const {
    refresh_rights(model, effects);
    wait_for_removals(model, effects);
    watch(model, effects);
  }
  void operator()(const Hidden&) const {
    send_all_removals(model, effects);
    pause_watching(model);
  }
  void operator()(const Shown&) const { resume_watching(model, effects); }
  void operator()(const Selected& msg) const { select_words(model, msg); }
  void operator()(const RulesLoaded& msg) const { begin_judging(model, msg.open, effects); }
  void operator()(const Judged& msg) const { take_verdict(model, msg.composer, msg.verdict); }
  void operator()(const Accompanied& msg) const {
    if (model.companion) model.companion->begin(model, msg.session, effects);
  }
  void operator()(const Located& msg) const { locate(model, msg.comment, effects); }
};

} // namespace

Effects update(Model& model, const Msg& msg) {
  Effects effects;
  std::visit(Handler{model, effects}, msg);
  return effects;
}

} // namespace palabre::widget
