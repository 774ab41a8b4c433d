// A member's session for a site's own page.
#pragma once

#include <string>
#include <string_view>

#include "server/service/context.h"

namespace palabre::service {

inline constexpr Duration inline_session_life = Duration::minutes(8 * 60);

// A random code, and what it is known by.
struct OneTimeCode {
  std::string code;
  std::string hash;
};
[[nodiscard]] OneTimeCode make_code();
[[nodiscard]] std::string hash_of_code(std::string_view code);

struct InlineToken {
  std::string token; // kept nowhere
  Instant expires;
};
// May moderate that site from that origin, as the member may.
Expected<InlineToken> begin_inline_session(const Context& context, MemberId member, const std::string& site,
                                           const std::string& origin);

} // namespace palabre::service
