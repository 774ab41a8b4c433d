#include "shared/rules/offence_prefixes.h"

#include <algorithm>
#include <bit>

namespace palabre::rules {
namespace {

constexpr std::size_t longest_gap = 6; // separators between two letters, and more for sure
constexpr std::size_t most_letters = 5;
constexpr std::size_t most_bytes = 48; // looked at from one place: walls are left to the walk

bool is_letter(char byte) {
  return byte >= 'a' && byte <= 'z';
}

std::uint32_t add_letter(std::uint32_t hash, char letter) {
  return (hash + static_cast<unsigned char>(letter)) * 0x9E3779B1U;
}

} // namespace

OffencePrefixes::OffencePrefixes(const OffenceList& list) {
  open_ = std::any_of(list.words.begin(), list.words.end(), [](const ListedWord& word) { return word.open_begin; });
  const auto is_short = [](const std::string& word) { return word.size() <= most_letters + 2; };
  const auto shorts = static_cast<std::size_t>(std::count_if(list.texts.begin(), list.texts.end(), is_short));
  begins_.resize(list.texts.size(), shorts);
  if (open_) inside_.resize(list.texts.size(), shorts);
  for (std::size_t i = 0; i < list.texts.size(); ++i) {
    begins_.add(list.texts[i], list.words[i].open_end);
    if (list.words[i].open_begin) inside_.add(list.texts[i], list.words[i].open_end);
  }
}

void OffencePrefixes::Table::Places::resize(std::size_t hashes) {
  const std::size_t size = std::bit_ceil(hashes / 3 + 1);
  bits_.assign(size, 0);
  shift_ = 32 - static_cast<unsigned>(std::countr_zero(size * 32));
}

void OffencePrefixes::Table::Places::set(std::uint32_t hash, unsigned bits) {
  const std::uint32_t place = hash >> shift_;
  bits_[place / 32] |= static_cast<std::uint64_t>(bits) << (place % 32 * 2);
}

void OffencePrefixes::Table::resize(std::size_t long_words, std::size_t short_words) {
  long_.resize(long_words * (most_letters + 1));
  short_.resize(short_words * most_letters);
}

// As it is, and with each two of its first letters swapped.
void OffencePrefixes::Table::add(const std::string& text, bool open_end) {
  std::string letters;
  bool whole = true;
  for (const char byte : text) {
    if (byte == ' ') continue;
    whole = is_letter(byte);
    if (!whole) break;
    letters += byte;
  }
  const Follow follow = whole && !open_end ? nothing : anything;
  add_spelling(letters, follow);
  for (std::size_t i = 0; i + 1 < std::min(letters.size(), most_letters + 3); ++i) {
    std::swap(letters[i], letters[i + 1]);
    add_spelling(letters, follow);
    std::swap(letters[i], letters[i + 1]);
  }
}

void OffencePrefixes::Table::add_spelling(std::string_view letters, Follow follow) {
  std::uint32_t hash = 0;
  std::size_t count = 0;
  char before = 0;
  for (const char letter : letters) {
    if (letter == before) continue;
    hash = add_letter(hash, letter);
    before = letter;
    if (++count == most_letters) break;
  }
  (count == most_letters ? long_ : short_).set(hash, follow);
}

bool OffencePrefixes::Table::look(const text::Folded& folded, std::size_t at) const {
  const std::string_view text = folded.text;
  std::uint32_t hash = 0;
  std::size_t count = 0;
  std::size_t gap = 0;
  char before = 0;
  const std::size_t limit = at + most_bytes;
  for (; at < text.size() && gap < longest_gap; ++at) {
    if (at >= limit) return true;
    const char byte = text[at];
    if (is_letter(byte)) {
      const bool drawn = (byte == 'h' && before == 'p') || (byte == 'v' && before == 'v'); // ph, vv
      if (drawn) return true;
      gap = 0;
      if (byte == before) continue;
      hash = add_letter(hash, byte);
      before = byte;
      ++count;
      if (count == most_letters) return long_.get(hash) != 0;
      if (const unsigned follow = short_.get(hash); follow != 0) {
        if ((follow & anything) != 0) return true;
        const bool ends = at + 1 == text.size() || !is_letter(text[at + 1]) || text[at + 1] == byte ||
                          (folded.traits[at + 1] & text::was_upper) != 0;
        if (ends) return true;
      }
    } else if (byte == ' ' || byte == '\'' || byte == '\n') {
      ++gap;
    } else {
      const Glyph glyph = glyph_at(text, at);
      const std::size_t after = at + glyph.size;
      if (glyph.kind == Glyph::digit || glyph.kind == Glyph::raw) return true;
      const bool close = after < text.size() && is_word_kind(glyph_at(text, after).kind);
      if (glyph.letters != 0 && (close || (gap == 0 && glyph.kind == Glyph::sign))) return true;
      at = after - 1;
      ++gap;
    }
  }
  return false;
}

} // namespace palabre::rules
