#include "shared/view/marked_words.h"

#include <algorithm>

#include "shared/text/code_point.h"

namespace palabre::view {
namespace {

bool is_between(char32_t value, char32_t first, char32_t last) {
  return value >= first && value <= last;
}

// Whether it can go on a word: neither space nor punctuation nor a sign.
bool is_of_word(char32_t value) {
  if (value < 0x80) return is_between(value, '0', '9') || is_between(value | 0x20, 'a', 'z');
  if (value < 0xC0) return value == 0xAA || value == 0xB5 || value == 0xBA;
  return value != 0xD7 && value != 0xF7 && !is_between(value, 0x2000, 0x206F) && !is_between(value, 0x2190, 0x2BFF) &&
         !is_between(value, 0x3000, 0x303F) && !is_between(value, 0xFF00, 0xFF0F) && value < 0x1F000 &&
         !text::is_white_space(value);
}

// Scripts that put no space between words.
bool is_written_together(char32_t value) {
  return is_between(value, 0x3040, 0x30FF) || is_between(value, 0x3400, 0x9FFF) || is_between(value, 0x0E00, 0x0EFF);
}

char32_t last_before(std::string_view text, std::size_t at) {
  std::size_t begin = at - 1;
  while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) --begin;
  return text::code_point_at(text, begin).value;
}

bool goes_on(char32_t outside, char32_t inside) {
  return is_of_word(outside) && is_of_word(inside) && !is_written_together(inside);
}

bool stands_alone(std::string_view text, std::size_t at, std::string_view word) {
  const std::size_t end = at + word.size();
  if (at > 0 && goes_on(last_before(text, at), text::code_point_at(text, at).value)) return false;
  return end >= text.size() || !goes_on(text::code_point_at(text, end).value, last_before(text, end));
}

// The length of the longest word that stands there; 0: none.
std::size_t length_at(std::string_view text, std::size_t at, const std::vector<std::string>& words) {
  std::size_t longest = 0;
  for (const std::string& word : words) {
    if (word.size() <= longest || text.compare(at, word.size(), word) != 0) continue;
    if (stands_alone(text, at, word)) longest = word.size();
  }
  return longest;
}

} // namespace

std::vector<MarkedPiece> split_at_words(std::string_view text, const std::vector<std::string>& words) {
  std::vector<MarkedPiece> pieces;
  std::string firsts;
  for (const std::string& word : words) {
    if (!word.empty()) firsts += word.front();
  }
  std::size_t done = 0;
  std::size_t at = firsts.empty() ? std::string_view::npos : text.find_first_of(firsts);
  while (at != std::string_view::npos) {
    const std::size_t length = length_at(text, at, words);
    if (length > 0) {
      if (at > done) pieces.push_back({text.substr(done, at - done)});
      pieces.push_back({text.substr(at, length), true});
      done = at + length;
    }
    at = text.find_first_of(firsts, std::max(done, at + 1));
  }
  if (done < text.size()) pieces.push_back({text.substr(done)});
  return pieces;
}

} // namespace palabre::view
