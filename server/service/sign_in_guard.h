// Against guessing passwords: tries are counted by address and network together, and by network. Never by address
// alone, so that nobody can lock somebody else out from elsewhere.
#pragma once

#include <string>

#include "server/service/limiter.h"

namespace palabre::service {

class SignInGuard {
public:
  // Counts a try: rate_limited with retry_after_s.
  [[nodiscard]] Expected<void> take(const std::string& email, const std::string& network, Instant now);
  // The password was right: the try did not count.
  void give_back(const std::string& email, const std::string& network);

private:
  static constexpr std::size_t remembered = 65'536;
  Limiter of_address_{rules::RateLimit{5, 1.0 / 30}, remembered};
  Limiter of_network_{rules::RateLimit{30, 1.0 / 10}, remembered};
};

} // namespace palabre::service
