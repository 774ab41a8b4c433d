// Passwords, by libsodium's argon2id.
#pragma once

#include <string>

#include "shared/model/error.h"

namespace palabre::auth {

inline constexpr std::size_t shortest_password = 10; // code points
inline constexpr std::size_t longest_password = 1000;

// A hash with its own salt and parameters, for the store. Takes some tens of milliseconds and 64 MB. internal when
// there is no memory for it.
[[nodiscard]] Expected<std::string> hash_password(const std::string& password);
// In constant time for hashes of the same parameters. An empty hash is nobody's, and takes as long to refuse.
[[nodiscard]] bool is_password(const std::string& hash, const std::string& password);

} // namespace palabre::auth
