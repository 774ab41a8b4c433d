// Small nodes that several views use.
#pragma once

#include <string>
#include <string_view>

#include "shared/model/error.h"
#include "shared/view/messages.h"
#include "shared/view/node.h"
#include "shared/view/thread_view.h"

namespace palabre::view {

[[nodiscard]] Attribute style(std::string_view names);
// A button of Paint and style `kind` (button, primary_button or quiet_button).
[[nodiscard]] NodePtr button(std::string key, PaintKind kind, std::string text, Action action,
                             std::vector<Attribute> more = {}, State state = State::none);
// Where a link or a form without script goes: "?reply=42", with the language that was asked for.
[[nodiscard]] std::string own_link(const ThreadState& state, const std::string& query);
// What is wrong and what to do, in words.
[[nodiscard]] std::string error_text(const Error& error, const Messages& messages);

} // namespace palabre::view
