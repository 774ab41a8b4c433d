#include "shared/view/comment_view.h"

#include <algorithm>

#include "shared/text/markdown.h"
#include "shared/view/body_view.h"
#include "shared/view/composer_view.h"
#include "shared/view/dates.h"
#include "shared/view/marks_view.h"
#include "shared/view/moderation_view.h"
#include "shared/view/parts.h"
#include "shared/view/styles.h"
#include "shared/wire/routes.h"

namespace palabre::view {
namespace {

constexpr std::uint32_t hue_count = 12;

// FNV-1a: the same name has the same colour everywhere and for ever.
std::uint32_t seed_of(std::string_view name) {
  std::uint32_t hash = 2166136261u;
  for (const char byte : name) hash = (hash ^ static_cast<unsigned char>(byte)) * 16777619u;
  return hash;
}

NodePtr avatar_of(const std::string& name) {
  const std::uint32_t seed = seed_of(name);
  return element(Role::avatar, {.key = "avatar",
                                .attributes = {style("p-avatar p-hue-" + std::to_string(seed % hue_count))},
                                .paint = {PaintKind::avatar, 0, seed}});
}

NodePtr name_of(const Author& author, const std::string& id) {
  NodePtr name = words(author.name);
  if (text::is_web_address(author.website)) {
    name =
        element(Role::link, {.attributes = {{Attr::href, author.website}, {Attr::rel, std::string(foreign_link_rel)}}},
                {std::move(name)});
  }
  std::vector<Attribute> attributes{style("p-name"), {Attr::level, "3"}, {Attr::text_direction, "auto"}};
  if (!id.empty()) attributes.insert(attributes.begin(), {Attr::id, id});
  return element(Role::heading, {.key = "name", .attributes = std::move(attributes)}, {std::move(name)});
}

NodePtr time_of(Instant instant, const Messages& messages) {
  return element(Role::time, {.attributes = {{Attr::datetime, to_rfc3339(instant)}}},
                 {words(date_in_words(instant, messages))});
}

// The exact time belongs to the link, which a keyboard reaches.
NodePtr permalink(const Comment& comment, const Messages& messages) {
  return element(Role::link,
                 {.key = "time",
                  .attributes = {style("p-time"),
                                 {Attr::href, "#palabre-" + comment.id.text()},
                                 {Attr::title, date_and_time_in_words(comment.created, messages)}}},
                 {time_of(comment.created, messages)});
}

NodePtr edited_of(const Comment& comment, const Messages& messages) {
  if (!comment.edited) return nullptr;
  return element(Role::inline_group,
                 {.key = "edited",
                  .attributes = {style("p-edited"), {Attr::title, date_and_time_in_words(*comment.edited, messages)}}},
                 {words(messages.text("comment.edited") + " "), time_of(*comment.edited, messages)});
}

NodePtr new_mark(const ThreadState& state, const Comment& comment, const Messages& messages) {
  if (state.fresh.count(comment.id) == 0) return nullptr;
  return element(Role::inline_group, {.key = "new", .attributes = {style("p-new")}},
                 {words(messages.text("comment.new"))});
}

// Said in words; what it takes is in the title.
NodePtr remark(const Messages& messages, const std::string& key, std::string_view style_names) {
  std::vector<Attribute> attributes{style(style_names)};
  if (messages.knows(key + ".why")) attributes.push_back({Attr::title, messages.text(key + ".why")});
  return element(Role::inline_group, {.key = key, .attributes = std::move(attributes)}, {words(messages.text(key))});
}

void append_remarks(std::vector<NodePtr>& parts, const Messages& messages, const Comment& comment) {
  for (const Badge badge : comment.badges) {
    parts.push_back(
        remark(messages, "badge." + std::string(to_name(badge)), badge == Badge::staff ? "p-new" : "p-hint"));
  }
  if (comment.question != QuestionState::none) {
    parts.push_back(remark(messages, "comment." + std::string(to_name(comment.question)), "p-hint"));
  }
}

NodePtr meta(const ThreadState& state, const Comment& comment, const Messages& messages) {
  std::vector<NodePtr> parts{name_of(comment.author, comment.id.text() + "-name")};
  append_remarks(parts, messages, comment);
  parts.push_back(permalink(comment, messages));
  parts.push_back(edited_of(comment, messages));
  parts.push_back(new_mark(state, comment, messages));
  return element(Role::header, {.key = "meta", .attributes = {style("p-meta")}}, std::move(parts));
}

NodePtr body_of(const std::string& body) {
  return element(Role::group, {.key = "body", .attributes = {style("p-body"), {Attr::text_direction, "auto"}}},
                 body_view(body));
}

// A poll that a member put into the comment. The words lead to its own page; where there is script, its module fills
// the place (web/src/engage/slots.ts) and nothing here looks into it.
NodePtr poll_slot(const ThreadState& state, const Comment& comment) {
  if (!comment.poll) return nullptr;
  const std::string id = comment.poll->text();
  NodePtr link;
  if (state.interaction == Interaction::forms) {
    const std::string address = "/p/" + wire::percent_encode(state.thread.site) + "/" + id;
    link = element(Role::link, {.attributes = {{Attr::href, address}}}, {words(state.messages.text("comment.poll"))});
  }
  return element(Role::group, {.key = "poll", .attributes = {style("p-slot p-poll-" + id)}}, {std::move(link)});
}

NodePtr welcome_of(const ThreadState& state, const Messages& messages, const Comment& comment) {
  return state.welcome && state.welcome->comment == comment.id ? welcome_view(state, messages) : nullptr;
}

NodePtr notice(std::string text) {
  return element(Role::paragraph, {.key = "notice", .attributes = {style("p-notice")}}, {words(std::move(text))});
}

NodePtr reply_control(const ThreadState& state, const Messages& messages, const Comment& comment) {
  const std::string id = comment.id.text();
  const std::string_view label_key =
      has_draft(state, {ComposerKind::reply, comment.id}) ? "comment.reply_to.begun" : "comment.reply_to";
  const Attribute label{Attr::label, messages.text(label_key, "name", comment.author.name)};
  if (state.interaction == Interaction::forms) {
    return element(Role::link,
                   {.key = "reply",
                    .attributes = {style("p-button p-button-quiet"),
                                   label,
                                   {Attr::href, own_link(state, "reply=" + id) + "#palabre-" + id},
                                   {Attr::rel, "nofollow"}},
                    .paint = {PaintKind::quiet_button, 0, 0}},
                   {words(messages.text("comment.reply"))});
  }
  const State open = state.replying_to == comment.id ? State::expanded : State::collapsed;
  const bool begun = has_draft(state, {ComposerKind::reply, comment.id});
  return button("reply", PaintKind::quiet_button, messages.text(begun ? "comment.reply.begun" : "comment.reply"),
                {ActionKind::reply, id}, {label}, open);
}

NodePtr quote_button(const ThreadState& state, const Messages& messages, const Comment& comment) {
  if (state.quotable != comment.id) return nullptr;
  return button("quote", PaintKind::quiet_button, messages.text("comment.quote"),
                {ActionKind::quote, comment.id.text()});
}

NodePtr fold_button(const ThreadState& state, const Messages& messages, const Comment& comment, std::size_t below) {
  if (below == 0 || state.interaction == Interaction::forms) return nullptr;
  const bool folded = state.folded.count(comment.id) != 0;
  return button(
      "fold", PaintKind::quiet_button,
      messages.plural(folded ? "comment.show_replies" : "comment.hide_replies", static_cast<std::int64_t>(below)),
      {ActionKind::fold, comment.id.text()}, {}, folded ? State::collapsed : State::expanded);
}

NodePtr actions_with(std::vector<NodePtr> controls) {
  const bool none = std::all_of(controls.begin(), controls.end(), [](const NodePtr& one) { return one == nullptr; });
  if (none) return nullptr;
  return element(Role::footer, {.key = "actions", .attributes = {style("p-actions")}}, std::move(controls));
}

NodePtr actions_of(const ThreadState& state, const Messages& messages, const Comment& comment, std::size_t below) {
  const std::string id = comment.id.text();
  std::vector<NodePtr> controls;
  if (comment.state == CommentState::published) controls.push_back(marks_view(state, messages, &comment));
  if (comment.state == CommentState::published && !state.thread.closed) {
    controls.push_back(reply_control(state, messages, comment));
    controls.push_back(quote_button(state, messages, comment));
  }
  if (state.own.count(comment.id) != 0) {
    const bool begun = has_draft(state, {ComposerKind::edit, comment.id});
    controls.push_back(button("edit", PaintKind::quiet_button,
                              messages.text(begun ? "comment.edit.begun" : "comment.edit"), {ActionKind::edit, id}));
    controls.push_back(
        button("delete", PaintKind::quiet_button, messages.text("comment.delete"), {ActionKind::remove, id}));
  }
  if (state.additions != nullptr) controls.push_back(state.additions->control(messages, comment));
  controls.push_back(appeal_control(state, messages, comment));
  controls.push_back(fold_button(state, messages, comment, below));
  controls.push_back(flag_control(state, messages, comment));
  return actions_with(std::move(controls));
}

NodePtr removal_error(const ThreadState& state, const Messages& messages, const Comment& comment) {
  const auto error = state.remove_errors.find(comment.id);
  if (error == state.remove_errors.end()) return nullptr;
  return element(Role::alert, {.key = "error", .attributes = {style("p-error")}},
                 {words(error_text(error->second, messages))});
}

bool is_leaving(const ThreadState& state, const Comment& comment) {
  return state.leaving.count(comment.id) != 0;
}

// In place of what was deleted a moment ago.
NodePtr undo_view(const ThreadState& state, const Messages& messages, const Comment& comment) {
  const bool undoable = state.leaving.at(comment.id) == Leaving::undoable;
  return element(Role::group, {.key = "undo", .attributes = {style("p-undo")}},
                 {notice(messages.text("comment.deleted.own")),
                  button("undo", PaintKind::button, messages.text("comment.undo"),
                         {ActionKind::undo_remove, comment.id.text()}, {}, undoable ? State::none : State::busy)});
}

NodePtr added_box(const ThreadState& state, const Messages& messages, const Comment& comment) {
  return state.additions != nullptr ? state.additions->box(messages, comment) : nullptr;
}

std::vector<NodePtr> card_parts(const ThreadState& state, const Messages& messages, const Comment& comment,
                                std::size_t below) {
  if (is_leaving(state, comment)) {
    return {undo_view(state, messages, comment), actions_with({fold_button(state, messages, comment, below)})};
  }
  if (comment.state == CommentState::deleted) {
    return {notice(messages.text("comment.deleted")), added_box(state, messages, comment),
            actions_with({fold_button(state, messages, comment, below)})};
  }
  std::vector<NodePtr> parts{avatar_of(comment.author.name), meta(state, comment, messages)};
  // A moderator reads the reasons elsewhere.
  if (comment.state == CommentState::held && state.additions == nullptr) parts.push_back(held_view(messages, comment));
  if (state.editing == comment.id) {
    parts.push_back(composer_view(state, messages, {ComposerKind::edit, comment.id}));
    return parts;
  }
  NodePtr body = comment_body(state, messages, comment);
  const bool hidden = comment.state == CommentState::hidden;
  parts.push_back(hidden ? hidden_view(messages, comment, std::move(body)) : std::move(body));
  if (comment.state == CommentState::published) parts.push_back(poll_slot(state, comment));
  parts.push_back(removal_error(state, messages, comment));
  parts.push_back(actions_of(state, messages, comment, below));
  parts.push_back(added_box(state, messages, comment));
  parts.push_back(flag_box(state, messages, comment));
  parts.push_back(appeal_box(state, messages, comment.id));
  parts.push_back(welcome_of(state, messages, comment));
  return parts;
}

NodePtr card(std::vector<NodePtr> parts, PaintKind ground) {
  return element(Role::group, {.key = "card", .attributes = {style("p-card")}, .paint = {ground, 0, 0}},
                 std::move(parts));
}

// Only its author sees it so far.
PaintKind ground_of(CommentState state) {
  return state == CommentState::held ? PaintKind::highlight : PaintKind::card;
}

std::string article_style(unsigned depth) {
  return "p-comment p-depth-" + std::to_string(std::min(depth, deepest_style));
}

std::string_view state_style(CommentState state) {
  switch (state) {
  case CommentState::held: return " p-held";
  case CommentState::hidden: return " p-hidden";
  case CommentState::published:
  case CommentState::deleted:
  case CommentState::spam:
  case CommentState::removed: return "";
  }
  return "";
}

} // namespace

NodePtr comment_view(const ThreadState& state, const Messages& messages, const Comment& comment, Standing standing,
                     std::vector<NodePtr> replies) {
  const std::string id = comment.id.text();
  const bool gone = comment.state == CommentState::deleted || is_leaving(state, comment);
  std::string names = article_style(standing.depth);
  names += gone ? " p-deleted" : state_style(comment.state);
  if (state.own.count(comment.id) != 0) names += " p-own";
  std::vector<Attribute> attributes{{Attr::id, id}, style(names), {Attr::focusable, ""}};
  if (!gone) attributes.push_back({Attr::labelled_by, id + "-name"});

  const bool replying = state.replying_to == comment.id && !state.thread.closed;
  NodePtr composer = replying ? composer_view(state, messages, {ComposerKind::reply, comment.id}) : nullptr;
  NodePtr below = replies.empty() ? nullptr
                                  : element(Role::group,
                                            {.key = "replies",
                                             .attributes = {style("p-replies")},
                                             .state = state.folded.count(comment.id) != 0 ? State::hidden : State::none,
                                             .paint = {PaintKind::thread_line, 0, 0}},
                                            std::move(replies));
  return element(Role::article, {.key = "c" + id, .attributes = std::move(attributes)},
                 {card(card_parts(state, messages, comment, standing.below), ground_of(comment.state)),
                  std::move(composer), std::move(below)});
}

NodePtr welcome_view(const ThreadState& state, const Messages& messages) {
  std::vector<NodePtr> parts = body_view(state.welcome->text);
  if (state.interaction == Interaction::widget) {
    parts.push_back(
        button("close", PaintKind::quiet_button, messages.text("welcome.close"), {ActionKind::dismiss, {}}));
  }
  return element(Role::group,
                 {.key = "welcome", .attributes = {style("p-welcome p-body")}, .paint = {PaintKind::highlight, 0, 0}},
                 std::move(parts));
}

NodePtr pending_view(const Messages& messages, const PendingComment& pending, unsigned depth) {
  NodePtr sending = element(Role::inline_group, {.key = "sending", .attributes = {style("p-time")}},
                            {words(messages.text("comment.sending"))});
  NodePtr head = element(Role::header, {.key = "meta", .attributes = {style("p-meta")}},
                         {name_of(pending.author, ""), std::move(sending)});
  return element(
      Role::article,
      {.key = "pending-" + pending.key,
       .attributes = {style(article_style(depth) + " p-pending")},
       .state = State::busy},
      {card({avatar_of(pending.author.name), std::move(head), body_of(pending.body)}, PaintKind::highlight)});
}

} // namespace palabre::view
