// What others do meanwhile: asked every few seconds while somebody looks, less often when nothing happens here.
#include <algorithm>
#include <utility>

#include "shared/wire/codec_desk.h"
#include "widget/admin/queue_parts.h"

namespace palabre::widget::desk {
namespace {

using view::desk::QueueState;
using wire::QueueItem;

constexpr Duration often = Duration::seconds(4);
constexpr Duration seldom = Duration::seconds(20);
constexpr Duration patience = Duration::seconds(60); // without a key or a click, until nobody seems to be there

bool is_quiet(const Model& model) {
  return model.state.now.milliseconds - model.queue.active > patience.milliseconds;
}

void sleep(const Model& model, Effects& effects) {
  if (!model.queue.hidden) effects.push_back(Wake{is_quiet(model) ? seldom : often, "watch"});
}

// One that is in the list and that somebody changed. What is being read stays in sight, with a word on it.
void take_change(Model& model, std::size_t at, const QueueItem& item, std::size_t& left) {
  QueueState& queue = model.state.queue;
  queue.details.erase(item.comment.id);
  const bool read = queue.selected == item.comment.id && model.queue.looked;
  const bool moved = item.comment.state != queue.items[at].comment.state ||
                     (!item.decided_by.empty() && item.decided_by != queue.items[at].decided_by);
  if (read && moved) queue.settled[item.comment.id] = {item.decided_by, item.comment.state, false};
  if (is_in_tab(item, queue.filter.tab) || read) {
    queue.items[at] = item;
    return;
  }
  queue.items.erase(queue.items.begin() + static_cast<std::ptrdiff_t>(at));
  queue.chosen.erase(item.comment.id);
  if (queue.selected == item.comment.id) {
    queue.selected.reset();
    if (!queue.items.empty()) queue.selected = queue.items[std::min(at, queue.items.size() - 1)].comment.id;
  }
  ++left;
}

void take_fresh(QueueState& queue, const QueueItem& item) {
  const auto same = [&](const QueueItem& one) { return one.comment.id == item.comment.id; };
  std::erase_if(queue.fresh, same);
  if (belongs(item, queue.filter)) queue.fresh.push_back(item);
}

void take_items(Model& model, const std::vector<QueueItem>& items, Effects& effects) {
  QueueState& queue = model.state.queue;
  const std::size_t known = queue.fresh.size();
  std::size_t left = 0;
  std::string by;
  for (const QueueItem& item : items) {
    if (model.queue.believed.count(item.comment.id) != 0) continue; // our own answer comes
    const auto own = model.queue.revisions.find(item.comment.id);
    if (own != model.queue.revisions.end() && own->second >= item.revision) continue;
    const std::size_t at = place_of_item(queue, item.comment.id);
    const std::size_t before = left;
    if (at < queue.items.size())
      take_change(model, at, item, left);
    else
      take_fresh(queue, item);
    if (left > before) by = item.decided_by;
  }
  const view::Messages& messages = model.state.messages;
  if (left > 0 && !by.empty()) {
    effects.push_back(Announce{messages.plural("desk.left", static_cast<std::int64_t>(left)) + " " +
                               messages.text("desk.decided_by", "name", by)});
  }
  if (queue.fresh.size() > known) {
    effects.push_back(Announce{messages.plural("desk.new", static_cast<std::int64_t>(queue.fresh.size()))});
  }
}

// An empty list has nothing to be pushed away: what comes is shown at once, not announced beside "all done".
void fill_empty(Model& model, Effects& effects) {
  QueueState& queue = model.state.queue;
  if (!queue.items.empty()) return;
  if (queue.many_fresh) return load_page(model, effects);
  for (QueueItem& item : std::exchange(queue.fresh, {})) put_in_order(queue, std::move(item));
  if (!queue.selected && !queue.items.empty()) queue.selected = queue.items.front().comment.id;
}

void take_present(QueueState& queue, const std::vector<wire::MemberPresence>& present) {
  queue.present.clear();
  for (const wire::MemberPresence& one : present) {
    std::string& names = queue.present[one.comment];
    names += (names.empty() ? "" : ", ") + one.name;
  }
}

} // namespace

void begin_watch(Model& model, Effects& effects) {
  sleep(model, effects);
}

void ask_changes(Model& model, Effects& effects) {
  const QueueState& queue = model.state.queue;
  if (model.queue.hidden || !model.state.session || model.state.signing_again) return;
  if (model.state.screen != view::desk::Screen::queue || queue.load != view::LoadState::loaded) return;
  const bool asked = std::any_of(model.requests.begin(), model.requests.end(),
                                 [](const auto& one) { return one.second.purpose == "changes"; });
  if (asked) return;
  std::string path = "changes?since=" + std::to_string(model.queue.change);
  if (model.queue.looked && queue.selected) path += "&looking=" + queue.selected->text();
  if (!queue.filter.site.empty()) path += "&site=" + wire::percent_encode(queue.filter.site);
  ask(model, effects, {Part::queue, "changes"}, wire::Method::get, path);
}

void answer_changes(Model& model, const Answer& answer, Effects& effects) {
  QueueState& queue = model.state.queue;
  model.state.offline = answer.status == 0 || answer.status >= 500;
  auto changes = is_success(answer) ? wire::decode_changes(answer.body) : tl::unexpected(failure_of(answer));
  if (!changes) {
    if (!model.queue.hidden) effects.push_back(Wake{seldom, "watch"});
    return;
  }
  model.queue.change = changes->change;
  const wire::QueueFilter plain{queue.filter.tab, queue.filter.site};
  if (queue.filter == plain && model.queue.outbox.empty() && !changes->counts.empty()) queue.counts = changes->counts;
  take_items(model, changes->items, effects);
  if (changes->more) queue.many_fresh = true;
  fill_empty(model, effects);
  take_present(queue, changes->present);
  want_detail(model, effects);
  pump(model, effects);
  sleep(model, effects);
}

void note_activity(Model& model, Effects& effects) {
  const bool was_quiet = is_quiet(model);
  model.queue.active = model.state.now.milliseconds;
  if (was_quiet && model.state.queue.load == view::LoadState::loaded && !model.queue.hidden) {
    effects.push_back(Wake{Duration{300}, "watch"});
  }
}

} // namespace palabre::widget::desk
