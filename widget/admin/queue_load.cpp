// Reading the queue: the first page, the next ones, and where an item has its place.
#include <algorithm>

#include "shared/rules/verdict.h"
#include "shared/wire/codec_desk.h"
#include "widget/admin/queue_parts.h"

namespace palabre::widget::desk {
namespace {

using view::desk::QueueState;
using wire::QueueItem;
using wire::QueueTab;

std::string below_root(const std::string& url) {
  return url.substr(wire::desk_url("").size());
}

bool holds(const QueueState& queue, CommentId id) {
  return place_of_item(queue, id) < queue.items.size();
}

bool has_reason(const QueueItem& item, std::string_view wanted) {
  return std::any_of(item.verdict.reasons.begin(), item.verdict.reasons.end(), [&](const rules::Reason& reason) {
    return reason.rule == wanted || rules::axis_of_rule(reason.rule) == wanted;
  });
}

// Those that were just decided as they will be, and no one twice.
void append(Model& model, std::vector<QueueItem> items) {
  QueueState& queue = model.state.queue;
  std::set<CommentId> known;
  for (const QueueItem& item : queue.items) known.insert(item.comment.id);
  for (QueueItem& item : items) {
    const auto believed = model.queue.believed.find(item.comment.id);
    if (believed != model.queue.believed.end()) {
      if (!is_in_tab(believed->second, queue.filter.tab)) continue;
      item = believed->second;
    }
    if (known.insert(item.comment.id).second) queue.items.push_back(std::move(item));
  }
}

} // namespace

bool is_in_tab(const QueueItem& item, QueueTab tab) {
  const CommentState state = item.comment.state;
  if (state == CommentState::deleted) return false;
  const bool unread = state == CommentState::held || state == CommentState::hidden;
  switch (tab) {
  case QueueTab::waiting: return item.attention > 0;
  case QueueTab::held: return state == CommentState::held;
  case QueueTab::flagged: return item.flags > 0;
  case QueueTab::hidden: return state == CommentState::hidden;
  case QueueTab::spam:
    return state == CommentState::spam || (unread && !item.verdict.reasons.empty() &&
                                           rules::axis_of_rule(item.verdict.reasons.front().rule) == "spam");
  case QueueTab::removed: return state == CommentState::removed;
  case QueueTab::all: return true;
  case QueueTab::unanswered: return item.unanswered;
  }
  return false;
}

bool belongs(const QueueItem& item, const wire::QueueFilter& filter) {
  const auto fits = [](const std::string& wanted, std::string_view has) { return wanted.empty() || wanted == has; };
  return is_in_tab(item, filter.tab) && fits(filter.site, item.site) && fits(filter.page, item.page) &&
         fits(filter.author, item.author) && fits(filter.language, text::to_name(item.verdict.language)) &&
         fits(filter.sentiment, to_name(item.verdict.sentiment.label)) &&
         (filter.reason.empty() || has_reason(item, filter.reason)) && filter.query.empty();
}

void load_page(Model& model, Effects& effects) {
  QueueState& queue = model.state.queue;
  if (queue.items.empty()) queue.load = view::LoadState::loading;
  queue.error.reset();
  queue.loading_more = false;
  ask(model, effects, {Part::queue, "page", view::desk::queue_hash(queue.filter)}, wire::Method::get,
      below_root(wire::queue_url(queue.filter, {})));
}

void load_more(Model& model, Effects& effects) {
  QueueState& queue = model.state.queue;
  if (queue.next.empty() || queue.loading_more) return;
  queue.loading_more = true;
  ask(model, effects, {Part::queue, "more", view::desk::queue_hash(queue.filter)}, wire::Method::get,
      below_root(wire::queue_url(queue.filter, queue.next)));
}

void take_page(Model& model, wire::QueuePage page, Effects& effects) {
  QueueState& queue = model.state.queue;
  const std::optional<CommentId> before = queue.selected;
  queue.load = view::LoadState::loaded;
  queue.items.clear();
  queue.fresh.clear();
  queue.many_fresh = false;
  append(model, std::move(page.items));
  queue.next = std::move(page.next);
  queue.counts = std::move(page.counts);
  model.queue.change = page.change;
  std::erase_if(queue.chosen, [&](CommentId id) { return !holds(queue, id); });
  const bool kept = before && (holds(queue, *before) || queue.opened);
  if (!kept) {
    queue.selected.reset();
    model.queue.looked = false;
    if (!queue.items.empty()) queue.selected = queue.items.front().comment.id;
  }
  want_detail(model, effects);
  begin_watch(model, effects);
}

void take_more(Model& model, wire::QueuePage page) {
  QueueState& queue = model.state.queue;
  queue.loading_more = false;
  queue.next = std::move(page.next);
  append(model, std::move(page.items));
}

void count_change(QueueState& queue, const QueueItem& before, const QueueItem& after) {
  for (auto& [tab, count] : queue.counts) {
    count += static_cast<std::int64_t>(is_in_tab(after, tab)) - static_cast<std::int64_t>(is_in_tab(before, tab));
    count = std::max<std::int64_t>(count, 0);
  }
}

void put_back(QueueState& queue, QueueItem item, std::size_t at) {
  const std::size_t present = place_of_item(queue, item.comment.id);
  if (present < queue.items.size()) {
    queue.items[present] = std::move(item);
    return;
  }
  at = std::min(at, queue.items.size());
  queue.items.insert(queue.items.begin() + static_cast<std::ptrdiff_t>(at), std::move(item));
}

void put_in_order(QueueState& queue, QueueItem item) {
  const bool pressing = queue.filter.tab == QueueTab::waiting;
  const auto goes_before = [&](const QueueItem& other) {
    if (queue.filter.tab == QueueTab::unanswered) return item.comment.created < other.comment.created;
    if (!pressing) return other.comment.created < item.comment.created;
    if (other.attention != item.attention) return other.attention < item.attention;
    return item.comment.created < other.comment.created;
  };
  const auto found = std::find_if(queue.items.begin(), queue.items.end(), goes_before);
  put_back(queue, std::move(item), static_cast<std::size_t>(found - queue.items.begin()));
}

void show_fresh(Model& model, Effects& effects) {
  QueueState& queue = model.state.queue;
  if (queue.many_fresh) {
    load_page(model, effects);
  } else {
    const CommentId first = queue.fresh.front().comment.id;
    for (QueueItem& item : std::exchange(queue.fresh, {})) put_in_order(queue, std::move(item));
    select(model, first, effects);
    focus_selected(model, effects);
  }
}

} // namespace palabre::widget::desk
