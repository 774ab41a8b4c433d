#include "server/http/desk/inline_codes.h"

namespace palabre::http::desk {

bool InlineCodes::add(const std::string& hash, InlineGrant grant, Instant now) {
  const std::lock_guard lock(mutex_);
  std::erase_if(grants_, [&](const auto& one) { return one.second.until <= now; });
  if (grants_.size() >= limit) return false;
  grant.until = now + life;
  grants_[hash] = std::move(grant);
  return true;
}

std::optional<InlineGrant> InlineCodes::take(const std::string& hash, std::string_view origin, Instant now) {
  const std::lock_guard lock(mutex_);
  const auto found = grants_.find(hash);
  if (found == grants_.end()) return std::nullopt;
  InlineGrant grant = std::move(found->second);
  grants_.erase(found);
  if (grant.until <= now || grant.origin != origin) return std::nullopt;
  return grant;
}

} // namespace palabre::http::desk
