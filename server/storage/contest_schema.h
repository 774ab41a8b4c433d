// The tables of contest_store.h, as part of the migration `engage`.
#pragma once

#include <string>
#include <vector>

namespace palabre::storage {

[[nodiscard]] std::vector<std::string> contest_schema();

} // namespace palabre::storage
