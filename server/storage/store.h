// The store: methods say intent and are atomic; unique keys are the last arbiter. Every engine passes tests/storage's
// one conformance suite. Thread safe. A write returns after it is durable (it survives power loss); concurrent writes
// share a commit. Failures are `storage_unavailable` unless a method says otherwise; nothing throws out of here.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "server/storage/contest_store.h"
#include "server/storage/desk_store.h"
#include "server/storage/mark_store.h"
#include "server/storage/people_store.h"
#include "server/storage/post_store.h"
#include "shared/model/comment.h"
#include "shared/model/error.h"
#include "shared/model/site.h"
#include "shared/model/thread.h"
#include "shared/rules/history.h"
#include "shared/rules/verdict.h"
#include "shared/wire/messages.h"

namespace palabre::storage {

struct NewComment {
  SiteId site;
  std::string page; // key; the page is made on its first comment
  std::string url;
  std::string title;
  std::optional<CommentId> parent;
  Author author;
  std::string email; // may be empty; never leaves the server
  std::string body;
  CommentState state{CommentState::published};
  Instant created;
  std::string idempotency_key;  // may be empty; per site, the second insert with one key returns the first's comment
  std::string reader{};         // keyed hash of the writer's token; may be empty
  std::string network{};        // keyed hash of the prefix of the writer's network; may be empty
  std::uint64_t fingerprint{0}; // of the body; 0: none
  rules::Verdict verdict{};
  std::vector<std::string> masks{};
  bool newcomer{false};             // nothing of this author was published before
  std::optional<MemberId> member{}; // of the team, who wrote it
  bool asks{false};                 // it is a question, see rules/question.h
  std::optional<PostId> poll{};     // that a member put into it
};

// Who chose a comment's state last.
enum class Decider : std::uint8_t { rules, flags, moderator };

struct StoredComment {
  Comment comment;
  SiteId site;
  std::string page; // key
  // Of one comment that was asked for or written; not of lists.
  rules::Verdict verdict{}; // its decision is the state's
  std::string reader{};
  std::string network{};
  Decider decided_by{Decider::rules};
};

// What an edit makes of a comment. A state that readers or a moderator decided is never left for a lighter one.
struct Revision {
  std::string body;
  Instant edited;
  CommentState state{CommentState::published};
  std::uint64_t fingerprint{0};
  rules::Verdict verdict{};
  std::vector<std::string> masks{};
  bool asks{false};
};

// What a moderator decides; `reason` goes in front of the rules' own.
struct Ruling {
  CommentState state; // not deleted
  std::optional<rules::Reason> reason{};
  std::string by{"command line"}; // the member's name
  Instant at{};
};

struct NewFlag {
  CommentId comment;
  std::string flagger; // a reader's hash, else a network's; the second flag of one changes nothing
  std::string network; // hash
  std::string reason;
  std::string note;
  Instant created;
  std::uint32_t hold_after{0}; // flags from so many networks hold the comment, if no moderator decided on it; 0: never
  rules::Reason held_for{};    // the reason it then gets
};

// Whose history, up to and with `until`; of one comment, without itself and what came after.
struct HistoryQuery {
  SiteId site;
  std::string page; // key
  std::string reader;
  std::string network;
  Instant until;
  std::optional<CommentId> before{};
  std::string name{}; // as signed: without a reader, the network and the name stand for the author
};

// A site's policy, its learned filter and its bans, as they were written; each change of them grows its version.
struct RulesVersion {
  std::int64_t policy{0};
  std::int64_t filter{0};
  std::int64_t bans{0};
  friend bool operator==(const RulesVersion& a, const RulesVersion& b) = default;
};
struct StoredPolicy {
  std::string page; // key; empty: the whole site
  std::string policy;
};
struct SiteRules {
  RulesVersion version;
  std::vector<StoredPolicy> policies; // the whole site's first
  std::string filter;                 // bytes; empty: nothing learned
  std::vector<StoredBan> bans{};      // not lifted; some may be over
  wire::Appearance look{};
  Engagement engagement{}; // nothing where its owner never said
};

struct OwnComment {
  StoredComment stored;
  bool appealed{false};
};

struct FeedEntry {
  Comment comment;
  std::string page;
  std::string url;
  std::string title;
};

class Store {
public:
  virtual ~Store() = default;

  // The same name again replaces the origins.
  virtual Expected<Site> put_site(const std::string& name, const std::vector<std::string>& origins) = 0;
  virtual Expected<std::vector<Site>> sites() = 0;

  // unknown_parent, parent_on_other_page.
  virtual Expected<StoredComment> add_comment(const NewComment& comment) = 0;
  // unknown_comment when it is not there, deleted or removed.
  virtual Expected<StoredComment> edit_comment(CommentId id, const Revision& revision) = 0;
  // Deleting twice is unknown_comment. Its replies stay; without any it leaves the thread, and so do placeholders that
  // lose their last reply.
  virtual Expected<StoredComment> delete_comment(CommentId id, Instant when) = 0;

  // A held comment leaves the thread, or becomes a placeholder there while it has replies; one that is published or
  // hidden comes back. unknown_comment when it is not there or deleted.
  virtual Expected<StoredComment> decide_comment(CommentId id, const Ruling& ruling) = 0;
  // unknown_comment when readers do not see it. Answers with the comment as it then is.
  virtual Expected<StoredComment> add_flag(const NewFlag& flag) = 0;
  // The author's word to the moderators; the second replaces the first. unknown_comment, nothing_to_appeal when its
  // author sees it as neither held nor hidden.
  virtual Expected<StoredComment> put_appeal(CommentId id, const std::string& message, Instant created) = 0;

  virtual Expected<std::optional<StoredComment>> find_comment(CommentId id) = 0;
  // What the first request with this idempotency key wrote.
  virtual Expected<std::optional<StoredComment>> find_repeated(SiteId site, const std::string& idempotency_key) = 0;
  // The comment and its ancestors up to the top level; empty when unknown.
  virtual Expected<std::vector<CommentId>> ancestors(CommentId id) = 0;

  // Published, hidden and placeholder comments; held ones are not in it. A page never written to is an empty thread of
  // version 0.
  virtual Expected<ThreadPage> read_thread(const Site& site, const std::string& page, SortOrder sort,
                                           const std::optional<Cursor>& after, std::size_t top_level_limit) = 0;
  // How many top-level comments of the page stand after `after` (else from the start) and up to the one that `through`
  // is or is below, `limit` at most. 0: `through` is not in this page's thread, or stands before.
  virtual Expected<std::size_t> count_through(const Site& site, const std::string& page, SortOrder sort,
                                              const std::optional<Cursor>& after, CommentId through,
                                              std::size_t limit) = 0;
  // In the order asked; unknown pages count 0.
  virtual Expected<std::vector<wire::PageCount>> count_comments(SiteId site, const std::vector<std::string>& pages) = 0;
  // The newest published comments of a site, or of one of its pages.
  virtual Expected<std::vector<FeedEntry>> recent_comments(SiteId site, const std::optional<std::string>& page,
                                                           std::size_t limit) = 0;

  // All but what the request itself tells, `staff`, and the whole site's pace. Without a reader the network stands for
  // the author where that is said in rules/history.h; published and refused comments are those of nobody's browser from
  // this network that are signed with this name, as PeopleStore::is_first_of has it.
  virtual Expected<rules::History> history_of(const HistoryQuery& query) = 0;
  // Counts end at some thousands.
  virtual Expected<rules::Pace> pace_of_site(SiteId site, Instant until) = 0;
  // Comments an hour over the last week.
  virtual Expected<double> usual_pace_of_site(SiteId site, Instant until) = 0;
  // A reader's held and hidden comments of a page, the newest first.
  virtual Expected<std::vector<OwnComment>> own_comments(SiteId site, const std::string& page,
                                                         const std::string& reader, std::size_t limit) = 0;

  virtual Expected<RulesVersion> rules_version(SiteId site) = 0;
  virtual Expected<SiteRules> site_rules(SiteId site) = 0;
  // Of the whole site (`page` empty) or of one page; an empty policy is none.
  virtual Expected<void> put_policy(SiteId site, const std::string& page, const std::string& policy) = 0;
  // From the present bytes to the next, with nothing in between; an empty answer changes nothing.
  virtual Expected<void> change_filter(SiteId site, const std::function<std::string(const std::string&)>& change) = 0;

  // What the desk keeps, see desk_store.h.
  virtual TeamStore& team() = 0;
  virtual DecisionStore& decisions() = 0;
  virtual QueueStore& queue() = 0;
  // What readers take part in.
  virtual MarkStore& marks() = 0;
  virtual PostStore& posts() = 0;
  virtual ContestStore& contests() = 0;
  virtual PeopleStore& people() = 0;

  // 32 random bytes made once per database; edit tokens derive from it.
  virtual Expected<std::string> secret() = 0;
  // A cheap read and that the writer still takes work, and after a write that failed, a real one; for /healthz.
  virtual Expected<void> ping() = 0;
};

// Opens (makes, migrates) DIRECTORY/palabre.sqlite3.
[[nodiscard]] Expected<std::unique_ptr<Store>> open_sqlite(const std::string& directory);

} // namespace palabre::storage
