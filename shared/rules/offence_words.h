// Offensive words and their disguises: finding them. What follows from one is offence.h's.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "shared/text/words.h"

namespace palabre::rules {

// What kind of word; decides, with its aim, what follows.
enum class WordClass : std::uint8_t {
  mild,      // nul, débile, stupid: counts only when aimed at a person, and little
  profanity, // putain, fuck, shit: about nobody
  insult,    // connard, asshole: names a person
  slur,      // of a group: race, religion, sex, orientation, disability …
  threat,    // je vais te tuer, kill yourself
  sexual,    // coarse words of sex
  owner_hold,
  owner_reject,
};

enum WordFlag : std::uint8_t {
  ambiguous = 1,  // has an innocent meaning too (chienne, dyke, cochon, negro river): needs an aim or company
  group_noun = 2, // a slur that names the group's members (so that "sale X", "ces X" aim)
  aimed = 4,      // says itself whom it is aimed at: va te faire foutre, kill yourself
  accent = 8,     // says it only when its last e is accented: taré, drogué; not tare, drogue
};

struct WordMatch {
  std::uint32_t begin, end; // bytes of Folded::text
  WordClass word_class;
  std::uint8_t flags;  // WordFlag bits
  std::uint8_t weight; // 0 … 255 within its class: how bad
  bool disguised;      // found only by undoing a disguise: an effort to get past a filter
};

// Compiled from entries; immutable. A walk over the text costs the same for ten entries as for 50,000.
//
// What is undone: everything that folding undoes; digits and signs for letters; repeated letters; separators inside a
// word, spaces only where every piece is a single letter or the word is cut where no two words would be; letters behind
// stars; two neighbours swapped in words of five letters and more; a phrase run together. Words end where letters do,
// unless an entry says `*`.
class OffenceWords {
public:
  struct Entry {
    std::string text; // a word, a phrase, `foo*`, `*foo*`; any spelling, folded on compiling
    WordClass word_class;
    std::uint8_t flags{0};
    std::uint8_t weight{128};
    // Bit n: a space after n letters makes two innocent words of it ("pass hole"), so that it is not found that way.
    // Whoever knows a dictionary may clear bits.
    std::uint16_t whole_at{0xFFFF};
  };
  OffenceWords();
  // Of entries that fold alike the first counts. `innocent`: words, and phrases of up to four, in which nothing is
  // found although something stands there. An entry of the same letters wins,
  // unless accents tell the two apart (arrière, arriéré).
  OffenceWords(const std::vector<Entry>& entries, const std::vector<std::string>& innocent);
  ~OffenceWords();
  OffenceWords(OffenceWords&&) noexcept;
  OffenceWords& operator=(OffenceWords&&) noexcept;

  // Compact bytes and back (any bytes: a broken one is empty).
  [[nodiscard]] std::string write() const;
  static OffenceWords read(std::string_view bytes);

  // In text order, none inside another; the longest where several begin. Linear in the text. Addresses are left alone.
  void find(const text::Words& words, std::vector<WordMatch>& found) const;

private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

} // namespace palabre::rules
