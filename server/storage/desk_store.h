// What the desk keeps: three parts of the store, each with its own statements. As Store: methods say intent, are
// atomic, thread safe, durable when they return, and fail with `storage_unavailable` unless they say otherwise.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "shared/model/member.h"
#include "shared/rules/learner.h"
#include "shared/wire/desk.h"

namespace palabre::storage {

// Who did something, for the log.
struct Actor {
  std::optional<MemberId> member{}; // nullopt: no member
  std::string name;                 // the member's, or "rules", "readers", "command line"
};
// A line of the log; the time is the change's own.
struct AuditNote {
  Actor by;
  Instant at;
  std::string action;
  std::optional<SiteId> site{};
  std::string about{};
  std::string before{}; // JSON or empty
  std::string after{};
  std::string note{};
};

// ---- Members, sessions, invitations: server/storage/team_*.cpp ------------------------------------------------------

struct StoredSession {
  Member member;
  std::string inline_site{}; // site's name: may only moderate in that site's pages; empty: the whole desk
  std::string inline_origin{};
  Instant created;
  Instant seen;
};
struct NewInvitation {
  std::string token_hash;
  wire::InvitationKind kind{wire::InvitationKind::invitation};
  MemberRole role{MemberRole::moderator};
  std::string email{};
  std::optional<MemberId> member{}; // of a reset
  Instant created;
  Instant expires;
};

class TeamStore {
public:
  virtual ~TeamStore() = default;
  virtual Expected<std::vector<Member>> members() = 0;
  // By e-mail address, lower case; with the password's hash.
  struct Credentials {
    Member member;
    std::string password_hash;
  };
  virtual Expected<std::optional<Credentials>> find_credentials(const std::string& email) = 0;

  virtual Expected<bool> has_owner() = 0;

  // A set-up link takes the place of earlier ones, a link for a new password that of the member's earlier ones. When
  // whoever made it (the note's actor) leaves or loses a role, it is void.
  virtual Expected<void> add_invitation(const NewInvitation& invitation, const AuditNote& note) = 0;
  virtual Expected<std::optional<wire::InvitationInfo>> find_invitation(const std::string& token_hash, Instant now) = 0;
  virtual Expected<std::vector<wire::OpenInvitation>> open_invitations(Instant now) = 0;
  virtual Expected<void> drop_invitation(std::int64_t id, const AuditNote& note) = 0;
  // Uses it up: the member it makes, or whose password it sets, all of whose sessions end. invitation_over (unknown,
  // used, expired), email_taken; a set-up link when there is an owner: invitation_over.
  virtual Expected<Member> accept_invitation(const std::string& token_hash, const std::string& name,
                                             const std::string& email, const std::string& password_hash,
                                             Instant now) = 0;

  // last_owner, unknown_member. Who loses a role or the account is signed out, everywhere.
  virtual Expected<Member> change_role(MemberId member, MemberRole role, const AuditNote& note) = 0;
  virtual Expected<void> remove_member(MemberId member, const AuditNote& note) = 0;
  // What is not empty changes: email_taken. A new password ends all sessions but `keep`.
  virtual Expected<Member> change_member(MemberId member, const std::string& name, const std::string& email,
                                         const std::string& password_hash, const std::string& keep,
                                         const AuditNote& note) = 0;

  virtual Expected<void> add_session(const std::string& token_hash, MemberId member, const std::string& inline_site,
                                     const std::string& inline_origin, Instant now, Instant expires) = 0;
  // nullopt: none, or over, or unused since `idle_since`. The member is as they are now. Notes the time, to the minute.
  virtual Expected<std::optional<StoredSession>> use_session(const std::string& token_hash, Instant now,
                                                             Instant idle_since) = 0;
  virtual Expected<void> end_session(const std::string& token_hash) = 0;
  virtual Expected<void> end_sessions(MemberId member) = 0;
};

// ---- What is to be looked at: server/storage/queue_*.cpp
// --------------------------------------------------------------

class QueueStore {
public:
  virtual ~QueueStore() = default;
  // bad_cursor. Counts of all tabs come with the first page, unless a search finds more than 1,000 comments.
  virtual Expected<wire::QueuePage> read_queue(const wire::QueueFilter& filter, const std::string& after,
                                               std::size_t limit) = 0;
  virtual Expected<std::optional<wire::QueueItem>> find_item(CommentId id) = 0;
  // All but `clues`; unknown_comment.
  virtual Expected<wire::CommentDetail> read_detail(CommentId id) = 0;
  // What changed after `since`, as far as the filter's site goes; `present` is left empty.
  virtual Expected<wire::Changes> read_changes(std::int64_t since, const wire::QueueFilter& filter,
                                               std::size_t limit) = 0;
  virtual Expected<wire::Overview> read_overview(const std::string& site, Instant now, int days,
                                                 int offset_minutes) = 0;
};

// ---- What is decided, and settings: server/storage/decision_*.cpp, ban_*.cpp, settings_*.cpp, audit_*.cpp
// ------------

struct ChangedPage {
  SiteId site;
  std::string page; // key
};
struct StoredDecision {
  wire::Decided decided;
  std::vector<ChangedPage> pages; // whose readers see something else now; each once
  std::optional<SiteId> site{};   // whose settings or bans changed
};
struct StoredBan {
  wire::Ban ban;
  std::string hash; // of the reader or of the network
  SiteId site;
};
// What a decision has to say to its site's filter, and was not said yet.
struct Lesson {
  CommentId comment;
  SiteId site;
  std::optional<rules::SpamLabel> label; // nullopt: forget what it taught
};
struct AuditFilter {    // what is empty filters nothing
  std::string site{};   // name
  std::string member{}; // name
  std::string action{}; // "comment.hide", or "comment" for all of them
};
using ChangePolicy = std::function<Expected<rules::Policy>(const rules::Policy& present)>;

class DecisionStore {
public:
  virtual ~DecisionStore() = default;
  // Stands for whatever revision there is.
  static constexpr std::int64_t any_revision = -1;

  // Each item by itself; one entry of the log for all that were done. An item whose revision is another one is a
  // conflict, unless it is in the wanted state already. Criticism is held back unless it is confirmed. What is of no
  // site but `only` (where there is one) is gone.
  virtual Expected<StoredDecision> decide(const wire::Decide& decision, const Actor& by, Instant now,
                                          std::optional<SiteId> only = std::nullopt) = 0;
  // Puts back what the decision changed, where nobody changed it since; once. unknown_decision; not_allowed where the
  // role may not change it; settings_changed where settings cannot be put back. The answer's decision undoes the undo.
  virtual Expected<StoredDecision> undo(std::int64_t decision, const Actor& by, MemberRole role, Instant now,
                                        std::optional<SiteId> only = std::nullopt) = 0;
  // Of the newest `looked_at` comments of a site that wait, those with `part` (lower case) in body or address; all
  // where it is empty.
  virtual Expected<std::vector<Comment>> waiting_with(SiteId site, const std::string& part, std::size_t looked_at) = 0;
  // The oldest first.
  virtual Expected<std::vector<Lesson>> lessons(std::size_t limit) = 0;
  virtual Expected<void> drop_lessons(const std::vector<Lesson>& said) = 0;
  // Wipes for good what moderators removed before that time; how many, `limit` at most.
  virtual Expected<std::size_t> wipe_removed(Instant before, std::size_t limit, Instant now) = 0;

  // unknown_comment; unknown_field_value with the field `subject` where that is not known of the comment.
  virtual Expected<StoredBan> add_ban(const wire::NewBan& ban, const Actor& by, Instant now) = 0;
  // unknown_ban; the site whose it was.
  virtual Expected<SiteId> lift_ban(std::int64_t id, const Actor& by, Instant now) = 0;
  // In force; of all sites where `site`, a name, is empty.
  virtual Expected<std::vector<wire::Ban>> bans(const std::string& site, Instant now) = 0;

  virtual Expected<std::int64_t> add_note(const AuditNote& note) = 0;
  // Newest first; bad_cursor.
  virtual Expected<wire::AuditPage> read_audit(const AuditFilter& filter, const std::string& after,
                                               std::size_t limit) = 0;

  // The whole site's policy, changed in one step; the log gets what differs. 0: nothing did; else what undoes it.
  // settings_changed when `version` is not the present one (nullopt: whatever it is); `change`'s own errors.
  virtual Expected<std::int64_t> change_policy(SiteId site, std::optional<std::int64_t> version,
                                               const ChangePolicy& change, const AuditNote& note) = 0;
  virtual Expected<void> change_origins(SiteId site, std::optional<std::int64_t> version,
                                        const std::vector<std::string>& origins, const AuditNote& note) = 0;
  virtual Expected<void> change_appearance(SiteId site, std::optional<std::int64_t> version,
                                           const wire::Appearance& appearance, const AuditNote& note) = 0;
  // unknown_field_value with the field `name` where there is one.
  virtual Expected<Site> add_site(const std::string& name, const std::vector<std::string>& origins,
                                  const AuditNote& note) = 0;
  virtual Expected<wire::Appearance> appearance(SiteId site) = 0;
  virtual Expected<std::vector<wire::SiteSummary>> site_summaries() = 0;
};

} // namespace palabre::storage
