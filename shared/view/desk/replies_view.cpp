// Saved replies: the team's and one's own.
#include "shared/view/desk/controls.h"
#include "shared/view/desk/queue_parts.h"

namespace palabre::view::desk {
namespace {

NodePtr reply_line(const DeskState& desk, const wire::SavedReply& reply) {
  const std::string id = std::to_string(reply.id);
  return element(
      Role::list_item, {.key = id, .attributes = {style("d-line")}},
      {element(
           Role::group, {.key = "what"},
           {element(Role::heading, {.key = "title", .attributes = {{Attr::level, "3"}, {Attr::text_direction, "auto"}}},
                    {words(reply.title + " "),
                     badge("whose", say(desk, reply.shared ? "reply_shared" : "reply_own"), Tone::plain)}),
            element(Role::paragraph, {.key = "words", .attributes = {style("d-quiet"), {Attr::text_direction, "auto"}}},
                    {words(first_words(reply.body, 200))})}),
       element(Role::group, {.key = "do", .attributes = {style("d-toolbar")}},
               {press("change", PaintKind::quiet_button, say(desk, "reply_change"), "change." + id,
                      {{Attr::id, "reply-change-" + id},
                       {Attr::label, desk.messages.text("desk.reply_change_of", "name", reply.title)}}),
                press("drop", PaintKind::quiet_button, say(desk, "reply_drop"), "drop." + id,
                      {{Attr::label, desk.messages.text("desk.reply_drop_of", "name", reply.title)}})})});
}

NodePtr form(const DeskState& desk) {
  const RepliesState& state = desk.replies;
  const Messages& messages = desk.messages;
  const auto error = [&](std::string_view name) {
    return state.error && state.error->field == name ? &*state.error : nullptr;
  };
  const bool elsewhere = state.error && !error("title") && !error("body");
  return desk_form(
      "saved_reply",
      {heading(2, say(desk, state.changing ? "reply_change_title" : "reply_new")),
       field({.name = "title", .label = say(desk, "reply_title"), .value = state.draft.title, .error = error("title")},
             messages),
       text_area_field({.name = "body",
                        .label = say(desk, "reply_body"),
                        .value = state.draft.body,
                        .hint = say(desk, "reply_body_hint"),
                        .error = error("body")},
                       6, messages),
       choice_field({.name = "shared", .label = say(desk, "reply_for"), .value = state.draft.shared ? "yes" : "no"},
                    {{"no", say(desk, "reply_own")}, {"yes", say(desk, "reply_shared")}}, messages),
       elsewhere ? trouble(state.error, messages) : nullptr,
       stack("foot", "d-toolbar",
             {send_button(say(desk, "save"), state.sending),
              press("cancel", PaintKind::quiet_button, say(desk, "cancel"), "cancel")})});
}

NodePtr list(const DeskState& desk) {
  const RepliesState& state = desk.replies;
  if (!state.replies) return state.load_error ? nullptr : paragraph("d-quiet", say(desk, "starting"));
  if (state.replies->empty()) return paragraph("d-quiet", say(desk, "replies_none"));
  std::vector<NodePtr> lines;
  for (const wire::SavedReply& reply : *state.replies) lines.push_back(reply_line(desk, reply));
  return element(Role::bullet_list,
                 {.key = "list", .attributes = {style("d-list"), {Attr::label, say(desk, "replies")}}},
                 std::move(lines));
}

NodePtr dropping(const DeskState& desk) {
  const RepliesState& state = desk.replies;
  if (!state.dropping || !state.replies) return nullptr;
  for (const wire::SavedReply& reply : *state.replies) {
    if (reply.id != *state.dropping) continue;
    return question({.title = desk.messages.text("desk.reply_drop_sure", "name", reply.title),
                     .words = say(desk, reply.shared ? "reply_drop_shared" : "reply_drop_own"),
                     .yes = say(desk, "reply_drop"),
                     .yes_target = "dropped",
                     .no = say(desk, "cancel"),
                     .no_target = "keep"});
  }
  return nullptr;
}

} // namespace

NodePtr replies_view(const DeskState& desk) {
  const RepliesState& state = desk.replies;
  return screen("replies", say(desk, "replies"),
                {paragraph("d-hint", say(desk, "replies_hint")), trouble(state.load_error, desk.messages),
                 state.open ? form(desk)
                            : stack("new", "d-toolbar",
                                    {press("new", PaintKind::primary_button, say(desk, "reply_new"), "new",
                                           {{Attr::id, "reply-new"}})}),
                 list(desk), dropping(desk)});
}

} // namespace palabre::view::desk
