#include "shared/view/thread_view.h"

#include <algorithm>

#include "shared/view/composer_view.h"
#include "shared/view/list_view.h"
#include "shared/view/marks_view.h"
#include "shared/view/parts.h"

namespace palabre::view {
namespace {

NodePtr heading(const ThreadState& state, const Messages& messages) {
  const std::int64_t total = state.thread.total;
  const std::string text = total > 0 ? messages.plural("thread.count", total) : messages.text("thread.heading");
  return element(Role::heading,
                 {.key = "heading",
                  .attributes = {{Attr::id, "heading"}, style("p-count"), {Attr::level, "2"}, {Attr::focusable, ""}}},
                 {words(text)});
}

NodePtr sort_option(const ThreadState& state, const Messages& messages, SortOrder order) {
  const std::string name(to_name(order));
  return element(Role::option,
                 {.key = name,
                  .attributes = {{Attr::value, name}},
                  .state = state.thread.sort == order ? State::selected : State::none},
                 {words(messages.text("thread.sort." + name))});
}

// An order by disputes is for where votes go both ways.
bool is_offered(const ThreadState& state, SortOrder order) {
  return order != SortOrder::controversial || state.thread.marks.votes == VoteRule::up_and_down;
}

NodePtr sort_select(const ThreadState& state, const Messages& messages) {
  std::vector<NodePtr> options;
  for (const SortOrder order : sort_orders) {
    if (is_offered(state, order)) options.push_back(sort_option(state, messages, order));
  }
  return element(Role::group, {.key = "sort", .attributes = {style("p-sort")}},
                 {element(Role::label, {.attributes = {{Attr::labels, "sort"}, style("p-label")}},
                          {words(messages.text("thread.sort"))}),
                  element(Role::select,
                          {.attributes = {{Attr::id, "sort"},
                                          style("p-select"),
                                          {Attr::autocomplete, "off"},
                                          {Attr::value, std::string(to_name(state.thread.sort))}},
                           .action = {ActionKind::sort, ""},
                           .paint = {PaintKind::quiet_button, 0, 0}},
                          std::move(options))});
}

NodePtr sort_links(const ThreadState& state, const Messages& messages) {
  std::vector<NodePtr> links;
  for (const SortOrder order : sort_orders) {
    if (!is_offered(state, order)) continue;
    const std::string name(to_name(order));
    links.push_back(
        element(Role::link,
                {.key = name,
                 .attributes = {style("p-button p-button-quiet"), {Attr::href, own_link(state, "sort=" + name)}},
                 .state = state.thread.sort == order ? State::current : State::none},
                {words(messages.text("thread.sort." + name))}));
  }
  return element(Role::group, {.key = "sort", .attributes = {style("p-sort")}}, std::move(links));
}

// Past the composer, for those who go by the keyboard; the host makes it work where browsers do not look for targets.
NodePtr skip_link(const ThreadState& state, const Messages& messages) {
  return element(Role::link,
                 {.key = "skip",
                  .attributes = {style("p-skip"), {Attr::href, "#palabre-" + state.thread.comments.front().id.text()}}},
                 {words(messages.text("thread.skip"))});
}

NodePtr header(const ThreadState& state, const Messages& messages) {
  const bool sortable = state.load == LoadState::loaded && !state.thread.comments.empty();
  NodePtr sort = !sortable                                 ? nullptr
                 : state.interaction == Interaction::forms ? sort_links(state, messages)
                                                           : sort_select(state, messages);
  return element(Role::header, {.key = "header", .attributes = {style("p-header")}},
                 {heading(state, messages), sortable ? skip_link(state, messages) : nullptr, std::move(sort)});
}

NodePtr status(const ThreadState& state) {
  return element(Role::status, {.key = "status", .attributes = {style("p-status")}}, {words(state.notice)});
}

// In no live region: it is announced once, when the first of them came.
NodePtr newcomers(const ThreadState& state, const Messages& messages) {
  if (state.waiting <= 0) return nullptr;
  return element(
      Role::group, {.key = "newcomers", .attributes = {style("p-newcomers")}},
      {element(Role::button, {.key = "show", .attributes = {style("p-show-new")}, .action = {ActionKind::show_new, ""}},
               {words(messages.plural("thread.show_new", state.waiting))})});
}

NodePtr retry_button(const Messages& messages, ActionKind kind) {
  return button("retry", PaintKind::button, messages.text("thread.retry"), {kind, ""});
}

NodePtr failure(const ThreadState& state, const Messages& messages) {
  const Error error = state.load_error.value_or(Error{});
  return element(Role::alert, {.key = "failure", .attributes = {style("p-error")}},
                 {element(Role::paragraph, {.key = "what"}, {words(messages.text("thread.failed"))}),
                  element(Role::paragraph, {.key = "why"}, {words(error_text(error, messages))}),
                  retry_button(messages, ActionKind::retry)});
}

NodePtr remark(std::string key, std::string_view names, std::string text) {
  return element(Role::paragraph, {.key = std::move(key), .attributes = {style(names)}}, {words(std::move(text))});
}

NodePtr more(const ThreadState& state, const Messages& messages) {
  if (!state.thread.next) return nullptr;
  NodePtr control;
  if (state.interaction == Interaction::forms) {
    const std::string query = "sort=" + std::string(to_name(state.thread.sort)) + "&after=" + state.thread.next->text();
    control =
        element(Role::link, {.key = "more", .attributes = {style("p-button"), {Attr::href, own_link(state, query)}}},
                {words(messages.text("thread.more"))});
  } else {
    const std::string_view text = state.loading_more ? "thread.loading_more" : "thread.more";
    control = button("more", PaintKind::button, messages.text(text), {ActionKind::load_more, ""}, {},
                     state.loading_more ? State::busy : State::none);
  }
  NodePtr error = state.load_error ? element(Role::alert, {.key = "error", .attributes = {style("p-error")}},
                                             {words(error_text(*state.load_error, messages))})
                                   : nullptr;
  return element(Role::footer, {.key = "more", .attributes = {style("p-more")}},
                 {std::move(error), std::move(control)});
}

// In place of the composer.
NodePtr closed_view(const Messages& messages) {
  return remark("closed", "p-empty", messages.text(error_info(ErrorCode::thread_closed).message_key));
}

bool is_listed(const ThreadState& state, const std::optional<CommentId>& id) {
  const auto& comments = state.thread.comments;
  return id && std::any_of(comments.begin(), comments.end(), [&](const Comment& one) { return one.id == *id; });
}

std::vector<NodePtr> loaded_parts(const ThreadState& state, const Messages& messages, ViewCache* cache,
                                  Changed changed) {
  const bool replying_in_place = state.interaction == Interaction::forms && is_listed(state, state.replying_to);
  NodePtr composer = state.thread.closed ? closed_view(messages)
                     : replying_in_place ? nullptr
                                         : composer_view(state, messages, {});
  NodePtr list = list_view(state, messages, cache, changed);
  if (!list) list = remark("empty", "p-empty", messages.text("thread.empty"));
  NodePtr added = state.additions != nullptr ? state.additions->head(messages) : nullptr;
  return {marks_view(state, messages, nullptr), header(state, messages), status(state),   std::move(added),
          newcomers(state, messages),           std::move(composer),     std::move(list), more(state, messages)};
}

} // namespace

NodePtr thread_view(const ThreadState& state, ViewCache* cache, Changed changed) {
  const Messages& messages = state.messages;
  std::vector<NodePtr> parts;
  State busy = State::none;
  switch (state.load) {
  case LoadState::loaded: parts = loaded_parts(state, messages, cache, changed); break;
  case LoadState::loading:
    parts = {header(state, messages), status(state), remark("loading", "p-loading", messages.text("thread.loading"))};
    busy = State::busy;
    break;
  case LoadState::failed: parts = {header(state, messages), status(state), failure(state, messages)}; break;
  }
  return element(Role::section,
                 {.key = "thread",
                  .attributes = {{Attr::id, "thread"},
                                 style("p-thread"),
                                 {Attr::labelled_by, "heading"},
                                 {Attr::language, std::string(to_name(messages.language()))},
                                 {Attr::text_direction, std::string(direction_of(messages.language()))}},
                  .state = busy},
                 std::move(parts));
}

ThreadState first_state(ThreadPage thread, Messages messages) {
  ThreadState state;
  state.messages = std::move(messages);
  state.thread = std::move(thread);
  return state;
}

} // namespace palabre::view
