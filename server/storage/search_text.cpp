#include "server/storage/search_text.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "shared/text/utf8.h"

namespace palabre::storage {
namespace {

struct Range {
  std::uint32_t first, last;
};

constexpr std::array<Range, 14> without_blanks{{{0x0E00, 0x0EFF},
                                                {0x1000, 0x109F},
                                                {0x1100, 0x11FF},
                                                {0x1780, 0x17FF},
                                                {0x3005, 0x3007},
                                                {0x3040, 0x30FF},
                                                {0x3100, 0x312F},
                                                {0x31A0, 0x31FF},
                                                {0x3400, 0x4DBF},
                                                {0x4E00, 0x9FFF},
                                                {0xAC00, 0xD7AF},
                                                {0xF900, 0xFAFF},
                                                {0xFF66, 0xFFDC},
                                                {0x20000, 0x323AF}}};

bool stands_alone(std::uint32_t code) {
  return std::any_of(without_blanks.begin(), without_blanks.end(),
                     [code](const Range& range) { return code >= range.first && code <= range.last; });
}

bool is_blank_code(std::uint32_t code) {
  return code <= 0x20 || code == 0x7F || code == 0xA0 || code == 0x3000 || (code >= 0x2000 && code <= 0x200B) ||
         (code >= 0x80 && code < 0xA0);
}

// The code point that begins here, and how many bytes it has; of valid UTF-8.
std::pair<std::uint32_t, std::size_t> code_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[at + i])); };
  const std::uint32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {((lead & 0x1FU) << 6) | (byte(1) & 0x3FU), 2};
  if (lead < 0xF0) return {((lead & 0x0FU) << 12) | ((byte(1) & 0x3FU) << 6) | (byte(2) & 0x3FU), 3};
  return {((lead & 0x07U) << 18) | ((byte(1) & 0x3FU) << 12) | ((byte(2) & 0x3FU) << 6) | (byte(3) & 0x3FU), 4};
}

// `letter` is told each code point's bytes, or an empty view for a blank.
template <class Letter> void walk(std::string_view text, const Letter& letter) {
  for (std::size_t at = 0; at < text.size();) {
    const auto [code, size] = code_at(text, at);
    letter(is_blank_code(code) ? std::string_view() : text.substr(at, size), code);
    at += size;
  }
}

void append_letter(std::string& out, std::string_view bytes, std::uint32_t code) {
  if (!stands_alone(code)) {
    out += bytes;
    return;
  }
  out += ' ';
  out += bytes;
  out += ' ';
}

} // namespace

std::string searchable(std::string_view bytes) {
  const std::string text = text::replace_invalid_utf8(bytes);
  std::string out;
  out.reserve(text.size());
  walk(text, [&](std::string_view letter, std::uint32_t code) {
    if (letter.empty()) {
      out += ' ';
    } else {
      append_letter(out, letter, code);
    }
  });
  return out;
}

SearchWords search_words(std::string_view query) {
  const std::string text = text::replace_invalid_utf8(query);
  SearchWords found;
  bool inside = false;
  walk(text, [&](std::string_view letter, std::uint32_t code) {
    if (letter.empty()) {
      inside = false;
      return;
    }
    if (!inside) found.words.emplace_back();
    inside = true;
    append_letter(found.words.back(), letter, code);
  });
  found.is_last_open = inside && found.words.size() <= search_word_limit;
  if (found.words.size() > search_word_limit) found.words.resize(search_word_limit);
  return found;
}

} // namespace palabre::storage
