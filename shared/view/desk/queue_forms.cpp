// What can be written beside an item: an answer in the page, and a ban with its reason.
#include <algorithm>
#include <array>

#include "shared/rules/signature.h"
#include "shared/view/desk/queue_parts.h"

namespace palabre::view::desk {
namespace {

using wire::BanEffect;
using wire::BanSubject;

NodePtr radio(const DeskState& desk, const std::string& group, const std::string& value, bool checked, bool possible) {
  const std::string id = group + "-" + value;
  return element(Role::group, {.key = id, .attributes = {style("d-choice")}},
                 {element(Role::field, {.attributes = {{Attr::id, id},
                                                       style("d-radio"),
                                                       {Attr::input_kind, "radio"},
                                                       {Attr::name, group},
                                                       {Attr::value, value}},
                                        .state = (checked ? State::checked : State::none) |
                                                 (possible ? State::none : State::disabled),
                                        .action = {ActionKind::desk_field, "ban." + group + "." + value}}),
                  element(Role::label, {.attributes = {{Attr::labels, id}}}, {words(say(desk, group + "_" + value))})});
}

NodePtr radios(const DeskState& desk, const std::string& group, std::vector<NodePtr> all) {
  all.insert(all.begin(), element(Role::legend, {}, {words(say(desk, group))}));
  return element(Role::field_set, {.key = group, .attributes = {style("d-fieldset")}}, std::move(all));
}

struct Span {
  std::int64_t hours;
  const char* key;
};
constexpr std::array<Span, 5> spans{
    {{24, "hours_day"}, {24 * 7, "hours_week"}, {24 * 30, "hours_month"}, {24 * 365, "hours_year"}, {0, "hours_ever"}}};

NodePtr duration(const DeskState& desk, std::int64_t hours) {
  std::vector<NodePtr> options;
  for (const Span& span : spans) {
    options.push_back(element(Role::option,
                              {.key = span.key,
                               .attributes = {{Attr::value, std::to_string(span.hours)}},
                               .state = span.hours == hours ? State::selected : State::none},
                              {words(say(desk, span.key))}));
  }
  return element(
      Role::group, {.key = "hours", .attributes = {style("d-labelled")}},
      {element(Role::label, {.attributes = {{Attr::labels, "ban-hours"}}}, {words(say(desk, "hours"))}),
       element(Role::select,
               {.attributes = {{Attr::id, "ban-hours"}, style("p-select"), {Attr::value, std::to_string(hours)}},
                .action = {ActionKind::desk_field, "ban.hours"}},
               std::move(options))});
}

NodePtr foot(const DeskState& desk, const char* submit, const char* cancel, bool sending) {
  return element(Role::group, {.key = "foot", .attributes = {style("d-toolbar")}},
                 {button("submit", PaintKind::primary_button, say(desk, submit), {}, {{Attr::submit, "submit"}},
                         sending ? State::busy : State::none),
                  press("cancel", PaintKind::quiet_button, say(desk, "cancel"), cancel)});
}

// "2 hours ago".
std::string ago(const DeskState& desk, Instant then) {
  const std::int64_t minutes = std::max<std::int64_t>((desk.now - then).milliseconds / 60'000, 1);
  if (minutes < 60) return desk.messages.plural("desk.ago_minutes", minutes);
  if (minutes < 24 * 60) return desk.messages.plural("desk.ago_hours", minutes / 60);
  return desk.messages.plural("desk.ago_days", minutes / (24 * 60));
}

NodePtr similar_question(const DeskState& desk, const ReplyDraft& draft) {
  if (!draft.similar) return nullptr;
  const bool own = desk.session && desk.session->member.name == draft.similar->by;
  const std::string text = desk.messages.text(
      own ? "desk.similar_own" : "desk.similar_other",
      {{"by", draft.similar->by}, {"name", draft.similar->to}, {"when", ago(desk, draft.similar->at)}});
  return element(Role::alert, {.key = "similar", .attributes = {style("d-notice d-stack")}},
                 {element(Role::paragraph, {.key = "why"}, {words(text)}),
                  element(Role::group, {.key = "do", .attributes = {style("d-toolbar")}},
                          {press("edit", PaintKind::button, say(desk, "similar_edit"), "reply_edit"),
                           press("anyway", PaintKind::quiet_button, say(desk, "similar_anyway"), "reply_anyway",
                                 {{Attr::id, "reply-anyway"}})})});
}

NodePtr saved_choice(const DeskState& desk) {
  if (!desk.replies.replies || desk.replies.replies->empty()) return nullptr;
  std::vector<NodePtr> all;
  for (const wire::SavedReply& reply : *desk.replies.replies) {
    const std::string id = std::to_string(reply.id);
    all.push_back(press("s" + id, PaintKind::button, reply.title, "saved." + id, {{Attr::text_direction, "auto"}}));
  }
  return element(Role::details, {.key = "saved"},
                 {element(Role::summary, {.key = "title"}, {words(say(desk, "replies"))}),
                  element(Role::group, {.key = "all", .attributes = {style("d-toolbar")}}, std::move(all))});
}

NodePtr reply_field(const ReplyDraft& draft) {
  const bool wrong = draft.error || !draft.unfilled.empty();
  return element(Role::text_area,
                 {.key = "words",
                  .attributes = {{Attr::id, "field-reply"},
                                 style("p-input p-input-body d-field"),
                                 {Attr::rows, "4"},
                                 {Attr::value, draft.body},
                                 {Attr::described_by, draft.unfilled.empty() ? "reply-hint" : "reply-wrong reply-hint"},
                                 {Attr::text_direction, "auto"}},
                  .state = wrong ? State::invalid : State::none,
                  .action = {ActionKind::desk_field, "reply"},
                  .paint = {PaintKind::field}});
}

NodePtr reply_trouble(const DeskState& desk, const ReplyDraft& draft) {
  if (draft.unfilled.empty()) return trouble(draft.error, desk.messages);
  return element(Role::alert, {.key = "wrong", .attributes = {{Attr::id, "reply-wrong"}, style("p-error")}},
                 {words(desk.messages.text("desk.reply_unfilled", "what", draft.unfilled))});
}

NodePtr signature_line(const DeskState& desk) {
  if (!desk.session) return nullptr;
  const Member& member = desk.session->member;
  const std::string line = rules::signature_of(member.name, member.signature);
  if (line.empty()) return nullptr;
  return element(Role::paragraph, {.key = "signed", .attributes = {style("d-quiet"), {Attr::text_direction, "auto"}}},
                 {words(desk.messages.text("desk.reply_signed", "line", line))});
}

} // namespace

NodePtr reply_form(const DeskState& desk, const wire::QueueItem& item) {
  const std::optional<ReplyDraft>& draft = desk.queue.reply;
  if (!draft || !draft->open || draft->parent != item.comment.id) return nullptr;
  const bool hidden = item.comment.state != CommentState::published && item.comment.state != CommentState::hidden;
  return element(
      Role::form,
      {.key = "reply",
       .attributes = {style("d-form d-reply"), {Attr::own_checks, ""}, {Attr::label, say(desk, "reply")}},
       .action = {ActionKind::desk_submit, "reply"}},
      {element(Role::label, {.attributes = {{Attr::labels, "field-reply"}}},
               {words(desk.messages.text("desk.reply_as", "name", desk.session ? desk.session->member.name : ""))}),
       saved_choice(desk), reply_field(*draft), signature_line(desk),
       element(Role::paragraph, {.key = "hint", .attributes = {{Attr::id, "reply-hint"}, style("d-hint")}},
               {words(say(desk, hidden ? "reply_approves" : "reply_hint"))}),
       reply_trouble(desk, *draft), similar_question(desk, *draft),
       draft->similar ? nullptr : foot(desk, "reply_send", "reply_close", draft->sending)});
}

NodePtr ban_form(const DeskState& desk, const QueueDetail& detail) {
  const std::optional<BanDraft>& draft = desk.queue.ban;
  const CommentId id = detail.detail.item.comment.id;
  const bool possible = detail.detail.can_ban_author || detail.detail.can_ban_network;
  if (!may_decide(desk) || !possible) return nullptr;
  if (!draft || draft->ban.comment != id) {
    return element(Role::group, {.key = "ban", .attributes = {style("d-section")}},
                   {press("open", PaintKind::quiet_button, say(desk, "ban_open"), "ban")});
  }
  const wire::NewBan& ban = draft->ban;
  return element(
      Role::form,
      {.key = "ban-form",
       .attributes = {style("d-form d-section d-ban"), {Attr::own_checks, ""}, {Attr::labelled_by, "ban-title"}},
       .action = {ActionKind::desk_submit, "ban"}},
      {element(Role::heading,
               {.key = "title", .attributes = {{Attr::id, "ban-title"}, {Attr::level, "3"}, {Attr::focusable, ""}}},
               {words(say(desk, "ban_open"))}),
       radios(desk, "effect",
              {radio(desk, "effect", "mute", ban.effect == BanEffect::mute, true),
               radio(desk, "effect", "ban", ban.effect == BanEffect::ban, true)}),
       radios(desk, "subject",
              {radio(desk, "subject", "author", ban.subject == BanSubject::author, detail.detail.can_ban_author),
               radio(desk, "subject", "network", ban.subject == BanSubject::network, detail.detail.can_ban_network)}),
       duration(desk, ban.hours),
       field(
           {.name = "ban.note", .label = say(desk, "ban_note"), .value = ban.note, .hint = say(desk, "ban_note_hint")},
           desk.messages),
       trouble(draft->error, desk.messages), foot(desk, "ban_send", "ban_close", draft->sending)});
}

NodePtr asking_dialog(const DeskState& desk) {
  if (!desk.queue.asking) return nullptr;
  const Asking& asking = *desk.queue.asking;
  const std::string action(to_name(asking.action));
  const auto criticism = static_cast<std::int64_t>(asking.criticism.size());
  const auto others = static_cast<std::int64_t>(asking.items.size()) - criticism;
  const std::string question = asking.items.size() == 1 ? say(desk, "criticism_" + action)
                                                        : desk.messages.plural("desk.criticism_many", criticism);
  return element(
      Role::group, {.key = "asking", .attributes = {style("d-backdrop")}},
      {element(
          Role::dialog,
          {.key = "dialog",
           .attributes = {style("d-dialog"), {Attr::labelled_by, "asking-title"}, {Attr::described_by, "asking-why"}},
           .paint = {PaintKind::card, 1}},
          {element(Role::heading, {.key = "title", .attributes = {{Attr::id, "asking-title"}, {Attr::level, "2"}}},
                   {words(question)}),
           element(Role::paragraph, {.key = "why", .attributes = {{Attr::id, "asking-why"}}},
                   {words(say(desk, "criticism_why"))}),
           element(Role::group, {.key = "foot", .attributes = {style("d-toolbar")}},
                   {press("no", PaintKind::primary_button, say(desk, "criticism_leave"), "ask.no",
                          {{Attr::id, "asking-no"}}),
                    others > 0 ? press("others", PaintKind::button, desk.messages.plural("desk.only_others", others),
                                       "ask.others")
                               : nullptr,
                    press("yes", PaintKind::quiet_button, say(desk, "all_the_same_" + action), "ask.yes")})})});
}

} // namespace palabre::view::desk
