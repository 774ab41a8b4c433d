// A draw that anybody can run again. Everything is text, so that it can be checked by hand with sha256sum, and all
// hashes are SHA-256 in lower-case hexadecimal (docs/contests.md has it in python, too).
//
//   seed       64 hexadecimal digits, 32 random bytes. seed_hash = SHA-256(seed), published from the opening on.
//   a line     NUMBER "\t" MARK
//              NUMBER is the entry's, in decimal: they count from 1 in each contest, and who withdrew or was refused
//              leaves a gap. MARK = SHA-256("palabre-entry-1\n" receipt "\n" NUMBER "\n" name "\n" words).
//   the list   the accepted entries' lines by ascending number, joined by "\n" (none after the last; no entries: "").
//              list_hash = SHA-256(list), published when the list is closed.
//   the draw   64-bit numbers are taken, big-endian, four from each of SHA-256("palabre-draw-1\n" seed "\n" list_hash
//              "\n" COUNTER) with COUNTER 0, 1, 2 … in decimal. For i = 0, 1 … of the winners wanted, with n lines and
//              r = n - i: the first number below the largest multiple of r that 64 bits hold (others are passed over:
//              every line has the same chance), modulo r, is how far behind line i the winner stands; the two change
//              places, and line i has won.
//
// Why a line has a mark: the list is public, so it names nobody; with a number alone nobody could show that the winner
// is them, and an owner might say afterwards that number 17 was somebody else. The receipt, 32 random hexadecimal
// digits that only the entrant is given, keeps the mark from being guessed from a name, and lets its holder find and
// prove their own line.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/model/contest.h"

namespace palabre::rules {

inline constexpr std::size_t seed_digits = 64;
inline constexpr std::size_t receipt_digits = 32;

[[nodiscard]] bool is_lower_hexadecimal(std::string_view text, std::size_t digits);

[[nodiscard]] std::string entry_line(std::int64_t number, std::string_view receipt, std::string_view name,
                                     std::string_view words);
// nullopt where it is no line.
[[nodiscard]] std::optional<std::int64_t> number_of_line(std::string_view line);

[[nodiscard]] std::string hash_of_seed(std::string_view seed);
[[nodiscard]] std::string hash_of_list(const std::vector<std::string>& list);

// A 64-bit number as one of 0 … bound - 1; nullopt where it is passed over. bound > 0.
[[nodiscard]] std::optional<std::uint64_t> number_below(std::uint64_t number, std::uint64_t bound);
// Which lines won (places in a list of `lines`, from 0), the first winner first; all lines, in the order drawn, where
// more are wanted than there are.
[[nodiscard]] std::vector<std::size_t> draw_places(std::string_view seed, std::string_view list_hash, std::size_t lines,
                                                   std::size_t winners);
[[nodiscard]] std::vector<std::string> draw_winners(std::string_view seed, const std::vector<std::string>& list,
                                                    std::size_t winners);

enum class DrawFinding : std::uint8_t {
  right,
  not_drawn,      // there is no seed yet
  malformed,      // a seed, hash or line is none, or the lines do not ascend
  wrong_seed,     // it has not the hash that was published at the opening
  wrong_list,     // it has not the hash that was published at the closing
  wrong_number,   // of winners
  foreign_winner, // who is no line of the list
  wrong_winner,   // the draw gives others, or another order
};
[[nodiscard]] std::string_view to_name(DrawFinding finding);
// Any values; `winners` is how many the contest promised.
[[nodiscard]] DrawFinding verify_draw(const DrawProof& proof, std::size_t winners);

} // namespace palabre::rules
