// What a reader leaves on a comment or on a page with one press: a vote or a reaction. One ledger holds both: a
// reader's token has each mark at most once on a target, and at most one of the two votes.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palabre {

// The names of votes; no reaction of a site may be called so.
inline constexpr std::string_view up_vote = "up";
inline constexpr std::string_view down_vote = "down";

enum class VoteRule : std::uint8_t { none, up, up_and_down };
inline constexpr std::array<VoteRule, 3> vote_rules{VoteRule::none, VoteRule::up, VoteRule::up_and_down};
[[nodiscard]] std::string_view to_name(VoteRule rule); // "none", "up", "up_and_down"
[[nodiscard]] std::optional<VoteRule> parse_vote_rule(std::string_view name);

// One that a site offers.
struct Reaction {
  std::string name;   // ^[a-z0-9][a-z0-9_-]{0,31}$, unique in the site
  std::string symbol; // what readers see: an emoji, or a word or two; 1 … 24 code points
  std::string label;  // for assistive technology, where the symbol is no word; may be empty
  friend bool operator==(const Reaction&, const Reaction&) = default;
};
inline constexpr std::size_t most_reactions = 12;

struct ReactionCount {
  std::string name;
  std::int64_t count{0}; // > 0
  friend bool operator==(const ReactionCount&, const ReactionCount&) = default;
};

// Public: the same for everybody.
struct MarkTally {
  std::int64_t up{0};
  std::int64_t down{0};
  bool votes_hidden{false};               // there are some, too few to be shown yet; `up` and `down` are then 0
  std::vector<ReactionCount> reactions{}; // in the site's order
  friend bool operator==(const MarkTally&, const MarkTally&) = default;
  [[nodiscard]] bool empty() const { return up == 0 && down == 0 && !votes_hidden && reactions.empty(); }
};

// What a site offers. Part of its settings, and of what readers get.
enum class Shown : std::uint8_t { no, yes };
struct MarkRules {
  VoteRule votes{VoteRule::none};
  std::vector<Reaction> reactions{}; // ≤ most_reactions; empty: none
  Shown on_page{Shown::no};          // the page itself takes reactions
  std::uint32_t scores_from{0};      // votes that a comment needs before their number is shown; 0 … 1000
  friend bool operator==(const MarkRules&, const MarkRules&) = default;
};

} // namespace palabre
