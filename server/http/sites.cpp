#include "server/http/sites.h"

#include <algorithm>

namespace palabre::http {
namespace {

constexpr std::chrono::seconds fresh_for{2};

template <class Matches> Expected<Site> find_site(const std::vector<Site>& sites, Matches matches) {
  const auto found = std::find_if(sites.begin(), sites.end(), matches);
  if (found == sites.end()) return fail(ErrorCode::unknown_site, "site");
  return *found;
}

} // namespace

bool allows(const Site& site, std::string_view origin) {
  return std::find(site.origins.begin(), site.origins.end(), origin) != site.origins.end();
}

Expected<SiteDirectory::Sites> SiteDirectory::current() {
  const auto fresh = [this] { return sites_ && std::chrono::steady_clock::now() - read_at_ < fresh_for; };
  {
    const std::shared_lock lock(mutex_);
    if (fresh()) return sites_;
  }
  const std::lock_guard reading(reading_);
  {
    const std::shared_lock lock(mutex_);
    if (fresh()) return sites_;
  }
  auto read = store_.sites();
  if (!read) return tl::unexpected(read.error());
  const std::unique_lock lock(mutex_);
  sites_ = std::make_shared<const std::vector<Site>>(*std::move(read));
  read_at_ = std::chrono::steady_clock::now();
  return sites_;
}

Expected<Site> SiteDirectory::find(std::string_view name) {
  const auto sites = current();
  if (!sites) return tl::unexpected(sites.error());
  return find_site(**sites, [name](const Site& site) { return site.name == name; });
}

Expected<Site> SiteDirectory::find(SiteId id) {
  const auto sites = current();
  if (!sites) return tl::unexpected(sites.error());
  return find_site(**sites, [id](const Site& site) { return site.id == id; });
}

void SiteDirectory::forget() {
  const std::unique_lock lock(mutex_);
  sites_.reset();
}

bool SiteDirectory::any_allows(std::string_view origin) {
  const auto sites = current();
  return sites &&
         std::any_of((*sites)->begin(), (*sites)->end(), [origin](const Site& site) { return allows(site, origin); });
}

} // namespace palabre::http
