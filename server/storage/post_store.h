// Posts of all kinds, and the ballots of polls: server/storage/post_*.cpp, ballot_*.cpp.
// Methods say intent, are atomic, thread safe, durable when they return, and fail with `storage_unavailable` unless
// they say otherwise. Unique keys are the last arbiter: two servers on one database count nothing twice.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "server/storage/desk_store.h"
#include "shared/model/post.h"
#include "shared/wire/posts.h"

namespace palabre::storage {

struct StoredPost {
  Post post;
  SiteId site;
  std::optional<Instant> opens{}; // its start, or when it was planned without one; nullopt: a draft
  std::int64_t ballots{0};        // all there are, or entries
  std::optional<Instant> drawn{}; // of a contest: when its winners were named
};

// Whether it may be shown among other readers' answers.
enum class OtherState : std::uint8_t { held, published, refused };

struct NewBallot {
  PostId post;
  std::int64_t revision{0}; // of the post that the ballot was checked against
  std::string reader;       // keyed hash
  std::string network;      // keyed hash, of this poll only; may be empty: no network is known
  Ballot ballot;            // as rules::check_ballot answers
  std::string folded{};     // the other answer's, by which equal ones are one
  OtherState other{OtherState::held};
  std::string name{};
  Instant cast;
  bool changeable{true};
  bool watched{true}; // whether rules::suspicion_of is asked; else it is counted
};

struct StoredBallot {
  Ballot ballot;
  std::string name;
  wire::BallotStanding standing{wire::BallotStanding::counted};
  bool changed{true}; // by the call that answers with it
};

struct BallotWithdrawal {
  PostId post;
  std::int64_t revision{0}; // of the post that its reader saw
  std::string reader;       // keyed hash
  bool watched{true};       // whether its network is judged anew
};

// Sums that are kept as ballots come: reading them costs the same however many there are.
struct PollTally {
  std::int64_t version{0}; // grows with each change of anything that is counted
  std::int64_t counted{0}; // ballots
  std::int64_t set_apart{0};
  std::vector<OptionCount> counts{};       // of counted ones, in no order, without zeros; ranked: first preferences
  std::vector<OptionCount> apart_counts{}; // of those set apart
};

struct OtherAnswer {
  std::int64_t id{0};
  std::string words; // as first written
  OtherState state{OtherState::held};
  std::int64_t ballots{0}; // counted ones
};

struct PurposeCounts {
  std::int64_t value{0};
  std::int64_t promotion{0};
};

class PostStore {
public:
  virtual ~PostStore() = default;

  // Post::id, site and revision are the store's to give; the site's name is in the post. unknown_field_value with the
  // field post.contest.vote_in where the site has no such poll.
  virtual Expected<StoredPost> add_post(SiteId site, const Post& post, const AuditNote& note) = 0;
  // unknown_post; post_changed when it is no longer at `revision`; fixed_by_ballots (rules::check_change),
  // also with the field vote_in: a contest asks for a vote in it, so it stays a poll. Else as add_post.
  virtual Expected<StoredPost> change_post(const Post& post, std::int64_t revision, const AuditNote& note) = 0;
  // unknown_post; fixed_by_ballots: somebody voted or entered, or, with the field vote_in, a contest
  // asks for a vote in it.
  virtual Expected<SiteId> delete_post(PostId id, const AuditNote& note) = 0;

  virtual Expected<std::optional<StoredPost>> find_post(PostId id) = 0;
  // Planned posts of a site that opened by `now`: first those that are open, then those that ended after `since`, and
  // contests whose winners were named after it or are not yet. Each part by opening, the latest first; `limit` at most.
  virtual Expected<std::vector<StoredPost>> opened_posts(SiteId site, Instant since, Instant now,
                                                         std::size_t limit) = 0;
  // When the next of its planned posts opens, after `now`.
  virtual Expected<std::optional<Instant>> next_opening(SiteId site, Instant now) = 0;
  // What touches the days from … to (exclusive), by opening, then all drafts; the site by id, or all sites. Of more
  // than `limit`, or of more drafts than that, the latest.
  virtual Expected<std::vector<StoredPost>> posts_between(std::optional<SiteId> site, Instant from, Instant to,
                                                          std::size_t limit) = 0;
  // Of posts that opened after `since` and up to `until`, and were not withdrawn.
  virtual Expected<PurposeCounts> count_opened(std::optional<SiteId> site, Instant since, Instant until) = 0;

  // One ballot a reader and poll: the second takes the first's place, and keeps its standing. The same again changes
  // nothing, and is fine when the poll is over. already_voted where the poll is not changeable; post_changed when the
  // post is no longer at that revision; not_open_yet and closed by `cast`; unknown_post. In one transaction with all
  // sums and with what is known of its network.
  virtual Expected<StoredBallot> record_ballot(const NewBallot& ballot) = 0;
  // As if it had never been cast, in one transaction with all sums. Whether there was one. unknown_post; post_changed.
  // Who calls it has seen to it that ballots may be changed, and still are.
  virtual Expected<bool> withdraw_ballot(const BallotWithdrawal& withdrawal) = 0;
  virtual Expected<std::optional<StoredBallot>> find_ballot(PostId poll, const std::string& reader) = 0;

  virtual Expected<PollTally> tally(PostId poll) = 0;
  // Ballots that say the same, ascending by choices. Of other answers only published ones are among the choices.
  virtual Expected<std::vector<BallotCount>> patterns(PostId poll, wire::BallotStanding standing) = 0;
  // Counted ballots with their names, in the order of names; other answers only where published.
  virtual Expected<std::vector<wire::NamedBallot>> named_ballots(PostId poll, std::size_t limit) = 0;
  // Other answers in that state, most given first.
  virtual Expected<std::vector<OtherAnswer>> other_answers(PostId poll, OtherState state, std::size_t limit) = 0;

  virtual Expected<std::vector<wire::BallotAnomaly>> anomalies(PostId poll) = 0;
  // What is decided about a group holds for its ballots to come too. unknown_post where there is no such group.
  virtual Expected<void> review_group(PostId poll, const std::string& group, wire::BallotStanding standing,
                                      const AuditNote& note) = 0;
  // unknown_post where there is no such answer.
  virtual Expected<void> review_other(PostId poll, std::int64_t answer, OtherState state, const AuditNote& note) = 0;
};

} // namespace palabre::storage
