// The parts of a contest's desk.
#pragma once

#include "shared/view/desk/plan_parts.h"

namespace palabre::view::desk {

[[nodiscard]] NodePtr contest_steps(const DeskState& desk); // from entries to prizes; plan_contest_steps.cpp
[[nodiscard]] NodePtr entry_list(const DeskState& desk);    // plan_entries.cpp
[[nodiscard]] NodePtr prizes_view(const DeskState& desk);   // plan_contest_prizes.cpp
[[nodiscard]] NodePtr proof_view(const DeskState& desk);    // the same
[[nodiscard]] NodePtr contest_question(const DeskState& desk);

[[nodiscard]] const Contest& contest_of(const DeskState& desk); // what is loaded
[[nodiscard]] const wire::ContestView& view_of(const DeskState& desk);
[[nodiscard]] bool is_drawn(const DeskState& desk);
[[nodiscard]] bool jury_chooses(const DeskState& desk); // now

} // namespace palabre::view::desk
