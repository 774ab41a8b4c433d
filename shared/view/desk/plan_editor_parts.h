// What the parts of the editor share.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "shared/view/desk/plan_parts.h"

namespace palabre::view::desk {

// One form: its controls, with their labels, hints and what is wrong, from "desk.plan_" + the control's name, where
// each dot is a "_".
class EditorControls {
public:
  explicit EditorControls(const DeskState& desk) : desk_(desk), form_(shown_form(desk)) {}

  [[nodiscard]] NodePtr line(const char* name, const std::string& value, const char* kind = "text") const;
  [[nodiscard]] NodePtr area(const char* name, const std::string& value, unsigned rows) const;
  [[nodiscard]] NodePtr number(const char* name, const std::string& value, std::int64_t largest) const;
  [[nodiscard]] NodePtr tick(const char* name, bool on) const;
  // The values' words are "desk.plan_" + name + "_" + value.
  template <class Value, class Values>
  [[nodiscard]] NodePtr choice(const char* name, Value value, const Values& values) const {
    std::vector<Choice> choices;
    for (const Value one : values) choices.push_back(choice_of(name, std::string(to_name(one))));
    return choose(name, std::string(to_name(value)), choices);
  }
  [[nodiscard]] NodePtr choose(const char* name, const std::string& value, const std::vector<Choice>& choices) const;
  [[nodiscard]] NodePtr moment(const char* name, const std::string& value) const;
  [[nodiscard]] State state_of(std::string_view name) const; // disabled where it may not be changed
  [[nodiscard]] const Error* error_at(std::string_view name) const;
  [[nodiscard]] const PostForm& form() const { return form_; }
  [[nodiscard]] const DeskState& desk() const { return desk_; }

private:
  [[nodiscard]] ControlParts parts(const char* name, const std::string& value) const;
  [[nodiscard]] Choice choice_of(const char* name, std::string value) const;

  const DeskState& desk_;
  const PostForm& form_;
};

[[nodiscard]] NodePtr group(std::string key, std::string title, std::vector<NodePtr> parts); // a field set
[[nodiscard]] NodePtr poll_form(const EditorControls& controls);                             // plan_editor_poll.cpp
[[nodiscard]] NodePtr options_form(const EditorControls& controls);                          // nullptr: of a scale
[[nodiscard]] NodePtr contest_form(const EditorControls& controls);                          // plan_editor_contest.cpp
[[nodiscard]] NodePtr editor_actions(const DeskState& desk);                                 // plan_editor_actions.cpp
[[nodiscard]] NodePtr editor_question(const DeskState& desk);
[[nodiscard]] NodePtr editor_conflict(const DeskState& desk);
[[nodiscard]] NodePtr editor_preview(const DeskState& desk); // plan_editor_preview.cpp
[[nodiscard]] NodePtr embed_view_of(const DeskState& desk);  // the same

} // namespace palabre::view::desk
