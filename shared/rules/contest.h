// What holds of a contest's entries.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/model/contest.h"
#include "shared/model/error.h"

namespace palabre::rules {

// Entries of one contest from one network, the newest with them.
struct EntryPace {
  std::int64_t in_all{0};
  std::int64_t in_burst{0}; // of the last entry_burst
};
inline constexpr Duration entry_burst = Duration::minutes(1);
inline constexpr std::int64_t most_entries_of_a_network = 20;
inline constexpr std::int64_t most_entries_in_a_burst = 12;

// The rule that makes them suspect: "contest.network", "contest.burst"; empty: none does. Neighbours, schools and
// mobile networks share a prefix, so suspicion never refuses: a person decides.
[[nodiscard]] std::string_view suspicion_of(const EntryPace& pace);

// Whether it is one of the answers, compared without case, accents, punctuation and blanks. Valid UTF-8.
[[nodiscard]] bool is_right_answer(std::string_view given, const std::vector<std::string>& answers);

inline constexpr std::size_t most_caption = 300;   // code points, one line
inline constexpr std::size_t most_answer = 200;    // one line
inline constexpr std::size_t most_telling = 2'000; // of a challenge; lines
// An entry's words normalised; of a giveaway none. field_empty, field_too_long with the field `text`. Valid UTF-8.
[[nodiscard]] Expected<std::string> check_entry_text(ContestKind kind, std::string_view text);

// "Ada de Lovelace" → "A. d. L.", four at most, as they were written; of a name without letters and digits its first
// code point. Valid UTF-8.
[[nodiscard]] std::string initials_of(std::string_view name);

} // namespace palabre::rules
