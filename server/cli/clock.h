// The time of the machine.
#pragma once

#include <chrono>

#include "shared/model/instant.h"

namespace palabre::cli {

[[nodiscard]] inline Instant clock_now() {
  using std::chrono::duration_cast, std::chrono::milliseconds, std::chrono::system_clock;
  return Instant{duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count()};
}

} // namespace palabre::cli
