// What is written of ballots, each inside the writer's transaction. Expected failures are values; after one the caller
// undoes what was done.
#pragma once

#include "server/storage/ballot_counts.h"

namespace palabre::storage {

[[nodiscard]] Expected<StoredBallot> write_ballot(WriteSession& session, const NewBallot& ballot);
// Whether there was one.
[[nodiscard]] Expected<bool> erase_ballot(WriteSession& session, const BallotWithdrawal& withdrawal);
[[nodiscard]] Expected<void> write_group_review(WriteSession& session, PostId poll, const std::string& group,
                                                wire::BallotStanding standing, const AuditNote& note);
[[nodiscard]] Expected<void> write_other_review(WriteSession& session, PostId poll, std::int64_t answer,
                                                OtherState state, const AuditNote& note);

} // namespace palabre::storage
