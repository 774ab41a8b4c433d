// The policy: three presets in plain words, and every member as a control with what it means.
#include <algorithm>

#include "shared/view/desk/settings_views.h"

namespace palabre::view::desk {
namespace {

constexpr std::array<std::string_view, 5> usual_thresholds{"never", "0.9", "0.7", "0.5", "0.3"};
constexpr std::array<std::string_view, 5> groups{"who", "offence", "spam", "people", "pace"};
constexpr std::array<rules::Preset, 3> presets{rules::Preset::open, rules::Preset::careful, rules::Preset::locked_down};

std::string value_of(const DeskState& desk, std::string_view name) {
  const SettingsDraft& draft = draft_of(desk);
  const auto written = draft.written.find(std::string(name));
  return written != draft.written.end() ? written->second : control_text(desk.settings.saved->policy, name);
}

bool is_preset(const DeskState& desk, rules::Preset preset) {
  const rules::Policy policy = rules::policy_of(preset);
  return std::all_of(policy_controls.begin(), policy_controls.end(), [&](const PolicyControl& control) {
    return value_of(desk, control.name) == control_text(policy, control.name);
  });
}

NodePtr preset_card(const DeskState& desk, rules::Preset preset) {
  const std::string name(to_name(preset));
  const bool chosen = is_preset(desk, preset);
  return element(
      Role::list_item,
      {.key = name, .attributes = {style("d-card d-preset")}, .paint = {PaintKind::card, chosen ? 1.0F : 0.0F}},
      {press("take", chosen ? PaintKind::primary_button : PaintKind::button, desk.messages.text("desk.preset_" + name),
             "preset." + name, {{Attr::described_by, "preset-" + name}},
             (chosen ? State::pressed : State::released) | (may_change_settings(desk) ? State::none : State::disabled)),
       element(Role::paragraph, {.attributes = {{Attr::id, "preset-" + name}}},
               {words(desk.messages.text("desk.preset_" + name + "_hint"))})});
}

std::vector<Choice> choices_of(const PolicyControl& control, const std::string& value, const Messages& messages) {
  std::vector<std::string> values;
  if (control.kind == ControlKind::threshold) {
    values.assign(usual_thresholds.begin(), usual_thresholds.end());
    if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
  } else if (control.kind == ControlKind::admission) {
    values = {"publish_all", "hold_newcomers", "hold_all"};
  } else if (control.kind == ControlKind::decision) {
    values = {"publish", "hide", "hold", "reject"};
  } else {
    values = {"on", "off"};
  }
  std::vector<Choice> choices;
  for (std::string& one : values) choices.push_back({one, value_in_words(control, one, messages)});
  return choices;
}

NodePtr control_view(const DeskState& desk, const PolicyControl& control) {
  const Messages& messages = desk.messages;
  const std::string key = "desk.policy_" + std::string(control.name);
  const SettingsDraft& draft = draft_of(desk);
  const ControlParts parts{.name = std::string(control.name),
                           .label = messages.text(key),
                           .value = value_of(desk, control.name),
                           .hint = messages.text(key + "_hint"),
                           .error = error_at(draft, control.name),
                           .error_words =
                               control.kind == ControlKind::count
                                   ? messages.text("desk.whole_number", "n", messages.number(control.largest))
                                   : messages.text("desk.other_value"),
                           .state = may_change_settings(desk) ? State::none : State::disabled};
  if (control.kind == ControlKind::count) return number_field(parts, control.largest, messages);
  return choice_field(parts, choices_of(control, parts.value, messages), messages);
}

NodePtr group_view(const DeskState& desk, std::string_view group) {
  const std::string name(group);
  std::vector<NodePtr> parts{
      element(Role::legend, {.key = "legend"}, {words(desk.messages.text("desk.policy_group_" + name))})};
  for (const PolicyControl& control : policy_controls) {
    if (control.group == group) parts.push_back(control_view(desk, control));
  }
  return element(Role::field_set, {.key = name, .attributes = {style("d-group")}}, std::move(parts));
}

} // namespace

std::string value_in_words(const PolicyControl& control, const std::string& value, const Messages& messages) {
  if (control.kind == ControlKind::count) return value;
  std::string key = "desk.value_" + std::string(control.name) + "_" + value;
  if (control.kind == ControlKind::threshold) {
    key = value;
    std::replace(key.begin(), key.end(), '.', '_');
    key = "desk.threshold_" + key;
    if (!messages.knows(key)) return messages.text("desk.threshold_other", "n", value);
  }
  return messages.knows(key) ? messages.text(key) : value;
}

std::vector<NodePtr> policy_changes(const DeskState& desk) {
  const Messages& messages = desk.messages;
  std::vector<NodePtr> lines;
  for (const PolicyControl& control : policy_controls) {
    const std::string saved = control_text(desk.settings.saved->policy, control.name);
    const std::string now = value_of(desk, control.name);
    if (saved == now) continue;
    lines.push_back(change_line(
        std::string(control.name),
        messages.text("desk.change_line", {{"what", messages.text("desk.policy_" + std::string(control.name))},
                                           {"before", value_in_words(control, saved, messages)},
                                           {"after", value_in_words(control, now, messages)}})));
  }
  for (NodePtr& line : list_changes(desk)) lines.push_back(std::move(line));
  return lines;
}

NodePtr policy_view(const DeskState& desk) {
  std::vector<NodePtr> cards;
  for (const rules::Preset preset : presets) cards.push_back(preset_card(desk, preset));
  std::vector<NodePtr> controls;
  for (const std::string_view group : groups) controls.push_back(group_view(desk, group));
  controls.push_back(save_bar(desk, policy_changes(desk)));
  return stack("policy", "d-stack",
               {heading(2, desk.messages.text("desk.presets")),
                paragraph("d-hint", desk.messages.text("desk.presets_hint")),
                element(Role::bullet_list, {.key = "presets", .attributes = {style("d-presets")}}, std::move(cards)),
                heading(2, desk.messages.text("desk.in_detail")), desk_form("policy", std::move(controls))});
}

} // namespace palabre::view::desk
