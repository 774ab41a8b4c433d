#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "shared/model/error.h"
#include "shared/view/thread_view.h"
#include "shared/wire/desk.h"

namespace palabre::view::desk {

// What came in lately, and what became of it.
struct OverviewState {
  LoadState load{LoadState::loading};
  std::optional<Error> error{};
  std::optional<wire::Overview> figures{};
  std::string site{};         // name; empty: all of them
  std::size_t day{0};         // of figures->days: the one whose figures are said
  std::int32_t offset_min{0}; // of the local time, east of UTC
};

} // namespace palabre::view::desk
