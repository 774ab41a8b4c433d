#include "shared/view/moderation_view.h"

#include "shared/view/body_view.h"
#include "shared/view/parts.h"
#include "shared/view/reasons.h"

namespace palabre::view {
namespace {

NodePtr error_view(const std::string& id, const std::optional<Error>& error, const Messages& messages) {
  if (!error) return nullptr;
  return element(Role::alert, {.key = "error", .attributes = {{Attr::id, id}, style("p-error")}},
                 {words(error_text(*error, messages))});
}

NodePtr mask_view(const ThreadState& state, const Messages& messages, const std::string& target, std::string text,
                  Pressable pressable) {
  const Attribute hint{Attr::title, messages.text("comment.mask")};
  if (pressable == Pressable::no) {
    return element(Role::inline_group, {.attributes = {style("p-mask"), hint}}, {words(std::move(text))});
  }
  const State pressed = state.lifted.count(target) != 0 ? State::pressed : State::released;
  return element(Role::toggle,
                 {.attributes = {style("p-mask"), hint},
                  .state = state.interaction == Interaction::forms ? State::none : pressed,
                  .action = {ActionKind::lift, target}},
                 {words(std::move(text))});
}

std::string with_reasons(const Messages& messages, std::string_view key, const Comment& comment) {
  const std::string reasons = reasons_text(messages, comment.reasons);
  return messages.text(key) + (reasons.empty() ? "" : " " + reasons);
}

bool may_appeal(const ThreadState& state, const Comment& comment) {
  const bool kept_back = comment.state == CommentState::held || comment.state == CommentState::hidden;
  return kept_back && state.interaction == Interaction::widget && state.mine.count(comment.id) != 0;
}

NodePtr remark(std::string key, std::string text) {
  return element(Role::inline_group, {.key = std::move(key), .attributes = {style("p-hint p-done")}},
                 {words(std::move(text))});
}

NodePtr flag_choice(const Messages& messages, const std::string& id, wire::FlagReason reason, State state) {
  const std::string name(to_name(reason));
  return button(name, PaintKind::button, messages.text("flag.is_" + name), {ActionKind::flag_as, id + "." + name}, {},
                state);
}

} // namespace

NodePtr comment_body(const ThreadState& state, const Messages& messages, const Comment& comment) {
  const std::string id = comment.id.text();
  const BodyMarks masks{comment.masks, [&](std::string text, std::size_t n, Pressable pressable) {
                          return mask_view(state, messages, id + "." + std::to_string(n), std::move(text), pressable);
                        }};
  return element(Role::group, {.key = "body", .attributes = {style("p-body"), {Attr::text_direction, "auto"}}},
                 body_view(comment.body, &masks));
}

NodePtr hidden_view(const Messages& messages, const Comment& comment, NodePtr body) {
  return element(Role::details, {.key = "hidden", .attributes = {style("p-folded")}},
                 {element(Role::summary, {.key = "why", .attributes = {style("p-notice")}},
                          {words(with_reasons(messages, "comment.hidden", comment))}),
                  std::move(body)});
}

NodePtr held_view(const Messages& messages, const Comment& comment) {
  return element(Role::paragraph, {.key = "notice", .attributes = {style("p-notice")}},
                 {words(with_reasons(messages, "comment.held", comment))});
}

NodePtr flag_control(const ThreadState& state, const Messages& messages, const Comment& comment) {
  const bool senseless = state.interaction == Interaction::forms || comment.state != CommentState::published ||
                         state.mine.count(comment.id) != 0 || state.own.count(comment.id) != 0;
  if (senseless) return nullptr;
  if (state.flagged.count(comment.id) != 0) return remark("flag", messages.text("comment.flagged"));
  const bool open = state.flagging && state.flagging->comment == comment.id;
  return button("flag", PaintKind::quiet_button, messages.text("comment.flag"), {ActionKind::flag, comment.id.text()},
                {{Attr::label, messages.text("comment.flag_of", "name", comment.author.name)}},
                open ? State::expanded : State::collapsed);
}

NodePtr flag_box(const ThreadState& state, const Messages& messages, const Comment& comment) {
  if (!state.flagging || state.flagging->comment != comment.id) return nullptr;
  const std::string id = comment.id.text();
  const std::string question_id = "flag-" + id;
  const State busy = state.flagging->sending ? State::busy : State::none;
  std::vector<NodePtr> choices{element(Role::paragraph,
                                       {.key = "question", .attributes = {{Attr::id, question_id}, style("p-label")}},
                                       {words(messages.text("flag.question"))})};
  for (const wire::FlagReason reason : wire::flag_reasons) choices.push_back(flag_choice(messages, id, reason, busy));
  choices.push_back(
      button("cancel", PaintKind::quiet_button, messages.text("composer.cancel"), {ActionKind::flag, id}));
  choices.push_back(error_view("flag-error-" + id, state.flagging->error, messages));
  return element(Role::group,
                 {.key = "flagging", .attributes = {style("p-flagging"), {Attr::labelled_by, question_id}}},
                 std::move(choices));
}

std::optional<FlagTarget> parse_flag(std::string_view target) {
  const std::size_t dot = target.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const std::optional<CommentId> comment = CommentId::parse(target.substr(0, dot));
  const std::optional<wire::FlagReason> reason = wire::parse_flag_reason(target.substr(dot + 1));
  if (!comment || !reason) return std::nullopt;
  return FlagTarget{*comment, *reason};
}

NodePtr appeal_control(const ThreadState& state, const Messages& messages, const Comment& comment) {
  if (!may_appeal(state, comment)) return nullptr;
  if (state.appealed.count(comment.id) != 0) return remark("appeal", messages.text("appeal.sent"));
  return button("appeal", PaintKind::quiet_button, messages.text("comment.appeal"),
                {ActionKind::appeal, comment.id.text()}, {},
                state.appealing == comment.id ? State::expanded : State::collapsed);
}

NodePtr appeal_box(const ThreadState& state, const Messages& messages, CommentId id) {
  if (state.appealing != id) return nullptr;
  const std::string key = appeal_key(id);
  static const Composer empty;
  const auto found = state.composers.find(key);
  const Composer& composer = found == state.composers.end() ? empty : found->second;
  const std::string field_id = key + "-body";
  const std::string error_id = key + "-error";
  std::vector<Attribute> attributes{{Attr::id, field_id},        style("p-input"),
                                    {Attr::name, "message"},     {Attr::input_kind, "text"},
                                    {Attr::autocomplete, "off"}, {Attr::text_direction, "auto"},
                                    {Attr::max_length, "500"},   {Attr::value, composer.draft.body}};
  if (composer.error) attributes.push_back({Attr::described_by, error_id});
  NodePtr label = element(Role::label, {.attributes = {{Attr::labels, field_id}, style("p-label")}},
                          {words(messages.text("appeal.message"))});
  NodePtr field = element(Role::field, {.attributes = std::move(attributes),
                                        .state = State::required | (composer.error ? State::invalid : State::none),
                                        .action = {ActionKind::edit_field, key + ".body"},
                                        .paint = {PaintKind::field, 0, 0}});
  NodePtr send = button("submit", PaintKind::button, messages.text("appeal.send"), {}, {{Attr::submit, "submit"}},
                        composer.sending ? State::busy : State::none);
  return element(
      Role::form,
      {.key = "composer-" + key,
       .attributes =
           {{Attr::id, key}, style("p-appeal"), {Attr::label, messages.text("comment.appeal")}, {Attr::own_checks, ""}},
       .state = composer.sending ? State::busy : State::none,
       .action = {ActionKind::submit, key}},
      {element(Role::group, {.key = "message", .attributes = {style("p-field")}}, {label, field}), std::move(send),
       button("cancel", PaintKind::quiet_button, messages.text("composer.cancel"), {ActionKind::appeal, id.text()}),
       error_view(error_id, composer.error, messages)});
}

std::string appeal_key(CommentId id) {
  return "appeal-" + id.text();
}

} // namespace palabre::view
