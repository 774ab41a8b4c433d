// The queue's part of the schema's fourth step.
#pragma once

#include <string>
#include <vector>

#include "server/storage/dialect.h"

namespace palabre::storage {

// What the filters ask for: columns that each tab's index holds, so that rows are read for their own sake only.
inline const std::string queue_filtered = "tabs, language, sentiment, page, reader, network, rules";

[[nodiscard]] std::vector<std::string> queue_schema();
// Makes the search's index; the cases and words of comments that an older program wrote. Throws soci::soci_error.
void fill_cases(soci::session& session, const Dialect& dialect);

} // namespace palabre::storage
