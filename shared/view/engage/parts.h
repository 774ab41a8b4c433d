// Small nodes that several views of posts use. A verb is "name.POST" or "name.POST.argument", in Action::target.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/view/engage/state.h"
#include "shared/view/node.h"
#include "shared/view/parts.h"

namespace palabre::view::engage {

[[nodiscard]] std::string verb(std::string_view name, const Item& item, std::string_view argument = {});
// "post-42-title"
[[nodiscard]] std::string id_in(const Item& item, std::string_view part);
[[nodiscard]] NodePtr paragraph(std::string_view names, std::string text, std::string key = {});
[[nodiscard]] NodePtr status(const Item& item); // what just happened, and what went wrong
[[nodiscard]] NodePtr press(std::string key, PaintKind kind, std::string text, Action action,
                            std::vector<Attribute> more = {}, view::State state = view::State::none);
// A button that sends the form it stands in; busy while it is on its way.
[[nodiscard]] NodePtr send_button(const Item& item, std::string key, std::string text);
// A form that also works without script: fields go to /p/{site}/{id}.
[[nodiscard]] NodePtr form(const State& state, const Item& item, std::string_view what, std::vector<NodePtr> parts);
// Opens the form again; without script a link to the page that has it.
[[nodiscard]] NodePtr change_control(const State& state, const Item& item, std::string text);
// And leaves it as it was.
[[nodiscard]] NodePtr cancel_control(const State& state, const Item& item);
// Takes part no more: a button, or a form of its own.
[[nodiscard]] NodePtr withdraw_control(const State& state, const Item& item, std::string text);
// What went wrong. Without script it leads to the field.
[[nodiscard]] NodePtr error_view(const State& state, const Item& item);
struct Field {
  std::string part; // of its id
  std::string name;
  std::string label;
  std::string value;
  Action action;
  std::string longest{};
  bool required{false};
  bool wrong{false};
};
[[nodiscard]] NodePtr line_field(const Item& item, const Field& field);
[[nodiscard]] NodePtr text_field(const Item& item, const Field& field, unsigned rows);
[[nodiscard]] NodePtr choice_field(const Item& item, std::string_view kind, const Field& field, bool checked);
// When it ends, or ended.
[[nodiscard]] NodePtr until(const State& state, const Item& item);
[[nodiscard]] NodePtr table(std::string caption, std::vector<std::string> heads,
                            std::vector<std::vector<std::string>> rows);
// A table behind a chart, folded.
[[nodiscard]] NodePtr folded_table(const State& state, std::string caption, std::vector<std::string> heads,
                                   std::vector<std::vector<std::string>> rows);
// "class" names and paint of a bar that is so full, 0 … 1.
[[nodiscard]] NodePtr bar(float share);
[[nodiscard]] std::string percent(const Messages& messages, std::int64_t part, std::int64_t whole);
[[nodiscard]] std::string option_name(const State& state, const Poll& poll, std::uint32_t option);
// What a ballot says, ranked ones in their order; an answer of its own in its own words where they are there.
[[nodiscard]] std::string ballot_words(const State& state, const Poll& poll, const Ballot& ballot);
// The same, but what the ends of a scale mean beside their number.
[[nodiscard]] std::string meaning_of(const State& state, const Poll& poll, std::uint32_t option);

} // namespace palabre::view::engage
