#include "shared/rules/offence_walk.h"

#include <algorithm>
#include <bit>

namespace palabre::rules {

void OffenceWalk::start(std::size_t begin) {
  begin_ = begin;
  edge_ = edge_before(begin);
  steps_ = 0;
  live_ = false;
  open_.clear();
  Trail trail;
  trail.at = static_cast<std::uint32_t>(begin);
  push(trail);
}

void OffenceWalk::push(const Trail& trail) {
  open_.push_back(trail);
}

std::optional<OffenceWalk::Found> OffenceWalk::next() {
  while (steps_ < most_steps) {
    if (!live_) {
      if (open_.empty()) break;
      here_ = open_.back();
      open_.pop_back();
    }
    ++steps_;
    const std::uint32_t word = trie_.node(here_.node).word;
    if (word == 0 || here_.run > 0 || !is_allowed(here_, words_[word - 1])) {
      live_ = step(here_);
      continue;
    }
    const Found found{static_cast<std::uint32_t>(begin_), here_.at, word - 1, looks_disguised(here_)};
    live_ = step(here_);
    return found;
  }
  return std::nullopt;
}

// Leaves the likeliest way on in `trail`, if there is one, and puts the others aside, the likeliest last.
bool OffenceWalk::step(Trail& trail) {
  const std::uint64_t children = trie_.node(trail.node).children;
  if (children == 0 && trail.last == 255) return false;
  if ((children >> symbols::space & 1) != 0) step_space(trail);
  if (trail.at >= text_.size()) return false;
  const char byte = text_[trail.at];
  if (static_cast<unsigned char>(byte) == trail.last && trail.run == 0) step_repeats(trail);
  if (byte >= 'a' && byte <= 'z') {
    if (byte == 'p' || byte == 'v') step_drawing(trail);
    const auto letter = static_cast<std::uint32_t>(byte - 'a');
    step_swapped(trail, letter);
    return step_letter(trail, letter);
  }
  step_other(trail, glyph_at(text_, trail.at));
  return false;
}

void OffenceWalk::step_other(const Trail& trail, const Glyph& glyph) {
  const char byte = text_[trail.at];
  if (static_cast<unsigned char>(byte) >= 0x80) step_raw(trail, glyph);
  if (glyph.kind != Glyph::digit && glyph.kind != Glyph::raw) step_separator(trail, glyph);
  if (glyph.letters != 0) step_letters(trail, glyph);
  if (glyph.any) step_stars(trail, glyph);
  if (glyph.kind == Glyph::digit) {
    const std::uint32_t node = trie_.child(trail.node, symbols::digit + static_cast<std::uint32_t>(byte - '0'));
    if (node != WordTrie::none) push(advanced(trail, node, 1));
  } else {
    step_drawing(trail);
  }
}

Trail OffenceWalk::advanced(const Trail& trail, std::uint32_t node, std::size_t size) const {
  Trail next = trail;
  next.node = node;
  next.at += static_cast<std::uint32_t>(size);
  next.last = static_cast<std::uint8_t>(text_[next.at - 1]);
  if (trail.run > 0) {
    if (next.first_piece == 0) next.first_piece = next.piece;
    (trail.run_white ? next.white_cuts : next.other_cuts) += 1;
    next.tight = next.tight || trail.run_tight;
    next.piece = 0;
    next.run = 0;
    next.run_white = next.run_tight = false;
    next.undone = true;
  }
  ++next.letters;
  ++next.piece;
  next.longest_piece = std::max(next.longest_piece, next.piece);
  return next;
}

bool OffenceWalk::step_letter(Trail& trail, std::uint32_t letter) {
  const std::uint32_t node = trie_.child(trail.node, letter);
  if (node == WordTrie::none) return false;
  const bool was_squeezed = trail.squeezed;
  trail = advanced(trail, node, 1);
  ++trail.plain;
  if (const std::uint32_t twice = trie_.child(node, letter); twice != WordTrie::none && !was_squeezed) {
    Trail squeezed = trail;
    squeezed.node = twice;
    ++squeezed.letters;
    squeezed.squeezed = squeezed.undone = true;
    push(squeezed);
  }
  return true;
}

void OffenceWalk::step_swapped(const Trail& trail, std::uint32_t letter) {
  if (trail.swapped || trail.wild > 0 || trail.run > 0 || trail.at + 1 >= text_.size()) return;
  const char after = text_[trail.at + 1];
  if (after < 'a' || after > 'z' || after == text_[trail.at]) return;
  const std::uint32_t middle = trie_.child(trail.node, static_cast<std::uint32_t>(after - 'a'));
  if (middle == WordTrie::none) return;
  const std::uint32_t node = trie_.child(middle, letter);
  if (node == WordTrie::none) return;
  Trail next = advanced(advanced(trail, middle, 1), node, 1);
  next.plain = static_cast<std::uint8_t>(next.plain + 2);
  next.swapped = next.undone = true;
  next.swapped_at = static_cast<std::uint8_t>(trail.letters - trail.word_begin);
  push(next);
}

// Each letter that the glyph may stand for.
void OffenceWalk::step_letters(const Trail& trail, const Glyph& glyph) {
  const bool separates = glyph.kind == Glyph::separator;
  if (separates) { // one vowel between two letters
    if (trail.run > 0 || trail.letters == 0 || trail.wild > 0 || !is_word_at(trail.at + 1)) return;
  }
  const bool picture = glyph.any && glyph.size > 1; // one letter inside of a word
  if (picture && (trail.wild > 0 || trail.letters == 0 || trail.run > 0 || !is_word_at(trail.at + glyph.size))) return;
  std::uint64_t letters = trie_.node(trail.node).children & glyph.letters;
  const std::uint32_t needed = glyph.any ? letter_after_stars(trail.at) : 0;
  for (; letters != 0; letters &= letters - 1) {
    const auto letter = static_cast<std::uint32_t>(std::countr_zero(letters));
    const std::uint32_t node = trie_.child(trail.node, letter);
    if ((trie_.node(node).below & needed) != needed) continue;
    Trail next = advanced(trail, node, glyph.size);
    next.undone = true;
    if (glyph.kind == Glyph::digit) ++next.digits;
    if (glyph.any || separates) ++next.wild;
    if (glyph.any || separates) next.last = 255;
    next.for_vowel = next.for_vowel || separates;
    push(next);
  }
}

// The letter, as a bit, that stands behind a run of stars; 0: none, or something else.
std::uint32_t OffenceWalk::letter_after_stars(std::size_t at) {
  const std::size_t end = run_end(at);
  const bool letter = end < text_.size() && text_[end] >= 'a' && text_[end] <= 'z';
  return letter && end - at > 1 ? 1U << (text_[end] - 'a') : 0U;
}

// A run of stars says how many letters are missing, by and large: one of them may stand for two.
void OffenceWalk::step_stars(const Trail& trail, const Glyph& glyph) {
  if (trail.stretched || trail.letters == 0 || glyph.size != 1 || trail.at + 2 >= text_.size()) return;
  if (text_[trail.at + 1] != text_[trail.at] || text_[trail.at + 2] != text_[trail.at]) return;
  const std::uint32_t needed = letter_after_stars(trail.at);
  for (std::uint32_t first = 0; first < symbols::letters; ++first) {
    const std::uint32_t middle = trie_.child(trail.node, first);
    if (middle == WordTrie::none) continue;
    for (std::uint32_t second = 0; second < symbols::letters; ++second) {
      const std::uint32_t node = trie_.child(middle, second);
      if (node == WordTrie::none || (trie_.node(node).below & needed) != needed) continue;
      Trail next = advanced(trail, node, 1);
      ++next.letters;
      next.wild = static_cast<std::uint8_t>(next.wild + 2);
      next.last = 255;
      next.stretched = next.undone = true;
      push(next);
    }
  }
}

void OffenceWalk::step_drawing(const Trail& trail) {
  const Drawing drawing = drawing_at(text_, trail.at);
  if (drawing.size == 0) return;
  const std::uint32_t node = trie_.child(trail.node, drawing.letter);
  if (node == WordTrie::none) return;
  Trail next = advanced(trail, node, drawing.size);
  next.last = 255;
  next.undone = true;
  ++next.plain;
  push(next);
}

void OffenceWalk::step_raw(const Trail& trail, const Glyph& glyph) {
  std::uint32_t node = trail.node;
  for (std::size_t i = 0; i < glyph.size; ++i) {
    node = trie_.child_of_byte(node, static_cast<unsigned char>(text_[trail.at + i]));
    if (node == WordTrie::none) return;
  }
  Trail next = advanced(trail, node, glyph.size);
  ++next.plain;
  next.last = 255;
  push(next);
}

void OffenceWalk::step_separator(const Trail& trail, const Glyph& glyph) {
  if (trail.letters == 0 || trail.run >= longest_run) return;
  Trail next = trail;
  const std::size_t after = trail.at + glyph.size;
  const char byte = text_[trail.at];
  const bool sentence = (byte == '.' || byte == ',') && after < text_.size() &&
                        (traits_[after] & text::was_upper) != 0 && (traits_[trail.at - 1] & text::was_upper) == 0;
  next.run_tight = next.run_tight || byte == '\'' || sentence;
  next.run_white = next.run_white || glyph.kind == Glyph::white;
  next.at = static_cast<std::uint32_t>(after);
  next.last = 0;
  ++next.run;
  push(next);
}

// From one word of a phrase to the next, over separators or nothing.
void OffenceWalk::step_space(const Trail& trail) {
  if (trail.run > 0 || trail.letters == 0) return;
  const std::uint32_t node = trie_.child(trail.node, symbols::space);
  if (node == WordTrie::none) return;
  static constexpr ListedWord anywhere{WordClass::mild, 0, 0, false, false, 0xFFFF};
  const bool spelled = trail.longest_piece == 1; // letter by letter, as the whole phrase may be
  if ((!spelled && !pieces_are_allowed(trail, anywhere)) || !spelling_is_allowed(trail)) return;
  Trail next = trail;
  next.node = node;
  next.last = 0;
  next.first_piece = next.piece = next.longest_piece = next.white_cuts = next.other_cuts = 0;
  next.word_begin = next.letters;
  next.swapped = next.squeezed = next.doubled = false;
  std::size_t at = trail.at;
  for (std::uint8_t run = 0; run < longest_run && at < text_.size() && !is_word_at(at); ++run) {
    const Glyph glyph = glyph_at(text_, at);
    const bool begins_word = glyph.kind == Glyph::sign && is_word_at(at + glyph.size);
    if (begins_word && at > trail.at) { // or it is the first letter of the next word
      next.at = static_cast<std::uint32_t>(at);
      push(next);
    }
    at += glyph.size;
  }
  next.undone = next.undone || at == trail.at;
  next.at = static_cast<std::uint32_t>(at);
  push(next);
}

void OffenceWalk::step_repeats(const Trail& trail) {
  Trail next = trail;
  next.at = static_cast<std::uint32_t>(run_end(trail.at));
  (next.at - trail.at == 1 ? next.doubled : next.long_run) = true;
  next.undone = true;
  next.last = 255;
  push(next);
}

std::size_t OffenceWalk::run_end(std::size_t at) {
  if (at >= run_begin_ && at < run_end_) return run_end_;
  std::size_t end = at + 1;
  while (end < text_.size() && text_[end] == text_[at]) ++end;
  run_begin_ = at;
  run_end_ = end;
  return end;
}

std::size_t OffenceWalk::before(std::size_t end) const {
  std::size_t at = end - 1;
  while (at > 0 && (static_cast<unsigned char>(text_[at]) & 0xC0U) == 0x80) --at;
  return at;
}

bool OffenceWalk::is_word_before(std::size_t end) const {
  return end > 0 && is_word_at(before(end));
}

bool OffenceWalk::is_word_at(std::size_t at) const {
  return at < text_.size() && is_word_kind(glyph_at(text_, at).kind);
}

bool OffenceWalk::is_pictograph_at(std::size_t at) const {
  return static_cast<unsigned char>(text_[at]) >= 0x80 && glyph_at(text_, at).any;
}

OffenceWalk::Edge OffenceWalk::edge_before(std::size_t at) const {
  if (at == 0 || is_pictograph_at(at)) return Edge::full;
  const std::size_t last = before(at);
  const Glyph glyph = glyph_at(text_, last);
  if (is_word_kind(glyph.kind)) {
    const bool camel =
        (traits_[at] & text::was_upper) != 0 && (traits_[last] & text::was_upper) == 0 && glyph.kind == Glyph::letter;
    return camel ? Edge::camel : Edge::none;
  }
  const char byte = text_[last];
  const bool part = byte == '@' || byte == '$' || byte == '*';
  return part && is_word_before(last) ? Edge::none : Edge::full;
}

} // namespace palabre::rules
