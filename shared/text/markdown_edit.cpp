#include "shared/text/markdown_edit.h"

#include <algorithm>
#include <vector>

#include "shared/text/line_edit.h"
#include "shared/text/markdown.h"

namespace palabre::text {
namespace {

std::size_t units_of(unsigned char lead) {
  return (lead & 0xC0u) == 0x80u ? 0 : lead >= 0xF0u ? 2 : 1;
}

std::size_t byte_offset(std::string_view text, std::size_t units) {
  std::size_t passed = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t width = units_of(static_cast<unsigned char>(text[at]));
    if (width != 0 && passed + width > units) return at;
    passed += width;
  }
  return text.size();
}

bool is_blank_byte(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\n';
}

Range trimmed(std::string_view text, Range range) {
  while (range.from < range.to && is_blank_byte(text[range.from])) ++range.from;
  while (range.to > range.from && is_blank_byte(text[range.to - 1])) --range.to;
  return range;
}

std::size_t run_before(std::string_view text, std::size_t at, char mark) {
  std::size_t length = 0;
  while (length < at && text[at - length - 1] == mark) ++length;
  return length;
}

// The words alone: the selection may hold its marks, lie between them, or begin within and end without.
Range without_marks(std::string_view text, Range range, char mark) {
  const Range inner{range.from + run_after(text, range.from, mark), range.to - run_before(text, range.to, mark)};
  return inner.from < inner.to ? inner : range;
}

// Whether runs of this many marks on both sides mean emphasis of this width: ** is in *** and not in *.
bool means(std::size_t run, std::size_t width) {
  return width == 2 ? run >= 2 : run % 2 == 1;
}

// What stands before the words of a line: quote marks and list marks.
std::size_t line_mark_length(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && (line[at] == ' ' || line[at] == '>')) ++at;
  const bool bullet =
      at + 1 < line.size() && (line[at] == '-' || line[at] == '+' || line[at] == '*') && line[at + 1] == ' ';
  if (bullet) return at + 2;
  std::size_t digit = at;
  while (digit < line.size() && line[digit] >= '0' && line[digit] <= '9') ++digit;
  const bool numbered =
      digit > at && digit + 1 < line.size() && (line[digit] == '.' || line[digit] == ')') && line[digit + 1] == ' ';
  return numbered ? digit + 2 : at;
}

// The words of each selected line, without blanks and line marks: emphasis does not reach over paragraphs or items.
std::vector<Range> words_of_lines(std::string_view text, Range range) {
  std::vector<Range> words;
  for (std::size_t at = range.from; at <= range.to;) {
    const std::size_t end = std::min(text.find('\n', at), range.to);
    const bool at_line_start = at == 0 || text[at - 1] == '\n';
    Range line{at, end};
    if (at_line_start) line.from += std::min(line_mark_length(part(text, line)), end - at);
    line = trimmed(text, line);
    if (line.from < line.to) words.push_back(line);
    at = end + 1;
  }
  return words;
}

bool is_emphasised(std::string_view text, Range range, std::size_t width) {
  const Range inner = without_marks(text, range, '*');
  return means(std::min(run_before(text, inner.from, '*'), run_after(text, inner.to, '*')), width);
}

// The text of `outer` with marks put around each of `inner`, or taken away there.
Edit mark_words(std::string_view text, const std::vector<Range>& words, std::size_t width, bool marks) {
  const std::string mark(width, '*');
  std::string out;
  const std::size_t reach = marks ? 0 : width;
  const Range outer{without_marks(text, words.front(), '*').from - reach,
                    without_marks(text, words.back(), '*').to + reach};
  std::size_t at = outer.from;
  Range selected{0, 0};
  for (const Range& word : words) {
    const Range inner = without_marks(text, word, '*');
    out += text.substr(at, inner.from - at - reach);
    if (marks) out += mark;
    if (&word == &words.front()) selected.from = outer.from + out.size();
    out += part(text, inner);
    selected.to = outer.from + out.size();
    if (marks) out += mark;
    at = inner.to + reach;
  }
  return {outer, out, selected};
}

Edit emphasise(std::string_view text, Range range, std::size_t width) {
  const std::vector<Range> words = words_of_lines(text, range);
  if (words.empty()) {
    const bool between = run_before(text, range.from, '*') >= width && run_after(text, range.from, '*') >= width &&
                         means(run_before(text, range.from, '*'), width);
    if (between) return {{range.from - width, range.from + width}, "", {range.from - width, range.from - width}};
    const std::string marks(2 * width, '*');
    return {{range.from, range.from}, marks, {range.from + width, range.from + width}};
  }
  const bool all = std::all_of(words.begin(), words.end(), [&](Range one) { return is_emphasised(text, one, width); });
  if (all) return mark_words(text, words, width, false);
  std::vector<Range> plain;
  for (const Range& one : words) {
    if (!is_emphasised(text, one, width)) plain.push_back(one);
  }
  return mark_words(text, plain, width, true);
}

Edit code_in_line(std::string_view text, Range range) {
  const Range inner = without_marks(text, range, '`');
  const std::size_t run = std::min(run_before(text, inner.from, '`'), run_after(text, inner.to, '`'));
  if (run > 0) {
    const Range outer{inner.from - run, inner.to + run};
    const std::string words(part(text, inner));
    return {outer, words, {outer.from, outer.from + words.size()}};
  }
  const std::string_view words = part(text, range);
  const std::string fence(words.empty() ? 1 : longest_run(words, '`') + 1, '`');
  const std::string pad = !words.empty() && (words.front() == '`' || words.back() == '`') ? " " : "";
  const std::size_t begin = range.from + fence.size() + pad.size();
  return {range, fence + pad + std::string(words) + pad + fence, {begin, begin + words.size()}};
}

Edit mark_code(std::string_view text, Range range) {
  range = trimmed(text, range);
  const bool several = part(text, range).find('\n') != std::string_view::npos;
  return several || is_in_fence(text, range) ? fence_lines(text, range) : code_in_line(text, range);
}

// The destination "(…)" right behind a link's words: its length, with "]".
std::size_t destination_length(std::string_view text, std::size_t at) {
  if (text.substr(at, 2) != "](") return 0;
  const std::size_t end = text.find_first_of(")\n ", at);
  return end == std::string_view::npos || text[end] != ')' ? 0 : end + 1 - at;
}

Edit mark_link(std::string_view text, Range range) {
  range = trimmed(text, range);
  Range inner = range;
  const std::string_view all = part(text, range);
  const std::size_t close = all.rfind("](");
  if (!all.empty() && all.front() == '[' && close != std::string_view::npos)
    inner = {range.from + 1, range.from + close};
  const std::size_t behind = destination_length(text, inner.to);
  if (inner.from > 0 && text[inner.from - 1] == '[' && behind > 0) {
    const std::string words(part(text, inner));
    return {{inner.from - 1, inner.to + behind}, words, {inner.from - 1, inner.from - 1 + words.size()}};
  }
  const std::string words(all);
  if (is_safe_link(words)) return {range, "[](" + words + ")", {range.from + 1, range.from + 1}};
  constexpr std::string_view scheme = "https://";
  const std::string linked = "[" + words + "](" + std::string(scheme) + ")";
  if (words.empty()) return {range, linked, {range.from + 1, range.from + 1}};
  const std::size_t begin = range.from + words.size() + 3;
  return {range, linked, {begin, begin + scheme.size()}};
}

Edit edit_of(std::string_view text, Range range, Format format) {
  switch (format) {
  case Format::bold: return emphasise(text, range, 2);
  case Format::italic: return emphasise(text, range, 1);
  case Format::link: return mark_link(text, range);
  case Format::quote: return quote_lines(text, range);
  case Format::code: return mark_code(text, range);
  case Format::list: return list_lines(text, range);
  }
  return {range, std::string(part(text, range)), range};
}

} // namespace

std::size_t utf16_length(std::string_view text) {
  std::size_t units = 0;
  for (const char byte : text) units += units_of(static_cast<unsigned char>(byte));
  return units;
}

TextEdit format_selection(std::string_view text, Selection selection, Format format) {
  Range range{byte_offset(text, selection.from), byte_offset(text, selection.to)};
  if (range.to < range.from) std::swap(range.from, range.to);
  Edit edit = edit_of(text, range, format);
  const std::size_t before = utf16_length(text.substr(0, edit.replaced.from));
  // The selection lies in what was put in.
  const auto place = [&](std::size_t at) {
    return before + utf16_length(std::string_view(edit.text).substr(0, at - edit.replaced.from));
  };
  const Selection selected{place(edit.selected.from), place(edit.selected.to)};
  const Selection replaced{before, before + utf16_length(part(text, edit.replaced))};
  return {replaced, std::move(edit.text), selected};
}

} // namespace palabre::text
