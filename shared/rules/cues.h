// The words around an offence that tell whom it is aimed at, and groups of people with what is said of them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/rules/lexicon.h"

namespace palabre::rules {

enum class Cue : std::uint8_t {
  none,
  you,        // tu, vous, ton, you, your
  self,       // je, nous, on; I, we, let's
  they,       // they, them, eux, ils
  third,      // he, she, who, qui: somebody else does it
  copula,     // is, are, est, sont
  negation,   // not, never, pas, aucun
  report,     // said, calling, traiter de, le mot: speaks of words
  intro,      // espèce de, bande de, sale, you little: an insult to somebody follows
  pointer,    // this, ces, quel, such a: points at somebody
  owner,      // my, his, ma, sa: whose somebody is
  group,      // people of a protected group
  group_sort, // a group when people are named by it: black people, les noirs
  person,     // people, men, lives, personnes
  hate,       // hate, contempt for, je déteste
  repel,      // disgust me, me rendent malade: the group does it
  vermin,     // scum, parasites, sous-hommes
  base,       // disgusting, stupid, dégueulasses
  harm,       // kill, exterminer
  harmed,     // killed, exterminés
  expel,      // deport, get rid of, dehors
  worth,      // respect, attractive, trust: bad when denied
  modal,      // should, will, want to, devraient, vais, faut
  deserve,    // deserve to, méritent de
  die,        // die, crever, mourir
  condemn,    // bigot, unacceptable, dénoncer: speaks against it
  clause,     // that, because, que, parce que: another clause begins
  fiction,    // film, character, song: not a person
  like_you,   // like you, de ton espèce
  filler,     // words that change nothing between a verb and what it says
  doom,       // belong in a zoo, no place in our country: bad of whoever it is said
  some,       // some, certains: not the group
};
inline constexpr std::size_t cue_count = 32;

using CueSet = std::uint32_t; // bits, by Cue
[[nodiscard]] constexpr CueSet operator|(Cue a, Cue b) {
  return (CueSet{1} << static_cast<unsigned>(a)) | (CueSet{1} << static_cast<unsigned>(b));
}
[[nodiscard]] constexpr CueSet set_of(Cue cue) {
  return CueSet{1} << static_cast<unsigned>(cue);
}
[[nodiscard]] constexpr bool has(CueSet set, Cue cue) {
  return (set & set_of(cue)) != 0;
}
[[nodiscard]] std::optional<Cue> parse_cue(std::string_view name);

// Folded words, and phrases joined by one space, with up to three cues each. Immutable.
class CueWords {
public:
  static constexpr std::size_t longest_phrase = 6; // words
  struct Entry {
    std::string text;
    CueSet cues;
  };
  CueWords() = default;
  explicit CueWords(const std::vector<Entry>& entries);
  [[nodiscard]] std::string write() const;
  static CueWords read(std::string_view bytes);

  struct Found {
    CueSet cues;
    bool begins_phrase; // a phrase begins with it, whatever else it is
  };
  [[nodiscard]] std::optional<Found> find(std::string_view word) const;
  // A word of cues that `word` is but for a letter left out or two swapped: only where something else calls for it.
  [[nodiscard]] CueSet find_misspelt(std::string_view word) const;
  [[nodiscard]] bool empty() const { return table_.size() == 0; }

private:
  void fill(const std::vector<WordTable::Entry>& entries);
  void index();

  WordTable table_;
  struct Spelling {
    std::uint32_t begin;
    std::uint16_t length;
    std::uint16_t value;
  };
  std::array<std::vector<Spelling>, 26> by_letter_; // single words of five letters and more
  std::string letters_;
};

} // namespace palabre::rules
