// What the server made of a decision: done, or somebody was faster, or it has to be asked about.
#include <algorithm>

#include "widget/admin/queue_parts.h"

namespace palabre::widget::desk {
namespace {

using view::desk::QueueState;
using wire::DecidedItem;
using wire::Outcome;
using wire::QueueItem;

Done* done_of(Model& model, std::uint32_t number) {
  const auto found = std::find_if(model.queue.done.begin(), model.queue.done.end(),
                                  [&](const Done& done) { return done.number == number; });
  return found == model.queue.done.end() ? nullptr : &*found;
}

void tell_trouble(Model& model, Effects& effects, std::string text) {
  add_toast(model, effects, std::move(text));
  model.state.toasts.back().trouble = true;
}

// As the server has it now, where it stood, with a word on who was faster.
void bring_back(Model& model, const std::pair<std::size_t, QueueItem>& was, const DecidedItem& now) {
  QueueState& queue = model.state.queue;
  QueueItem item = was.second;
  item.revision = now.revision;
  item.comment.state = now.state;
  if (now.outcome == Outcome::conflict) {
    item.decided_by = now.by;
    if (!now.by.empty()) item.attention = 0;
    queue.settled[item.comment.id] = {now.by, now.state, false};
    queue.details.erase(item.comment.id);
  }
  put_back(queue, std::move(item), was.first);
}

// That an answer was lost and the decision arrived: it is as we wanted it, by ourselves.
bool is_own(const Model& model, const DecidedItem& item, wire::DeskAction action) {
  return item.outcome == Outcome::conflict && item.state == wire::state_after(action) &&
         item.by == model.state.session->member.name;
}

std::string conflict_text(const Model& model, const std::string& author, const DecidedItem& item) {
  const view::Messages& messages = model.state.messages;
  if (item.by.empty()) return messages.text("desk.conflict_changed", "name", author);
  const std::string state = messages.text("desk.item_" + std::string(to_name(item.state)));
  return messages.text("desk.conflict_by", {{"name", author}, {"by", item.by}, {"state", state}});
}

void take_item(Model& model, const Outgoing& sent, const DecidedItem& item, Done* done,
               std::vector<CommentId>& criticism, Effects& effects) {
  if (item.outcome == Outcome::done || is_own(model, item, sent.decide.action)) return;
  if (done == nullptr) {
    if (item.outcome == Outcome::conflict) tell_trouble(model, effects, conflict_text(model, "", item));
    return;
  }
  const auto was = std::find_if(done->items.begin(), done->items.end(),
                                [&](const auto& one) { return one.second.comment.id == item.comment; });
  if (was == done->items.end()) return;
  const std::string author = was->second.comment.author.name;
  if (item.outcome == Outcome::gone) {
    tell_trouble(model, effects, model.state.messages.text("desk.gone", "name", author));
  } else {
    bring_back(model, *was, item);
    if (item.outcome == Outcome::needs_confirmation)
      criticism.push_back(item.comment);
    else
      tell_trouble(model, effects, conflict_text(model, author, item));
  }
  done->items.erase(was);
}

} // namespace

void take_decided(Model& model, const Outgoing& sent, const wire::Decided& decided, Effects& effects) {
  Done* done = done_of(model, sent.number);
  std::vector<CommentId> criticism;
  for (const DecidedItem& item : decided.items) take_item(model, sent, item, done, criticism, effects);
  if (done != nullptr) {
    done->decision = decided.decision;
    if (done->items.empty()) {
      std::erase_if(model.queue.done, [&](const Done& one) { return one.number == sent.number; });
      std::erase_if(model.state.toasts,
                    [&](const auto& toast) { return toast.undo == "undo." + std::to_string(sent.number); });
    }
  }
  for (Outgoing& later : model.queue.outbox) {
    if (later.kind == Outgoing::Kind::undo && later.undoes == sent.number) later.decision = decided.decision;
  }
  if (criticism.empty() || model.state.queue.asking) return;
  model.state.queue.asking = view::desk::Asking{sent.decide.action, criticism, criticism};
  effects.push_back(Focus{"asking-no"});
}

void take_undone(Model& model, const Outgoing&, const wire::Decided& decided, Effects& effects) {
  QueueState& queue = model.state.queue;
  for (const DecidedItem& item : decided.items) {
    const std::size_t at = place_of_item(queue, item.comment);
    if (at >= queue.items.size()) continue;
    QueueItem& shown = queue.items[at];
    shown.revision = item.revision;
    const auto detail = queue.details.find(item.comment);
    if (detail != queue.details.end()) detail->second.detail.item.revision = item.revision;
    if (item.outcome == Outcome::done) continue;
    shown.comment.state = item.state;
    queue.settled[item.comment] = {item.by, item.state, item.outcome == Outcome::gone};
    tell_trouble(model, effects, conflict_text(model, shown.comment.author.name, item));
  }
}

void take_refused(Model& model, const Outgoing& sent, const Error& error, Effects& effects) {
  if (Done* done = done_of(model, sent.number)) {
    for (const auto& [at, item] : done->items) put_back(model.state.queue, item, at);
    std::erase_if(model.queue.done, [&](const Done& one) { return one.number == sent.number; });
  }
  std::erase_if(model.queue.outbox, [&](const Outgoing& later) {
    return later.kind == Outgoing::Kind::undo && later.undoes == sent.number && sent.number != 0;
  });
  std::erase_if(model.state.toasts,
                [&](const auto& toast) { return toast.undo == "undo." + std::to_string(sent.number); });
  const std::string key(error_info(error.code).message_key);
  tell_trouble(model, effects, model.state.messages.text(key));
}

} // namespace palabre::widget::desk
