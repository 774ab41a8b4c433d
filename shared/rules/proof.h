// What a page tells of how a comment was written, in one text beside it: "1;<milliseconds from the first keystroke to
// sending>;<what stands in the field that people do not see>". A hint, as anybody may send anything.
#pragma once

#include <optional>
#include <string_view>

#include "shared/model/instant.h"

namespace palabre::rules {

struct Proof {
  std::optional<Duration> writing;
  bool trap{false};
};

// Whatever cannot be read says nothing.
[[nodiscard]] Proof read_proof(std::string_view text);

} // namespace palabre::rules
