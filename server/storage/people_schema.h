// The tables of people_store.h, as part of the migration `engage`.
#pragma once

#include <string>
#include <vector>

namespace palabre::storage {

[[nodiscard]] std::vector<std::string> people_schema();

} // namespace palabre::storage
