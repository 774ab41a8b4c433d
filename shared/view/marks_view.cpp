#include "shared/view/marks_view.h"

#include <algorithm>

#include "shared/view/parts.h"

namespace palabre::view {
namespace {

struct Marks {
  const ThreadState& state;
  CommentId id; // page_marks_id: the page itself
  const MarkTally& tally;
  bool own_comment;

  // A closed discussion is read only; its page is not.
  [[nodiscard]] bool is_over() const { return state.thread.closed && id != page_marks_id; }
  [[nodiscard]] bool is_mine(std::string_view name) const {
    const auto found = state.own_marks.find(id);
    return found != state.own_marks.end() &&
           std::find(found->second.begin(), found->second.end(), name) != found->second.end();
  }
};

bool is_vote(std::string_view name) {
  return name == up_vote || name == down_vote;
}

std::int64_t count_of(const MarkTally& tally, std::string_view name) {
  if (name == up_vote) return tally.up;
  if (name == down_vote) return tally.down;
  for (const ReactionCount& one : tally.reactions) {
    if (one.name == name) return one.count;
  }
  return 0;
}

// The number is an element of its own, made anew when it changes: so the painter lights it up.
NodePtr number_of(std::int64_t count) {
  if (count <= 0) return nullptr;
  const std::string text = std::to_string(count);
  return element(Role::inline_group,
                 {.key = "n" + text, .attributes = {style("p-number")}, .paint = {PaintKind::quiet_button, 0, 0}},
                 {words("\u00A0" + text)});
}

NodePtr mark_button(const Marks& marks, std::string_view name, std::string_view symbol) {
  const bool forms = marks.state.interaction == Interaction::forms;
  const std::string target = marks.id.text() + "." + std::string(name);
  State state = marks.is_mine(name) ? State::pressed : State::released;
  if ((marks.own_comment && is_vote(name)) || marks.is_over()) state = state | State::disabled;
  std::vector<Attribute> attributes{style("p-button p-button-quiet p-mark"),
                                    {Attr::label, mark_label(marks.state, name, marks.tally)}};
  if (forms) {
    attributes.insert(attributes.end(), {{Attr::submit, "submit"}, {Attr::name, "mark"}, {Attr::value, target}});
  }
  return element(Role::button,
                 {.key = std::string(name),
                  .attributes = std::move(attributes),
                  .state = state,
                  .action = {ActionKind::mark, target},
                  .paint = {PaintKind::quiet_button, 0, 0}},
                 {element(Role::inline_group, {.key = "symbol"}, {words(std::string(symbol))}),
                  number_of(count_of(marks.tally, name))});
}

void add_reactions(const Marks& marks, const Messages& messages, std::vector<NodePtr>& buttons) {
  const MarkRules& rules = marks.state.thread.marks;
  // There is one row for the page, and room for all of them.
  const bool all = marks.state.interaction == Interaction::forms || marks.id == page_marks_id;
  const bool open = marks.state.marking == marks.id;
  bool more = false;
  for (const Reaction& reaction : rules.reactions) {
    const bool shown = all || open || count_of(marks.tally, reaction.name) > 0 || marks.is_mine(reaction.name);
    more = more || !shown;
    if (shown) buttons.push_back(mark_button(marks, reaction.name, reaction.symbol));
  }
  if (all || (!more && !open) || marks.is_over()) return;
  buttons.push_back(button("more", PaintKind::quiet_button, messages.text("marks.react"),
                           {ActionKind::open_marks, marks.id.text()}, {}, open ? State::expanded : State::collapsed));
}

} // namespace

NodePtr marks_view(const ThreadState& state, const Messages& messages, const Comment* comment) {
  const ThreadPage& thread = state.thread;
  const Marks marks{state, comment != nullptr ? comment->id : page_marks_id,
                    comment != nullptr ? comment->marks : thread.page_marks,
                    comment != nullptr && state.mine.count(comment->id) != 0};
  std::vector<NodePtr> buttons;
  if (comment != nullptr) {
    if (thread.marks.votes != VoteRule::none) buttons.push_back(mark_button(marks, up_vote, "▲"));
    if (thread.marks.votes == VoteRule::up_and_down) buttons.push_back(mark_button(marks, down_vote, "▼"));
  } else if (thread.marks.on_page == Shown::no) {
    return nullptr;
  }
  add_reactions(marks, messages, buttons);
  if (buttons.empty()) return nullptr;
  std::vector<Attribute> attributes{style("p-marks")};
  if (comment == nullptr) attributes = {style("p-marks p-actions"), {Attr::label, messages.text("marks.page")}};
  if (state.interaction == Interaction::forms) {
    attributes.insert(attributes.end(), {{Attr::method, "post"}, {Attr::target_url, own_link(state, "")}});
    return element(Role::form, {.key = "marks", .attributes = std::move(attributes)}, std::move(buttons));
  }
  return element(Role::group, {.key = "marks", .attributes = std::move(attributes)}, std::move(buttons));
}

std::optional<MarkTarget> parse_mark(std::string_view target) {
  const std::size_t dot = target.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const std::string_view id = target.substr(0, dot);
  const auto comment = CommentId::parse(id);
  if (!comment && id != "0") return std::nullopt;
  return MarkTarget{comment.value_or(page_marks_id), std::string(target.substr(dot + 1))};
}

std::string mark_label(const ThreadState& state, std::string_view name, const MarkTally& tally) {
  std::string label;
  if (is_vote(name)) label = state.messages.text(name == up_vote ? "marks.up" : "marks.down");
  for (const Reaction& reaction : state.thread.marks.reactions) {
    if (reaction.name == name) label = reaction.label.empty() ? reaction.symbol : reaction.label;
  }
  const std::int64_t count = count_of(tally, name);
  return count > 0 ? label + ": " + std::to_string(count) : label;
}

} // namespace palabre::view
