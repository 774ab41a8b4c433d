#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/model/id.h"
#include "shared/model/instant.h"

namespace palabre {

enum class ContestKind : std::uint8_t {
  giveaway,  // taking part is enough
  caption,   // a line of the reader's own
  question,  // an answer that is right or wrong
  challenge, // something done, and told
};
inline constexpr std::array<ContestKind, 4> contest_kinds{ContestKind::giveaway, ContestKind::caption,
                                                          ContestKind::question, ContestKind::challenge};
[[nodiscard]] std::string_view to_name(ContestKind kind);
[[nodiscard]] std::optional<ContestKind> parse_contest_kind(std::string_view name);

enum class Choosing : std::uint8_t { draw, jury };
[[nodiscard]] std::string_view to_name(Choosing choosing);
[[nodiscard]] std::optional<Choosing> parse_choosing(std::string_view name);

enum class EntryModeration : std::uint8_t {
  as_comments,
  each
}; // what the rules let pass counts; a moderator looks at all
[[nodiscard]] std::string_view to_name(EntryModeration moderation);
[[nodiscard]] std::optional<EntryModeration> parse_entry_moderation(std::string_view name);

enum class EntryState : std::uint8_t { held, accepted, refused, withdrawn };
[[nodiscard]] std::string_view to_name(EntryState state);
[[nodiscard]] std::optional<EntryState> parse_entry_state(std::string_view name);

// How a winner is named, as the winner chose.
enum class Naming : std::uint8_t { name, initials, nobody };
[[nodiscard]] std::string_view to_name(Naming naming);
[[nodiscard]] std::optional<Naming> parse_naming(std::string_view name);

struct Contest {
  ContestKind kind{ContestKind::giveaway};
  Choosing choosing{Choosing::draw};
  std::uint32_t winners{1}; // 1 … 1000
  EntryModeration moderation{EntryModeration::as_comments};
  bool comment_first{false};       // a published comment on the page the entry comes from
  std::optional<PostId> vote_in{}; // a poll that the reader must have voted in
  // Of a question: any of these is right, compared without case, accents and punctuation. Never leaves the desk.
  std::vector<std::string> answers{};
  std::string prize{}; // in words; may be empty
  friend bool operator==(const Contest&, const Contest&) = default;
};

// What anybody needs to check a draw with rules/draw.h. Bytes are lower-case hexadecimal.
struct DrawProof {
  std::string seed_hash;              // SHA-256 of the seed, published from the opening on
  std::string list_hash{};            // SHA-256 of the list of entries, published when it is closed; empty before
  std::vector<std::string> list{};    // the closed list's lines, see rules/draw.h
  std::string seed{};                 // 32 bytes, published with the draw; empty before
  std::vector<std::string> winners{}; // lines of the list, the first first
  std::optional<Instant> drawn{};
};

} // namespace palabre
