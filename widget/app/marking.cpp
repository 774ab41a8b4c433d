// Votes and reactions.
#include <algorithm>
#include <utility>

#include "shared/view/marks_view.h"
#include "shared/view/parts.h"
#include "shared/wire/codec_engagement.h"
#include "widget/app/changes.h"

namespace palabre::widget {
namespace {

// Of a comment, or of the page itself; nullptr: it is not there.
MarkTally* tally_of(Model& model, CommentId id) {
  ThreadPage& thread = model.state.thread;
  if (id == view::page_marks_id) return &thread.page_marks;
  for (Comment& comment : thread.comments) {
    if (comment.id == id) return &comment.marks;
  }
  return nullptr;
}

std::int64_t& count_in(MarkTally& tally, const std::string& name) {
  if (name == up_vote) return tally.up;
  if (name == down_vote) return tally.down;
  auto& all = tally.reactions;
  const auto found = std::find_if(all.begin(), all.end(), [&](const ReactionCount& one) { return one.name == name; });
  return found != all.end() ? found->count : all.emplace_back(ReactionCount{name, 0}).count;
}

bool drop(std::vector<std::string>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return false;
  names.erase(found);
  return true;
}

// What takes its place with the other vote; empty: nothing does.
std::string_view rival_of(std::string_view name) {
  return name == up_vote ? down_vote : name == down_vote ? up_vote : "";
}

// Of an action's target that view::parse_mark could read.
std::string_view name_in(std::string_view target) {
  return target.substr(target.find('.') + 1);
}

// Whether the reader has it now. Hidden numbers stay hidden.
bool flip(MarkTally& tally, std::vector<std::string>& mine, const std::string& name) {
  const auto count = [&](const std::string& one, std::int64_t change) {
    const bool hidden = tally.votes_hidden && !rival_of(one).empty();
    if (!hidden) count_in(tally, one) += change;
  };
  if (drop(mine, name)) {
    count(name, -1);
    return false;
  }
  const std::string rival(rival_of(name));
  if (drop(mine, rival)) count(rival, -1);
  mine.push_back(name);
  count(name, 1);
  return true;
}

// A press while the same, or the other vote of the comment, is on its way waits for its answer, so that the server
// hears them in their order.
bool waits_its_turn(Model& model, const view::MarkTarget& mark, const std::string& target) {
  for (auto& [number, request] : model.requests) {
    if (request.purpose != Purpose::mark || request.comment != mark.id) continue;
    if (request.about != target && rival_of(mark.name) != name_in(request.about)) continue;
    request.press_next = request.press_next == target ? std::string() : target;
    return true;
  }
  return false;
}

void fail_mark(Model& model, const Request& request, const Error& error) {
  const CommentId id = *request.comment;
  if (MarkTally* tally = tally_of(model, id)) *tally = request.marks_before;
  model.state.own_marks[id] = request.mine_before;
  if (id == view::page_marks_id) {
    model.state.notice = view::error_text(error, model.state.messages);
  } else {
    model.state.remove_errors[id] = error;
  }
}

} // namespace

void toggle_mark(Model& model, const std::string& target, Effects& effects) {
  const std::optional<view::MarkTarget> mark = view::parse_mark(target);
  MarkTally* tally = mark ? tally_of(model, mark->id) : nullptr;
  if (tally == nullptr || waits_its_turn(model, *mark, target)) return;
  std::vector<std::string>& mine = model.state.own_marks[mark->id];
  model.state.remove_errors.erase(mark->id);
  Request request{Purpose::mark};
  request.comment = mark->id;
  request.about = target;
  request.marks_before = *tally;
  request.mine_before = mine;
  Fetch fetch;
  fetch.method = flip(*tally, mine, mark->name) ? wire::Method::put : wire::Method::del;
  fetch.request = remember_request(model, std::move(request));
  fetch.url = mark->id == view::page_marks_id ? wire::page_mark_url(model.config.site, model.config.page, mark->name)
                                              : wire::mark_url(mark->id, mark->name);
  fetch.token = use_reader_token(model, effects);
  effects.push_back(std::move(fetch));
}

void toggle_marks(Model& model, const std::string& target) {
  const CommentId id = CommentId::parse(target).value_or(view::page_marks_id);
  auto& marking = model.state.marking;
  marking = marking == id ? std::nullopt : std::optional(id);
}

void answer_mark(Model& model, const Request& request, const Answered& answer, Effects& effects) {
  const CommentId id = *request.comment;
  if (!is_success(answer)) return fail_mark(model, request, failure_of(answer));
  Expected<wire::MarkAnswer> marks = wire::decode_mark_answer(answer.body);
  if (!request.press_next.empty()) toggle_mark(model, request.press_next, effects);
  MarkTally* tally = tally_of(model, id);
  // Of several on their way the last one's answer holds them all.
  if (!marks || tally == nullptr || waits_for(model, Purpose::mark, id)) return;
  *tally = std::move(marks->tally);
  model.state.own_marks[id] = std::move(marks->mine);
  effects.push_back(Announce{view::mark_label(model.state, name_in(request.about), *tally)});
}

void take_own_marks(Model& model, const std::vector<wire::OwnMarks>& marks) {
  if (waits_for(model, Purpose::mark)) return;
  model.state.own_marks.clear();
  for (const wire::OwnMarks& one : marks) model.state.own_marks[one.comment.value_or(view::page_marks_id)] = one.names;
}

} // namespace palabre::widget
