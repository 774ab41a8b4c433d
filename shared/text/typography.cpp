#include "shared/text/typography.h"

#include <algorithm>

namespace palabre::text {
namespace {

constexpr std::string_view narrow_no_break_space = "\u202F";
constexpr std::string_view no_break_space = "\u00A0";
constexpr std::string_view opening = "«";
constexpr std::string_view closing = "»";

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t';
}

// Where a sentence or a part of it may end: nothing, a blank, or one of these.
bool ends_word(std::string_view rest, std::string_view signs) {
  return rest.empty() || is_blank(rest.front()) || signs.find(rest.front()) != std::string_view::npos;
}

// Or a digit. Of what is not ASCII all but U+0080…U+00BF and the general punctuation counts.
bool is_letter(std::string_view rest) {
  if (rest.empty() || starts_with(rest, "\xE2\x80")) return false;
  const char c = rest.front();
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         static_cast<unsigned char>(c) >= 0xC3;
}

// The space that belongs before what follows; empty: the one that is there.
std::string_view space_before(std::string_view rest) {
  if (rest.empty()) return {};
  if (starts_with(rest, closing)) return is_letter(rest.substr(closing.size())) ? "" : narrow_no_break_space;
  const std::size_t end = rest.find_first_not_of("?!");
  if (end != 0) { // "?", "!", "?!", "!!!"
    const std::string_view after = end == std::string_view::npos ? std::string_view() : rest.substr(end);
    const bool punctuation = ends_word(after, ".,;:)]\"'") || starts_with(after, closing) || starts_with(after, "…") ||
                             starts_with(after, "’") || starts_with(after, "”");
    return punctuation ? narrow_no_break_space : "";
  }
  if (rest.front() == ';' && ends_word(rest.substr(1), "")) return narrow_no_break_space;
  if (rest.front() == ':' && ends_word(rest.substr(1), "")) return no_break_space;
  return {};
}

// Whether « with what was written before it opens French quotes: in »German« ones it stands behind a letter.
bool opens_quotes(std::string_view before) {
  if (!ends_with(before, opening)) return false;
  before.remove_suffix(opening.size());
  return before.empty() || is_blank(before.back()) || before.back() == '(' ||
         ends_with(before, narrow_no_break_space) || ends_with(before, no_break_space) || ends_with(before, "’");
}

} // namespace

std::string keep_signs_on_the_line(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 8);
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    out += text.substr(0, space);
    if (space == std::string_view::npos) break;
    const std::size_t end = std::min(text.find_first_not_of(' ', space), text.size());
    const std::string_view rest = text.substr(end);
    std::string_view kept = space_before(rest);
    if (kept.empty() && opens_quotes(out)) kept = narrow_no_break_space;
    out += kept.empty() ? text.substr(space, end - space) : kept;
    text = rest;
  }
  return out;
}

} // namespace palabre::text
