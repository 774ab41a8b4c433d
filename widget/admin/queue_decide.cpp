// Deciding: the item leaves at once, the next one is there, and everything can be taken back.
#include <algorithm>

#include "shared/rules/triage.h"
#include "widget/admin/queue_parts.h"

namespace palabre::widget::desk {
namespace {

using view::desk::QueueState;
using wire::DeskAction;
using wire::QueueItem;

std::vector<CommentId> subjects(const QueueState& queue) {
  std::vector<CommentId> ids;
  for (const QueueItem& item : queue.items) {
    if (queue.chosen.count(item.comment.id) != 0 && ids.size() < wire::decision_limit) ids.push_back(item.comment.id);
  }
  if (ids.empty() && queue.selected) ids.push_back(*queue.selected);
  return ids;
}

const QueueItem* item_of(const QueueState& queue, CommentId id) {
  const std::size_t at = place_of_item(queue, id);
  if (at < queue.items.size()) return &queue.items[at];
  const auto detail = queue.details.find(id);
  const bool known = detail != queue.details.end() && detail->second.load == view::LoadState::loaded;
  return known ? &detail->second.detail.item : nullptr;
}

QueueItem after(QueueItem item, DeskAction action, const std::string& by) {
  item.comment.state = wire::state_after(action);
  item.decided_by = by;
  item.attention = 0;
  item.flags = 0;
  item.appealed = false;
  return item;
}

std::string said(const Model& model, DeskAction action, const std::vector<std::pair<std::size_t, QueueItem>>& items) {
  const std::string key = "desk.did_" + std::string(to_name(action));
  const view::Messages& messages = model.state.messages;
  if (items.size() == 1) return messages.text(key, "name", items.front().second.comment.author.name);
  return messages.plural(key + "_many", static_cast<std::int64_t>(items.size()));
}

// The one behind those that left, else the last.
void select_next(Model& model, std::size_t at, Effects& effects) {
  QueueState& queue = model.state.queue;
  if (queue.items.empty()) {
    queue.selected.reset();
    if (queue.opened) close_item(model, effects);
    effects.push_back(Focus{"title"});
    if (!queue.next.empty()) load_more(model, effects);
    return;
  }
  select(model, queue.items[std::min(at, queue.items.size() - 1)].comment.id, effects);
  focus_selected(model, effects);
}

void believe(Model& model, const QueueItem& item) {
  model.queue.believed.insert_or_assign(item.comment.id, item);
  const auto detail = model.state.queue.details.find(item.comment.id);
  if (detail != model.state.queue.details.end()) detail->second.detail.item = item;
}

// Takes the items out of the list, or changes them where they stay; answers what they were.
std::vector<std::pair<std::size_t, QueueItem>> act(Model& model, DeskAction action, const std::vector<CommentId>& ids) {
  QueueState& queue = model.state.queue;
  std::vector<std::pair<std::size_t, QueueItem>> before;
  std::set<CommentId> leaving;
  for (const CommentId id : ids) {
    const QueueItem* item = item_of(queue, id);
    if (item == nullptr) continue;
    const std::size_t at = place_of_item(queue, id);
    before.emplace_back(at, *item);
    QueueItem changed = after(*item, action, model.state.session->member.name);
    count_change(queue, *item, changed);
    believe(model, changed);
    if (at >= queue.items.size()) continue;
    if (is_in_tab(changed, queue.filter.tab))
      queue.items[at] = std::move(changed);
    else
      leaving.insert(id);
  }
  std::erase_if(queue.items, [&](const QueueItem& item) { return leaving.count(item.comment.id) != 0; });
  return before;
}

void count_today(Model& model, std::int64_t many) {
  const std::int64_t day = model.state.now.milliseconds / (24 * 3'600'000);
  if (model.queue.day != day) model.state.queue.done_today = 0;
  model.queue.day = day;
  model.state.queue.done_today = std::max<std::int64_t>(0, model.state.queue.done_today + many);
}

void carry_out(Model& model, DeskAction action, const std::vector<CommentId>& ids, bool confirmed, Effects& effects) {
  QueueState& queue = model.state.queue;
  const std::size_t at = place_of_item(queue, queue.selected);
  Done done;
  done.items = act(model, action, ids);
  if (done.items.empty()) return;
  Outgoing outgoing;
  outgoing.decide.action = action;
  outgoing.decide.confirmed = confirmed;
  for (const auto& [place, item] : done.items) outgoing.decide.items.push_back({item.comment.id, item.revision});
  done.number = send_out(model, std::move(outgoing), effects);
  add_toast(model, effects, said(model, action, done.items), "undo." + std::to_string(done.number));
  count_today(model, static_cast<std::int64_t>(done.items.size()));
  std::size_t left = 0; // of those before the selected one
  for (const auto& [place, item] : done.items) {
    if (place < at && place_of_item(queue, item.comment.id) >= queue.items.size()) ++left;
  }
  remember_done(model, std::move(done));
  for (const CommentId id : ids) queue.settled.erase(id);
  queue.chosen.clear();
  const bool stays = place_of_item(queue, queue.selected) < queue.items.size();
  select_next(model, stays ? at + (ids.size() == 1 ? 1 : 0) : at - std::min(at, left), effects);
}

// Criticism is put out of sight by a person who has been asked, and by nobody else.
bool asks_first(Model& model, DeskAction action, const std::vector<CommentId>& ids, Effects& effects) {
  if (action == DeskAction::approve) return false;
  view::desk::Asking asking{action, ids, {}};
  for (const CommentId id : ids) {
    const QueueItem* item = item_of(model.state.queue, id);
    if (item != nullptr && rules::is_only_criticism(item->verdict)) asking.criticism.push_back(id);
  }
  if (asking.criticism.empty()) return false;
  model.state.queue.asking = std::move(asking);
  effects.push_back(Focus{"asking-no"});
  return true;
}

bool may_decide(Model& model, Effects& effects) {
  if (model.state.session && may(model.state.session->member.role, MemberRole::moderator)) return true;
  add_toast(model, effects, model.state.messages.text("error.not_allowed"));
  return false;
}

void decide_on(Model& model, DeskAction action, const std::vector<CommentId>& ids, Effects& effects) {
  if (ids.empty() || !may_decide(model, effects) || asks_first(model, action, ids, effects)) return;
  carry_out(model, action, ids, false, effects);
}

// The items are as they were, where they were.
void put_items_back(Model& model, const Done& done, Effects& effects) {
  QueueState& queue = model.state.queue;
  for (const auto& [at, was] : done.items) {
    QueueItem item = was;
    const auto revision = model.queue.revisions.find(item.comment.id);
    if (revision != model.queue.revisions.end()) item.revision = revision->second;
    const auto now = model.queue.believed.find(item.comment.id);
    count_change(queue, now != model.queue.believed.end() ? now->second : after(item, DeskAction::approve, {}), item);
    believe(model, item);
    if (belongs(item, queue.filter) || !queue.filter.query.empty()) put_back(queue, std::move(item), at);
  }
  if (done.items.empty() || place_of_item(queue, done.items.front().second.comment.id) >= queue.items.size()) return;
  select(model, done.items.front().second.comment.id, effects);
  focus_selected(model, effects);
}

void undo_decision(Model& model, const Done& done, Effects& effects) {
  put_items_back(model, done, effects);
  count_today(model, -static_cast<std::int64_t>(done.items.size()));
  Outgoing outgoing;
  outgoing.kind = Outgoing::Kind::undo;
  outgoing.undoes = done.number;
  outgoing.decision = done.decision;
  for (const auto& [at, item] : done.items) outgoing.decide.items.push_back({item.comment.id, item.revision});
  send_out(model, std::move(outgoing), effects);
}

void undo_done(Model& model, const Done& done, Effects& effects) {
  if (done.kind == Done::Kind::decision) {
    undo_decision(model, done, effects);
  } else if (done.kind == Done::Kind::rule) {
    model.state.queue.rules.erase(done.rule);
    Outgoing outgoing;
    outgoing.kind = Outgoing::Kind::undo;
    outgoing.decision = done.decision;
    send_out(model, std::move(outgoing), effects);
  } else {
    ask(model, effects, {Part::queue, "lift"}, wire::Method::del, "bans/" + std::to_string(done.decision));
  }
  std::erase_if(model.state.toasts,
                [&](const auto& toast) { return toast.undo == "undo." + std::to_string(done.number); });
  add_toast(model, effects, model.state.messages.text("desk.undone"));
}

} // namespace

void decide(Model& model, DeskAction action, Effects& effects) {
  decide_on(model, action, subjects(model.state.queue), effects);
}

void decide_one(Model& model, DeskAction action, Effects& effects) {
  if (model.state.queue.selected) decide_on(model, action, {*model.state.queue.selected}, effects);
}

void answer_asking(Model& model, std::string_view choice, Effects& effects) {
  if (!model.state.queue.asking) return;
  const view::desk::Asking asking = *std::exchange(model.state.queue.asking, std::nullopt);
  if (choice == "yes") return carry_out(model, asking.action, asking.items, true, effects);
  if (choice == "others") {
    std::vector<CommentId> others = asking.items;
    std::erase_if(others, [&](CommentId id) {
      return std::find(asking.criticism.begin(), asking.criticism.end(), id) != asking.criticism.end();
    });
    return carry_out(model, asking.action, others, false, effects);
  }
  focus_selected(model, effects);
}

void remember_done(Model& model, Done done) {
  constexpr std::size_t kept = 100;
  model.queue.done.push_back(std::move(done));
  if (model.queue.done.size() > kept) model.queue.done.erase(model.queue.done.begin());
}

void undo_last(Model& model, Effects& effects) {
  if (model.queue.done.empty()) return announce(model, effects, "desk.nothing_to_undo");
  undo(model, model.queue.done.back().number, effects);
}

void undo(Model& model, std::uint32_t number, Effects& effects) {
  const auto found = std::find_if(model.queue.done.begin(), model.queue.done.end(),
                                  [&](const Done& done) { return done.number == number; });
  if (found == model.queue.done.end()) return announce(model, effects, "desk.nothing_to_undo");
  const Done done = *found;
  model.queue.done.erase(found);
  undo_done(model, done, effects);
}

} // namespace palabre::widget::desk
