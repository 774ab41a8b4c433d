// What the walk may take for a word: every disguise has a price in letters.
#include <algorithm>

#include "shared/rules/offence_walk.h"

namespace palabre::rules {
namespace {

constexpr std::string_view one_letter_words = "aiuy";

} // namespace

bool OffenceWalk::is_allowed(const Trail& trail, const ListedWord& word) const {
  return begins_there(trail, word) && ends_at(trail, word) && letters_are_allowed(trail) &&
         pieces_are_allowed(trail, word);
}

bool OffenceWalk::begins_there(const Trail& trail, const ListedWord& word) const {
  if (edge_ == Edge::full || word.open_begin) return true;
  return edge_ == Edge::camel && trail.letters >= 4 && !trail.undone;
}

bool OffenceWalk::ends_at(const Trail& trail, const ListedWord& word) const {
  const std::size_t at = trail.at;
  const bool pictograph = trail.letters == 1 && !is_word_kind(glyph_at(text_, begin_).kind);
  if (at >= text_.size() || word.open_end || pictograph) return true;
  const Glyph glyph = glyph_at(text_, at);
  switch (glyph.kind) {
  case Glyph::white:
  case Glyph::separator: return true;
  case Glyph::sign: {
    const bool part = text_[at] == '@' || text_[at] == '$' || glyph.any;
    return !part || glyph.size > 1 || !is_word_at(at + glyph.size);
  }
  case Glyph::digit: { // connard75
    std::size_t end = at;
    while (end < text_.size() && glyph_at(text_, end).kind == Glyph::digit) ++end;
    return trail.letters >= 4 && !trail.undone && !is_word_at(end);
  }
  case Glyph::letter:
    return trail.letters >= 4 && !trail.undone && (traits_[at] & text::was_upper) != 0 &&
           (traits_[at - 1] & text::was_upper) == 0;
  case Glyph::raw: return false;
  }
  return false;
}

// A sign that may be a letter inside of a word, but before and after it is what it is.
bool OffenceWalk::is_punctuation_at(std::size_t at) const {
  return std::string_view("!?()[]{}<>^`&|#%").find(text_[at]) != std::string_view::npos;
}

// Of the word at hand, of a phrase.
bool OffenceWalk::spelling_is_allowed(const Trail& trail) const {
  const int letters = trail.letters - trail.word_begin;
  if (trail.swapped && letters < (trail.swapped_at == 1 ? 4 : 5)) return false; // fcuk, but not ufck
  if (trail.squeezed && (letters < 7 || trail.swapped || trail.wild > 0 || trail.white_cuts + trail.other_cuts > 0)) {
    return false;
  }
  return !trail.doubled || letters > 3;
}

bool OffenceWalk::letters_are_allowed(const Trail& trail) const {
  if (!spelling_is_allowed(trail)) return false;
  if (is_punctuation_at(begin_) || is_punctuation_at(trail.at - 1U)) return false; // "(on", "too!"
  const unsigned letters = trail.letters;
  if (trail.digits > 0 && letters - trail.digits - trail.wild < 2) return false;
  if (trail.digits > 0 && letters < 6 && (letters - trail.digits) * 2 < letters) return false;
  if (trail.wild == 0) return true;
  if (trail.white_cuts > 0 || trail.swapped) return false;
  if (trail.for_vowel) { // which no word ends with
    return letters >= 4 && trail.other_cuts == 0 && trail.digits == 0 && is_word_before(trail.at);
  }
  const unsigned shown = letters - trail.wild;
  if (shown >= 2) return true;
  const bool capital = (traits_[begin_] & text::was_upper) != 0; // M****: somebody's name
  return shown == 1 && letters >= 4 && trail.plain == 1 && is_word_at(begin_) && !capital && !trail.stretched &&
         trail.other_cuts == 0;
}

bool OffenceWalk::pieces_are_allowed(const Trail& trail, const ListedWord& word) const {
  const unsigned cuts = trail.white_cuts + trail.other_cuts;
  if (cuts == 0) return true;
  const unsigned letters = static_cast<unsigned>(trail.letters - trail.word_begin);
  if (trail.longest_piece == 1)
    return trail.letters >= 4 || (stands_alone(trail) && (letters == 3 || trail.white_cuts == 0));
  if (trail.tight || letters < 4) return false;
  if (trail.white_cuts == 0) return true;
  if (cuts == 1) return letters >= 5 && (word.whole_at >> std::min<unsigned>(trail.first_piece, 15) & 1U) == 0;
  return trail.longest_piece <= 2 && (cuts + 1) * 2 > letters;
}

// Not part of a longer word that is spelled letter by letter; "a f u c k" is none.
bool OffenceWalk::stands_alone(const Trail& trail) const {
  return !spelled_before(begin_) && !spelled_after(trail.at);
}

bool OffenceWalk::spelled_before(std::size_t at) const {
  for (int letters = 0; letters < 2; ++letters) {
    for (std::uint8_t run = 0; run < longest_run && at > 0 && !is_word_before(at); ++run) at = before(at);
    const bool single = is_word_before(at) && !is_word_before(before(at));
    if (!single) return false;
    at = before(at);
    if (letters == 0 && one_letter_words.find(text_[at]) == std::string_view::npos) return true;
  }
  return true;
}

bool OffenceWalk::spelled_after(std::size_t at) const {
  for (int letters = 0; letters < 2; ++letters) {
    for (std::uint8_t run = 0; run < longest_run && at < text_.size() && !is_word_at(at); ++run)
      at += glyph_at(text_, at).size;
    const std::size_t after = at < text_.size() ? at + glyph_at(text_, at).size : at;
    const bool single = is_word_at(at) && !is_word_at(after);
    if (!single) return false;
    if (letters == 0 && one_letter_words.find(text_[at]) == std::string_view::npos) return true;
    at = after;
  }
  return true;
}

bool OffenceWalk::looks_disguised(const Trail& trail) const {
  if (trail.undone || (traits_[begin_] & text::was_look_alike) != 0) return true;
  for (std::size_t i = begin_ + 1; i < trail.at; ++i) {
    if ((traits_[i] & (text::was_look_alike | text::after_hidden)) != 0) return true;
  }
  return false;
}

} // namespace palabre::rules
