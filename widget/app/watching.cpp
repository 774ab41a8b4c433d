// New comments while the reader is here: asked for now and then, seldom when nothing happens and never when nobody
// looks. Edits and deletions show at once; what is new waits until the reader wants it.
#include <algorithm>
#include <functional>

#include "widget/app/changes.h"

namespace palabre::widget {
namespace {

constexpr Duration shortest = Duration::seconds(20);
constexpr Duration spread = Duration::seconds(10); // so that the readers of a page do not all ask at once
constexpr Duration longest = Duration::seconds(300);
constexpr Duration soon = Duration::seconds(1);
constexpr Duration after_return = Duration::seconds(10); // from the last question
constexpr Duration tolerance = Duration::seconds(1);     // of timers

Duration first_interval(const Model& model) {
  const std::size_t seed = std::hash<std::string>{}(model.config.seed);
  const auto part = static_cast<std::int64_t>(seed % static_cast<std::size_t>(spread.milliseconds));
  return {shortest.milliseconds + part};
}

void ask_after(Model& model, Duration wait, Effects& effects) {
  if (!model.now) return;
  model.watching.due = *model.now + wait;
  effects.push_back(Wake{wait, "watch"});
}

void slow_down(Model& model, std::int64_t tenths) {
  Duration& interval = model.watching.interval;
  interval = {std::min(interval.milliseconds * tenths / 10, longest.milliseconds)};
}

// What the reader has a hand in stays until they are told otherwise.
bool is_kept(const Model& model, const Comment& comment) {
  const view::ThreadState& state = model.state;
  const bool is_public = comment.state == CommentState::published || comment.state == CommentState::hidden ||
                         comment.state == CommentState::deleted;
  if (!is_public || find_own(model, comment.id) != nullptr) return true;
  return state.replying_to == comment.id || state.editing == comment.id ||
         std::any_of(state.pending.begin(), state.pending.end(),
                     [&](const view::PendingComment& one) { return one.parent == comment.id; });
}

std::vector<Comment> waiting_comments(const Model& model) {
  if (!model.watching.latest) return {};
  std::vector<Comment> all = newcomers(model.state.thread, *model.watching.latest);
  all.erase(
      std::remove_if(all.begin(), all.end(), [&](const Comment& one) { return find_own(model, one.id) != nullptr; }),
      all.end());
  return all;
}

// Placeholders come with what is below them, and are no news themselves.
void count_waiting(Model& model, Effects& effects) {
  const std::vector<Comment> all = waiting_comments(model);
  const std::int64_t before = model.state.waiting;
  model.state.waiting = std::count_if(all.begin(), all.end(), [](const Comment& one) {
    return one.state == CommentState::published || one.state == CommentState::hidden;
  });
  if (before > 0 || model.state.waiting == 0) return;
  effects.push_back(Announce{model.state.messages.plural("notice.new", model.state.waiting)});
}

// All that is shown, in one answer; one page has the shortest address, which many readers share.
wire::ThreadQuery query_of_shown(const Model& model) {
  wire::ThreadQuery query = query_of(model);
  std::size_t top_level = 0;
  std::optional<CommentId> last;
  for (const Comment& comment : model.state.thread.comments) {
    if (comment.parent || comment.state == CommentState::held) continue;
    ++top_level;
    last = comment.id;
  }
  if (top_level > thread_page_size) query.through = last;
  return query;
}

void ask(Model& model, Effects& effects) {
  Watching& watching = model.watching;
  watching.due.reset();
  watching.asked = model.now;
  const wire::ThreadQuery query = query_of_shown(model);
  const std::string url = wire::thread_url(query);
  if (url != watching.url) watching.etag.clear();
  watching.url = url;
  fetch_thread(model, {Purpose::watch}, query, effects);
  Fetch& fetch = std::get<Fetch>(effects.back());
  fetch.etag = watching.etag;
  fetch.quiet = true;
}

bool is_busy(const Model& model) {
  const auto waits = [&](Purpose purpose) { return waits_for(model, purpose); };
  return model.state.load != view::LoadState::loaded || waits(Purpose::sort) || waits(Purpose::more) ||
         waits(Purpose::locate) || waits(Purpose::post) || waits(Purpose::edit) || waits(Purpose::remove);
}

} // namespace

void start_watching(Model& model, Effects& effects) {
  Watching& watching = model.watching;
  watching.interval = first_interval(model);
  watching.latest.reset();
  watching.etag.clear();
  watching.version = model.state.thread.version;
  model.state.waiting = 0;
  model.state.fresh.clear();
  ask_after(model, watching.interval, effects);
}

void watch(Model& model, Effects& effects) {
  const Watching& watching = model.watching;
  if (watching.paused || !watching.due || !model.now) return;
  const Duration left = *watching.due - *model.now;
  if (left.milliseconds > tolerance.milliseconds) return ask_after(model, left, effects);
  if (is_busy(model)) return ask_after(model, watching.interval, effects);
  ask(model, effects);
}

void pause_watching(Model& model) {
  model.watching.paused = true;
}

void resume_watching(Model& model, Effects& effects) {
  Watching& watching = model.watching;
  watching.paused = false;
  if (!watching.due || !model.now) return;
  watching.interval = first_interval(model);
  const Duration rest = watching.asked ? *watching.asked + after_return - *model.now : soon;
  ask_after(model, {std::clamp(rest.milliseconds, soon.milliseconds, watching.interval.milliseconds)}, effects);
}

void watch_closely(Model& model, Effects& effects) {
  Watching& watching = model.watching;
  const Duration first = first_interval(model);
  if (watching.interval.milliseconds <= first.milliseconds) return;
  watching.interval = first;
  if (watching.due && model.now && *model.now + first < *watching.due) ask_after(model, first, effects);
}

void distrust_watch(Model& model, Effects& effects) {
  const std::size_t before = model.requests.size();
  for (auto entry = model.requests.begin(); entry != model.requests.end();) {
    entry = entry->second.purpose == Purpose::watch ? model.requests.erase(entry) : std::next(entry);
  }
  if (model.requests.size() != before) ask_after(model, model.watching.interval, effects);
}

void answer_watch(Model& model, const Answered& answer, Effects& effects) {
  Watching& watching = model.watching;
  constexpr int not_modified = 304;
  if (answer.status == not_modified) {
    slow_down(model, 15);
    return ask_after(model, watching.interval, effects);
  }
  Expected<wire::ThreadDocument> document = wire::decode_thread(answer.body);
  if (!is_success(answer) || !document || document->thread.sort != model.state.thread.sort) {
    slow_down(model, 20);
    const std::int64_t asked_to_wait = std::min<std::int64_t>(answer.retry_after_s * 1000, 3'600'000);
    return ask_after(model, {std::max(watching.interval.milliseconds, asked_to_wait)}, effects);
  }
  watching.etag = answer.etag;
  if (document->thread.version == watching.version) {
    slow_down(model, 15);
  } else {
    watching.interval = first_interval(model);
    take_in(model, document->thread, effects);
    watching.latest = std::move(document->thread);
    count_waiting(model, effects);
  }
  ask_after(model, watching.interval, effects);
}

void take_in(Model& model, const ThreadPage& later, Effects& effects) {
  ThreadPage& thread = model.state.thread;
  const std::int64_t total = thread.total;
  take_changes(thread, later, [&](const Comment& one) { return is_kept(model, one); });
  model.watching.version = later.version;
  refresh_rights(model, effects);
  if (thread.total != total) effects.emplace_back(std::in_place_type<Count>, Count{thread.total});
}

void show_new(Model& model, Effects& effects) {
  view::ThreadState& state = model.state;
  const std::vector<Comment> added = waiting_comments(model);
  if (added.empty()) return;
  insert_newcomers(state.thread, *model.watching.latest, added);
  state.waiting = 0;
  state.fresh.clear();
  const Comment* first = nullptr;
  for (const Comment& comment : added) {
    state.fresh.insert(comment.id);
    if (first == nullptr && comment.state != CommentState::deleted) first = &comment;
  }
  if (first == nullptr) first = &added.front();
  unfold_above(model, first->id);
  effects.push_back(Focus{{first->id.text()}});
}

} // namespace palabre::widget
