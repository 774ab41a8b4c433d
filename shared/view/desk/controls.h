// Controls of the desk's forms beside views.h's field: each with its label, what it means, and what is wrong.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/view/desk/views.h"

namespace palabre::view::desk {

struct Choice {
  std::string value;
  std::string words;
};
struct ControlParts {
  std::string name; // as in FieldParts
  std::string label;
  std::string value{};
  std::string hint{};
  const Error* error{nullptr};
  std::string error_words{}; // in place of the error's own
  State state{State::none};
  bool painted{true};
};
[[nodiscard]] NodePtr choice_field(const ControlParts& parts, const std::vector<Choice>& choices,
                                   const Messages& messages);
[[nodiscard]] NodePtr text_area_field(const ControlParts& parts, unsigned rows, const Messages& messages);
// One line of `kind`, as Attr::input_kind.
[[nodiscard]] NodePtr line_field(const ControlParts& parts, std::string_view kind, const Messages& messages);
[[nodiscard]] NodePtr number_field(const ControlParts& parts, std::int64_t largest, const Messages& messages);

// A screen: its heading, which gets the focus, and what is on it.
[[nodiscard]] NodePtr screen(std::string_view name, std::string title, std::vector<NodePtr> parts);
[[nodiscard]] NodePtr heading(unsigned level, std::string text, std::string id = {});
[[nodiscard]] NodePtr paragraph(std::string_view style_names, std::string text);
[[nodiscard]] NodePtr stack(std::string key, std::string_view style_names, std::vector<NodePtr> parts);
// Places side by side, of which one is shown: links in a navigation of this name.
struct PlaceLink {
  std::string key;
  std::string words;
  std::string hash;
  bool current{false};
  std::string count{}; // small, behind the words
};
[[nodiscard]] NodePtr place_tabs(std::string key, std::string label, const std::vector<PlaceLink>& places);
// A button that sends the form it stands in.
[[nodiscard]] NodePtr send_button(std::string text, bool busy, State more = State::none);
// A form with own checks.
[[nodiscard]] NodePtr desk_form(std::string name, std::vector<NodePtr> parts);
// Asks before something that cannot be taken back; Escape leaves by the host's key event.
struct QuestionParts {
  std::string title;
  std::string words;
  std::string yes;
  std::string yes_target;
  std::string no;
  std::string no_target;
};
[[nodiscard]] NodePtr question(const QuestionParts& parts);
[[nodiscard]] NodePtr moment(Instant instant, const Messages& messages);

} // namespace palabre::view::desk
