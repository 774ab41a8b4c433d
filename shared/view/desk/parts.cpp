#include "shared/view/desk/views.h"

namespace palabre::view::desk {

NodePtr field(const FieldParts& parts, const Messages& messages) {
  const std::string id = "field-" + parts.name;
  std::vector<Attribute> attributes{{Attr::id, id},
                                    style("p-input d-field"),
                                    {Attr::name, parts.name},
                                    {Attr::input_kind, parts.kind},
                                    {Attr::value, parts.value}};
  if (!parts.autocomplete.empty()) attributes.push_back({Attr::autocomplete, parts.autocomplete});
  std::string described;
  if (!parts.hint.empty()) described = id + "-hint";
  if (parts.error != nullptr) described += (described.empty() ? "" : " ") + id + "-error";
  if (!described.empty()) attributes.push_back({Attr::described_by, described});
  const State invalid = parts.error != nullptr ? State::invalid : State::none;
  return element(
      Role::group, {.key = parts.name, .attributes = {style("d-labelled")}},
      {element(Role::label, {.attributes = {{Attr::labels, id}}}, {words(parts.label)}),
       element(Role::field, {.attributes = std::move(attributes),
                             .state = parts.state | invalid,
                             .action = {ActionKind::desk_field, parts.name},
                             .paint = {PaintKind::field}}),
       parts.hint.empty()
           ? nullptr
           : element(Role::paragraph, {.attributes = {{Attr::id, id + "-hint"}, style("d-hint")}}, {words(parts.hint)}),
       parts.error == nullptr ? nullptr
                              : element(Role::paragraph, {.attributes = {{Attr::id, id + "-error"}, style("p-error")}},
                                        {words(error_text(*parts.error, messages))})});
}

NodePtr press(std::string key, PaintKind kind, std::string text, std::string target, std::vector<Attribute> more,
              State state) {
  return button(std::move(key), kind, std::move(text), {ActionKind::desk_press, std::move(target)}, std::move(more),
                state);
}

NodePtr go(std::string key, std::string text, std::string hash, State state) {
  return element(Role::link,
                 {.key = std::move(key),
                  .attributes = {style("d-link"), {Attr::href, hash}},
                  .state = state,
                  .action = {ActionKind::desk_go, hash}},
                 {words(std::move(text))});
}

NodePtr trouble(const std::optional<Error>& error, const Messages& messages) {
  if (!error) return nullptr;
  return element(Role::alert, {.key = "trouble", .attributes = {style("d-trouble")}},
                 {words(error_text(*error, messages))});
}

} // namespace palabre::view::desk
