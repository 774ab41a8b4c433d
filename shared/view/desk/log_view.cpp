// The log: who did what and when, before and after, in words; and the bans in force.
#include <algorithm>
#include <array>

#include "shared/view/desk/controls.h"
#include "shared/wire/routes.h"

namespace palabre::view::desk {
namespace {

constexpr std::array<std::string_view, 26> actions{
    "comment",           "comment.approve",   "comment.hide",  "comment.hold", "comment.spam",  "comment.remove",
    "comment.reply",     "comment.question",  "decision.undo", "rule.add",     "policy.change", "origins.change",
    "appearance.change", "engagement.change", "site.add",      "ban.add",      "ban.lift",      "team",
    "team.setup",        "team.invite",       "team.join",     "team.role",    "team.remove",   "team.password",
    "team.reset",        "session.start"};

std::string action_words(const std::string& action, const Messages& messages) {
  std::string key = "desk.action_" + action;
  std::replace(key.begin() + 12, key.end(), '.', '_');
  return messages.knows(key) ? messages.text(key) : action;
}

// "comment 42" leads to the comment in the queue.
NodePtr about_view(const wire::AuditEntry& entry, const Messages& messages) {
  constexpr std::string_view comment = "comment ";
  const std::size_t at = entry.about.rfind(comment);
  if (at == std::string::npos) return entry.about.empty() ? nullptr : paragraph("d-quiet", entry.about);
  const std::string id = entry.about.substr(at + comment.size());
  if (!CommentId::parse(id)) return paragraph("d-quiet", entry.about);
  return element(
      Role::paragraph, {.key = "about"},
      {go("go", messages.text("desk.log_comment", "id", id),
          "#/queue?tab=all&item=" + id + (entry.site.empty() ? "" : "&site=" + wire::percent_encode(entry.site)))});
}

NodePtr entry_view(const wire::AuditEntry& entry, const Messages& messages) {
  std::vector<NodePtr> lines;
  for (std::string& line : log_difference(entry.before, entry.after, messages)) {
    lines.push_back(element(Role::list_item, {}, {words(std::move(line))}));
  }
  return element(
      Role::list_item, {.key = std::to_string(entry.id), .attributes = {style("d-row d-entry")}},
      {element(Role::paragraph, {.key = "head", .attributes = {style("d-row-head")}},
               {element(Role::strong, {.key = "by"}, {words(entry.by)}), words(" "),
                element(Role::inline_group, {.key = "action"}, {words(action_words(entry.action, messages))}),
                entry.site.empty() ? nullptr
                                   : element(Role::inline_group, {.key = "site", .attributes = {style("d-badge")}},
                                             {words(entry.site)}),
                words(" "), moment(entry.at, messages)}),
       about_view(entry, messages),
       lines.empty()
           ? nullptr
           : element(Role::bullet_list, {.key = "lines", .attributes = {style("d-changes")}}, std::move(lines)),
       entry.note.empty() ? nullptr : element(Role::quote, {.key = "note"}, {words(entry.note)})});
}

std::vector<Choice> with_all(const Messages& messages) {
  return {{"", messages.text("desk.all")}};
}

NodePtr site_choice(const DeskState& desk, const std::string& value) {
  std::vector<Choice> choices = with_all(desk.messages);
  if (desk.session) {
    for (const wire::DeskSite& site : desk.session->sites) choices.push_back({site.name, site.name});
  }
  return choice_field({.name = "site", .label = desk.messages.text("desk.site"), .value = value}, choices,
                      desk.messages);
}

NodePtr filters_view(const DeskState& desk) {
  const LogState& state = desk.log;
  const Messages& messages = desk.messages;
  std::vector<Choice> members = with_all(messages);
  for (const std::string& name : state.members) members.push_back({name, name});
  std::vector<Choice> kinds = with_all(messages);
  for (const std::string_view action : actions) {
    kinds.push_back({std::string(action), action_words(std::string(action), messages)});
  }
  return stack("filters", "d-filters",
               {choice_field({.name = "member", .label = messages.text("desk.log_member"), .value = state.member},
                             members, messages),
                choice_field({.name = "action", .label = messages.text("desk.log_action"), .value = state.action},
                             kinds, messages),
                site_choice(desk, state.site)});
}

NodePtr ban_view(const DeskState& desk, const wire::Ban& ban) {
  const Messages& messages = desk.messages;
  const std::string id = std::to_string(ban.id);
  const bool moderates = desk.session && may(desk.session->member.role, MemberRole::moderator);
  const std::string key = "desk.ban_" + std::string(to_name(ban.effect)) + "_" + std::string(to_name(ban.subject));
  std::vector<NodePtr> until{words(messages.text(ban.until ? "desk.ban_until" : "desk.ban_no_end") + " ")};
  if (ban.until) until.push_back(moment(*ban.until, messages));
  return element(
      Role::list_item, {.key = id, .attributes = {style("d-row")}},
      {element(Role::paragraph, {.key = "head", .attributes = {style("d-row-head")}},
               {element(Role::strong, {.key = "name"}, {words(ban.name)}), words(" "),
                element(Role::inline_group, {.key = "what", .attributes = {style("d-badge d-bad")}},
                        {words(messages.text(key))}),
                words(" "),
                element(Role::inline_group, {.key = "site", .attributes = {style("d-badge")}}, {words(ban.site)})}),
       element(Role::paragraph, {.key = "until"}, std::move(until)),
       ban.note.empty() ? nullptr : element(Role::quote, {.key = "note"}, {words(ban.note)}),
       element(Role::paragraph, {.key = "by", .attributes = {style("d-quiet")}},
               {words(messages.text("desk.ban_by", "name", ban.by) + " "), moment(ban.created, messages), words(" · "),
                go("go", messages.text("desk.log_comment", "id", ban.comment.text()),
                   "#/queue?tab=all&item=" + ban.comment.text() + "&site=" + wire::percent_encode(ban.site))}),
       moderates ? press("lift", PaintKind::button, messages.text("desk.lift"), "lift." + id,
                         {{Attr::label, messages.text("desk.lift_for", "name", ban.name)}})
                 : nullptr});
}

} // namespace

NodePtr log_view(const DeskState& desk) {
  const LogState& state = desk.log;
  const Messages& messages = desk.messages;
  std::vector<NodePtr> entries;
  for (const wire::AuditEntry& entry : state.entries) entries.push_back(entry_view(entry, messages));
  const bool empty = entries.empty() && state.load == LoadState::loaded;
  return screen("log", messages.text("desk.log"),
                {paragraph("d-hint", messages.text("desk.log_hint")), filters_view(desk),
                 stack("export", "d-toolbar",
                       {press("csv", PaintKind::button, messages.text("desk.export_csv"), "export.csv"),
                        press("jsonl", PaintKind::button, messages.text("desk.export_jsonl"), "export.jsonl")}),
                 trouble(state.error, messages),
                 empty ? paragraph("d-quiet", messages.text("desk.log_empty")) : nullptr,
                 element(Role::bullet_list, {.key = "entries", .attributes = {style("d-list")}}, std::move(entries)),
                 state.next.empty() ? nullptr
                                    : press("more", PaintKind::button, messages.text("desk.more"), "more", {},
                                            state.loading_more ? State::busy : State::none)});
}

NodePtr bans_view(const DeskState& desk) {
  const BansState& state = desk.bans;
  const Messages& messages = desk.messages;
  std::vector<NodePtr> bans;
  for (const wire::Ban& ban : state.bans) bans.push_back(ban_view(desk, ban));
  const bool empty = bans.empty() && state.load == LoadState::loaded;
  return screen("bans", messages.text("desk.bans"),
                {paragraph("d-hint", messages.text("desk.bans_hint")),
                 stack("filters", "d-filters", {site_choice(desk, state.site)}), trouble(state.error, messages),
                 empty ? paragraph("d-quiet", messages.text("desk.bans_empty")) : nullptr,
                 element(Role::bullet_list, {.key = "bans", .attributes = {style("d-list")}}, std::move(bans))});
}

} // namespace palabre::view::desk
