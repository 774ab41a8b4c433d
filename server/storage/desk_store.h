// What the desk keeps: three parts of the store, each with its own statements. As Store: methods say intent, are
// atomic, thread safe, durable when they return, and fail with `storage_unavailable` unless they say otherwise.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/model/member.h"
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
  // bad_cursor. Counts of all tabs come with the first page.
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

// ---- What is decided: server/storage/decision_*.cpp
// ---------------------------------------------------------------------

struct StoredBan {
  wire::Ban ban;
  std::string hash; // of the reader or of the network
};

class DecisionStore {
public:
  virtual ~DecisionStore() = default;
  // Each item by itself; one entry of the log for all that were done. An item whose revision is another one is a
  // conflict, unless it is in the wanted state already. `is_criticism` holds back what is not confirmed.
  virtual Expected<wire::Decided> decide(const wire::Decide& decision, const Actor& by, Instant now) = 0;
  // Puts back what the decision changed, where nobody changed it since; once. unknown_decision.
  virtual Expected<wire::Decided> undo(std::int64_t decision, const Actor& by, Instant now) = 0;

  virtual Expected<wire::Ban> add_ban(const wire::NewBan& ban, const Actor& by, Instant now) = 0;
  // unknown_ban
  virtual Expected<void> lift_ban(std::int64_t id, const Actor& by, Instant now) = 0;
  virtual Expected<std::vector<wire::Ban>> bans(const std::string& site, Instant now) = 0;
  // Those in force of a site, for the rules.
  virtual Expected<std::vector<StoredBan>> bans_of_site(SiteId site, Instant now) = 0;

  virtual Expected<std::int64_t> add_note(const AuditNote& note) = 0;
  virtual Expected<wire::AuditPage> read_audit(const std::string& site, const std::string& member,
                                               const std::string& action, const std::string& after,
                                               std::size_t limit) = 0;

  // The site's policy with its version, changed in one step; `note` goes into the log with what differs.
  // settings_changed when `version` is not the present one (nullopt: whatever it is).
  virtual Expected<std::int64_t> change_policy(SiteId site, std::optional<std::int64_t> version,
                                               const std::string& policy, const AuditNote& note) = 0;
  virtual Expected<std::string> appearance(SiteId site) = 0; // JSON, or empty
  virtual Expected<void> put_appearance(SiteId site, const std::string& json, const AuditNote& note) = 0;
};

} // namespace palabre::storage
