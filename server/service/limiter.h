// Token buckets by any text, at most `keys` of them, hashed with a key of this process so that nobody can aim for
// collisions. Thread safe.
#pragma once

#include <array>
#include <cstdint>
#include <mutex>
#include <string_view>
#include <unordered_map>

#include "shared/model/error.h"
#include "shared/rules/rate_limit.h"

namespace palabre::service {

class Limiter {
public:
  Limiter(rules::RateLimit limit, std::size_t keys);
  // rate_limited with retry_after_s.
  [[nodiscard]] Expected<void> take(std::string_view key, Instant now);
  // What was taken did not count.
  void give_back(std::string_view key);

private:
  void make_room(Instant now);
  [[nodiscard]] std::uint64_t hash_of(std::string_view key) const;

  const rules::RateLimit limit_;
  const std::size_t keys_;
  std::array<unsigned char, 16> secret_{};
  std::mutex mutex_;
  std::unordered_map<std::uint64_t, rules::Bucket> buckets_;
};

} // namespace palabre::service
