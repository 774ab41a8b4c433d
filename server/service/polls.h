// Voting, and what a count is made from.
#pragma once

#include "server/service/posts.h"

namespace palabre::service {

inline constexpr std::size_t most_named_ballots = 1'000;

// The server's clock decides what is early (not_open_yet) and late (closed). The same ballot again is the same answer,
// also where ballots may not be changed (already_voted for another) and after the closing. missing_token, wrong_token,
// unknown_post, bad_ballot and what check_ballot says of other answers; of an open poll's name field_empty and
// field_too_long; rejected_by_rules of an other answer, which is judged as a comment's text is; rate_limited.
Expected<wire::BallotReceipt> cast_ballot(const Context& context, const Site& site, PostId id,
                                          const wire::CastBallot& message, const Visitor& visitor);

// Takes one's ballot back, as if it had never been cast; nothing to take back is fine. missing_token, wrong_token,
// unknown_post, not_open_yet, closed; already_voted where ballots may not be changed.
Expected<wire::OwnPart> withdraw_ballot(const Context& context, const Site& site, PostId id, const Visitor& visitor);

// unknown_post; not_open_yet while results are not shown to all.
Expected<wire::PublishedBallots> published_ballots(const Context& context, PostId id);

// Whether publishing the ballots costs so much that it is not done anew for each of them.
inline constexpr std::int64_t many_ballots = 5'000;
Expected<bool> has_many_ballots(const Context& context, PostId id);

} // namespace palabre::service
