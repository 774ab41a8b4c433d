// The form in which a reader votes.
#include <algorithm>

#include "shared/view/engage/parts.h"
#include "shared/view/engage/views.h"

namespace palabre::view::engage {
namespace {

struct Form {
  const State& state;
  const Item& item;
  const Poll& poll;
  const Messages& messages;
};

bool is_chosen(const Item& item, std::uint32_t option) {
  const auto& chosen = item.poll.chosen;
  return std::find(chosen.begin(), chosen.end(), option) != chosen.end();
}

bool is_wrong(const Item& item, std::string_view field) {
  return item.error && item.error->field == field;
}

std::string how_many(const Form& form) {
  const auto [least, most] = std::pair(form.poll.least, std::max(form.poll.least, form.poll.most));
  if (least == most) return form.messages.plural("poll.choose_exactly", most);
  if (least <= 1) return form.messages.plural("poll.choose_up_to", most);
  return form.messages.text("poll.choose_between",
                            {{"least", form.messages.number(least)}, {"most", form.messages.number(most)}});
}

std::string task(const Form& form) {
  switch (form.poll.kind) {
  case PollKind::single: return form.messages.text("poll.choose_one");
  case PollKind::multiple: return how_many(form);
  case PollKind::ranked: return form.messages.text("poll.rank") + " " + how_many(form);
  case PollKind::scale: break;
  }
  if (form.poll.low.empty() || form.poll.high.empty()) return form.messages.text("poll.scale_plain");
  return form.messages.text("poll.scale", {{"low", form.poll.low}, {"high", form.poll.high}});
}

NodePtr choice(const Form& form, std::uint32_t option, std::string label) {
  const bool many = form.poll.kind == PollKind::multiple;
  const std::string value = std::to_string(option);
  return choice_field(
      form.item, many ? "checkbox" : "radio",
      {"o" + value, "choice", std::move(label), value, {ActionKind::desk_field, verb("choose", form.item, value)}},
      is_chosen(form.item, option));
}

NodePtr own_answer(const Form& form) {
  if (!form.poll.other) return nullptr;
  return element(Role::group, {.key = "other", .attributes = {style("p-other")}},
                 {choice(form, other_option, form.messages.text("poll.other")),
                  line_field(form.item, {"other",
                                         "other",
                                         form.messages.text("poll.other_words"),
                                         form.item.poll.other,
                                         {ActionKind::desk_field, verb("other", form.item)},
                                         "200",
                                         false,
                                         is_wrong(form.item, "other")})});
}

std::vector<NodePtr> choices(const Form& form) {
  std::vector<NodePtr> all;
  for (const PollOption& option : form.poll.options) all.push_back(choice(form, option.id, option.text));
  all.push_back(own_answer(form));
  return all;
}

std::vector<NodePtr> steps(const Form& form) {
  std::vector<NodePtr> all;
  for (std::uint32_t step = 1; step <= scale_steps; ++step) {
    all.push_back(choice(form, step, meaning_of(form.state, form.poll, step)));
  }
  return all;
}

NodePtr place_option(const std::string& value, std::string label, bool selected) {
  return element(Role::option,
                 {.attributes = {{Attr::value, value}}, .state = selected ? view::State::selected : view::State::none},
                 {words(std::move(label))});
}

// Which place an answer has: also what a form without script sends.
NodePtr place_select(const Form& form, const PollOption& option, std::size_t place) {
  const std::string id = std::to_string(option.id);
  std::vector<NodePtr> places{place_option("", form.messages.text("poll.unranked"), place == 0)};
  const std::size_t most = std::min<std::size_t>(form.poll.most, form.poll.options.size());
  for (std::size_t one = 1; one <= most; ++one) {
    const std::string number = std::to_string(one);
    places.push_back(place_option(number, form.messages.number(static_cast<std::int64_t>(one)), one == place));
  }
  return element(Role::select,
                 {.key = "place",
                  .attributes = {{Attr::id, id_in(form.item, "place-" + id)},
                                 style("p-select"),
                                 {Attr::name, "place-" + id},
                                 {Attr::label, form.messages.text("poll.place", "name", option.text)},
                                 {Attr::value, place == 0 ? std::string() : std::to_string(place)}},
                  .action = {ActionKind::desk_field, verb("place", form.item, id)}},
                 std::move(places));
}

NodePtr move_button(const Form& form, const PollOption& option, const char* way, bool possible) {
  const std::string id = std::to_string(option.id);
  const std::string name = way;
  return press(name, PaintKind::quiet_button, name == "up" ? "↑" : "↓",
               {ActionKind::desk_press, verb(name, form.item, id)},
               {{Attr::id, id_in(form.item, name + "-" + id)},
                {Attr::label, form.messages.text("poll." + name, "name", option.text)}},
               possible ? view::State::none : view::State::disabled);
}

NodePtr rank_row(const Form& form, const PollOption& option) {
  const auto& chosen = form.item.poll.chosen;
  const auto at = std::find(chosen.begin(), chosen.end(), option.id);
  const bool ranked = at != chosen.end();
  const std::size_t place = ranked ? static_cast<std::size_t>(at - chosen.begin()) + 1 : 0;
  const bool room = chosen.size() < form.poll.most;
  const bool module = form.state.means == Means::module;
  return element(Role::list_item,
                 {.key = "r" + std::to_string(option.id), .attributes = {style(ranked ? "p-rank p-chosen" : "p-rank")}},
                 {place_select(form, option, place),
                  element(Role::inline_group,
                          {.key = "name", .attributes = {style("p-rank-name"), {Attr::text_direction, "auto"}}},
                          {words(option.text)}),
                  module ? move_button(form, option, "up", ranked ? place > 1 : room) : nullptr,
                  module ? move_button(form, option, "down", ranked) : nullptr});
}

// The ranked ones first, in their order. Without script they stay where they are.
NodePtr ranks(const Form& form) {
  std::vector<NodePtr> rows;
  for (const std::uint32_t id : form.item.poll.chosen) {
    for (const PollOption& option : form.poll.options) {
      if (option.id == id) rows.push_back(rank_row(form, option));
    }
  }
  for (const PollOption& option : form.poll.options) {
    if (!is_chosen(form.item, option.id)) rows.push_back(rank_row(form, option));
  }
  return element(Role::bullet_list, {.key = "ranks", .attributes = {style("p-ranks")}}, std::move(rows));
}

bool is_counted(const Form& form) {
  const bool many = form.poll.kind == PollKind::multiple || form.poll.kind == PollKind::ranked;
  return many && form.state.means == Means::module;
}

// How many are chosen, while that matters.
NodePtr chosen_count(const Form& form) {
  if (!is_counted(form)) return nullptr;
  const auto chosen = static_cast<std::int64_t>(form.item.poll.chosen.size());
  const bool over = form.item.poll.chosen.size() > form.poll.most;
  return element(
      Role::status,
      {.key = "count", .attributes = {{Attr::id, id_in(form.item, "count")}, style(over ? "p-hint p-over" : "p-hint")}},
      {words(form.messages.plural("poll.chosen", chosen))});
}

NodePtr questions(const Form& form) {
  std::vector<NodePtr> parts{element(Role::legend, {.attributes = {style("p-task")}}, {words(task(form))})};
  if (form.poll.kind == PollKind::ranked) {
    parts.push_back(ranks(form));
  } else {
    const bool scale = form.poll.kind == PollKind::scale;
    parts.push_back(element(Role::group,
                            {.key = "choices", .attributes = {style(scale ? "p-choices p-scale" : "p-choices")}},
                            scale ? steps(form) : choices(form)));
  }
  std::string about = is_counted(form) ? id_in(form.item, "count") : std::string();
  if (is_wrong(form.item, "choices")) about += (about.empty() ? "" : " ") + id_in(form.item, "error");
  std::vector<Attribute> attributes{
      {Attr::id, id_in(form.item, "questions")}, style("p-questions"), {Attr::focusable, ""}};
  if (!about.empty()) attributes.push_back({Attr::described_by, std::move(about)});
  return element(Role::field_set, {.key = "questions", .attributes = std::move(attributes)}, std::move(parts));
}

NodePtr name_field(const Form& form) {
  if (form.poll.secrecy == Secrecy::secret) return nullptr;
  return element(Role::group, {.key = "named", .attributes = {style("p-named")}},
                 {paragraph("p-hint", form.messages.text("poll.public")),
                  line_field(form.item, {"name",
                                         "name",
                                         form.messages.text("composer.name"),
                                         form.item.poll.name,
                                         {ActionKind::desk_field, verb("name", form.item)},
                                         "80",
                                         true,
                                         is_wrong(form.item, "name")})});
}

} // namespace

NodePtr ballot_form(const State& state, const Item& item) {
  const Form made{state, item, *item.document.post.poll, state.messages};
  NodePtr cancel = item.poll.changing ? cancel_control(state, item) : nullptr;
  const bool plain = state.means == Means::forms;
  return form(
      state, item, "vote",
      {plain ? error_view(state, item) : nullptr, questions(made), name_field(made),
       plain ? nullptr : error_view(state, item),
       element(Role::group, {.key = "foot", .attributes = {style("p-foot")}},
               {send_button(item, "send", state.messages.text("poll.vote")), std::move(cancel), chosen_count(made)})});
}

} // namespace palabre::view::engage
