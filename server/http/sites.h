// The registered sites, read from the store and kept for a moment, so that `palabre site add` in another process is
// seen within two seconds.
#pragma once

#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string_view>
#include <vector>

#include "server/storage/store.h"

namespace palabre::http {

class SiteDirectory {
public:
  explicit SiteDirectory(storage::Store& store) : store_(store) {}

  // unknown_site with the field "site", storage's errors.
  [[nodiscard]] Expected<Site> find(std::string_view name);
  [[nodiscard]] Expected<Site> find(SiteId id);
  // Whether some site registered the origin.
  [[nodiscard]] bool any_allows(std::string_view origin);
  // What was changed here is seen at once.
  void forget();

private:
  using Sites = std::shared_ptr<const std::vector<Site>>;
  [[nodiscard]] Expected<Sites> current();

  storage::Store& store_;
  std::shared_mutex mutex_; // of the two below
  Sites sites_;
  std::chrono::steady_clock::time_point read_at_{};
  std::mutex reading_; // one reader of the store at a time
};

[[nodiscard]] bool allows(const Site& site, std::string_view origin);

} // namespace palabre::http
