// How often ballots may drop the documents of a whole site: its threads show the polls, and many vote at once.
#pragma once

#include <chrono>
#include <mutex>
#include <optional>
#include <unordered_map>

#include "shared/model/id.h"

namespace palabre::http {

class VotePace {
public:
  // Whether a second has gone since it last said so of this site. What comes in between is seen when the documents are
  // checked by themselves, see document_cache.h.
  [[nodiscard]] bool is_time(SiteId site) {
    const auto now = std::chrono::steady_clock::now();
    const std::lock_guard lock(mutex_);
    auto& last = last_[site];
    if (last && now - *last < std::chrono::seconds(1)) return false;
    last = now;
    return true;
  }

private:
  std::mutex mutex_;
  std::unordered_map<SiteId, std::optional<std::chrono::steady_clock::time_point>> last_;
};

} // namespace palabre::http
