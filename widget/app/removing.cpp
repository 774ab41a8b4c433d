#include <algorithm>
#include <utility>

#include "widget/app/changes.h"

namespace palabre::widget {
namespace {

using view::ActionKind;

constexpr Duration time_to_undo = Duration::seconds(5);
// The right to change a comment ends on the server's clock, so what is still to be sent then leaves a little sooner.
constexpr Duration way_to_the_server = Duration::seconds(2);

Instant end_of_undo(const Model& model, const OwnComment& own) {
  const Instant end = *model.now + time_to_undo;
  const Instant last{own.until.milliseconds - way_to_the_server.milliseconds};
  return last < end ? last : end;
}

void send_removal(Model& model, const Removal& removal, Effects& effects) {
  model.state.leaving[removal.comment] = view::Leaving::going;
  Request request{Purpose::remove};
  request.comment = removal.comment;
  Fetch fetch;
  fetch.request = remember_request(model, std::move(request));
  fetch.method = wire::Method::del;
  fetch.url = wire::comment_url(removal.comment);
  fetch.token = removal.token;
  effects.push_back(std::move(fetch));
}

} // namespace

void remove(Model& model, CommentId id, Effects& effects) {
  view::ThreadState& state = model.state;
  const OwnComment* own = find_own(model, id);
  const bool may = own != nullptr && state.own.count(id) != 0 && find_comment(state.thread, id) != nullptr;
  if (!may || state.leaving.count(id) != 0) return;
  state.remove_errors.erase(id);
  if (state.replying_to == id) state.replying_to.reset();
  const Removal removal{id, own->token, model.now ? end_of_undo(model, *own) : Instant{}};
  if (!model.now || removal.until <= *model.now) return send_removal(model, removal, effects);
  state.leaving[id] = view::Leaving::undoable;
  model.removals.push_back(removal);
  effects.push_back(Wake{removal.until - *model.now});
  effects.push_back(Focus{{{}, {ActionKind::undo_remove, id.text()}}});
  announce(model, "notice.deleted", effects);
}

void undo_removal(Model& model, CommentId id, Effects& effects) {
  auto& removals = model.removals;
  const auto found =
      std::find_if(removals.begin(), removals.end(), [&](const Removal& one) { return one.comment == id; });
  if (found == removals.end()) return;
  removals.erase(found);
  model.state.leaving.erase(id);
  effects.push_back(Focus{{id.text()}});
  announce(model, "notice.restored", effects);
}

void send_due_removals(Model& model, Effects& effects) {
  if (!model.now) return;
  std::vector<Removal> waiting;
  for (Removal& removal : std::exchange(model.removals, {})) {
    if (removal.until <= *model.now) {
      send_removal(model, removal, effects);
    } else {
      waiting.push_back(std::move(removal));
    }
  }
  model.removals = std::move(waiting);
}

void send_all_removals(Model& model, Effects& effects) {
  for (const Removal& removal : std::exchange(model.removals, {})) send_removal(model, removal, effects);
}

void wait_for_removals(const Model& model, Effects& effects) {
  if (!model.now) return;
  for (const Removal& removal : model.removals) effects.emplace_back(Wake{removal.until - *model.now});
}

void answer_removal(Model& model, const Request& request, const Answered& answer, Effects& effects) {
  const CommentId id = *request.comment;
  model.state.leaving.erase(id);
  if (!is_success(answer)) {
    const Error error = failure_of(answer);
    // An earlier try whose answer was lost may have done it already.
    if (error.code != ErrorCode::unknown_comment) {
      model.state.remove_errors[id] = error;
      return;
    }
  }
  // The reader may be anywhere by now: who stands here is led on by the host.
  remove_comment(model.state.thread, id);
  auto& held = model.held;
  held.erase(std::remove_if(held.begin(), held.end(), [&](const Comment& one) { return one.id == id; }), held.end());
  disown_comment(model, id, effects);
  effects.push_back(Count{model.state.thread.total});
}

} // namespace palabre::widget
