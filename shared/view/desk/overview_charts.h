// The overview's charts: each has its figures in words, or a table of them.
#pragma once

#include "shared/view/desk/views.h"

namespace palabre::view::desk {

// Comments a day and how many of them were held; the arrow keys walk the days.
[[nodiscard]] NodePtr days_chart(const DeskState& desk, const wire::Overview& figures);
[[nodiscard]] NodePtr reasons_chart(const DeskState& desk, const wire::Overview& figures);
[[nodiscard]] NodePtr hours_chart(const DeskState& desk, const wire::Overview& figures);

// "d-at-7": how much of the largest, in twentieths, for the style sheet.
[[nodiscard]] std::string at_style(std::int64_t value, std::int64_t largest);

} // namespace palabre::view::desk
