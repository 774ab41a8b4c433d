#include "shared/view/engage/parts.h"

#include <algorithm>
#include <utility>

#include "shared/view/dates.h"
#include "shared/wire/routes.h"

namespace palabre::view::engage {
namespace {

NodePtr labelled(const std::string& id, const std::string& label, NodePtr control) {
  return element(
      Role::group, {.key = id, .attributes = {style("p-field")}},
      {element(Role::label, {.attributes = {{Attr::labels, id}, style("p-label")}}, {words(label)}), control});
}

std::vector<Attribute> field_attributes(const Item& item, const std::string& id, const Field& field) {
  std::vector<Attribute> attributes{{Attr::id, id},
                                    style("p-input"),
                                    {Attr::name, field.name},
                                    {Attr::text_direction, "auto"},
                                    {Attr::value, field.value}};
  if (!field.longest.empty()) attributes.push_back({Attr::max_length, field.longest});
  if (field.wrong) attributes.push_back({Attr::described_by, id_in(item, "error")});
  return attributes;
}

view::State field_state(const Field& field) {
  return (field.required ? view::State::required : view::State::none) |
         (field.wrong ? view::State::invalid : view::State::none);
}

// What stands behind the question mark of an address, with what the page goes on asking for.
std::string query_of(const State& state, std::string query) {
  const auto add = [&](std::string_view name, const std::string& value) {
    if (value.empty()) return;
    query += (query.empty() ? "" : "&") + std::string(name) + "=" + wire::percent_encode(value);
  };
  add("lang", state.asked_language);
  add("page", state.page);
  return query.empty() ? query : "?" + query;
}

std::string own_address(const State& state, const Item& item, std::string query) {
  const Post& post = item.document.post;
  return "/p/" + wire::percent_encode(post.site) + "/" + post.id.text() + query_of(state, std::move(query));
}

NodePtr link_button(std::string key, std::string text, std::string address) {
  return element(
      Role::link,
      {.key = std::move(key),
       .attributes = {style("p-button p-button-quiet"), {Attr::href, std::move(address)}, {Attr::rel, "nofollow"}}},
      {words(std::move(text))});
}

// The element that the error is about; empty: the form as a whole.
std::string wrong_element(const Item& item) {
  const std::string& field = item.error->field;
  if (field == "name" || field == "text" || field == "other") return id_in(item, field);
  if (item.error->code == ErrorCode::wrong_answer) return id_in(item, "text");
  return item.document.post.poll ? id_in(item, "questions") : std::string();
}

NodePtr table_row(std::vector<std::string> cells) {
  std::vector<NodePtr> all;
  for (std::string& cell : cells) {
    all.push_back(element(all.empty() ? Role::row_header : Role::cell, {}, {words(std::move(cell))}));
  }
  return element(Role::row, {}, std::move(all));
}

} // namespace

std::string verb(std::string_view name, const Item& item, std::string_view argument) {
  std::string text(name);
  text += "." + item.document.post.id.text();
  if (!argument.empty()) text += "." + std::string(argument);
  return text;
}

std::string id_in(const Item& item, std::string_view part) {
  return "post-" + item.document.post.id.text() + "-" + std::string(part);
}

NodePtr paragraph(std::string_view names, std::string text, std::string key) {
  return element(Role::paragraph, {.key = std::move(key), .attributes = {style(names)}}, {words(std::move(text))});
}

NodePtr press(std::string key, PaintKind kind, std::string text, Action action, std::vector<Attribute> more,
              view::State state) {
  return button(std::move(key), kind, std::move(text), std::move(action), std::move(more), state);
}

NodePtr send_button(const Item& item, std::string key, std::string text) {
  return press(std::move(key), PaintKind::primary_button, std::move(text), {}, {{Attr::submit, "submit"}},
               item.busy ? view::State::busy : view::State::none);
}

NodePtr change_control(const State& state, const Item& item, std::string text) {
  if (state.means == Means::module) {
    return press("change", PaintKind::quiet_button, std::move(text), {ActionKind::desk_press, verb("change", item)},
                 {{Attr::id, id_in(item, "change")}}, item.busy ? view::State::busy : view::State::none);
  }
  return link_button("change", std::move(text), own_address(state, item, "change=1"));
}

NodePtr cancel_control(const State& state, const Item& item) {
  std::string text = state.messages.text("composer.cancel");
  if (state.means == Means::forms) return link_button("cancel", std::move(text), own_address(state, item, {}));
  return press("cancel", PaintKind::quiet_button, std::move(text), {ActionKind::desk_press, verb("keep", item)});
}

NodePtr withdraw_control(const State& state, const Item& item, std::string text) {
  if (state.means == Means::module) {
    return press("withdraw", PaintKind::quiet_button, std::move(text), {ActionKind::desk_press, verb("withdraw", item)},
                 {}, item.busy ? view::State::busy : view::State::none);
  }
  return form(state, item, "withdraw",
              {press("send", PaintKind::quiet_button, std::move(text), {}, {{Attr::submit, "submit"}})});
}

NodePtr error_view(const State& state, const Item& item) {
  if (!item.error) return nullptr;
  NodePtr said = words(error_text(*item.error, state.messages));
  const std::string element_id = state.means == Means::forms ? wrong_element(item) : std::string();
  if (!element_id.empty()) {
    said = element(Role::link, {.attributes = {{Attr::href, "#palabre-" + element_id}}}, {std::move(said)});
  }
  return element(Role::alert, {.key = "error", .attributes = {{Attr::id, id_in(item, "error")}, style("p-error")}},
                 {std::move(said)});
}

NodePtr form(const State& state, const Item& item, std::string_view what, std::vector<NodePtr> parts) {
  parts.push_back(
      element(Role::field,
              {.attributes = {{Attr::input_kind, "hidden"}, {Attr::name, "do"}, {Attr::value, std::string(what)}}}));
  std::vector<Attribute> attributes{{Attr::id, id_in(item, what)},
                                    style("p-form"),
                                    {Attr::method, "post"},
                                    {Attr::target_url, own_address(state, item, {})}};
  if (state.means == Means::module) attributes.push_back({Attr::own_checks, ""});
  return element(Role::form,
                 {.key = std::string(what),
                  .attributes = std::move(attributes),
                  .action = {ActionKind::desk_submit, verb(what, item)}},
                 std::move(parts));
}

NodePtr line_field(const Item& item, const Field& field) {
  const std::string id = id_in(item, field.part);
  auto attributes = field_attributes(item, id, field);
  attributes.push_back({Attr::input_kind, "text"});
  return labelled(id, field.label,
                  element(Role::field, {.attributes = attributes,
                                        .state = field_state(field),
                                        .action = field.action,
                                        .paint = {PaintKind::field, 0}}));
}

NodePtr text_field(const Item& item, const Field& field, unsigned rows) {
  const std::string id = id_in(item, field.part);
  auto attributes = field_attributes(item, id, field);
  attributes.push_back({Attr::rows, std::to_string(rows)});
  return labelled(id, field.label,
                  element(Role::text_area, {.attributes = attributes,
                                            .state = field_state(field),
                                            .action = field.action,
                                            .paint = {PaintKind::field, 0}}));
}

NodePtr choice_field(const Item& item, std::string_view kind, const Field& field, bool checked) {
  const std::string id = id_in(item, field.part);
  return element(Role::group, {.key = field.part, .attributes = {style(checked ? "p-choice p-chosen" : "p-choice")}},
                 {element(Role::field, {.attributes = {{Attr::id, id},
                                                       {Attr::input_kind, std::string(kind)},
                                                       {Attr::name, field.name},
                                                       {Attr::value, field.value}},
                                        .state = checked ? view::State::checked : view::State::none,
                                        .action = field.action}),
                  element(Role::label, {.attributes = {{Attr::labels, id}, {Attr::text_direction, "auto"}}},
                          {words(field.label)})});
}

NodePtr status(const Item& item) {
  return item.done.empty() ? nullptr : paragraph("p-done", item.done, "done");
}

NodePtr until(const State& state, const Item& item) {
  const auto& ends = item.document.post.ends;
  if (!ends) return nullptr;
  const bool over = item.document.phase == PostPhase::closed || *ends <= state.now;
  return element(Role::inline_group, {.key = "until", .attributes = {style("p-until")}},
                 {words(state.messages.text(over ? "post.closed" : "post.closes") + " "),
                  element(Role::time, {.attributes = {{Attr::datetime, to_rfc3339(*ends)}}},
                          {words(date_and_time_in_words(*ends, state.messages))})});
}

NodePtr table(std::string caption, std::vector<std::string> heads, std::vector<std::vector<std::string>> rows) {
  std::vector<NodePtr> columns;
  for (std::string& head : heads) columns.push_back(element(Role::column_header, {}, {words(std::move(head))}));
  std::vector<NodePtr> body;
  for (auto& row : rows) body.push_back(table_row(std::move(row)));
  return element(Role::table, {.attributes = {style("p-figures")}},
                 {element(Role::caption, {.attributes = {style("p-visually-hidden")}}, {words(std::move(caption))}),
                  element(Role::table_head, {}, {element(Role::row, {}, std::move(columns))}),
                  element(Role::table_body, {}, std::move(body))});
}

NodePtr folded_table(const State& state, std::string caption, std::vector<std::string> heads,
                     std::vector<std::vector<std::string>> rows) {
  return element(Role::details, {.key = "table", .attributes = {style("p-table")}},
                 {element(Role::summary, {}, {words(state.messages.text("poll.table"))}),
                  table(std::move(caption), std::move(heads), std::move(rows))});
}

NodePtr bar(float share) {
  const float full = std::clamp(share, 0.0f, 1.0f);
  const int steps = static_cast<int>(full * 50.0f + 0.5f);
  return element(Role::group, {.key = "bar",
                               .attributes = {style("p-bar p-at-" + std::to_string(steps)), {Attr::concealed, ""}},
                               .paint = {PaintKind::progress, full}});
}

std::string percent(const Messages& messages, std::int64_t part, std::int64_t whole) {
  const std::int64_t rounded = whole <= 0 ? 0 : (part * 200 + whole) / (2 * whole);
  return messages.text("poll.percent", "n", messages.number(rounded));
}

std::string option_name(const State& state, const Poll& poll, std::uint32_t option) {
  if (poll.kind == PollKind::scale) return state.messages.number(option);
  if (option == other_option) return state.messages.text("poll.other");
  for (const PollOption& one : poll.options) {
    if (one.id == option) return one.text;
  }
  return state.messages.number(option);
}

std::string ballot_words(const State& state, const Poll& poll, const Ballot& ballot) {
  const char* between = poll.kind == PollKind::ranked ? " › " : ", ";
  std::string names;
  for (const std::uint32_t choice : ballot.choices) {
    const bool own = choice == other_option && !ballot.other.empty();
    names += (names.empty() ? "" : between) + (own ? ballot.other : option_name(state, poll, choice));
  }
  return names;
}

std::string meaning_of(const State& state, const Poll& poll, std::uint32_t option) {
  std::string name = option_name(state, poll, option);
  if (poll.kind != PollKind::scale) return name;
  if (option == 1 && !poll.low.empty()) name += " – " + poll.low;
  if (option == scale_steps && !poll.high.empty()) name += " – " + poll.high;
  return name;
}

} // namespace palabre::view::engage
