// The sample comments of `palabre serve --demo`.
#pragma once

#include <string>

#include "server/storage/store.h"

namespace palabre::cli {

// Puts the samples on the example articles, dated before `now`, when the site has no comment at all. `origin` is where
// the examples are served.
[[nodiscard]] Expected<void> add_demo_samples(storage::Store& store, const Site& site, const std::string& origin,
                                              Instant now);

} // namespace palabre::cli
