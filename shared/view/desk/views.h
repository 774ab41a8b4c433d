// One function a screen, and small nodes that several of them use.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/view/desk/state.h"
#include "shared/view/parts.h"

namespace palabre::view::desk {

[[nodiscard]] NodePtr sign_in_view(const DeskState& state);
[[nodiscard]] NodePtr sign_in_again_view(const DeskState& state); // a dialog in front of the screen
[[nodiscard]] NodePtr queue_view(const DeskState& state);
[[nodiscard]] NodePtr settings_view(const DeskState& state);
[[nodiscard]] NodePtr team_view(const DeskState& state);
[[nodiscard]] NodePtr account_view(const DeskState& state);
[[nodiscard]] NodePtr log_view(const DeskState& state);
[[nodiscard]] NodePtr bans_view(const DeskState& state); // log_view.cpp
[[nodiscard]] NodePtr help_view(const DeskState& state); // a dialog with all keys; nullptr: it is closed
[[nodiscard]] NodePtr overview_view(const DeskState& state);
[[nodiscard]] NodePtr plan_view(const DeskState& state); // plan_parts.h has its parts
[[nodiscard]] NodePtr regulars_view(const DeskState& state);
[[nodiscard]] NodePtr replies_view(const DeskState& state);
// Around every screen; somebody is signed in.
[[nodiscard]] NodePtr navigation(const DeskState& state);
[[nodiscard]] NodePtr skip_link(const DeskState& state);

// A labelled field of a form. `name`: Action::target of its changes, and with "field-" in front its Attr::id.
struct FieldParts {
  std::string name;
  std::string label;
  std::string value{};
  std::string kind{"text"};
  std::string autocomplete{};
  std::string hint{};          // said below it
  const Error* error{nullptr}; // of this field
  State state{State::none};
};
[[nodiscard]] NodePtr field(const FieldParts& parts, const Messages& messages);
// A button of the desk: desk_press with `target`.
[[nodiscard]] NodePtr press(std::string key, PaintKind kind, std::string text, std::string target,
                            std::vector<Attribute> more = {}, State state = State::none);
// A link to another place of the desk.
[[nodiscard]] NodePtr go(std::string key, std::string text, std::string hash, State state = State::none);
// A box that says what went wrong; nullptr for no error.
[[nodiscard]] NodePtr trouble(const std::optional<Error>& error, const Messages& messages);

} // namespace palabre::view::desk
