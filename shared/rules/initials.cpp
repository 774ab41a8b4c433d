#include "shared/rules/initials.h"

#include "shared/text/code_point.h"

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

} // namespace

std::string_view letter_at(std::string_view text, std::size_t begin) {
  std::size_t end = begin + code_point_at(text, begin).size;
  while (end < text.size()) {
    const CodePoint next = code_point_at(text, end);
    if (!is_combining(next.value)) break;
    end += next.size;
  }
  return text.substr(begin, end - begin);
}

Initials initials_in(std::string_view name, std::size_t most) {
  Initials initials;
  bool begins = true;
  std::string before; // what stands between this word and the last
  for (std::size_t at = 0; at < name.size() && most > 0;) {
    const CodePoint point = code_point_at(name, at);
    if (text::is_white_space(point.value) || is_hyphen(point.value)) {
      before = is_hyphen(point.value) ? "-" : " ";
      begins = true;
    } else if (begins && !is_no_letter(point.value)) {
      initials.customary = initials.customary && !is_not_abbreviated(point.value);
      if (!initials.text.empty()) initials.text += before;
      initials.text.append(letter_at(name, at)).append(".");
      begins = false;
      --most;
    }
    at += point.size;
  }
  return initials;
}

} // namespace palabre::rules
