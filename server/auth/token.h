// Random tokens, of which only hashes are kept.
#pragma once

#include <string>
#include <string_view>

namespace palabre::auth {

// 32 random bytes in base64url: 43 characters.
[[nodiscard]] std::string make_token();
// Whether a text may be one of ours.
[[nodiscard]] bool is_token(std::string_view text);
// Of any text, in hexadecimal; what the store knows a token by. Tokens are random, so a plain hash leads nowhere back.
[[nodiscard]] std::string hash_of_token(std::string_view token);
// In constant time for texts of the same length.
[[nodiscard]] bool are_equal(std::string_view a, std::string_view b);

} // namespace palabre::auth
