// Passwords, by libsodium's argon2id.
#pragma once

#include <string>

#include "shared/model/error.h"

namespace palabre::auth {

// Each takes some tens of milliseconds and 64 MB, so that two run at a time and a few wait a little: `overloaded` with
// retry_after_s for the others.

// A hash with its own salt and parameters, for the store. internal when there is no memory for it.
[[nodiscard]] Expected<std::string> hash_password(const std::string& password);
// In constant time for hashes of the same parameters. An empty hash is nobody's, and takes as long to refuse.
[[nodiscard]] Expected<bool> is_password(const std::string& hash, const std::string& password);

} // namespace palabre::auth
