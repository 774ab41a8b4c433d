#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palabre {

enum class PollKind : std::uint8_t {
  single,
  multiple, // `least` … `most` options
  ranked,   // options in order of preference, `least` … `most` of them; counted by instant run-off
  scale,    // one number of 1 … 5
};
inline constexpr std::array<PollKind, 4> poll_kinds{PollKind::single, PollKind::multiple, PollKind::ranked,
                                                    PollKind::scale};
[[nodiscard]] std::string_view to_name(PollKind kind);
[[nodiscard]] std::optional<PollKind> parse_poll_kind(std::string_view name);

// To whom results are shown. Staff always see them; when it is over everybody does, unless it is `staff`.
enum class ResultsShown : std::uint8_t { always, after_voting, at_closing, staff };
[[nodiscard]] std::string_view to_name(ResultsShown shown);
[[nodiscard]] std::optional<ResultsShown> parse_results_shown(std::string_view name);

enum class Secrecy : std::uint8_t { secret, open }; // open: names are published with ballots
[[nodiscard]] std::string_view to_name(Secrecy secrecy);
[[nodiscard]] std::optional<Secrecy> parse_secrecy(std::string_view name);

// Stands for an "other" answer in a ballot's choices; the poll's own options count from 1.
inline constexpr std::uint32_t other_option = 0;
inline constexpr std::uint32_t scale_steps = 5;
inline constexpr std::size_t most_options = 50;

struct PollOption {
  std::uint32_t id{0}; // 1 … ; unique in the poll and never given again
  std::string text;    // plain, 1 … 200 code points
  friend bool operator==(const PollOption&, const PollOption&) = default;
};

struct Poll {
  PollKind kind{PollKind::single};
  std::vector<PollOption> options{}; // 2 … most_options; of a scale none: its choices are 1 … 5
  std::uint32_t least{1};
  std::uint32_t most{1};
  bool other{false}; // of single and multiple: readers may write an answer of their own, moderated like a comment
  ResultsShown results{ResultsShown::after_voting};
  Secrecy secrecy{Secrecy::secret};
  bool changeable{true}; // a ballot may be changed until closing
  std::string low{};     // what 1 and 5 of a scale mean; may be empty
  std::string high{};
  friend bool operator==(const Poll&, const Poll&) = default;
};

struct Ballot {
  // Options' ids, each once; single, multiple: in any order; ranked: the best first; scale: the number.
  std::vector<std::uint32_t> choices;
  std::string other{}; // the reader's own answer, where `choices` has other_option; ≤ 200 code points
  friend bool operator==(const Ballot&, const Ballot&) = default;
};

// How many ballots say the same. Published: what a count is made from, by anybody.
struct BallotCount {
  std::vector<std::uint32_t> choices; // ranked: in order; else ascending
  std::int64_t count{0};
  friend bool operator==(const BallotCount&, const BallotCount&) = default;
};

struct OptionCount {
  std::uint32_t option{0};
  std::int64_t count{0};
  friend bool operator==(const OptionCount&, const OptionCount&) = default;
};

struct RunOffRound {
  std::vector<OptionCount> counts;         // of those still standing, in the poll's order
  std::int64_t exhausted{0};               // ballots with nobody left on them
  std::vector<std::uint32_t> eliminated{}; // after this round; empty in the last
  friend bool operator==(const RunOffRound&, const RunOffRound&) = default;
};

struct PollResult {
  std::int64_t ballots{0}; // counted ones
  std::vector<OptionCount>
      counts{}; // all options in the poll's order, zeros too (ranked: first preferences; scale: 1 … 5)
  std::vector<RunOffRound> rounds{};    // of ranked
  std::vector<std::uint32_t> winners{}; // of ranked: one, or several that cannot be parted; none without ballots
  friend bool operator==(const PollResult&, const PollResult&) = default;
};

} // namespace palabre
