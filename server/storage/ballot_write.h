// What is written of ballots, each inside the writer's transaction. Expected failures are values; after one the caller
// undoes what was done.
#pragma once

#include "server/storage/post_store.h"
#include "server/storage/write_session.h"

namespace palabre::storage {

[[nodiscard]] std::string_view to_name(OtherState state);
[[nodiscard]] OtherState other_state_of(std::string_view name);

// "0,3,7" and back; what is no number is passed over.
[[nodiscard]] std::string join_choices(const std::vector<std::uint32_t>& choices);
[[nodiscard]] std::vector<std::uint32_t> split_choices(std::string_view text);
// What of a ballot is counted: without the other answer while that is not published.
[[nodiscard]] std::vector<std::uint32_t> counted_choices(std::vector<std::uint32_t> choices, bool other_published);

[[nodiscard]] Expected<StoredBallot> write_ballot(WriteSession& session, const NewBallot& ballot);
// Whether there was one.
[[nodiscard]] Expected<bool> erase_ballot(WriteSession& session, const BallotWithdrawal& withdrawal);
[[nodiscard]] Expected<void> write_group_review(WriteSession& session, PostId poll, const std::string& group,
                                                wire::BallotStanding standing, const AuditNote& note);
[[nodiscard]] Expected<void> write_other_review(WriteSession& session, PostId poll, std::int64_t answer,
                                                OtherState state, const AuditNote& note);

// Ballots that say the same, to be added to the sums or (below 0) taken away.
struct CountChange {
  std::int64_t post{0};
  bool ranked{false};
  std::string standing;
  std::vector<std::uint32_t> choices; // all of them
  std::int64_t other{0};              // 0: none
  bool other_published{false};
  std::int64_t ballots{0};
};
void change_counts(WriteSession& session, const CountChange& change);

} // namespace palabre::storage
