// What a ballot may say, and the count: a pure function of the published ballots, the same here and in the reader's
// browser. Whole numbers only.
//
// Instant run-off. Each round counts every ballot for the first on it who still stands; a ballot with nobody left is
// exhausted. Who has more than half of the round's ballots that are not exhausted wins. Else the last goes:
//   1. one alone with the fewest goes;
//   2. several tied for last go together when all their ballots are fewer than the next one's (it cannot matter then);
//   3. else the rounds before are looked at, the latest first: of the tied, those with fewest in the first round found
//      where they differ are left over, and 2 is asked of them again;
//   4. if they were tied in all rounds: all who stand are among them → they all win, as nobody can part them; else the
//      one further down in the poll's order goes, and way_out() tells so.
#pragma once

#include <span>
#include <vector>

#include "shared/model/error.h"
#include "shared/model/poll.h"

namespace palabre::rules {

inline constexpr std::size_t other_answer_code_points = 200;

// The ballot normalised: choices ascending unless ranked, the other answer as one line. bad_ballot with the field
// `choices` or `other`; malformed_text, forbidden_character, field_too_long and field_empty of `other`.
[[nodiscard]] Expected<Ballot> check_ballot(const Poll& poll, const Ballot& ballot);

// Patterns that no ballot of this poll can have (unknown or repeated options, more choices than allowed, none, a count
// below 1) are spoilt: they count nowhere. Fewer choices than `least` are counted: the rest of such a ballot was an
// other answer that is not published. Sums end at 2^53 - 1.
[[nodiscard]] PollResult count_ballots(const Poll& poll, std::span<const BallotCount> ballots);

// From sums an option, as a store keeps them, of a poll that is not ranked: the same result.
[[nodiscard]] PollResult count_options(const Poll& poll, std::int64_t ballots, std::span<const OptionCount> counts);

// How it was found who goes after a round of a result, by the rules above.
enum class WayOut : std::uint8_t { none, alone, together, earlier_rounds, order };
[[nodiscard]] WayOut way_out(const PollResult& result, std::size_t round);

} // namespace palabre::rules
