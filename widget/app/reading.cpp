// What a reader does with comments: folds branches, follows links to them, quotes them.
#include <algorithm>

#include "widget/app/changes.h"

namespace palabre::widget {
namespace {

// Behind what is there, with room to go on writing.
void append_quote(std::string& body, std::string_view text) {
  while (!body.empty() && (body.back() == '\n' || body.back() == ' ')) body.pop_back();
  if (!body.empty()) body += "\n\n";
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    body.append(line.empty() ? ">" : "> ").append(line).append("\n");
    text.remove_prefix(std::min(text.size(), line.size() + 1));
  }
  body += "\n";
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blank = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

std::size_t count_top_level(const ThreadPage& thread) {
  return static_cast<std::size_t>(std::count_if(thread.comments.begin(), thread.comments.end(),
                                                [](const Comment& one) { return !one.parent.has_value(); }));
}

// Nothing that is shown goes away for it.
void join(ThreadPage& thread, const ThreadPage& later) {
  const bool further = count_top_level(later) >= count_top_level(thread);
  insert_newcomers(thread, later, newcomers(thread, later));
  if (further) thread.next = later.next;
}

bool point_to(Model& model, CommentId id, Effects& effects) {
  if (find_comment(model.state.thread, id) == nullptr) return false;
  unfold_above(model, id);
  effects.push_back(Point{{id.text()}});
  return true;
}

} // namespace

void toggle_fold(Model& model, CommentId id, Effects&) {
  if (find_comment(model.state.thread, id) == nullptr) return;
  auto& folded = model.state.folded;
  if (folded.erase(id) == 0) folded.insert(id);
}

void unfold_above(Model& model, CommentId id) {
  const Comment* comment = find_comment(model.state.thread, id);
  while (comment != nullptr && comment->parent && !model.state.folded.empty()) {
    model.state.folded.erase(*comment->parent);
    comment = find_comment(model.state.thread, *comment->parent);
  }
}

void locate(Model& model, CommentId id, Effects& effects) {
  if (point_to(model, id, effects) || waits_for(model, Purpose::locate, id)) return;
  drop_requests_for_the_list(model);
  Request request{Purpose::locate};
  request.comment = id;
  wire::ThreadQuery query = query_of(model);
  query.through = id;
  fetch_thread(model, std::move(request), query, effects);
}

void answer_locate(Model& model, const Request& request, ThreadPage thread, Effects& effects) {
  if (model.state.load == view::LoadState::loaded) {
    take_in(model, thread, effects);
    join(model.state.thread, thread);
    place_held(model);
    start_watching(model, effects);
  } else {
    show_thread(model, std::move(thread), effects);
  }
  model.state.notice.clear();
  if (request.comment && point_to(model, *request.comment, effects)) return;
  model.state.notice = model.state.messages.text("notice.not_here");
}

void select_words(Model& model, const Selected& selected) {
  const Comment* comment = selected.comment ? find_comment(model.state.thread, *selected.comment) : nullptr;
  const std::string_view text = trimmed(selected.text);
  const bool some = comment != nullptr && comment->state == CommentState::published && !text.empty();
  model.state.quotable = some ? selected.comment : std::nullopt;
  model.selection = some ? std::string(text) : std::string();
}

void quote(Model& model, CommentId id, Effects& effects) {
  if (model.state.quotable != id) return;
  if (model.state.replying_to != id) toggle_reply(model, id, effects);
  const std::string key = "reply-" + id.text();
  std::string& body = composer_of(model, key).draft.body;
  append_quote(body, model.selection);
  keep_draft(model, key, body, effects);
  model.state.quotable.reset();
  model.selection.clear();
  effects.push_back(Focus{{key + "-body"}});
}

} // namespace palabre::widget
