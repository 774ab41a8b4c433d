#include "server/service/inline_session.h"

#include "server/auth/token.h"

namespace palabre::service {

OneTimeCode make_code() {
  OneTimeCode made{auth::make_token(), {}};
  made.hash = auth::hash_of_token(made.code);
  return made;
}

std::string hash_of_code(std::string_view code) {
  return auth::hash_of_token(code);
}

Expected<InlineToken> begin_inline_session(const Context& context, MemberId member, const std::string& site,
                                           const std::string& origin) {
  const Instant now = context.now();
  InlineToken made{auth::make_token(), now + inline_session_life};
  const auto added =
      context.store.team().add_session(auth::hash_of_token(made.token), member, site, origin, now, made.expires);
  if (!added) return tl::unexpected(added.error());
  return made;
}

} // namespace palabre::service
