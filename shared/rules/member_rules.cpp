#include "shared/rules/member_rules.h"

#include <algorithm>

#include "shared/text/utf8.h"

namespace palabre::rules {

std::string email_key(std::string_view email) {
  std::string key = text::normalise_line(text::replace_invalid_utf8(email));
  std::transform(key.begin(), key.end(), key.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return key;
}

Expected<std::string> check_member_email(std::string_view email, const Limits& limits) {
  const Expected<std::string> checked = check_email(email, "email", limits);
  if (!checked) return checked;
  if (checked->empty()) return fail(ErrorCode::field_empty, "email");
  return email_key(*checked);
}

Expected<void> check_password(std::string_view password) {
  if (!text::is_valid_utf8(password)) return fail(ErrorCode::malformed_text, "password");
  const std::size_t length = text::code_point_count(password);
  if (length < shortest_password) {
    return fail(ErrorCode::password_too_short, "password",
                "at least " + std::to_string(shortest_password) + " characters");
  }
  if (length > longest_password) {
    return fail(ErrorCode::field_too_long, "password", "at most " + std::to_string(longest_password) + " characters");
  }
  return {};
}

} // namespace palabre::rules
