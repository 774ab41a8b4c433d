// What a member of the team may be called, be reached at and sign in with.
#pragma once

#include <string>
#include <string_view>

#include "shared/rules/comment_rules.h"

namespace palabre::rules {

inline constexpr std::size_t shortest_password = 10; // code points
inline constexpr std::size_t longest_password = 1000;

// In lower case, which is how addresses are compared; any text.
[[nodiscard]] std::string email_key(std::string_view email);
// As email_key, of an address that can be one and is there: field_empty, malformed_address and the like.
[[nodiscard]] Expected<std::string> check_member_email(std::string_view email, const Limits& limits);
// password_too_short, field_too_long, with the field `password`. Nothing is trimmed: each character counts.
[[nodiscard]] Expected<void> check_password(std::string_view password);

} // namespace palabre::rules
