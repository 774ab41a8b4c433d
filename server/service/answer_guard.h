// Against trying out the answers of a contest: wrong tries are counted by reader, and by network, as readers' tokens
// cost nothing. In one process's memory.
#pragma once

#include <string>

#include "server/service/limiter.h"

namespace palabre::service {

class AnswerGuard {
public:
  // Counts a try: rate_limited with retry_after_s. Asked before the answer is looked at, so that nothing tells a right
  // one from a wrong one once the tries are used up.
  [[nodiscard]] Expected<void> take(const std::string& contest, const std::string& reader, const std::string& network,
                                    Instant now) {
    // The network first: what it may try no more is not remembered by reader either, so that fresh tokens of one
    // network cannot crowd out the tries of everybody else.
    if (auto taken = of_network_.take(contest + " " + network, now); !taken) return taken;
    auto taken = of_reader_.take(contest + " " + reader, now);
    if (!taken) of_network_.give_back(contest + " " + network);
    return taken;
  }
  // The answer was right: the try did not count.
  void give_back(const std::string& contest, const std::string& reader, const std::string& network) {
    of_reader_.give_back(contest + " " + reader);
    of_network_.give_back(contest + " " + network);
  }

private:
  static constexpr std::size_t remembered = 65'536;
  Limiter of_reader_{rules::RateLimit{5, 5.0 / 3600}, remembered};    // an hour
  Limiter of_network_{rules::RateLimit{30, 30.0 / 3600}, remembered}; // an hour
};

} // namespace palabre::service
