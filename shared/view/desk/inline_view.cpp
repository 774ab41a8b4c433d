#include "shared/view/desk/inline_view.h"

#include <functional>
#include <vector>

#include "shared/view/desk/views.h"
#include "shared/view/reasons.h"

namespace palabre::view::desk {
namespace {

using wire::DeskAction;

std::string text(const Messages& messages, std::string_view key, std::string_view part = {}) {
  return messages.text("desk.inline_" + std::string(key) + std::string(part));
}

NodePtr line(std::string key, std::string_view names, std::string said) {
  return element(Role::paragraph, {.key = std::move(key), .attributes = {style(names)}}, {words(std::move(said))});
}

NodePtr link(std::string key, std::string said, std::string address) {
  return element(Role::link,
                 {.key = std::move(key), .attributes = {style("p-staff-link"), {Attr::href, std::move(address)}}},
                 {words(std::move(said))});
}

// "as Zoé", with the name set apart from the words around it whatever script it is in.
NodePtr signed_line(const Messages& messages, const InlineState& state) {
  const bool decides = may(state.role, MemberRole::moderator);
  const std::string said = text(messages, decides ? "as" : "as_analyst");
  constexpr std::string_view place = "{name}";
  const std::size_t at = std::min(said.find(place), said.size());
  NodePtr name = element(Role::strong, {.attributes = {{Attr::text_direction, "auto"}}}, {words(state.name)});
  return element(Role::paragraph, {.key = "who", .attributes = {style("p-staff-who")}},
                 {words(said.substr(0, at)), std::move(name),
                  words(at < said.size() ? said.substr(at + place.size()) : std::string())});
}

// The words that a reason is about; empty: it is about all of them, or none.
std::string quoted(const rules::Reason& reason, const Comment& comment) {
  const std::string& field = reason.field == rules::Field::name      ? comment.author.name
                             : reason.field == rules::Field::website ? comment.author.website
                                                                     : comment.body;
  constexpr std::size_t most = 200; // bytes: a mark, not the comment once more
  if (reason.begin >= reason.end || reason.end > field.size() || reason.end - reason.begin > most) return {};
  return field.substr(reason.begin, reason.end - reason.begin);
}

NodePtr reason_item(const Messages& messages, const rules::Reason& reason, const Comment& comment) {
  const std::string marked = quoted(reason, comment);
  NodePtr mark =
      marked.empty() ? nullptr : element(Role::mark, {.attributes = {{Attr::text_direction, "auto"}}}, {words(marked)});
  const std::string said = reason_text(messages, reason.rule, reason.count);
  return element(Role::list_item, {}, {words(marked.empty() ? said : said + " "), std::move(mark)});
}

NodePtr reasons_of(const Messages& messages, const wire::QueueItem& item) {
  std::vector<NodePtr> all;
  if (item.flags > 0) {
    all.push_back(element(Role::list_item, {}, {words(messages.plural("desk.inline_flags", item.flags))}));
  }
  if (item.appealed) all.push_back(element(Role::list_item, {}, {words(text(messages, "appealed"))}));
  for (const rules::Reason& reason : item.verdict.reasons) {
    all.push_back(reason_item(messages, reason, item.comment));
  }
  if (item.newcomer) all.push_back(element(Role::list_item, {}, {words(text(messages, "newcomer"))}));
  if (all.empty()) return nullptr;
  return element(Role::bullet_list, {.key = "why", .attributes = {style("p-staff-why")}}, std::move(all));
}

const wire::QueueItem* item_of(const InlineState& state, CommentId id) {
  const auto found = state.items.find(id);
  return found == state.items.end() ? nullptr : &found->second;
}

// Whether the decision would change how the comment stands, or close a case.
bool is_offered(DeskAction action, const Comment& comment, const wire::QueueItem* item) {
  const bool asked = item != nullptr && (item->flags > 0 || item->appealed);
  return wire::state_after(action) != comment.state || (action == DeskAction::approve && asked);
}

NodePtr decision_buttons(const InlineState& state, const Messages& messages, const Comment& comment) {
  if (!may(state.role, MemberRole::moderator)) return nullptr;
  const wire::QueueItem* item = item_of(state, comment.id);
  std::vector<NodePtr> all;
  for (const DeskAction action : wire::desk_actions) {
    if (!is_offered(action, comment, item)) continue;
    const std::string name(to_name(action));
    const bool first = action == DeskAction::approve && comment.state == CommentState::held;
    all.push_back(press(name, first ? PaintKind::primary_button : PaintKind::button, text(messages, name),
                        inline_target(name, comment.id)));
  }
  return element(Role::group, {.key = "decide", .attributes = {style("p-staff-row")}}, std::move(all));
}

NodePtr question_view(const InlineState& state, const Messages& messages, CommentId id) {
  const bool hides = state.question->action == DeskAction::hide;
  return element(
      Role::group, {.key = "question", .attributes = {style("p-staff-row")}},
      {element(Role::alert, {.key = "words", .attributes = {style("p-staff-line")}},
               {words(text(messages, hides ? "criticism_hide" : "criticism"))}),
       press("insist", PaintKind::button, text(messages, "insist"), inline_target(inline_verb::insist, id)),
       press("relent", PaintKind::primary_button, text(messages, "relent"), inline_target(inline_verb::relent, id))});
}

NodePtr step_view(const InlineStep& step, const Messages& messages, CommentId id) {
  const State busy = step.stage == InlineStage::undoing ? State::busy : State::none;
  return element(
      Role::group, {.key = "step", .attributes = {style("p-staff-row")}},
      {line("words", "p-staff-line", text(messages, "done_", to_name(step.action))),
       press("undo", PaintKind::button, messages.text("desk.undo"), inline_target(inline_verb::undo, id), {}, busy)});
}

NodePtr trouble_of(const InlineState& state, CommentId id) {
  const auto found = state.troubles.find(id);
  if (found == state.troubles.end()) return nullptr;
  return element(Role::alert, {.key = "trouble", .attributes = {style("p-error")}}, {words(found->second)});
}

bool is_open(const InlineState& state, const Comment& comment) {
  return comment.state == CommentState::held || state.open == comment.id || state.steps.count(comment.id) != 0 ||
         state.troubles.count(comment.id) != 0;
}

std::string item_address(const InlineState& state, CommentId id) {
  return state.desk + "#/queue?tab=all&item=" + id.text();
}

std::vector<NodePtr> box_parts(const InlineState& state, const Messages& messages, const Comment& comment) {
  const auto step = state.steps.find(comment.id);
  if (step != state.steps.end()) return {step_view(step->second, messages, comment.id)};
  const wire::QueueItem* item = item_of(state, comment.id);
  const bool asks = state.question && state.question->comment == comment.id;
  return {line("state", "p-staff-line", text(messages, "state_", to_name(comment.state))),
          item != nullptr ? reasons_of(messages, *item) : nullptr,
          asks ? question_view(state, messages, comment.id) : decision_buttons(state, messages, comment),
          link("desk", text(messages, "open_item"), item_address(state, comment.id))};
}

std::size_t mixed(std::size_t seed, std::size_t value) {
  return seed ^ (value + 0x9e3779b9u + (seed << 6) + (seed >> 2));
}

} // namespace

std::string inline_target(std::string_view verb, CommentId comment) {
  return std::string(verb) + "." + comment.text();
}

NodePtr inline_head(const InlineState& state, const Messages& messages) {
  const std::string waits =
      state.waiting > 0 ? messages.plural("desk.inline_waiting", state.waiting) : text(messages, "waiting_none");
  return element(Role::group,
                 {.key = "staff", .attributes = {style("p-staff-head"), {Attr::label, text(messages, "head")}}},
                 {signed_line(messages, state), line("waits", "p-staff-waits", waits),
                  link("desk", text(messages, state.more ? "more" : "desk"), state.desk),
                  press("stop", PaintKind::quiet_button, text(messages, "stop"), std::string(inline_verb::stop))});
}

NodePtr inline_control(const InlineState& state, const Messages& messages, const Comment& comment) {
  if (comment.state == CommentState::held || comment.state == CommentState::deleted) return nullptr;
  const bool unfolded = state.open == comment.id;
  return press("staff", PaintKind::quiet_button, text(messages, "moderate"),
               inline_target(inline_verb::toggle, comment.id),
               {{Attr::label, messages.text("desk.inline_moderate_of", "name", comment.author.name)}},
               unfolded ? State::expanded : State::collapsed);
}

NodePtr inline_box(const InlineState& state, const Messages& messages, const Comment& comment) {
  if (!is_open(state, comment)) return nullptr;
  std::vector<NodePtr> parts = box_parts(state, messages, comment);
  parts.push_back(trouble_of(state, comment.id));
  return element(
      Role::group,
      {.key = "staff-box",
       .attributes = {style("p-staff"), {Attr::label, messages.text("desk.inline_box", "name", comment.author.name)}}},
      std::move(parts));
}

std::size_t inline_fingerprint(const InlineState& state, CommentId comment) {
  std::size_t seed = static_cast<std::size_t>(state.role) + (state.open == comment ? 8 : 0);
  if (const wire::QueueItem* item = item_of(state, comment); item != nullptr) {
    seed = mixed(seed, static_cast<std::size_t>(item->revision) + 1);
    seed = mixed(seed, item->flags + (item->appealed ? 1000 : 0));
  }
  if (const auto step = state.steps.find(comment); step != state.steps.end()) {
    seed = mixed(seed,
                 16 + static_cast<std::size_t>(step->second.action) * 4 + static_cast<std::size_t>(step->second.stage));
  }
  if (const auto trouble = state.troubles.find(comment); trouble != state.troubles.end()) {
    seed = mixed(seed, std::hash<std::string>{}(trouble->second));
  }
  if (state.question && state.question->comment == comment) {
    seed = mixed(seed, 64 + static_cast<std::size_t>(state.question->action));
  }
  return seed;
}

} // namespace palabre::view::desk
