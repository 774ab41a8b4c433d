#include "shared/rules/signature.h"

#include <algorithm>
#include <utility>

#include "shared/rules/initials.h"
#include "shared/text/code_point.h"
#include "shared/text/utf8.h"
#include "shared/text/words.h"

namespace palabre::rules {
namespace {

// Empty where the name has none that are customary.
std::string initials_of(std::string_view name) {
  Initials initials = initials_in(name);
  return initials.customary ? std::move(initials.text) : std::string();
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
  const char32_t first = text::code_point_at(line, 0).value;
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
