#include "shared/rules/rate_limit.h"

#include <algorithm>
#include <cmath>

namespace palabre::rules {

Bucket full_bucket(const RateLimit& limit, Instant now) {
  return {limit.capacity, now};
}

RateDecision take_token(const Bucket& bucket, const RateLimit& limit, Instant now) {
  const std::int64_t elapsed = std::max<std::int64_t>(0, (now - bucket.refilled).milliseconds);
  const double refill = static_cast<double>(elapsed) / 1000.0 * limit.per_second;
  Bucket after{std::min(limit.capacity, bucket.tokens + refill), now};
  if (after.tokens >= 1.0) {
    after.tokens -= 1.0;
    return {true, after, Duration{0}};
  }
  const double wait = std::ceil((1.0 - after.tokens) / limit.per_second * 1000.0);
  return {false, after, Duration{std::max<std::int64_t>(1, static_cast<std::int64_t>(wait))}};
}

} // namespace palabre::rules
