#include "shared/rules/offence_list.h"

#include <algorithm>
#include <bit>
#include <optional>

#include "shared/rules/disguise.h"
#include "shared/text/fold.h"

namespace palabre::rules {
namespace {

constexpr std::size_t longest_text = 120; // bytes; nobody lists longer ones, and counts of letters stay small

// Letters, digits and other scripts as they are; a sign between letters as the letter it stands for ("a$$"); anything
// else parts the words of a phrase.
std::string normalise(std::string_view folded) {
  std::string out;
  for (std::size_t at = 0; at < folded.size();) {
    const Glyph glyph = glyph_at(folded, at);
    const std::string_view bytes = folded.substr(at, glyph.size);
    at += glyph.size;
    const bool pictograph = glyph.any && glyph.size > 1;
    if (is_word_kind(glyph.kind) || pictograph) {
      out += bytes;
    } else if (bytes == "$" || bytes == "@" ||
               (glyph.kind == Glyph::sign && !glyph.any && at < folded.size() &&
                is_word_kind(glyph_at(folded, at).kind))) {
      out += static_cast<char>('a' + std::countr_zero(glyph.letters));
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

struct Row {
  std::string text;
  ListedWord word;
};

Row make_row(const OffenceWords::Entry& entry) {
  std::string_view text = entry.text;
  const bool open_begin = text.starts_with('*');
  while (text.starts_with('*')) text.remove_prefix(1);
  const bool open_end = text.ends_with('*');
  while (text.ends_with('*')) text.remove_suffix(1);
  return {normalise(text::fold(text).text),
          {entry.word_class, entry.flags, entry.weight, open_begin, open_end, entry.whole_at}};
}

OffenceList collect(std::vector<Row> rows) {
  std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.text < b.text; });
  OffenceList list;
  list.texts.reserve(rows.size());
  list.words.reserve(rows.size());
  for (Row& row : rows) {
    if (row.text.empty() || row.text.size() > longest_text) continue;
    if (!list.texts.empty() && list.texts.back() == row.text) {
      list.words.back().open_begin = list.words.back().open_begin || row.word.open_begin;
      list.words.back().open_end = list.words.back().open_end || row.word.open_end;
      continue;
    }
    list.texts.push_back(std::move(row.text));
    list.words.push_back(row.word);
  }
  return list;
}

void append_u32(std::string& out, std::size_t value) {
  for (unsigned shift = 0; shift < 32; shift += 8) out += static_cast<char>((value >> shift) & 0xFF);
}

std::optional<std::string_view> take(std::string_view& bytes, std::size_t size) {
  if (size > bytes.size()) return std::nullopt;
  const std::string_view taken = bytes.substr(0, size);
  bytes.remove_prefix(size);
  return taken;
}

std::optional<std::size_t> take_u32(std::string_view& bytes) {
  const auto four = take(bytes, 4);
  if (!four) return std::nullopt;
  std::size_t value = 0;
  for (unsigned i = 0; i < 4; ++i) value |= static_cast<std::size_t>(static_cast<unsigned char>((*four)[i])) << (8 * i);
  return value;
}

// Sorted strings: how much each shares with the one before, how much more it has, and that; each apart.
std::string write_strings(const std::vector<std::string>& sorted) {
  std::string shared;
  std::string rest;
  std::string letters;
  std::string_view before;
  for (const std::string_view word : sorted) {
    const auto same = std::mismatch(before.begin(), before.end(), word.begin(), word.end()).second - word.begin();
    shared += static_cast<char>(same);
    rest += static_cast<char>(static_cast<std::ptrdiff_t>(word.size()) - same);
    letters += word.substr(static_cast<std::size_t>(same));
    before = word;
  }
  std::string out;
  append_u32(out, sorted.size());
  append_u32(out, letters.size());
  return out + shared + rest + letters;
}

std::optional<std::vector<std::string>> read_strings(std::string_view& bytes) {
  const auto count = take_u32(bytes);
  const auto size = take_u32(bytes);
  if (!count || !size || *count > bytes.size()) return std::nullopt;
  const auto shared = take(bytes, *count);
  const auto rest = take(bytes, *count);
  auto letters = take(bytes, *size);
  if (!shared || !rest || !letters) return std::nullopt;
  std::vector<std::string> strings;
  strings.reserve(*count);
  std::string word;
  for (std::size_t i = 0; i < *count; ++i) {
    const auto more = take(*letters, static_cast<unsigned char>((*rest)[i]));
    if (!more) return std::nullopt;
    word.resize(std::min<std::size_t>(word.size(), static_cast<unsigned char>((*shared)[i])));
    word += *more;
    strings.push_back(word);
  }
  return strings;
}

} // namespace

std::string mark_accents(std::string_view folded, const std::uint8_t* traits) {
  std::string marked;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    marked += folded[i];
    if ((traits[i] & text::was_accented) != 0) marked += '\1';
  }
  return marked;
}

OffenceList make_offence_list(const std::vector<OffenceWords::Entry>& entries,
                              const std::vector<std::string>& innocent) {
  std::vector<Row> rows;
  rows.reserve(entries.size());
  for (const OffenceWords::Entry& entry : entries) rows.push_back(make_row(entry));
  OffenceList list = collect(std::move(rows));
  for (const std::string& word : innocent) {
    const text::Folded folded = text::fold(word);
    std::string text = normalise(folded.text);
    if (text.empty() || text.size() > longest_text) continue;
    if (std::binary_search(list.texts.begin(), list.texts.end(), text)) {
      text = mark_accents(folded.text, folded.traits.data());
      if (text.size() == folded.text.size()) continue;
    }
    list.innocent.push_back(std::move(text));
  }
  std::sort(list.innocent.begin(), list.innocent.end());
  list.innocent.erase(std::unique(list.innocent.begin(), list.innocent.end()), list.innocent.end());
  return list;
}

std::string write_offence_list(const OffenceList& list) {
  std::string out = write_strings(list.texts);
  std::string kinds;
  std::string flags;
  std::string weights;
  std::string low;
  std::string high;
  for (const ListedWord& word : list.words) {
    kinds += static_cast<char>(static_cast<unsigned>(word.word_class) | (word.open_begin ? 8U : 0U) |
                               (word.open_end ? 16U : 0U));
    flags += static_cast<char>(word.flags);
    weights += static_cast<char>(word.weight);
    low += static_cast<char>(word.whole_at & 0xFF);
    high += static_cast<char>(word.whole_at >> 8);
  }
  return out + kinds + flags + weights + low + high + write_strings(list.innocent);
}

OffenceList read_offence_list(std::string_view bytes) {
  auto texts = read_strings(bytes);
  if (!texts) return {};
  const auto kinds = take(bytes, texts->size());
  const auto flags = take(bytes, texts->size());
  const auto weights = take(bytes, texts->size());
  const auto low = take(bytes, texts->size());
  const auto high = take(bytes, texts->size());
  auto innocent = read_strings(bytes);
  if (!kinds || !flags || !weights || !low || !high || !innocent) return {};
  std::vector<Row> rows;
  rows.reserve(texts->size());
  const auto byte = [](std::string_view column, std::size_t i) { return static_cast<unsigned char>(column[i]); };
  for (std::size_t i = 0; i < texts->size(); ++i) {
    const unsigned kind = byte(*kinds, i);
    rows.push_back({normalise((*texts)[i]),
                    {static_cast<WordClass>(kind & 7), byte(*flags, i), byte(*weights, i), (kind & 8) != 0,
                     (kind & 16) != 0, static_cast<std::uint16_t>(byte(*low, i) | byte(*high, i) << 8)}});
  }
  OffenceList list = collect(std::move(rows));
  list.innocent = std::move(*innocent);
  return list;
}

} // namespace palabre::rules
