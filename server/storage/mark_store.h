// What readers leave on comments and pages, in one ledger: server/storage/mark_*.cpp.
// Methods say intent, are atomic, thread safe, durable when they return, and fail with `storage_unavailable` unless
// they say otherwise. Unique keys are the last arbiter: two servers on one database count nothing twice.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/storage/desk_store.h"
#include "shared/model/engagement.h"
#include "shared/model/error.h"
#include "shared/model/id.h"
#include "shared/model/instant.h"
#include "shared/wire/messages.h"

namespace palabre::storage {

struct MarkTarget {
  SiteId site;
  std::optional<CommentId> comment{}; // nullopt: the page itself
  std::string page{};                 // key; of a comment it is the comment's own
};
struct NewMark {
  MarkTarget target;
  std::string name;
  std::string reader;  // keyed hash
  std::string network; // keyed hash of the prefix, another one each day
  Instant created;
  std::int64_t network_cap{}; // votes, or reactions, of one network on one target; 0: any
};
struct StoredMark {
  SiteId site;
  std::string page;              // key
  MarkTally tally;               // all of it, whatever readers may see; reactions by name
  std::vector<std::string> mine; // by name
  bool changed{false};
};
class MarkStore {
public:
  virtual ~MarkStore() = default;

  // The reader's, once: putting it again changes nothing, and one vote takes the place of the other. A page that was
  // never written to is made. unknown_comment where readers do not see it, or on another site; own_comment of a vote
  // for what the reader wrote; rate_limited beyond the cap.
  virtual Expected<StoredMark> put_mark(const NewMark& mark) = 0;
  // What is not there needs no dropping. `network`, `created` and the cap count for nothing.
  virtual Expected<StoredMark> drop_mark(const NewMark& mark) = 0;
  // All that a reader left on a page and on its comments that readers see.
  virtual Expected<std::vector<wire::OwnMarks>> own_marks(SiteId site, const std::string& page,
                                                          const std::string& reader) = 0;

  // nullopt: the site's owner never said.
  virtual Expected<std::optional<Engagement>> engagement(SiteId site) = 0;
  // 0: nothing changed; else what undoes it. settings_changed when `version` is not the present one of the policy
  // (nullopt: whatever it is). Every comment's place in the orders follows.
  virtual Expected<std::int64_t> change_engagement(SiteId site, std::optional<std::int64_t> version,
                                                   const Engagement& engagement, const AuditNote& note) = 0;
  // Of a site that is new; one that has settings keeps them.
  virtual Expected<void> begin_engagement(SiteId site, const Engagement& engagement) = 0;
};

} // namespace palabre::storage
