// The rules of every site, compiled once for each version that its owner gave them.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>
#include <vector>

#include "server/storage/store.h"
#include "shared/rules/moderation.h"

namespace palabre::service {

// Immutable: what one version of a site's policy and filter says.
struct SiteRulebook {
  storage::RulesVersion version;
  std::shared_ptr<const rules::Moderation> whole_site;
  std::map<std::string, std::shared_ptr<const rules::Moderation>> pages; // those with a policy of their own
  std::shared_ptr<const rules::SpamFilter> filter;                       // nullptr: nothing learned yet
  std::vector<storage::StoredBan> bans;                                  // not lifted; some may be over
  wire::Appearance look;
  Engagement engagement;

  [[nodiscard]] const rules::Moderation& of_page(const std::string& page) const;
  // What a writer with these hashes may not do now; the heavier of several.
  [[nodiscard]] std::optional<wire::BanEffect> ban_of(const std::string& reader, const std::string& network,
                                                      Instant now) const;
};

struct SitePace {
  rules::Pace pace;
  double usual_per_hour{0};
};

class RuleBook {
public:
  RuleBook();                                                                     // without any word list
  explicit RuleBook(const rules::Knowledge& knowledge) : knowledge_(knowledge) {} // which must outlive it

  // As stored two seconds ago at most, whoever changed it; after forget(), as stored now.
  [[nodiscard]] Expected<std::shared_ptr<const SiteRulebook>> of_site(storage::Store& store, SiteId site, Instant now);
  // How much the site gets, as of two seconds ago at most, and with what was noted since.
  [[nodiscard]] SitePace pace_of(SiteId site) const;
  void note_comment(SiteId site);
  void forget(SiteId site);
  [[nodiscard]] const rules::Knowledge& knowledge() const { return knowledge_; }
  // One at a time tells the filters what was decided.
  [[nodiscard]] std::mutex& teaching() { return teaching_; }

private:
  struct Entry {
    std::mutex reading; // one reader of the store at a time
    // Of the book's mutex:
    std::shared_ptr<const SiteRulebook> compiled;
    bool fresh{false};
    Instant read_at{};
    SitePace pace;
    Instant usual_at{};
    std::atomic<std::uint32_t> since{0}; // comments
  };
  [[nodiscard]] std::shared_ptr<Entry> entry_of(SiteId site);
  [[nodiscard]] std::shared_ptr<const SiteRulebook> fresh_of(const Entry& entry, Instant now) const;
  [[nodiscard]] Expected<std::shared_ptr<const SiteRulebook>> read(storage::Store& store, SiteId site, Entry& entry,
                                                                   Instant now);
  void read_pace(storage::Store& store, SiteId site, Entry& entry, Instant now);
  [[nodiscard]] std::shared_ptr<const SiteRulebook>
  compile(const storage::SiteRules& rules, const std::vector<std::string>& hosts, const SiteRulebook* former) const;

  const rules::Knowledge& knowledge_;
  mutable std::shared_mutex mutex_;
  std::map<SiteId, std::shared_ptr<Entry>> entries_;
  std::mutex teaching_;
};

// The policy of a page, or of the whole site (`page` empty), as its owner's JSON says; where that cannot be read, as
// of a later program, the careful preset, or the site's own.
[[nodiscard]] rules::Policy stored_policy(const storage::SiteRules& rules, const std::string& page);

} // namespace palabre::service
