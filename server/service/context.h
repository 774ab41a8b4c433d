// What every use case is given.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "server/service/answer_guard.h"
#include "server/service/poll_book.h"
#include "server/service/presence.h"
#include "server/service/rule_book.h"
#include "server/service/sign_in_guard.h"
#include "server/storage/store.h"
#include "shared/rules/comment_rules.h"

namespace palabre::service {

// Who asks, as far as the server can tell.
struct Visitor {
  std::string reader_token;         // made by the reader's browser; may be empty
  std::string network;              // the prefix of their address, in any one form; may be empty
  bool staff{false};                // signed in at the desk, as moderator or owner: no rule applies to them
  std::optional<MemberId> member{}; // of `staff`: who it is
};

struct Context {
  storage::Store& store;
  rules::Limits limits;
  std::string secret;                                             // Store::secret
  std::function<Instant()> now;                                   // the clock
  std::function<void(SiteId, const std::string& page)> changed;   // a thread changed; called after the write is durable
  std::shared_ptr<RuleBook> rules = std::make_shared<RuleBook>(); // what the sites' owners want
  std::function<void(SiteId, const std::string& page)> marked{};  // the same of marks on it, of which many may come
  bool counts_pace{true}; // whether writing much at once is judged; false under load tests
  std::shared_ptr<SignInGuard> sign_ins = std::make_shared<SignInGuard>(); // against guessing passwords

  std::shared_ptr<AnswerGuard> answers = std::make_shared<AnswerGuard>(); // against guessing a contest's answer
  std::shared_ptr<Presence> presence = std::make_shared<Presence>();      // of members, at the desk's comments
  std::shared_ptr<PollBook> polls = std::make_shared<PollBook>();
  std::function<void(SiteId, PostId)> post_changed{}; // what an owner says of it; after the write is durable
  std::function<void(SiteId, PostId)> voted{};        // in a poll, or entered; after the write is durable
  std::function<void(SiteId)> settings_changed{};     // a site's origins, policy or look; after the write is durable
  std::function<void(std::function<void()>)> later{}; // does what the answer need not wait for; empty: at once

  void tell_settings_changed(SiteId site) const {
    rules->forget(site);
    if (settings_changed) settings_changed(site);
  }
  void tell_post_changed(SiteId site, PostId post) const {
    if (post_changed) post_changed(site, post);
  }
  void tell_voted(SiteId site, PostId post) const {
    if (voted) voted(site, post);
  }
  void tell_changed(const storage::StoredComment& stored) const {
    if (changed) changed(stored.site, stored.page);
  }
};

} // namespace palabre::service
