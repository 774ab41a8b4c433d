// A token bucket as a pure function: `capacity` at once, refilled evenly over time.
#pragma once

#include "shared/model/instant.h"

namespace palabre::rules {

struct RateLimit {
  double capacity{10};     // tokens, ≥ 1
  double per_second{0.25}; // refill, > 0
};

struct Bucket {
  double tokens{0};
  Instant refilled{};
};

struct RateDecision {
  bool allowed;
  Bucket after;
  Duration retry_after; // until one token is there; 0 when allowed
};

[[nodiscard]] Bucket full_bucket(const RateLimit& limit, Instant now);
// A clock that runs backwards gives no tokens and takes none.
[[nodiscard]] RateDecision take_token(const Bucket& bucket, const RateLimit& limit, Instant now);

} // namespace palabre::rules
