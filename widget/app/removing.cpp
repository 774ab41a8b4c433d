#include <algorithm>

#include "widget/app/changes.h"

namespace palabre::widget {
namespace {

using view::ActionKind;

// Where the reader goes on: the comment that takes the place of the one that goes, else the heading.
Target place_after(const ThreadPage& thread, CommentId id) {
  const auto& comments = thread.comments;
  const auto found = std::find_if(comments.begin(), comments.end(), [&](const Comment& one) { return one.id == id; });
  if (found == comments.end()) return {"heading"};
  const auto next = std::next(found);
  return next == comments.end() ? Target{"heading"} : Target{next->id.text()};
}

} // namespace

void ask_removal(Model& model, CommentId id, Effects& effects) {
  if (model.state.own.count(id) == 0 || find_comment(model.state.thread, id) == nullptr) return;
  model.state.removing = id;
  model.state.remove_error.reset();
  effects.push_back(Focus{{{}, {ActionKind::cancel_remove, id.text()}}});
}

void cancel_removal(Model& model, CommentId id, Effects& effects) {
  if (model.state.removing != id) return;
  model.state.removing.reset();
  model.state.remove_error.reset();
  effects.push_back(Focus{{{}, {ActionKind::remove, id.text()}}});
}

void confirm_removal(Model& model, CommentId id, Effects& effects) {
  if (model.state.removing != id || waits_for(model, Purpose::remove, id)) return;
  const std::optional<std::string> token = token_of(model, id);
  if (!token) {
    model.state.remove_error = Error{ErrorCode::missing_token, {}, {}, 0};
    return;
  }
  model.state.remove_error.reset();
  Request request{Purpose::remove};
  request.comment = id;
  Fetch fetch;
  fetch.request = remember_request(model, std::move(request));
  fetch.method = wire::Method::del;
  fetch.url = wire::comment_url(id);
  fetch.token = token;
  effects.push_back(std::move(fetch));
}

void answer_removal(Model& model, const Request& request, const Answered& answer, Effects& effects) {
  const CommentId id = *request.comment;
  if (!is_success(answer)) {
    const Error error = failure_of(answer);
    // An earlier try whose answer was lost may have done it already.
    if (error.code != ErrorCode::unknown_comment) {
      model.state.removing = id;
      model.state.remove_error = error;
      return;
    }
  }
  const Target next = place_after(model.state.thread, id);
  remove_comment(model.state.thread, id);
  if (model.state.removing == id) model.state.removing.reset();
  if (model.state.replying_to == id) model.state.replying_to.reset();
  disown_comment(model, id, effects);
  const bool stays = find_comment(model.state.thread, id) != nullptr;
  effects.push_back(Count{model.state.thread.total});
  effects.push_back(Focus{stays ? Target{id.text()} : next});
  announce(model, "notice.deleted", effects);
}

} // namespace palabre::widget
