// A SQLite database as an older program left it.
#pragma once

#include <cstdint>

#include <soci/soci.h>

namespace palabre::test {

// Takes the schema's newer steps back: their tables and columns go with what is in them.
void take_back_to(std::int64_t version, soci::session& session);

} // namespace palabre::test
