#include <algorithm>
#include <set>
#include <utility>

#include "shared/view/parts.h"
#include "widget/app/changes.h"

namespace palabre::widget {
namespace {

void append_page(Model& model, ThreadPage page, Effects& effects) {
  ThreadPage& thread = model.state.thread;
  std::set<CommentId> known;
  for (const Comment& comment : thread.comments) known.insert(comment.id);
  std::optional<CommentId> first;
  for (Comment& comment : page.comments) {
    if (!known.insert(comment.id).second) continue;
    if (!first) first = comment.id;
    thread.comments.push_back(std::move(comment));
  }
  thread.next = page.next;
  thread.total = page.total;
  thread.version = page.version;
  place_held(model);
  announce(model, "notice.loaded_more", effects);
  if (first) effects.push_back(Focus{{first->text()}});
}

void fail_load(Model& model, const Request& request, const Error& error, Effects& effects) {
  view::ThreadState& state = model.state;
  const std::string text = view::error_text(error, state.messages);
  switch (request.purpose) {
  case Purpose::more:
    state.loading_more = false;
    state.load_error = error;
    break;
  case Purpose::sort:
    state.thread.sort = request.sort_before;
    state.notice = text;
    break;
  case Purpose::locate:
    if (state.load == view::LoadState::loaded) {
      state.notice = text;
      break;
    }
    [[fallthrough]];
  default:
    state.load = view::LoadState::failed;
    state.load_error = error;
    effects.push_back(Focus{{"heading"}});
    break;
  }
}

} // namespace

wire::ThreadQuery query_of(const Model& model) {
  wire::ThreadQuery query;
  query.site = model.config.site;
  query.page = model.config.page;
  query.sort = model.state.thread.sort;
  return query;
}

void fetch_thread(Model& model, Request request, const wire::ThreadQuery& query, Effects& effects) {
  Fetch fetch;
  fetch.request = remember_request(model, std::move(request));
  fetch.url = wire::thread_url(query);
  effects.push_back(std::move(fetch));
}

// Of several requests for the whole list only the last one's answer is shown.
void drop_requests_for_the_list(Model& model) {
  for (auto entry = model.requests.begin(); entry != model.requests.end();) {
    const Purpose purpose = entry->second.purpose;
    const bool for_list = purpose == Purpose::load || purpose == Purpose::sort || purpose == Purpose::more ||
                          purpose == Purpose::locate || purpose == Purpose::watch;
    entry = for_list ? model.requests.erase(entry) : std::next(entry);
  }
  model.state.loading_more = false;
}

void show_thread(Model& model, ThreadPage thread, Effects& effects) {
  view::ThreadState& state = model.state;
  state.thread = std::move(thread);
  place_held(model);
  state.load = view::LoadState::loaded;
  state.load_error.reset();
  state.notice.clear();
  refresh_rights(model, effects);
  start_watching(model, effects);
  effects.emplace_back(std::in_place_type<Count>, Count{state.thread.total});
}

void load(Model& model, Effects& effects) {
  drop_requests_for_the_list(model);
  model.state.load = view::LoadState::loading;
  model.state.load_error.reset();
  fetch_thread(model, {Purpose::load}, query_of(model), effects);
}

void load_more(Model& model, Effects& effects) {
  view::ThreadState& state = model.state;
  if (!state.thread.next || waits_for(model, Purpose::more) || waits_for(model, Purpose::sort)) return;
  state.loading_more = true;
  state.load_error.reset();
  wire::ThreadQuery query = query_of(model);
  query.after = state.thread.next;
  fetch_thread(model, {Purpose::more}, query, effects);
}

void sort_by(Model& model, std::string_view order, Effects& effects) {
  const std::optional<SortOrder> wished = parse_sort_order(order);
  SortOrder& sort = model.state.thread.sort;
  if (!wished || *wished == sort) return;
  drop_requests_for_the_list(model);
  Request request{Purpose::sort};
  request.sort_before = std::exchange(sort, *wished);
  fetch_thread(model, std::move(request), query_of(model), effects);
}

void answer_load(Model& model, const Request& request, const Answered& answer, Effects& effects) {
  if (!is_success(answer)) return fail_load(model, request, failure_of(answer), effects);
  Expected<wire::ThreadDocument> document = wire::decode_thread(answer.body);
  if (!document) return fail_load(model, request, {ErrorCode::internal, {}, document.error().detail, 0}, effects);
  if (request.purpose == Purpose::more) {
    model.state.loading_more = false;
    append_page(model, std::move(document->thread), effects);
    refresh_rights(model, effects);
    return;
  }
  if (request.purpose == Purpose::locate) return answer_locate(model, request, std::move(document->thread), effects);
  show_thread(model, std::move(document->thread), effects);
  if (request.purpose == Purpose::sort) announce(model, "notice.sorted", effects);
}

} // namespace palabre::widget
