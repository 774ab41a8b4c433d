#include <algorithm>

#include "shared/view/desk/plan_editor_parts.h"

namespace palabre::view::desk {
namespace {

std::string key_of(std::string_view name) {
  std::string key(name);
  std::replace(key.begin(), key.end(), '.', '_');
  return "desk.plan_" + key;
}

std::string hint_of(const Messages& messages, std::string_view name) {
  const std::string key = key_of(name) + "_hint";
  return messages.knows(key) ? messages.text(key) : std::string();
}

} // namespace

const Error* EditorControls::error_at(std::string_view name) const {
  if (!form_.refused || form_.refused->field.empty()) return nullptr;
  const std::string_view at = form_.refused->field;
  const bool inside = at.size() > name.size() && at.substr(0, name.size()) == name && at[name.size()] == '.';
  return at == name || inside ? &*form_.refused : nullptr;
}

State EditorControls::state_of(std::string_view name) const {
  return !may_plan(desk_) || is_fixed(form_, name) ? State::disabled : State::none;
}

ControlParts EditorControls::parts(const char* name, const std::string& value) const {
  const Messages& messages = desk_.messages;
  const Error* error = error_at(name);
  const std::string key = key_of(name);
  std::string said;
  if (error != nullptr && messages.knows(key + "_wrong")) said = messages.text(key + "_wrong");
  return {.name = name,
          .label = messages.text(key),
          .value = value,
          .hint = hint_of(messages, name),
          .error = error,
          .error_words = error != nullptr && error->code == ErrorCode::unknown_field_value ? said : std::string(),
          .state = state_of(name)};
}

NodePtr EditorControls::line(const char* name, const std::string& value, const char* kind) const {
  return line_field(parts(name, value), kind, desk_.messages);
}

NodePtr EditorControls::area(const char* name, const std::string& value, unsigned rows) const {
  return text_area_field(parts(name, value), rows, desk_.messages);
}

NodePtr EditorControls::number(const char* name, const std::string& value, std::int64_t largest) const {
  return number_field(parts(name, value), largest, desk_.messages);
}

NodePtr EditorControls::tick(const char* name, bool on) const {
  const Messages& messages = desk_.messages;
  return tick_field({name, messages.text(key_of(name)), on, hint_of(messages, name), state_of(name)});
}

Choice EditorControls::choice_of(const char* name, std::string value) const {
  std::string words = desk_.messages.text(key_of(name) + "_" + value);
  return {std::move(value), std::move(words)};
}

NodePtr EditorControls::choose(const char* name, const std::string& value, const std::vector<Choice>& choices) const {
  ControlParts all = parts(name, value);
  const std::string hint = key_of(name) + "_" + value + "_hint"; // of the chosen one
  if (desk_.messages.knows(hint)) all.hint = desk_.messages.text(hint);
  return choice_field(all, choices, desk_.messages);
}

// A moment shows in which time it is meant, as summer and winter may differ.
NodePtr EditorControls::moment(const char* name, const std::string& value) const {
  ControlParts all = parts(name, value);
  const LocalZone& zone = desk_.plan.zone;
  const Instant at = from_field(zone, value).value_or(desk_.now);
  const std::string said = plan_text(desk_, "zone", {{"zone", zone_in_words(zone, at)}});
  all.hint = all.hint.empty() ? said : all.hint + " " + said;
  return line_field(all, "datetime-local", desk_.messages);
}

NodePtr group(std::string key, std::string title, std::vector<NodePtr> parts) {
  parts.insert(parts.begin(), element(Role::legend, {.key = "legend"}, {words(std::move(title))}));
  return element(Role::field_set, {.key = std::move(key), .attributes = {style("d-group")}}, std::move(parts));
}

} // namespace palabre::view::desk
