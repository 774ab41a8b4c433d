// Tallies as a comment's row has them.
#pragma once

#include <string>

#include "shared/model/mark.h"

namespace palabre::storage {

// "heart:2,up:3", by name; nothing for an empty tally.
[[nodiscard]] std::string text_of_tally(const MarkTally& tally);
// What cannot be read is no mark.
[[nodiscard]] MarkTally tally_of_text(const std::string& text);
// Adds a count of one name; > 0.
void add_count(MarkTally& tally, const std::string& name, std::int64_t count);

} // namespace palabre::storage
