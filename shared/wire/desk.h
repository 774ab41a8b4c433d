// What travels between the desk and the server, as plain values; codec_desk.h turns them into JSON and back. Everything
// lives below /api/v1/admin, see desk_routes.h. Names in JSON are the members' names here; an optional that is not
// there is left out or null; enums are their to_name(); instants are milliseconds since 1970.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/model/comment.h"
#include "shared/model/error.h"
#include "shared/model/member.h"
#include "shared/model/site.h"
#include "shared/rules/policy.h"
#include "shared/rules/triage.h"
#include "shared/rules/verdict.h"
#include "shared/wire/desk_settings.h"
#include "shared/wire/messages.h"

namespace palabre::wire {

// ---- Who is at the desk -------------------------------------------------------------------------------------------

// GET session, and the answer to signing in.
struct DeskSession {
  Member member;
  std::string csrf; // to be sent back as X-Palabre-Desk with whatever changes something
  std::vector<DeskSite> sites;
};
struct SignIn { // POST session
  std::string email;
  std::string password;
};

// What a link is for: the first owner, a colleague, a new password.
enum class InvitationKind : std::uint8_t { setup, invitation, reset };
[[nodiscard]] std::string_view to_name(InvitationKind kind);
[[nodiscard]] std::optional<InvitationKind> parse_invitation_kind(std::string_view name);
struct InvitationInfo { // GET invitations/{token}: may it still be used, and for what
  InvitationKind kind{InvitationKind::invitation};
  MemberRole role{MemberRole::moderator};
  std::string name{};  // of a reset: whose
  std::string email{}; // of a reset: whose; of an invitation: whom it was made for, may be empty
};
inline constexpr std::size_t shortest_password = 10; // code points
struct AcceptInvitation { // POST invitations/{token}: makes the member, or sets the password, and signs in
  std::string name;       // not of a reset
  std::string email;      // not of a reset
  std::string password;   // 10 … 1,000 code points
};
struct NewInvitation { // POST invitations
  MemberRole role{MemberRole::moderator};
  std::string email{}; // a note for whom; may be empty
};
struct MadeInvitation {
  std::string token; // shown once: /admin#invite=TOKEN
  Instant expires;
};
struct OpenInvitation {
  std::int64_t id{0};
  InvitationKind kind{InvitationKind::invitation};
  MemberRole role{MemberRole::moderator};
  std::string email;
  Instant created;
  Instant expires;
};
struct Team { // GET team
  std::vector<Member> members;
  std::vector<OpenInvitation> invitations; // for owners only
};
struct ChangeMember { // PATCH members/{id}; owners, of others
  MemberRole role{MemberRole::moderator};
};
struct ChangeSelf { // PATCH session: what is there changes
  std::optional<std::string> name{};
  std::optional<std::string> email{};
  std::optional<std::string> password{}; // signs everybody else with this account out
  std::optional<std::string> present{};  // the present password; needed for the two above
  std::optional<Signature> signature{};
};

// ---- The queue ----------------------------------------------------------------------------------------------------

// waiting: what needs a human, the most pressing first. spam: what a moderator or the rules call so. The others by
// time.
// unanswered: questions and complaints that readers see and nobody of the team answered, the oldest first.
enum class QueueTab : std::uint8_t { waiting, held, flagged, hidden, spam, removed, all, unanswered };
inline constexpr std::array<QueueTab, 8> queue_tabs{QueueTab::waiting, QueueTab::held,      QueueTab::flagged,
                                                    QueueTab::hidden,  QueueTab::spam,      QueueTab::removed,
                                                    QueueTab::all,     QueueTab::unanswered};
[[nodiscard]] std::string_view to_name(QueueTab tab);
[[nodiscard]] std::optional<QueueTab> parse_queue_tab(std::string_view name);

struct QueueFilter { // GET queue; what is empty filters nothing
  QueueTab tab{QueueTab::waiting};
  std::string site{};      // name
  std::string page{};      // key, of that site
  std::string author{};    // QueueItem::author
  std::string language{};  // "fr" …
  std::string sentiment{}; // "neg", "neu", "pos", "unsure"
  std::string reason{};    // a rule's name (`spam.links`) or an axis (`spam`)
  std::string query{};     // words of body or name; the last may be unfinished
  friend bool operator==(const QueueFilter&, const QueueFilter&) = default;
};

struct QueueItem {
  Comment comment; // `reasons` left empty: they are in the verdict
  std::string site;
  std::string page; // key
  std::string page_title;
  std::string page_url;
  rules::Verdict verdict{}; // spans are of the comment's fields
  std::string author{};     // opaque; the same for the same author (browser, else network); empty: unknown
  std::int64_t revision{0}; // grows with each change; a decision says which one it is about
  std::uint32_t flags{0};   // of different readers, since the last decision
  bool appealed{false};
  bool newcomer{false};      // nothing of this author was published before
  std::string decided_by{};  // the member's name; empty: nobody decided
  std::int64_t attention{0}; // rules/triage.h; 0: nobody has to look
  bool unanswered{false};    // it is in that tab
};
struct QueuePage {
  std::vector<QueueItem> items;              // 50 at most
  std::string next{};                        // for ?after=; empty on the last page
  std::map<QueueTab, std::int64_t> counts{}; // of the filter without its tab; of the first page only
  std::int64_t change{0};                    // for GET changes
};

// GET comments/{id}: what a moderator wants to see beside the item
struct DeskFlag {
  FlagReason reason{FlagReason::other};
  std::string note;
  Instant created;
};
struct AuthorRecord {
  std::int64_t published{0};
  std::int64_t refused{0};
  std::optional<Instant> first{};
  std::vector<QueueItem> recent{}; // the newest 5, without this one
};
struct CommentDetail {
  QueueItem item;
  std::vector<Comment> above{}; // the comments it answers, from the top level down, 5 at most
  std::vector<Comment> below{}; // answers to it, 5 at most
  std::vector<DeskFlag> flags{};
  std::optional<std::string> appeal{}; // the author's words
  AuthorRecord author{};
  std::vector<std::pair<std::string, float>> clues{}; // what the spam filter saw, and its weight: > 0 speaks for spam
  bool can_ban_author{false};                         // the writer's browser is known
  bool can_ban_network{false};                        // the network is known
};

// ---- Decisions ----------------------------------------------------------------------------------------------------

enum class DeskAction : std::uint8_t { approve, hide, hold, spam, remove };
inline constexpr std::array<DeskAction, 5> desk_actions{DeskAction::approve, DeskAction::hide, DeskAction::hold,
                                                        DeskAction::spam, DeskAction::remove};
[[nodiscard]] std::string_view to_name(DeskAction action);
[[nodiscard]] std::optional<DeskAction> parse_desk_action(std::string_view name);
[[nodiscard]] CommentState state_after(DeskAction action);

inline constexpr std::size_t decision_limit = 500; // comments in one decision
struct Decide {                                    // POST decisions
  struct Item {
    CommentId comment;
    std::int64_t revision{0}; // that the moderator saw
  };
  DeskAction action{DeskAction::approve};
  std::vector<Item> items; // 1 … 500
  std::string note{};      // one line for the log; may be empty
  bool confirmed{false};   // hide, hold, spam or remove what is only criticism, all the same
};
enum class Outcome : std::uint8_t {
  done,
  conflict,           // somebody decided otherwise meanwhile, or the author changed it: nothing was done
  needs_confirmation, // criticism rather than abuse: nothing was done
  gone                // not there any more
};
[[nodiscard]] std::string_view to_name(Outcome outcome);
[[nodiscard]] std::optional<Outcome> parse_outcome(std::string_view name);
struct DecidedItem {
  CommentId comment;
  Outcome outcome{Outcome::done};
  CommentState state{CommentState::held}; // as it is now
  std::int64_t revision{0};               // as it is now
  std::string by{};                       // with conflict: whose decision stands; empty: the author's change
};
struct Decided {            // also of POST decisions/{id}/undo: what could be put back is `done`
  std::int64_t decision{0}; // for undo; 0: nothing was done
  std::vector<DecidedItem> items;
};

// POST replies: an answer in the page, under the member's name and with their signature; 201 with the QueueItem, or,
// where that is wished and the same was said lately, 200 with a SimilarAnswer (people.h) and nothing written. A line
// `[poll:ID]` puts that poll of the site into the answer. unknown_field_value of `body` where a placeholder [[…]] is
// left in it.
struct NewReply {
  CommentId parent;
  std::string body;
  bool ask_if_similar{false};
};

// POST rules: one click, from a comment. The answer is the policy's change in the log; undone by POST
// decisions/{id}/undo.
enum class RuleKind : std::uint8_t { hold_domain, trust_domain, hold_word, reject_word, allow_word };
[[nodiscard]] std::string_view to_name(RuleKind kind);
[[nodiscard]] std::optional<RuleKind> parse_rule_kind(std::string_view name);
struct NewRule {
  std::string site; // name
  RuleKind kind{RuleKind::hold_domain};
  std::string value; // a domain, a word or a phrase
};
struct MadeRule {
  std::int64_t decision{0}; // for undo; 0: it was there already
  std::int64_t waiting{0};  // how many comments that wait now it would have caught too
};

// mute: what they write is held without telling them more than that. ban: it is refused.
enum class BanEffect : std::uint8_t { mute, ban };
[[nodiscard]] std::string_view to_name(BanEffect effect);
[[nodiscard]] std::optional<BanEffect> parse_ban_effect(std::string_view name);
enum class BanSubject : std::uint8_t { author, network };
[[nodiscard]] std::string_view to_name(BanSubject subject);
[[nodiscard]] std::optional<BanSubject> parse_ban_subject(std::string_view name);
inline constexpr std::int64_t longest_ban_hours = 100 * 366 * 24;
struct NewBan {      // POST bans
  CommentId comment; // whose author, or network
  BanSubject subject{BanSubject::author};
  BanEffect effect{BanEffect::ban};
  std::int64_t hours{0}; // 0: without an end
  std::string note{};    // for the team
};
struct Ban { // GET bans?site= lists those in force; DELETE bans/{id} lifts one
  std::int64_t id{0};
  std::string site;
  BanSubject subject{BanSubject::author};
  BanEffect effect{BanEffect::ban};
  std::string name; // the author's, as it stood under the comment
  CommentId comment;
  std::string note;
  std::string by; // the member's name
  Instant created;
  std::optional<Instant> until{};
  std::int64_t decision{0}; // in the answer to POST: for undo
};

// ---- What happens meanwhile -----------------------------------------------------------------------------------------

struct MemberPresence {
  CommentId comment;
  std::string name; // of another member who has it open
};
struct Changes { // GET changes?since=&looking=&site=: asked every few seconds while somebody looks
  std::int64_t change{0};
  std::vector<QueueItem> items{};        // changed or new since then, 100 at most
  bool more{false};                      // there were more: read the queue again
  std::vector<MemberPresence> present{}; // who looks at what, without oneself
  std::map<QueueTab, std::int64_t> counts{};
};

// ---- The log --------------------------------------------------------------------------------------------------------

struct AuditEntry { // GET audit?site=&member=&action=&after=; GET audit/export?format=csv|jsonl
  std::int64_t id{0};
  Instant at;
  std::string by;       // the member's name then; `rules`, `readers` or `command line` where it was none
  std::string action;   // "comment.approve", "policy.change", "team.invite" … see server/service/audit.h
  std::string site{};   // name; may be empty
  std::string about{};  // "comment 42", "member 3" …
  std::string before{}; // JSON, may be empty; never a comment's words
  std::string after{};
  std::string note{};
};
struct AuditPage {
  std::vector<AuditEntry> entries; // newest first, 100 at most
  std::string next{};
};

// ---- The overview
// -------------------------------------------------------------------------------------------------------

struct Overview {                                      // GET overview?site=&days=30&offset=MINUTES
  std::vector<std::int64_t> days{};                    // comments a day, oldest first, today last
  std::vector<std::int64_t> held{};                    // of these, how many the rules held or hid
  std::array<std::array<std::int64_t, 24>, 7> hours{}; // comments by weekday (Monday first) and hour, in `offset`
  std::map<std::string, std::int64_t> reasons{};       // by axis
  std::int64_t waiting{0};
  std::optional<Instant> oldest_waiting{};
  std::int64_t decided_today{0};
};

} // namespace palabre::wire
