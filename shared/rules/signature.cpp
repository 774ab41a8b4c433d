#include "shared/rules/signature.h"

#include <algorithm>

#include "shared/text/code_point.h"
#include "shared/text/utf8.h"
#include "shared/text/words.h"

namespace palabre::rules {
namespace {

using text::code_point_at;
using text::CodePoint;

bool is_hyphen(char32_t value) {
  return value == '-' || value == 0x2010 || value == 0x2011;
}

bool is_combining(char32_t value) {
  return (value >= 0x300 && value <= 0x36F) || (value >= 0x1AB0 && value <= 0x1AFF) ||
         (value >= 0x20D0 && value <= 0x20FF);
}

// Before the first letter of a word: quotes, brackets, dots, pictographs.
bool is_no_letter(char32_t value) {
  if (value < 0x80) {
    return !((value >= '0' && value <= '9') || (value >= 'A' && value <= 'Z') || (value >= 'a' && value <= 'z'));
  }
  return (value >= 0x80 && value <= 0xBF) || (value >= 0x2000 && value <= 0x2BFF) ||
         (value >= 0xFE00 && value <= 0xFE0F) || value >= 0x1F000 || text::is_invisible(value);
}

// Chinese, Japanese, Korean and what else is written without capitals and spaces between names.
bool is_not_abbreviated(char32_t value) {
  return (value >= 0x0E00 && value <= 0x0EFF) || (value >= 0x1100 && value <= 0x11FF) ||
         (value >= 0x2E80 && value <= 0xD7FF) || (value >= 0xF900 && value <= 0xFAFF) ||
         (value >= 0x20000 && value <= 0x3FFFF);
}

// "A. D."; empty where the name has no initials.
std::string initials_of(std::string_view name) {
  std::string initials;
  bool begins = true;
  std::string before; // what stands between this word and the last
  for (std::size_t at = 0; at < name.size();) {
    const CodePoint point = code_point_at(name, at);
    if (text::is_white_space(point.value) || is_hyphen(point.value)) {
      before = is_hyphen(point.value) ? "-" : " ";
      begins = true;
    } else if (begins && !is_no_letter(point.value)) {
      if (is_not_abbreviated(point.value)) return {};
      if (!initials.empty()) initials += before;
      initials.append(name, at, point.size);
      for (std::size_t next = at + point.size; next < name.size();) {
        const CodePoint mark = code_point_at(name, next);
        if (!is_combining(mark.value)) break;
        initials.append(name, next, mark.size);
        next += mark.size;
      }
      initials += '.';
      begins = false;
    }
    at += point.size;
  }
  return initials;
}

// The letters of a text, folded, in a row: what makes "— a.d." and "A. D." the same.
std::string letters_of(std::string_view source) {
  const text::Words words = text::split_words(source);
  std::string letters;
  for (const text::Word& word : words.words) letters += words.text(word);
  return letters;
}

bool begins_with_dash(std::string_view line) {
  if (line.empty()) return false;
  const char32_t first = code_point_at(line, 0).value;
  return first == '-' || first == '~' || (first >= 0x2010 && first <= 0x2015);
}

// Where the last line that shows anything begins.
std::size_t last_line_of(std::string_view body) {
  const std::size_t end = body.find_last_not_of(" \t\n");
  if (end == std::string_view::npos) return 0;
  const std::size_t before = body.rfind('\n', end);
  return before == std::string_view::npos ? 0 : before + 1;
}

bool is_signed(std::string_view body, std::string_view name) {
  const std::size_t begin = last_line_of(body);
  if (begin == 0) return false; // a text that is nothing else says something
  const std::string_view line = body.substr(begin);
  const std::string letters = letters_of(line);
  if (letters.empty()) return false;
  const bool by_name = letters == letters_of(name);
  return by_name || (begins_with_dash(line.substr(std::min(line.find_first_not_of(" \t"), line.size()))) &&
                     letters == letters_of(initials_of(name)));
}

} // namespace

std::string signature_of(std::string_view name, Signature signature) {
  const std::string dash = "\xE2\x80\x94 ";
  const std::string whole = text::normalise_line(name);
  if (signature == Signature::none || whole.empty()) return {};
  if (signature == Signature::name) return dash + whole;
  const std::string initials = initials_of(whole);
  return dash + (initials.empty() ? whole : initials);
}

std::string sign(std::string_view body, std::string_view name, Signature signature) {
  const std::string line = signature_of(name, signature);
  if (line.empty() || is_signed(body, name)) return std::string(body);
  return std::string(body) + "\n\n" + line;
}

std::string unsigned_text(std::string_view body, std::string_view name) {
  if (!is_signed(body, name)) return std::string(body);
  return text::normalise_body(body.substr(0, last_line_of(body)));
}

} // namespace palabre::rules
