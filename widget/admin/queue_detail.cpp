// What is known beside the item: asked for when the selection rests, and for the next one beforehand.
#include "shared/wire/codec_desk.h"
#include "widget/admin/queue_parts.h"

namespace palabre::widget::desk {
namespace {

using view::desk::QueueState;

constexpr std::size_t kept = 200; // details; more are forgotten at once

} // namespace

void want_detail(Model& model, Effects& effects) {
  const QueueState& queue = model.state.queue;
  if (!queue.selected || queue.details.count(*queue.selected) != 0) return;
  effects.push_back(Wake{Duration{80}, "detail"});
}

void load_detail(Model& model, CommentId id, Effects& effects) {
  QueueState& queue = model.state.queue;
  const auto known = queue.details.find(id);
  if (known != queue.details.end() && known->second.load != view::LoadState::failed) return;
  if (queue.details.size() > kept) queue.details.clear();
  queue.details[id] = {};
  ask(model, effects, {Part::queue, "detail", id.text()}, wire::Method::get, "comments/" + id.text());
}

void answer_detail(Model& model, const Request& request, const Answer& answer, Effects& effects) {
  QueueState& queue = model.state.queue;
  const auto id = CommentId::parse(request.about);
  if (!id) return;
  auto detail = is_success(answer) ? wire::decode_comment_detail(answer.body) : tl::unexpected(failure_of(answer));
  view::desk::QueueDetail& shown = queue.details[*id];
  if (!detail) {
    shown.load = view::LoadState::failed;
    shown.error = detail.error();
    return;
  }
  shown.load = view::LoadState::loaded;
  shown.error.reset();
  shown.detail = *std::move(detail);
  const auto believed = model.queue.believed.find(*id);
  if (believed != model.queue.believed.end()) shown.detail.item = believed->second;
  if (queue.selected != *id) return;
  if (queue.opened && place_of_item(queue, *id) >= queue.items.size()) effects.push_back(Focus{"item-title"});
  const std::size_t next = place_of_item(queue, *id) + 1;
  if (next < queue.items.size()) load_detail(model, queue.items[next].comment.id, effects);
}

} // namespace palabre::widget::desk
