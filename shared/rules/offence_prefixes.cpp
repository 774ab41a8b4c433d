#include "shared/rules/offence_prefixes.h"

namespace palabre::rules {
namespace {

constexpr std::size_t longest_gap = 6; // separators between two letters, and more for sure

bool is_letter(char byte) {
  return byte >= 'a' && byte <= 'z';
}

std::size_t index_of(char letter) {
  return static_cast<std::size_t>(letter - 'a');
}

} // namespace

OffencePrefixes::OffencePrefixes(const OffenceList& list) {
  for (std::size_t i = 0; i < list.texts.size(); ++i) {
    add(begins_, list.texts[i]);
    if (!list.words[i].open_begin) continue;
    add(inside_, list.texts[i]);
    open_ = true;
  }
}

// 0 is any letter.
void OffencePrefixes::set(Table& table, char a, char b, char c) {
  if (b == 0 || c == 0) {
    for (char any = 'a'; any <= 'z'; ++any) set(table, a, b == 0 ? any : b, b == 0 ? c : any);
    return;
  }
  const std::size_t place = (index_of(a) * letters + index_of(b)) * letters + index_of(c);
  table.triples[place / 64] |= std::uint64_t{1} << (place % 64);
}

// With each letter repeated, dropped, swapped or drawn with two that may be.
void OffencePrefixes::add(Table& table, std::string_view text) {
  std::array<char, 4> first{};
  std::size_t count = 0;
  for (const char byte : text) {
    if (byte == ' ') continue;
    if (!is_letter(byte) || count == first.size()) break;
    first[count++] = byte;
  }
  const auto [a, b, c, d] = first;
  if (count == 0) return;
  if (count <= 2) table.pairs[index_of(a)] |= b == 0 ? ~0U : 1U << index_of(b);
  set(table, a, b, c);
  set(table, a, b, d);
  set(table, a, c, d);
  set(table, a, c, b);
  if (b != 0) set(table, b, a, c);
  set(table, a, a, b);
  set(table, a, a, a);
  set(table, a, b, b);
  for (const auto [letter, one, two] : {std::array{'f', 'p', 'h'}, std::array{'w', 'v', 'v'}}) {
    if (a == letter) set(table, one, two, b);
    if (b == letter) set(table, a, one, two);
    if (c == letter) set(table, a, b, one);
  }
}

bool OffencePrefixes::look(const Table& table, std::string_view text, std::size_t at) {
  std::array<char, 3> found{};
  std::size_t count = 0;
  std::size_t gap = 0;
  while (at < text.size() && gap < longest_gap) {
    const char byte = text[at];
    if (is_letter(byte)) {
      found[count++] = byte;
      if (count == found.size()) {
        const std::size_t place = (index_of(found[0]) * letters + index_of(found[1])) * letters + index_of(found[2]);
        return (table.triples[place / 64] >> (place % 64) & 1) != 0;
      }
      gap = 0;
    } else if (byte != ' ') {
      const Glyph glyph = glyph_at(text, at);
      if (glyph.kind == Glyph::digit || glyph.kind == Glyph::raw) return true;
      if (glyph.kind == Glyph::sign && (gap == 0 || (at + glyph.size < text.size() && text[at + glyph.size] != ' '))) {
        return true;
      }
      at += glyph.size - 1U;
      ++gap;
    } else {
      ++gap;
    }
    ++at;
  }
  return count == 2 && (table.pairs[index_of(found[0])] >> index_of(found[1]) & 1U) != 0;
}

} // namespace palabre::rules
