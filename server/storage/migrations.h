// The schema as numbered steps. A step is never edited once released; a change is a new step.
#pragma once

#include <cstdint>

#include "server/storage/dialect.h"
#include "shared/model/error.h"

namespace palabre::storage {

// The newest schema this program knows.
[[nodiscard]] std::int64_t newest_schema();

// Brings the database to the newest schema, in one transaction: all or nothing, and once when several programs start
// together. Refuses a database that a newer program wrote. The error's detail is a sentence for people.
[[nodiscard]] Expected<void> migrate(soci::session& session, const Dialect& dialect);
// To the schema that an older program made, of an empty database; for tests of what becomes of it.
[[nodiscard]] Expected<void> migrate_to(std::int64_t version, soci::session& session, const Dialect& dialect);

} // namespace palabre::storage
