#include "server/service/rule_book.h"

#include <algorithm>

#include "shared/wire/codec_policy.h"

namespace palabre::service {
namespace {

constexpr Duration fresh_for = Duration::seconds(2);
constexpr Duration usual_for = Duration::minutes(10);

const rules::Knowledge& nothing() {
  static const rules::Knowledge knowledge;
  return knowledge;
}

// A clock that was set back makes nothing fresh.
bool within(Instant then, Instant now, Duration length) {
  const Duration age = now - then;
  return age.milliseconds >= 0 && age < length;
}

const std::string* policy_json(const storage::SiteRules& rules, const std::string& page) {
  const auto found = std::find_if(rules.policies.begin(), rules.policies.end(),
                                  [&](const storage::StoredPolicy& one) { return one.page == page; });
  return found != rules.policies.end() ? &found->policy : nullptr;
}

// The hosts of the site's own pages: links there are nobody's promotion.
Expected<std::vector<std::string>> own_hosts(storage::Store& store, SiteId id) {
  const auto sites = store.sites();
  if (!sites) return tl::unexpected(sites.error());
  std::vector<std::string> hosts;
  for (const Site& site : *sites) {
    if (!(site.id == id)) continue;
    for (const std::string& origin : site.origins) {
      const std::size_t scheme = origin.find("://");
      if (scheme == std::string::npos) continue; // `null`
      const std::string host = origin.substr(scheme + 3);
      hosts.push_back(host.substr(0, host.find(':')));
    }
  }
  return hosts;
}

rules::Policy with_hosts(rules::Policy policy, const std::vector<std::string>& hosts) {
  policy.trusted_domains.insert(policy.trusted_domains.end(), hosts.begin(), hosts.end());
  return policy;
}

} // namespace

rules::Policy stored_policy(const storage::SiteRules& rules, const std::string& page) {
  rules::Policy policy = rules::policy_of(rules::Preset::careful);
  for (const std::string& holder : {std::string(), page}) {
    const std::string* json = policy_json(rules, holder);
    if (json != nullptr) policy = wire::decode_policy(*json, policy).value_or(policy);
    if (page.empty()) break;
  }
  return policy;
}

const rules::Moderation& SiteRulebook::of_page(const std::string& page) const {
  const auto found = pages.find(page);
  return found != pages.end() ? *found->second : *whole_site;
}

std::optional<wire::BanEffect> SiteRulebook::ban_of(const std::string& reader, const std::string& network,
                                                    Instant now) const {
  std::optional<wire::BanEffect> effect;
  for (const storage::StoredBan& one : bans) {
    const std::string& hash = one.ban.subject == wire::BanSubject::author ? reader : network;
    if (hash.empty() || one.hash != hash || (one.ban.until && *one.ban.until <= now)) continue;
    if (one.ban.effect == wire::BanEffect::ban) return wire::BanEffect::ban;
    effect = one.ban.effect;
  }
  return effect;
}

RuleBook::RuleBook() : RuleBook(nothing()) {}

Expected<std::shared_ptr<const SiteRulebook>> RuleBook::of_site(storage::Store& store, SiteId site, Instant now) {
  const std::shared_ptr<Entry> entry = entry_of(site);
  if (auto compiled = fresh_of(*entry, now)) return compiled;
  const std::lock_guard reading(entry->reading);
  if (auto compiled = fresh_of(*entry, now)) return compiled;
  return read(store, site, *entry, now);
}

SitePace RuleBook::pace_of(SiteId site) const {
  const std::shared_lock lock(mutex_);
  const auto found = entries_.find(site);
  if (found == entries_.end()) return {};
  SitePace pace = found->second->pace;
  const std::uint32_t since = found->second->since;
  pace.pace.in_minute += since;
  pace.pace.in_hour += since;
  return pace;
}

void RuleBook::note_comment(SiteId site) {
  const std::shared_lock lock(mutex_);
  if (const auto found = entries_.find(site); found != entries_.end()) ++found->second->since;
}

void RuleBook::forget(SiteId site) {
  const std::unique_lock lock(mutex_);
  if (const auto found = entries_.find(site); found != entries_.end()) found->second->fresh = false;
}

std::shared_ptr<RuleBook::Entry> RuleBook::entry_of(SiteId site) {
  {
    const std::shared_lock lock(mutex_);
    if (const auto found = entries_.find(site); found != entries_.end()) return found->second;
  }
  const std::unique_lock lock(mutex_);
  std::shared_ptr<Entry>& entry = entries_[site];
  if (!entry) entry = std::make_shared<Entry>();
  return entry;
}

std::shared_ptr<const SiteRulebook> RuleBook::fresh_of(const Entry& entry, Instant now) const {
  const std::shared_lock lock(mutex_);
  return entry.fresh && within(entry.read_at, now, fresh_for) ? entry.compiled : nullptr;
}

Expected<std::shared_ptr<const SiteRulebook>> RuleBook::read(storage::Store& store, SiteId site, Entry& entry,
                                                             Instant now) {
  std::shared_ptr<const SiteRulebook> former;
  {
    const std::unique_lock lock(mutex_);
    former = entry.compiled;
    entry.fresh = true; // a change that is told from here on makes it old again
  }
  std::shared_ptr<const SiteRulebook> compiled = former;
  const auto version = store.rules_version(site);
  if (!version) return tl::unexpected(version.error());
  if (!former || !(former->version == *version)) {
    const auto stored = store.site_rules(site);
    if (!stored) return tl::unexpected(stored.error());
    const auto hosts = own_hosts(store, site);
    if (!hosts) return tl::unexpected(hosts.error());
    compiled = compile(*stored, *hosts, former.get());
  }
  read_pace(store, site, entry, now);
  const std::unique_lock lock(mutex_);
  entry.compiled = compiled;
  entry.read_at = now;
  return compiled;
}

// Of no weight for anything but a surge: a failure leaves what was known.
void RuleBook::read_pace(storage::Store& store, SiteId site, Entry& entry, Instant now) {
  const std::uint32_t noted = entry.since;
  const auto pace = store.pace_of_site(site, now);
  const bool known = within(entry.usual_at, now, usual_for);
  const auto usual = known ? Expected<double>(entry.pace.usual_per_hour) : store.usual_pace_of_site(site, now);
  const std::unique_lock lock(mutex_);
  if (pace) {
    entry.pace.pace = *pace;
    entry.since -= noted;
  }
  if (usual && !known) {
    entry.pace.usual_per_hour = *usual;
    entry.usual_at = now;
  }
}

std::shared_ptr<const SiteRulebook> RuleBook::compile(const storage::SiteRules& rules,
                                                      const std::vector<std::string>& hosts,
                                                      const SiteRulebook* former) const {
  auto compiled = std::make_shared<SiteRulebook>();
  compiled->version = rules.version;
  compiled->bans = rules.bans;
  compiled->look = rules.look;
  compiled->engagement = rules.engagement;
  if (former != nullptr && former->version.policy == rules.version.policy) {
    compiled->whole_site = former->whole_site;
    compiled->pages = former->pages;
  } else {
    compiled->whole_site =
        std::make_shared<const rules::Moderation>(knowledge_, with_hosts(stored_policy(rules, {}), hosts));
    for (const storage::StoredPolicy& one : rules.policies) {
      if (one.page.empty()) continue;
      compiled->pages[one.page] =
          std::make_shared<const rules::Moderation>(knowledge_, with_hosts(stored_policy(rules, one.page), hosts));
    }
  }
  if (former != nullptr && former->version.filter == rules.version.filter) {
    compiled->filter = former->filter;
  } else if (!rules.filter.empty()) {
    compiled->filter = std::make_shared<const rules::SpamFilter>(rules::SpamFilter::read(rules.filter));
  }
  return compiled;
}

} // namespace palabre::service
