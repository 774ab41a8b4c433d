#pragma once

#include <string>

#include "server/storage/dialect.h"
#include "shared/model/error.h"

namespace palabre::storage {

inline constexpr const char* sqlite_file_name = "palabre.sqlite3";

// Makes the directory and the file where they are missing, readable by their owner only (they hold e-mail addresses).
// The error's detail is a sentence for the person who started the program.
[[nodiscard]] Expected<Dialect> prepare_sqlite(const std::string& directory);

} // namespace palabre::storage
