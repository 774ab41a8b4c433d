// How a site's owner wants readers to take part. Part of the site's settings.
#pragma once

#include <string>

#include "shared/model/mark.h"

namespace palabre {

struct Engagement {
  MarkRules marks{};
  std::string welcome{}; // Markdown, shown to a newcomer after the first comment; empty: none; ≤ 2,000 code points
  Shown standing{Shown::no}; // levels and badges beside names
  friend bool operator==(const Engagement&, const Engagement&) = default;
};

} // namespace palabre
