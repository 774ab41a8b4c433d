// What holds of a contest's entries.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/model/instant.h"

namespace palabre::rules {

// Entries of one contest from one network, the newest with them.
struct EntryPace {
  std::int64_t in_all{0};
  std::int64_t in_burst{0}; // of the last entry_burst
};
inline constexpr Duration entry_burst = Duration::minutes(1);
inline constexpr std::int64_t most_entries_of_a_network = 20;
inline constexpr std::int64_t most_entries_in_a_burst = 10;

// The rule that makes them suspect: "contest.network", "contest.burst"; empty: none does. Neighbours, schools and mobile
// networks share a prefix, so suspicion never refuses: a person decides.
[[nodiscard]] std::string_view suspicion_of(const EntryPace& pace);

// Whether it is one of the answers, compared without case, accents, punctuation and blanks. Valid UTF-8.
[[nodiscard]] bool is_right_answer(std::string_view given, const std::vector<std::string>& answers);

// "Ada Lovelace" → "A. L."; the first letters of at most the first two and the last of its words, upper case where the
// script has cases. Valid UTF-8; of a name without a letter or digit: its first code point.
[[nodiscard]] std::string initials_of(std::string_view name);

} // namespace palabre::rules
