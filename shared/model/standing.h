// How long and how helpfully somebody takes part, as readers see it beside a name. Computed by rules/standing.h.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace palabre {

enum class Badge : std::uint8_t {
  staff,         // a member of the team wrote this
  newcomer,      // the author's first comment here; moderators only
  regular,       // level: takes part often and long
  pillar,        // level above it
  first_comment, // wrote a first comment that was published
  helpful,       // 10 answers that others found helpful
  year,          // a year here
};
inline constexpr std::array<Badge, 7> badges{Badge::staff,         Badge::newcomer, Badge::regular, Badge::pillar,
                                             Badge::first_comment, Badge::helpful,  Badge::year};
[[nodiscard]] std::string_view to_name(Badge badge); // "staff" …
[[nodiscard]] std::optional<Badge> parse_badge(std::string_view name);

// Of a comment that asks something.
enum class QuestionState : std::uint8_t { none, open, answered };
[[nodiscard]] std::string_view to_name(QuestionState state); // "none", "open", "answered"
[[nodiscard]] std::optional<QuestionState> parse_question_state(std::string_view name);

} // namespace palabre
