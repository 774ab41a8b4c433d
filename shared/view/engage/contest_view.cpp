// A contest: its rules, what it asks, the reader's own entry, and the winners.
#include <utility>

#include "shared/view/engage/parts.h"
#include "shared/view/engage/views.h"

namespace palabre::view::engage {
namespace {

bool has_entry(const Item& item) {
  return item.contest.entry && item.contest.entry->state != EntryState::withdrawn;
}

NodePtr rules_view(const State& state, const Item& item) {
  const Post& post = item.document.post;
  if (post.body.empty()) return nullptr;
  return element(Role::details, {.key = "rules", .attributes = {style("p-table p-rules")}},
                 {element(Role::summary, {}, {words(state.messages.text("contest.rules"))}), post_body(state, post)});
}

NodePtr facts(const State& state, const Item& item) {
  const Contest& contest = *item.document.post.contest;
  std::vector<NodePtr> all;
  const auto fact = [&](std::string text) {
    all.push_back(element(Role::list_item, {.attributes = {{Attr::text_direction, "auto"}}}, {words(std::move(text))}));
  };
  if (!contest.prize.empty()) fact(state.messages.text("contest.prize", "name", contest.prize));
  const bool draw = contest.choosing == Choosing::draw;
  fact(state.messages.plural("contest.winners", contest.winners) + " " +
       state.messages.text(draw ? "contest.by_draw" : "contest.by_jury"));
  if (item.document.contest && item.document.contest->entries > 0) {
    const bool open = item.document.phase == PostPhase::open;
    fact(state.messages.plural(open ? "contest.entries" : "contest.entries_in_all", item.document.contest->entries));
  }
  return element(Role::bullet_list, {.key = "facts", .attributes = {style("p-facts")}}, std::move(all));
}

// Whether the reader has voted there, as far as this page shows that poll.
bool has_voted(const State& state, PostId poll) {
  for (const Item& item : state.items) {
    if (item.document.post.id == poll && item.poll.cast) return true;
  }
  return false;
}

// Without script the server has looked.
NodePtr condition(const State& state, const Item& item, const std::string& name, const Condition& one) {
  const bool met = one.met;
  const bool missing = state.means == Means::forms ? !met
                                                   : item.error && item.error->code == ErrorCode::condition_not_met &&
                                                         item.error->field == name;
  NodePtr task = words(state.messages.text("contest.condition." + name));
  if (!met && !one.address.empty()) {
    task = element(Role::link, {.attributes = {{Attr::href, one.address}}}, {std::move(task)});
  }
  NodePtr standing =
      met || missing ? words(" – " + state.messages.text(met ? "contest.met" : "contest.unmet")) : nullptr;
  const char* names = met ? "p-condition p-met" : missing ? "p-condition p-unmet" : "p-condition";
  return element(Role::list_item, {.key = name, .attributes = {style(names)}}, {std::move(task), std::move(standing)});
}

NodePtr conditions(const State& state, const Item& item) {
  const Contest& contest = *item.document.post.contest;
  if (!contest.comment_first && !contest.vote_in) return nullptr;
  std::vector<NodePtr> all;
  const auto add = [&](const char* name, Condition one, bool met) {
    one.met = one.met || met || has_entry(item);
    all.push_back(condition(state, item, name, one));
  };
  if (contest.comment_first) add("comment", item.contest.comment, false);
  if (contest.vote_in) add("vote", item.contest.vote, has_voted(state, *contest.vote_in));
  return element(Role::group, {.key = "conditions", .attributes = {style("p-conditions")}},
                 {paragraph("p-task", state.messages.text("contest.conditions"), "task"),
                  element(Role::bullet_list, {.key = "all"}, std::move(all))});
}

NodePtr words_field(const State& state, const Item& item) {
  const ContestKind kind = item.document.post.contest->kind;
  if (kind == ContestKind::giveaway) return nullptr;
  Field field;
  field.part = field.name = "text";
  field.label = state.messages.text("contest." + std::string(to_name(kind)));
  field.value = item.contest.text;
  field.action = {ActionKind::desk_field, verb("text", item)};
  field.longest = "2000";
  field.required = true;
  field.wrong = item.error && (item.error->field == "text" || item.error->code == ErrorCode::wrong_answer);
  return kind == ContestKind::challenge ? text_field(item, field, 4) : line_field(item, field);
}

NodePtr naming_fields(const State& state, const Item& item) {
  std::vector<NodePtr> all{
      element(Role::legend, {.attributes = {style("p-task")}}, {words(state.messages.text("contest.naming"))})};
  for (const Naming naming : {Naming::name, Naming::initials, Naming::nobody}) {
    const std::string name(to_name(naming));
    all.push_back(choice_field(item, "radio",
                               {"naming-" + name,
                                "naming",
                                state.messages.text("contest.naming." + name),
                                name,
                                {ActionKind::desk_field, verb("naming", item, name)}},
                               item.contest.naming == naming));
  }
  return element(Role::field_set, {.key = "naming", .attributes = {style("p-questions p-choices")}}, std::move(all));
}

NodePtr entry_form(const State& state, const Item& item) {
  NodePtr cancel = item.contest.changing ? cancel_control(state, item) : nullptr;
  const bool unnamed = item.error && item.error->field == "name";
  const bool plain = state.means == Means::forms;
  return form(
      state, item, "enter",
      {plain ? error_view(state, item) : nullptr, words_field(state, item),
       line_field(item, {"name",
                         "name",
                         state.messages.text("composer.name"),
                         item.contest.name,
                         {ActionKind::desk_field, verb("name", item)},
                         "80",
                         true,
                         unnamed}),
       naming_fields(state, item), plain ? nullptr : error_view(state, item),
       element(Role::group, {.key = "foot", .attributes = {style("p-foot")}},
               {send_button(item, "send", state.messages.text("contest.enter")), std::move(cancel),
                item.busy ? paragraph("p-hint", state.messages.text("composer.sending"), "sending") : nullptr})});
}

NodePtr won_view(const State& state, const Item& item) {
  const wire::OwnEntry& entry = *item.contest.entry;
  if (!entry.won) return nullptr;
  NodePtr code = entry.prize.empty()
                     ? nullptr
                     : element(Role::paragraph, {.key = "code"},
                               {words(state.messages.text("contest.code") + " "),
                                element(Role::code, {.attributes = {style("p-code")}}, {words(entry.prize)})});
  return element(Role::group, {.key = "won", .attributes = {style("p-won")}},
                 {paragraph("p-winner", state.messages.text("contest.won"), "won"), std::move(code)});
}

std::string standing_of(const State& state, const Item& item) {
  const wire::OwnEntry& entry = *item.contest.entry;
  const bool over = entry.state == EntryState::accepted && item.document.phase != PostPhase::open;
  std::string text =
      state.messages.text(over ? "contest.took_part" : "contest.state." + std::string(to_name(entry.state)));
  if (entry.number > 0 && entry.state != EntryState::withdrawn) {
    text += " " + state.messages.text("contest.number", "n", std::to_string(entry.number));
  }
  const bool lost = over && is_drawn(item.document) && item.contest.told && !entry.won;
  return lost ? text + " " + state.messages.text("contest.lost") : text;
}

// What proves which line of the list is the reader's, theirs to keep.
NodePtr receipt_view(const State& state, const Item& item) {
  const wire::OwnEntry& entry = *item.contest.entry;
  const bool counts = entry.state == EntryState::accepted || entry.state == EntryState::held;
  if (entry.receipt.empty() || !counts) return nullptr;
  return element(Role::group, {.key = "receipt", .attributes = {style("p-receipt")}},
                 {element(Role::paragraph, {.key = "digits"},
                          {words(state.messages.text("contest.receipt") + " "),
                           element(Role::code, {.attributes = {style("p-code")}}, {words(entry.receipt)})}),
                  paragraph("p-hint", state.messages.text("contest.receipt_use"), "use")});
}

NodePtr own_entry(const State& state, const Item& item) {
  if (!item.contest.entry) return nullptr;
  const wire::OwnEntry& entry = *item.contest.entry;
  const bool may_change = item.document.phase == PostPhase::open && entry.state != EntryState::withdrawn &&
                          entry.state != EntryState::refused;
  return element(
      Role::group,
      {.key = "own", .attributes = {{Attr::id, id_in(item, "own")}, style("p-own-ballot"), {Attr::focusable, ""}}},
      {won_view(state, item), paragraph("p-own-choice", standing_of(state, item), "standing"),
       entry.text.empty() ? nullptr : paragraph("p-own-words", entry.text, "words"), receipt_view(state, item),
       may_change ? change_control(state, item, state.messages.text("contest.change")) : nullptr,
       may_change ? withdraw_control(state, item, state.messages.text("contest.withdraw")) : nullptr});
}

NodePtr list_of(const std::string& key, const std::vector<std::string>& texts, Role role, std::string title) {
  std::vector<NodePtr> all;
  for (const std::string& one : texts) {
    all.push_back(element(Role::list_item, {.attributes = {{Attr::text_direction, "auto"}}}, {words(one)}));
  }
  return element(Role::group, {.key = key, .attributes = {style("p-entries")}},
                 {paragraph("p-task", std::move(title), "title"), element(role, {.key = "all"}, std::move(all))});
}

NodePtr shown_entries(const State& state, const Item& item) {
  if (!item.document.contest || item.document.contest->shown.empty()) return nullptr;
  return list_of("shown", item.document.contest->shown, Role::bullet_list, state.messages.text("contest.shown"));
}

NodePtr winners_view(const State& state, const Item& item) {
  if (item.document.phase != PostPhase::closed) return nullptr;
  if (!is_drawn(item.document)) return paragraph("p-hint", state.messages.text("contest.waiting"), "waiting");
  std::vector<std::string> winners = item.document.contest->winners;
  if (winners.empty()) return paragraph("p-hint", state.messages.text("contest.nobody"), "nobody");
  for (std::string& name : winners) {
    if (name.empty()) name = state.messages.text("contest.unnamed");
  }
  return list_of("winners", winners, Role::ordered_list, state.messages.text("contest.winners_are"));
}

// Without script nobody fills in a form that cannot be taken yet; what was sent in is there again.
bool awaits_conditions(const State& state, const Item& item) {
  if (state.means == Means::module || has_entry(item) || item.error) return false;
  const Contest& contest = *item.document.post.contest;
  return (contest.comment_first && !item.contest.comment.met) || (contest.vote_in && !item.contest.vote.met);
}

} // namespace

std::vector<NodePtr> contest_parts(const State& state, const Item& item) {
  const bool open = item.document.phase == PostPhase::open;
  const bool entering = open && (!has_entry(item) || item.contest.changing) && !awaits_conditions(state, item);
  return {facts(state, item),
          rules_view(state, item),
          open ? conditions(state, item) : nullptr,
          status(item),
          entering ? nullptr : error_view(state, item),
          own_entry(state, item),
          entering ? entry_form(state, item) : nullptr,
          winners_view(state, item),
          shown_entries(state, item),
          proof_view(state, item)};
}

} // namespace palabre::view::engage
