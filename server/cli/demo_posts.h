// What the owner of `palabre serve --demo` put before readers: a poll, a contest and an announcement.
#pragma once

#include <string>

#include "server/storage/store.h"

namespace palabre::cli {

// Puts them above the thread of `page`, opened some days before `now`, with the ballots and entries of some readers.
[[nodiscard]] Expected<void> add_demo_posts(storage::Store& store, const Site& site, const std::string& page,
                                            Instant now);

} // namespace palabre::cli
