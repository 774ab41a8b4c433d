#include <algorithm>
#include <utility>

#include "shared/wire/codec_desk.h"
#include "shared/wire/desk_routes.h"
#include "widget/staff/parts.h"

namespace palabre::widget::staff {

Request request_about(std::string_view about, std::optional<CommentId> comment) {
  Request request{Purpose::companion};
  request.about = std::string(about);
  request.comment = comment;
  return request;
}

void fetch(Desk& desk, Model& model, Request request, Fetch fetch, Effects& effects) {
  fetch.request = remember_request(model, std::move(request));
  fetch.token = desk.token;
  effects.push_back(std::move(fetch));
}

void ask_queue(Desk& desk, Model& model, Effects& effects) {
  wire::QueueFilter filter;
  filter.tab = wire::QueueTab::held;
  filter.site = model.config.site;
  filter.page = model.config.page;
  Fetch ask;
  ask.url = wire::queue_url(filter, {});
  ask.quiet = true;
  fetch(desk, model, request_about(about_queue), std::move(ask), effects);
}

// Held ones stand where they would if they were published.
void take_item(Desk& desk, Model& model, const wire::QueueItem& item) {
  const CommentId id = item.comment.id;
  if (item.site != model.config.site || item.page != model.config.page) return;
  desk.state.items.insert_or_assign(id, item);
  if (item.comment.state != CommentState::held) return;
  if (find_comment(model.state.thread, id) == nullptr) desk.brought.insert(id);
  keep_held(model, item.comment);
}

void count_waiting(Desk& desk) {
  const auto& items = desk.state.items;
  desk.state.waiting = std::count_if(items.begin(), items.end(),
                                     [](const auto& one) { return one.second.comment.state == CommentState::held; });
}

void take_queue(Desk& desk, Model& model, const Answered& answer) {
  const Expected<wire::QueuePage> page = wire::decode_queue_page(answer.body);
  if (!page) return;
  for (const wire::QueueItem& item : page->items) take_item(desk, model, item);
  desk.state.more = !page->next.empty();
  count_waiting(desk);
  place_held(model);
}

void ask_detail(Desk& desk, Model& model, CommentId id, Effects& effects) {
  Fetch ask;
  ask.url = wire::desk_url("comments/" + id.text());
  fetch(desk, model, request_about(about_detail, id), std::move(ask), effects);
}

bool take_detail(Desk& desk, Model& model, CommentId id, const Answered& answer) {
  const Expected<wire::CommentDetail> detail = wire::decode_comment_detail(answer.body);
  if (!detail || detail->item.comment.id != id) return false;
  take_item(desk, model, detail->item);
  return desk.state.items.count(id) != 0;
}

void show_state(Desk& desk, Model& model, CommentId id, CommentState state) {
  if (const auto item = desk.state.items.find(id); item != desk.state.items.end()) item->second.comment.state = state;
  if (const Comment* shown = find_comment(model.state.thread, id); shown != nullptr) {
    Comment changed = *shown;
    changed.state = state;
    replace_comment(model.state.thread, changed);
    keep_held(model, changed);
  }
  count_waiting(desk);
}

} // namespace palabre::widget::staff
