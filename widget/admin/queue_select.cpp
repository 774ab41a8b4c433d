// Walking through the queue, and choosing several of its items.
#include <algorithm>

#include "widget/admin/queue_parts.h"

namespace palabre::widget::desk {
namespace {

using view::desk::QueueState;

constexpr std::size_t prefetched = 20; // lines before the end, when the next page is asked for

// What is open stands in the address, so that "back" closes it.
void tell_address(Model& model, bool replace, Effects& effects) {
  const QueueState& queue = model.state.queue;
  const std::string hash = view::desk::queue_hash(queue.filter, queue.opened ? queue.selected : std::nullopt);
  if (hash == model.hash) return;
  model.hash = hash;
  effects.push_back(Navigate{hash, replace});
}

void choose_range(QueueState& queue, std::size_t from, std::size_t to) {
  if (from > to) std::swap(from, to);
  for (std::size_t i = from; i <= to && i < queue.items.size(); ++i) queue.chosen.insert(queue.items[i].comment.id);
}

} // namespace

std::size_t place_of_item(const QueueState& queue, std::optional<CommentId> id) {
  const auto found = std::find_if(queue.items.begin(), queue.items.end(),
                                  [&](const wire::QueueItem& item) { return item.comment.id == id; });
  return static_cast<std::size_t>(found - queue.items.begin());
}

void select(Model& model, CommentId id, Effects& effects) {
  QueueState& queue = model.state.queue;
  if (queue.selected && queue.selected != id) queue.settled.erase(*queue.selected);
  queue.selected = id;
  model.queue.looked = true;
  if (queue.opened) tell_address(model, true, effects);
  if (place_of_item(queue, id) + prefetched >= queue.items.size()) load_more(model, effects);
  want_detail(model, effects);
}

void focus_selected(Model& model, Effects& effects) {
  const QueueState& queue = model.state.queue;
  if (!queue.selected)
    effects.push_back(Focus{"title"});
  else if (queue.opened)
    effects.push_back(Focus{"item-title"});
  else
    effects.push_back(Focus{"row-" + queue.selected->text()});
}

void step(Model& model, int by, bool extend, Effects& effects) {
  QueueState& queue = model.state.queue;
  if (queue.items.empty()) return;
  const std::size_t here = place_of_item(queue, queue.selected);
  const auto last = static_cast<std::ptrdiff_t>(queue.items.size()) - 1;
  // The first key shows where one is; from then on it goes further.
  const bool begins = !model.queue.looked || here >= queue.items.size();
  const std::ptrdiff_t from = here >= queue.items.size() ? 0 : static_cast<std::ptrdiff_t>(here);
  const std::ptrdiff_t at = begins && !extend ? from : std::clamp(from + by, std::ptrdiff_t{0}, last);
  if (extend && may(model.state.session->member.role, MemberRole::moderator)) {
    choose_range(queue, static_cast<std::size_t>(from), static_cast<std::size_t>(at));
  }
  select(model, queue.items[static_cast<std::size_t>(at)].comment.id, effects);
  focus_selected(model, effects);
}

void open_item(Model& model, CommentId id, Effects& effects) {
  model.state.queue.opened = false;
  select(model, id, effects);
  model.state.queue.opened = true;
  tell_address(model, false, effects);
  focus_selected(model, effects);
}

void close_item(Model& model, Effects& effects) {
  QueueState& queue = model.state.queue;
  queue.opened = false;
  if (place_of_item(queue, queue.selected) >= queue.items.size()) {
    queue.selected.reset();
    if (!queue.items.empty()) queue.selected = queue.items.front().comment.id;
  }
  tell_address(model, true, effects);
  focus_selected(model, effects);
}

void choose(Model& model, CommentId id, bool chosen, bool extend) {
  QueueState& queue = model.state.queue;
  const std::size_t at = place_of_item(queue, id);
  if (at >= queue.items.size()) return;
  const std::size_t from = place_of_item(queue, model.queue.anchor);
  if (extend && from < queue.items.size())
    choose_range(queue, from, at);
  else if (chosen)
    queue.chosen.insert(id);
  else
    queue.chosen.erase(id);
  model.queue.anchor = id;
}

void choose_all(Model& model, Effects& effects) {
  QueueState& queue = model.state.queue;
  const std::size_t many = std::min(queue.items.size(), wire::decision_limit);
  for (std::size_t i = 0; i < many; ++i) queue.chosen.insert(queue.items[i].comment.id);
  effects.push_back(
      Announce{model.state.messages.plural("desk.chosen", static_cast<std::int64_t>(queue.chosen.size()))});
}

} // namespace palabre::widget::desk
