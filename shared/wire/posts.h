// What travels about posts: announcements, questions, polls and contests. Names on the wire are the members' names;
// instants are RFC 3339, ids decimal text. Codecs: codec_posts.h.
//
// Public (reader token: Authorization: Bearer, as for comments; made by the reader's browser, 22 … 64 of base64url):
//   GET  posts?site=&page=[&lang=][&html=1]     → PostList: what is open (polls and contests: or closed lately) there
//   GET  posts/{id}[?lang=][&html=1]            → PostList of one; unknown_post where readers do not know it
//   GET  posts/{id}/me                          → OwnPart; needs the token
//   PUT  polls/{id}/ballot  CastBallot          → BallotReceipt;  DELETE polls/{id}/ballot takes it back → OwnPart
//   GET  polls/{id}/ballots                     → PublishedBallots, once results are shown to all
//   PUT  contests/{id}/entry EnterContest       → OwnPart;  DELETE contests/{id}/entry withdraws it, until the closing
//   GET  contests/{id}/draw                     → DrawProof
// The thread document carries the PostList of its page (members `posts`, `posts_html`), so a thread needs no request
// more; `GET me` of a page carries OwnParts of all its posts.
//
// At the desk (below /api/v1/admin; moderators; owners where it says so):
//   GET  posts?site=&from=&to=                  → DeskPosts: everything that touches these days, and all drafts
//   POST posts  PostDraft                       → 201 Post
//   GET|PUT|DELETE posts/{id}   (PUT: PostDraft with the revision it was read at; post_changed, fixed_by_ballots)
//   POST posts/{id}/preview is none: POST posts/preview PostDraft&lang= → {html}
//   POST posts/{id}/close                       → Post: ends now
//   GET  polls/{id}/results                     → PollDeskResults
//   PUT  polls/{id}/review  ReviewBallots       → PollDeskResults
//   GET  contests/{id}                          → ContestDesk;  GET contests/{id}/entries?state=&after= → EntryPage
//   PUT  contests/{id}/entries/{entry} {state}  → Entry
//   PUT  contests/{id}/prizes {codes: […]}      (owner) → ContestDesk; adds codes that are not there yet
//   POST contests/{id}/freeze                   → ContestDesk: the list is closed (the contest is over)
//   POST contests/{id}/draw  {}; of a jury POST contests/{id}/jury {entries: [numbers, the first first]} → ContestDesk
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/model/post.h"

namespace palabre::wire {

// ---- Readers --------------------------------------------------------------------------------------------------------

struct PollView {
  bool shown{false};                 // to everybody, now
  PollResult result{};               // where `shown`
  std::int64_t voters{0};            // counted ballots, also where the rest is not shown; 0 where only staff may know
  std::int64_t set_apart{0};         // under suspicion, not counted (yet)
  std::vector<std::string> others{}; // published answers of readers' own, most given first, ≤ 20
};
struct ContestView {
  std::int64_t entries{0};            // accepted
  std::vector<std::string> shown{};   // accepted captions and tellings, newest first, ≤ 50, as "words — name"
  DrawProof proof{};                  // without `list`, which GET contests/{id}/draw has
  std::vector<std::string> winners{}; // named as they chose; empty before the draw
};
struct PostDocument {
  Post post; // without what readers may not know: answers, drafts' revision, who made it
  PostPhase phase{PostPhase::open};
  std::optional<PollView> poll{};
  std::optional<ContestView> contest{};
};
struct PostList {
  std::vector<PostDocument> posts;
  Instant now;      // the server's, so that a wrong clock at the reader's does not matter
  std::string html; // of all of them, where it was asked for; empty: not
};

struct CastBallot {
  Ballot ballot;
  std::string name{}; // of a ballot that is published with names; else empty
};
enum class BallotStanding : std::uint8_t { counted, set_apart };
[[nodiscard]] std::string_view to_name(BallotStanding standing);
struct BallotReceipt {
  Ballot ballot;
  PostDocument post; // with results where this reader may see them now
};
struct NamedBallot {
  std::string name;
  Ballot ballot;
};
// Everything a count is made from. A secret poll has only `ballots`.
struct PublishedBallots {
  std::vector<BallotCount> ballots; // ascending by choices
  std::vector<NamedBallot> named{};
  PollResult result; // the server's own count
};

struct EnterContest {
  std::string name; // 1 … 80 code points
  Naming naming{Naming::name};
  std::string text{}; // caption, answer, telling; empty for a giveaway
  std::string page{}; // where the reader stands, for `comment_first`; empty: any page of the contest's
};
struct OwnEntry {
  std::int64_t number{0}; // the entry's line in the list begins with it
  EntryState state{EntryState::held};
  std::string name;
  Naming naming{Naming::name};
  std::string text;
  bool won{false};
  std::string prize{};   // the code, shown to the winner only
  std::string receipt{}; // proves which line of the closed list is theirs, see rules/draw.h; theirs to keep or show
};
struct OwnPart {
  PostId post;
  std::optional<Ballot> ballot{};
  std::optional<OwnEntry> entry{};
  // Results that only those who voted may see.
  std::optional<PollView> poll{};
};

// ---- The desk -------------------------------------------------------------------------------------------------------

struct PostDraft {
  Post post;                // id, by, created are ignored
  std::int64_t revision{0}; // of a change: what it was read at
};
struct DeskPost {
  Post post;
  PostPhase phase{PostPhase::draft};
  std::int64_t ballots{0};        // or entries
  std::optional<Instant> opens{}; // its start, or when it was planned without one; nullopt: a draft without a start
};
struct DeskPosts {
  std::vector<DeskPost> posts; // by start, drafts last
  std::int64_t value_30{0};    // posts opened in the last 30 days
  std::int64_t promotion_30{0};
  Instant now;
};

// One suspicious group of ballots, as an owner may decide about it.
struct BallotAnomaly {
  std::string group; // opaque
  std::string rule;  // "network", "burst", "script"
  std::int64_t ballots{0};
  Instant first;
  Instant last;
  BallotStanding standing{BallotStanding::set_apart};
};
struct PollDeskResults {
  PostDocument post;   // results always shown
  PollResult with_all; // as it would be with those set apart
  std::vector<BallotAnomaly> anomalies;
  std::vector<std::pair<std::int64_t, std::string>> held_others{}; // answers that wait: id, words
};
struct ReviewBallots { // one of both
  std::string group{};
  BallotStanding standing{BallotStanding::counted};
  std::int64_t other{0}; // an answer's id
  bool publish{false};
};

struct Entry {
  std::int64_t number{0};
  EntryState state{EntryState::held};
  std::string name;
  Naming naming{Naming::name};
  std::string text;
  Instant created;
  bool suspect{false};
  std::vector<std::string> reasons{}; // why it is held: rules' names
  bool won{false};
};
struct EntryPage {
  std::vector<Entry> entries;
  std::string next{}; // cursor
};
struct ContestDesk {
  PostDocument post;
  std::int64_t held{0};
  std::int64_t accepted{0};
  std::int64_t refused{0};
  std::int64_t prizes{0}; // codes there are
  std::int64_t given{0};
  bool frozen{false};
};

} // namespace palabre::wire
