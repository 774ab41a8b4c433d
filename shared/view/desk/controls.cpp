#include "shared/view/desk/controls.h"

#include "shared/view/dates.h"

namespace palabre::view::desk {
namespace {

std::string id_of(const ControlParts& parts) {
  return "field-" + parts.name;
}

std::vector<Attribute> attributes_of(const ControlParts& parts, std::string_view look = "p-input d-field") {
  const std::string id = id_of(parts);
  std::vector<Attribute> attributes{{Attr::id, id}, style(look), {Attr::name, parts.name}, {Attr::value, parts.value}};
  std::string described;
  if (!parts.hint.empty()) described = id + "-hint";
  if (parts.error != nullptr) described += (described.empty() ? "" : " ") + id + "-error";
  if (!described.empty()) attributes.push_back({Attr::described_by, described});
  return attributes;
}

State state_of(const ControlParts& parts) {
  return parts.state | (parts.error != nullptr ? State::invalid : State::none);
}

NodePtr labelled(const ControlParts& parts, NodePtr control, const Messages& messages) {
  const std::string id = id_of(parts);
  NodePtr error;
  if (parts.error != nullptr) {
    error = element(Role::paragraph, {.key = "error", .attributes = {{Attr::id, id + "-error"}, style("p-error")}},
                    {words(parts.error_words.empty() ? error_text(*parts.error, messages) : parts.error_words)});
  }
  NodePtr hint;
  if (!parts.hint.empty()) {
    hint = element(Role::paragraph, {.key = "hint", .attributes = {{Attr::id, id + "-hint"}, style("d-hint")}},
                   {words(parts.hint)});
  }
  return element(Role::group, {.key = parts.name, .attributes = {style("d-labelled")}},
                 {element(Role::label, {.key = "label", .attributes = {{Attr::labels, id}}}, {words(parts.label)}),
                  std::move(control), hint, error});
}

} // namespace

NodePtr choice_field(const ControlParts& parts, const std::vector<Choice>& choices, const Messages& messages) {
  std::vector<NodePtr> options;
  for (const Choice& choice : choices) {
    options.push_back(element(Role::option,
                              {.key = "o" + choice.value,
                               .attributes = {{Attr::value, choice.value}},
                               .state = choice.value == parts.value ? State::selected : State::none},
                              {words(choice.words)}));
  }
  return labelled(parts,
                  element(Role::select,
                          {.key = "control",
                           .attributes = attributes_of(parts, "p-select"),
                           .state = state_of(parts),
                           .action = {ActionKind::desk_field, parts.name},
                           .paint = {parts.painted ? PaintKind::field : PaintKind::none}},
                          std::move(options)),
                  messages);
}

NodePtr text_area_field(const ControlParts& parts, unsigned rows, const Messages& messages) {
  std::vector<Attribute> attributes = attributes_of(parts);
  attributes.push_back({Attr::rows, std::to_string(rows)});
  attributes.push_back({Attr::spelling, "false"});
  attributes.push_back({Attr::capitals, "none"});
  return labelled(parts,
                  element(Role::text_area, {.key = "control",
                                            .attributes = std::move(attributes),
                                            .state = state_of(parts),
                                            .action = {ActionKind::desk_field, parts.name},
                                            .paint = {PaintKind::field}}),
                  messages);
}

NodePtr line_field(const ControlParts& parts, std::string_view kind, const Messages& messages) {
  std::vector<Attribute> attributes = attributes_of(parts);
  attributes.push_back({Attr::input_kind, std::string(kind)});
  return labelled(parts,
                  element(Role::field, {.key = "control",
                                        .attributes = std::move(attributes),
                                        .state = state_of(parts),
                                        .action = {ActionKind::desk_field, parts.name},
                                        .paint = {PaintKind::field}}),
                  messages);
}

NodePtr number_field(const ControlParts& parts, std::int64_t largest, const Messages& messages) {
  std::vector<Attribute> attributes = attributes_of(parts);
  attributes.push_back({Attr::input_kind, "number"});
  attributes.push_back({Attr::smallest, "0"});
  attributes.push_back({Attr::largest, std::to_string(largest)});
  return labelled(parts,
                  element(Role::field, {.key = "control",
                                        .attributes = std::move(attributes),
                                        .state = state_of(parts),
                                        .action = {ActionKind::desk_field, parts.name},
                                        .paint = {PaintKind::field}}),
                  messages);
}

NodePtr screen(std::string_view name, std::string title, std::vector<NodePtr> parts) {
  const NodePtr head = element(
      Role::heading, {.key = "title", .attributes = {{Attr::id, "title"}, {Attr::level, "1"}, {Attr::focusable, ""}}},
      {words(std::move(title))});
  return element(
      Role::main, {.key = std::string(name), .attributes = {style("d-main")}},
      {stack("head", "d-head", {head}), stack("pane", "d-pane", {stack("page", "d-page d-room", std::move(parts))})});
}

NodePtr heading(unsigned level, std::string text, std::string id) {
  std::vector<Attribute> attributes{{Attr::level, std::to_string(level)}};
  if (!id.empty()) attributes.push_back({Attr::id, std::move(id)});
  return element(Role::heading, {.attributes = std::move(attributes)}, {words(std::move(text))});
}

NodePtr paragraph(std::string_view style_names, std::string text) {
  return element(Role::paragraph, {.attributes = {style(style_names)}}, {words(std::move(text))});
}

NodePtr stack(std::string key, std::string_view style_names, std::vector<NodePtr> parts) {
  return element(Role::group, {.key = std::move(key), .attributes = {style(style_names)}}, std::move(parts));
}

NodePtr place_tabs(std::string key, std::string label, const std::vector<PlaceLink>& places) {
  std::vector<NodePtr> all;
  for (const PlaceLink& place : places) {
    const NodePtr count =
        place.count.empty()
            ? nullptr
            : element(Role::inline_group, {.key = "n", .attributes = {style("d-count")}}, {words(place.count)});
    all.push_back(element(Role::list_item, {.key = place.key},
                          {element(Role::link,
                                   {.key = "go",
                                    .attributes = {style("d-tab"), {Attr::href, place.hash}},
                                    .state = place.current ? State::current : State::none,
                                    .action = {ActionKind::desk_go, place.hash},
                                    .paint = {PaintKind::tab, place.current ? 1.0F : 0.0F}},
                                   {words(place.words), count})}));
  }
  return element(Role::navigation, {.key = std::move(key), .attributes = {{Attr::label, std::move(label)}}},
                 {element(Role::bullet_list, {.key = "all", .attributes = {style("d-tabs")}}, std::move(all))});
}

NodePtr send_button(std::string text, bool busy, State more) {
  return button("send", PaintKind::primary_button, std::move(text), {}, {{Attr::submit, "submit"}},
                (busy ? State::busy : State::none) | more);
}

NodePtr desk_form(std::string name, std::vector<NodePtr> parts) {
  return element(Role::form,
                 {.key = "form-" + name,
                  .attributes = {style("d-form"), {Attr::own_checks, ""}},
                  .action = {ActionKind::desk_submit, name}},
                 std::move(parts));
}

NodePtr question(const QuestionParts& parts) {
  return element(
      Role::group, {.key = "question", .attributes = {style("d-backdrop")}},
      {element(Role::dialog,
               {.key = "dialog",
                .attributes = {style("d-dialog"),
                               {Attr::labelled_by, "question-title"},
                               {Attr::described_by, "question-words"}},
                .paint = {PaintKind::card, 1}},
               {heading(2, parts.title, "question-title"),
                element(Role::paragraph, {.key = "words", .attributes = {{Attr::id, "question-words"}}},
                        {words(parts.words)}),
                stack("do", "d-toolbar",
                      {press("yes", PaintKind::primary_button, parts.yes, parts.yes_target),
                       press("no", PaintKind::button, parts.no, parts.no_target, {{Attr::id, "question-no"}})})})});
}

NodePtr moment(Instant instant, const Messages& messages) {
  return element(Role::time, {.key = "at", .attributes = {{Attr::datetime, to_rfc3339(instant)}}},
                 {words(date_and_time_in_words(instant, messages))});
}

} // namespace palabre::view::desk
