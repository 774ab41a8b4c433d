// The tables of mark_store.h, as part of the migration `engage`.
#pragma once

#include <string>
#include <vector>

namespace palabre::storage {

[[nodiscard]] std::vector<std::string> mark_schema();

} // namespace palabre::storage
