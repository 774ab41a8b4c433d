// Whom an offensive word is aimed at where it stands, and how bad that makes it.
#pragma once

#include <string_view>

#include "shared/rules/offence_words.h"
#include "shared/rules/scene.h"

namespace palabre::rules {

enum class Aim : std::uint8_t {
  nobody,
  oneself, // I'm such an idiot
  near,    // a word for "you" is close by, no more
  third,   // ce connard de Martin
  direct,  // you idiot; espèce d'idiot; …, connard !
};

struct Offence {
  std::uint32_t begin, end; // bytes of Folded::text
  std::string_view rule;    // empty: no offence
  float score;              // 0 … 1
};

[[nodiscard]] Aim aim_of(const Scene& scene, const WordMatch& match, std::string_view folded);
[[nodiscard]] Offence judge_word(const Scene& scene, const WordMatch& match, std::string_view folded);

// Is what the item says somebody else's: quoted, or reported by a verb before it?
[[nodiscard]] bool is_reported(const Scene& scene, std::size_t item);

} // namespace palabre::rules
