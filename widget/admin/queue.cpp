// The queue: asking for it, walking through it, deciding.
#include <algorithm>

#include "shared/wire/codec_desk.h"
#include "shared/wire/desk_routes.h"
#include "widget/admin/parts.h"

namespace palabre::widget::desk {
namespace {

using view::desk::QueueState;
using wire::Method;

wire::QueueFilter filter_of(const Place& place) {
  const auto get = [&](const char* name) {
    const auto found = place.parameters.find(name);
    return found == place.parameters.end() ? std::string() : found->second;
  };
  wire::QueueFilter filter;
  filter.tab = wire::parse_queue_tab(get("tab")).value_or(wire::QueueTab::waiting);
  filter.site = get("site");
  filter.page = get("page");
  filter.author = get("author");
  filter.language = get("lang");
  filter.sentiment = get("sentiment");
  filter.reason = get("reason");
  filter.query = get("q");
  return filter;
}

void select(Model& model, CommentId id, Effects& effects) {
  model.state.queue.selected = id;
  effects.push_back(Focus{"item-" + id.text()});
}

std::size_t place_of_selected(const QueueState& queue) {
  const auto found = std::find_if(queue.items.begin(), queue.items.end(),
                                  [&](const wire::QueueItem& item) { return item.comment.id == queue.selected; });
  return static_cast<std::size_t>(found - queue.items.begin());
}

void step(Model& model, int by, Effects& effects) {
  QueueState& queue = model.state.queue;
  if (queue.items.empty()) return;
  const auto at = static_cast<std::ptrdiff_t>(place_of_selected(queue));
  const auto last = static_cast<std::ptrdiff_t>(queue.items.size()) - 1;
  select(model, queue.items[static_cast<std::size_t>(std::clamp(at + by, std::ptrdiff_t{0}, last))].comment.id,
         effects);
}

void decide(Model& model, wire::DeskAction action, Effects& effects) {
  QueueState& queue = model.state.queue;
  const std::size_t at = place_of_selected(queue);
  if (at >= queue.items.size()) return;
  const wire::QueueItem item = queue.items[at];
  queue.items.erase(queue.items.begin() + static_cast<std::ptrdiff_t>(at));
  wire::Decide decision;
  decision.action = action;
  decision.items.push_back({item.comment.id, item.revision});
  ask(model, effects, {Part::queue, "decide", item.comment.id.text()}, Method::post, "decisions",
      wire::encode(decision));
  queue.selected.reset();
  if (!queue.items.empty()) select(model, queue.items[std::min(at, queue.items.size() - 1)].comment.id, effects);
}

void take_page(Model& model, wire::QueuePage page, Effects& effects) {
  QueueState& queue = model.state.queue;
  queue.load = view::LoadState::loaded;
  queue.items = std::move(page.items);
  queue.next = std::move(page.next);
  queue.counts = std::move(page.counts);
  queue.selected.reset();
  if (!queue.items.empty()) select(model, queue.items.front().comment.id, effects);
}

} // namespace

void enter_queue(Model& model, const Place& place, Effects& effects) {
  QueueState& queue = model.state.queue;
  queue.filter = filter_of(place);
  queue.load = view::LoadState::loading;
  queue.error.reset();
  model.state.screen = view::desk::Screen::queue;
  const std::string url = wire::queue_url(queue.filter, {});
  ask(model, effects, {Part::queue, "page"}, Method::get, url.substr(wire::desk_url("").size()));
}

void press_queue(Model& model, const Verb& verb, Effects& effects) {
  if (verb.name == "select") {
    if (const auto id = CommentId::parse(verb.argument)) select(model, *id, effects);
  } else if (verb.name == "decide") {
    if (const auto action = wire::parse_desk_action(verb.argument)) decide(model, *action, effects);
  }
}

void key_queue(Model& model, const Key& key, Effects& effects) {
  if (key.name == "j") step(model, 1, effects);
  if (key.name == "k") step(model, -1, effects);
  if (key.name == "a") decide(model, wire::DeskAction::approve, effects);
}

void answer_queue(Model& model, const Request& request, const Answer& answer, Effects& effects) {
  if (!is_success(answer)) {
    model.state.queue.error = failure_of(answer);
    return;
  }
  if (request.purpose != "page") return;
  auto page = wire::decode_queue_page(answer.body);
  if (page)
    take_page(model, *std::move(page), effects);
  else
    model.state.queue.error = page.error();
}

} // namespace palabre::widget::desk
