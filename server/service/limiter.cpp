#include "server/service/limiter.h"

#include <algorithm>
#include <cstring>

#include <sodium.h>

namespace palabre::service {

Limiter::Limiter(rules::RateLimit limit, std::size_t keys) : limit_(limit), keys_(keys) {
  static_assert(crypto_shorthash_KEYBYTES == 16 && crypto_shorthash_BYTES == sizeof(std::uint64_t));
  randombytes_buf(secret_.data(), secret_.size());
}

std::uint64_t Limiter::hash_of(std::string_view key) const {
  std::array<unsigned char, sizeof(std::uint64_t)> digest{};
  crypto_shorthash(digest.data(), reinterpret_cast<const unsigned char*>(key.data()), key.size(), secret_.data());
  std::uint64_t hash = 0;
  std::memcpy(&hash, digest.data(), digest.size());
  return hash;
}

Expected<void> Limiter::take(std::string_view key, Instant now) {
  const std::uint64_t hash = hash_of(key);
  const std::lock_guard lock(mutex_);
  if (buckets_.size() >= keys_ && buckets_.find(hash) == buckets_.end()) make_room(now);
  rules::Bucket& bucket = buckets_.try_emplace(hash, rules::full_bucket(limit_, now)).first->second;
  const rules::RateDecision decision = rules::take_token(bucket, limit_, now);
  bucket = decision.after;
  if (decision.allowed) return {};
  const std::int64_t seconds = (decision.retry_after.milliseconds + 999) / 1000;
  return tl::unexpected(Error{ErrorCode::rate_limited, {}, {}, std::max<std::int64_t>(seconds, 1)});
}

void Limiter::give_back(std::string_view key) {
  const std::lock_guard lock(mutex_);
  const auto found = buckets_.find(hash_of(key));
  if (found != buckets_.end()) found->second.tokens = std::min(limit_.capacity, found->second.tokens + 1);
}

// Forgets who has not come for so long that the bucket is full again; when nobody has, half of them at random (the
// order of a keyed hash), which lets a few come early rather than anybody exhaust the memory.
void Limiter::make_room(Instant now) {
  const auto refill = static_cast<std::int64_t>(limit_.capacity / limit_.per_second * 1000);
  for (auto it = buckets_.begin(); it != buckets_.end();) {
    it = now.milliseconds - it->second.refilled.milliseconds >= refill ? buckets_.erase(it) : std::next(it);
  }
  for (auto it = buckets_.begin(); buckets_.size() > keys_ / 2;) it = buckets_.erase(it);
}

} // namespace palabre::service
