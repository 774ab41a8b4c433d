// What a list of feelings says of a word; packed into the number that a WordTable keeps.
#pragma once

#include <cstdint>

namespace palabre::rules {

enum class FeelingKind : std::uint8_t {
  none,             // begins a phrase, and is nothing by itself
  valence,          // good or bad
  booster,          // strengthens what follows, or weakens it: very, un peu
  negation,         // turns what stands near: not, pas, sans
  contrast,         // what follows weighs more than what was before: but, mais
  negation_with_ne, // turns only where a `ne` was before: plus
  ne,
  valence_or_booster, // good or bad by itself, a booster before something that is: super, bien
  concession,         // what follows weighs little: despite, malgré
};

struct Feeling {
  FeelingKind kind{FeelingKind::none};
  std::int8_t strength{0}; // tenths of a valence, -40 … 40; of a booster, hundredths of what it adds
  std::uint8_t phrase{0};  // the longest phrase that begins with this word has that many words; 0: none does
  bool is_verb{false};     // so that a French negation may stand behind it: j'aime pas

  friend bool operator==(const Feeling&, const Feeling&) = default;
};

inline constexpr int strongest_feeling = 63;
inline constexpr int longest_feeling_phrase = 7; // words

constexpr std::uint16_t pack(const Feeling& feeling) {
  return static_cast<std::uint16_t>((feeling.strength + 64) | (static_cast<int>(feeling.kind) << 7) |
                                    (feeling.phrase << 11) | (feeling.is_verb ? 1 << 14 : 0));
}

constexpr Feeling unpack(std::uint16_t value) {
  return {static_cast<FeelingKind>((value >> 7) & 15), static_cast<std::int8_t>((value & 127) - 64),
          static_cast<std::uint8_t>((value >> 11) & 7), (value & (1 << 14)) != 0};
}

} // namespace palabre::rules
