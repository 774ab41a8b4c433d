// A poll's own part of the editor: its options, and how people vote.
#include "shared/view/desk/plan_editor_parts.h"

namespace palabre::view::desk {
namespace {

NodePtr option_button(const EditorControls& controls, const char* what, const OptionForm& option, std::string number,
                      const char* sign, bool possible) {
  const DeskState& desk = controls.desk();
  const std::string label = plan_text(desk, std::string("option_") + what, {{"n", number}});
  const State state = controls.state_of("poll.options") | (possible ? State::none : State::disabled);
  return press(
      what, PaintKind::quiet_button, sign, std::string("option_") + what + "." + std::to_string(option.key),
      {{Attr::label, label}, {Attr::title, label}, {Attr::id, std::string(what) + "-" + std::to_string(option.key)}},
      state);
}

NodePtr option_view(const EditorControls& controls, std::size_t index) {
  const DeskState& desk = controls.desk();
  const PostForm& form = controls.form();
  const OptionForm& option = form.options[index];
  const std::string number = desk.messages.number(static_cast<std::int64_t>(index) + 1);
  const std::string name = "option." + std::to_string(option.key);
  return element(Role::list_item, {.key = std::to_string(option.key), .attributes = {style("d-option")}},
                 {field({.name = name,
                         .label = plan_text(desk, "option", {{"n", number}}),
                         .value = option.text,
                         .state = controls.state_of("poll.options")},
                        desk.messages),
                  stack("do", "d-option-do",
                        {option_button(controls, "up", option, number, "↑", index > 0),
                         option_button(controls, "down", option, number, "↓", index + 1 < form.options.size()),
                         option_button(controls, "drop", option, number, "×", form.options.size() > first_options)})});
}

bool takes_several(PollKind kind) {
  return kind == PollKind::multiple || kind == PollKind::ranked;
}

} // namespace

// A form of its own: Enter in an option adds the next one.
NodePtr options_form(const EditorControls& controls) {
  const PostForm& form = controls.form();
  if (form.post.poll->kind == PollKind::scale) return nullptr;
  const DeskState& desk = controls.desk();
  std::vector<NodePtr> options;
  for (std::size_t i = 0; i < form.options.size(); ++i) options.push_back(option_view(controls, i));
  NodePtr error;
  if (const Error* wrong = controls.error_at("poll.options")) {
    error = element(
        Role::paragraph,
        {.key = "error", .attributes = {style("p-error"), {Attr::id, "field-poll.options"}, {Attr::focusable, ""}}},
        {words(wrong->code == ErrorCode::field_empty           ? plan_text(desk, "options_few")
               : wrong->code == ErrorCode::unknown_field_value ? plan_text(desk, "options_twice")
                                                               : error_text(*wrong, desk.messages))});
  }
  return desk_form(
      "option",
      {group("options", plan_text(desk, "options"),
             {paragraph("d-hint", plan_text(desk, "options_hint")),
              element(Role::ordered_list, {.key = "all", .attributes = {style("d-options")}}, std::move(options)),
              error,
              button("add", PaintKind::button, plan_text(desk, "option_add"), {}, {{Attr::submit, "submit"}},
                     form.options.size() >= most_options ? State::disabled : controls.state_of("poll.options"))})});
}

NodePtr poll_form(const EditorControls& controls) {
  const PostForm& form = controls.form();
  const Poll& poll = *form.post.poll;
  const DeskState& desk = controls.desk();
  const bool scale = poll.kind == PollKind::scale;
  const bool own_answers = poll.kind == PollKind::single || poll.kind == PollKind::multiple;
  constexpr std::array shown{ResultsShown::always, ResultsShown::after_voting, ResultsShown::at_closing,
                             ResultsShown::staff};
  constexpr std::array secrecies{Secrecy::secret, Secrecy::open};
  const auto largest = static_cast<std::int64_t>(most_options);
  return group(
      "voting", plan_text(desk, "voting"),
      {controls.choice("poll.kind", poll.kind, poll_kinds),
       takes_several(poll.kind) ? stack("room", "d-columns",
                                        {controls.number("poll.least", form.least, largest),
                                         controls.number("poll.most", form.most, largest)})
                                : nullptr,
       scale ? stack("ends", "d-columns", {controls.line("poll.low", poll.low), controls.line("poll.high", poll.high)})
             : nullptr,
       own_answers ? controls.tick("poll.other", poll.other) : nullptr,
       controls.choice("poll.results", poll.results, shown), controls.choice("poll.secrecy", poll.secrecy, secrecies),
       controls.tick("poll.changeable", poll.changeable)});
}

} // namespace palabre::view::desk
