// Votes, reactions, the welcome and levels: how readers may take part.
#include "shared/rules/engagement.h"
#include "shared/view/desk/settings_views.h"

namespace palabre::view::desk {
namespace {

struct Form {
  const DeskState& desk;
  const Messages& messages;
  const SettingsDraft& draft;
  State state;
};

NodePtr choice(const Form& form, const std::string& name, const std::string& value,
               std::initializer_list<std::string_view> values) {
  std::vector<Choice> choices;
  for (const std::string_view one : values) {
    choices.push_back({std::string(one), form.messages.text("desk.engage_" + name + "_" + std::string(one))});
  }
  return choice_field({.name = name,
                       .label = form.messages.text("desk.engage_" + name),
                       .value = value,
                       .hint = form.messages.text("desk.engage_" + name + "_hint"),
                       .error = error_at(form.draft, "marks." + name),
                       .state = form.state},
                      choices, form.messages);
}

std::string_view switch_of(Shown shown) {
  return shown == Shown::yes ? "on" : "off";
}

NodePtr move_button(const Form& form, const std::string& verb, std::size_t index, const std::string& what,
                    std::string_view sign, bool possible) {
  return press(verb, PaintKind::quiet_button, std::string(sign), verb + "." + std::to_string(index),
               {{Attr::label, form.messages.text("desk." + verb, "name", what)}},
               possible && form.state == State::none ? State::none : State::disabled);
}

NodePtr reaction_row(const Form& form, const std::vector<Reaction>& all, std::size_t index) {
  const Reaction& reaction = all[index];
  const std::string at = "marks.reactions." + std::to_string(index);
  const std::string what = !reaction.label.empty() ? reaction.label : reaction.symbol;
  return element(Role::list_item, {.key = reaction.name, .attributes = {style("d-reaction")}},
                 {field({.name = at + ".symbol",
                         .label = form.messages.text("desk.reaction_symbol"),
                         .value = reaction.symbol,
                         .error = error_at(form.draft, at + ".symbol"),
                         .state = form.state},
                        form.messages),
                  field({.name = at + ".label",
                         .label = form.messages.text("desk.reaction_label"),
                         .value = reaction.label,
                         .error = error_at(form.draft, at + ".label"),
                         .state = form.state},
                        form.messages),
                  stack("do", "d-toolbar",
                        {move_button(form, "reaction_up", index, what, "↑", index > 0),
                         move_button(form, "reaction_down", index, what, "↓", index + 1 < all.size()),
                         move_button(form, "reaction_drop", index, what, "×", true)})});
}

NodePtr reactions_view(const Form& form, const std::vector<Reaction>& reactions) {
  std::vector<NodePtr> rows;
  for (std::size_t i = 0; i < reactions.size(); ++i) rows.push_back(reaction_row(form, reactions, i));
  const bool room = reactions.size() < most_reactions && form.state == State::none;
  return element(Role::field_set, {.key = "reactions", .attributes = {style("d-stack")}},
                 {element(Role::legend, {.key = "legend"}, {words(form.messages.text("desk.engage_reactions"))}),
                  paragraph("d-hint", form.messages.text("desk.engage_reactions_hint")),
                  rows.empty()
                      ? nullptr
                      : element(Role::bullet_list, {.key = "rows", .attributes = {style("d-list")}}, std::move(rows)),
                  stack("add", "d-toolbar",
                        {press("reaction_add", PaintKind::button, form.messages.text("desk.reaction_add"),
                               "reaction_add", {}, room ? State::none : State::disabled)})});
}

} // namespace

NodePtr engagement_view(const DeskState& desk) {
  const Messages& messages = desk.messages;
  const SettingsDraft& draft = draft_of(desk);
  const Engagement& saved = desk.settings.saved->engagement;
  const Engagement& now = draft.engagement ? *draft.engagement : saved;
  const Form form{desk, messages, draft, may_change_settings(desk) ? State::none : State::disabled};
  std::vector<NodePtr> changes;
  if (!(now == saved)) changes.push_back(change_line("engagement", messages.text("desk.engagement_changed")));
  return desk_form("engagement",
                   {paragraph("d-hint", messages.text("desk.engage_hint")),
                    choice(form, "votes", std::string(to_name(now.marks.votes)), {"none", "up", "up_and_down"}),
                    number_field({.name = "scores_from",
                                  .label = messages.text("desk.engage_scores_from"),
                                  .value = draft.scores_from.value_or(std::to_string(now.marks.scores_from)),
                                  .hint = messages.text("desk.engage_scores_from_hint"),
                                  .error = error_at(draft, "marks.scores_from"),
                                  .state = form.state},
                                 rules::most_scores_from, messages),
                    reactions_view(form, now.marks.reactions),
                    choice(form, "on_page", std::string(switch_of(now.marks.on_page)), {"on", "off"}),
                    text_area_field({.name = "welcome",
                                     .label = messages.text("desk.engage_welcome"),
                                     .value = now.welcome,
                                     .hint = messages.text("desk.engage_welcome_hint"),
                                     .error = error_at(draft, "welcome"),
                                     .state = form.state},
                                    4, messages),
                    choice(form, "standing", std::string(switch_of(now.standing)), {"on", "off"}),
                    save_bar(desk, std::move(changes))});
}

} // namespace palabre::view::desk
