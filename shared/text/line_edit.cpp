#include "shared/text/line_edit.h"

#include <algorithm>
#include <vector>

namespace palabre::text {
namespace {

Range whole_lines(std::string_view text, Range range) {
  const std::size_t before = range.from == 0 ? std::string_view::npos : text.rfind('\n', range.from - 1);
  const std::size_t last = range.to > range.from && text[range.to - 1] == '\n' ? range.to - 1 : range.to;
  return {before == std::string_view::npos ? 0 : before + 1, std::min(text.find('\n', last), text.size())};
}

bool is_fence(std::string_view line) {
  return line.size() >= 3 && line.find_first_not_of('`') == std::string_view::npos;
}

// The lines right before and after, without their line feeds.
Range line_before(std::string_view text, Range lines) {
  return lines.from == 0 ? Range{0, 0} : whole_lines(text, {lines.from - 1, lines.from - 1});
}
Range line_after(std::string_view text, Range lines) {
  return lines.to == text.size() ? Range{lines.to, lines.to} : whole_lines(text, {lines.to + 1, lines.to + 1});
}

// A mark at the beginning of every line: what it is, and how long it is where a line has it already.
struct LineMark {
  std::string_view mark;
  std::size_t (*length)(std::string_view line);
  bool on_blank_lines;
};

std::size_t quote_length(std::string_view line) {
  if (line.empty() || line.front() != '>') return 0;
  return line.size() > 1 && line[1] == ' ' ? 2 : 1;
}
std::size_t bullet_length(std::string_view line) {
  const bool bullet = line.size() > 1 && (line[0] == '-' || line[0] == '*' || line[0] == '+') && line[1] == ' ';
  return bullet ? 2 : 0;
}

bool is_blank_line(std::string_view line) {
  return line.find_first_not_of(" \t") == std::string_view::npos;
}

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0;;) {
    const std::size_t end = text.find('\n', at);
    lines.push_back(text.substr(at, end == std::string_view::npos ? end : end - at));
    if (end == std::string_view::npos) return lines;
    at = end + 1;
  }
}

// A paragraph right above would take a list's first line in, and one right below would be taken in by a quote.
std::string apart(std::string_view text, Range neighbour, const LineMark& mark) {
  const std::string_view line = part(text, neighbour);
  return is_blank_line(line) || mark.length(line) > 0 ? "" : "\n";
}

Edit mark_lines(std::string_view text, Range range, const LineMark& mark) {
  const Range outer = whole_lines(text, range);
  const std::vector<std::string_view> lines = split_lines(part(text, outer));
  const bool single = lines.size() == 1;
  const bool marked = std::all_of(lines.begin(), lines.end(), [&](std::string_view line) {
    return mark.length(line) > 0 || (is_blank_line(line) && !single);
  });
  std::string before = marked ? "" : apart(text, line_before(text, outer), mark);
  std::string out = before;
  for (const std::string_view& line : lines) {
    if (&line != &lines.front()) out += '\n';
    const std::size_t old = mark.length(line);
    const bool wanted = !marked && old == 0 && (mark.on_blank_lines || single || !is_blank_line(line));
    if (wanted) out += mark.mark;
    out += line.substr(marked ? old : 0);
  }
  const std::size_t end = outer.from + out.size();
  if (!marked) out += apart(text, line_after(text, outer), mark);
  if (range.from < range.to) return {outer, out, {outer.from + before.size(), end}};
  const std::size_t behind = std::min(outer.to - range.from, end - outer.from - before.size());
  return {outer, out, {end - behind, end - behind}};
}

} // namespace

std::string_view part(std::string_view text, Range range) {
  return text.substr(range.from, range.to - range.from);
}

std::size_t run_after(std::string_view text, std::size_t at, char mark) {
  std::size_t length = 0;
  while (at + length < text.size() && text[at + length] == mark) ++length;
  return length;
}

std::size_t longest_run(std::string_view text, char mark) {
  std::size_t longest = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t run = run_after(text, at, mark);
    longest = std::max(longest, run);
    at += run;
  }
  return longest;
}

bool is_in_fence(std::string_view text, Range range) {
  const Range lines = whole_lines(text, range);
  return is_fence(part(text, line_before(text, lines))) && is_fence(part(text, line_after(text, lines)));
}

Edit fence_lines(std::string_view text, Range range) {
  const Range lines = whole_lines(text, range);
  const Range above = line_before(text, lines);
  const Range below = line_after(text, lines);
  if (is_fence(part(text, above)) && is_fence(part(text, below))) {
    const std::string inner(part(text, lines));
    return {{above.from, below.to}, inner, {above.from, above.from + inner.size()}};
  }
  const std::string_view inner = part(text, lines);
  const std::size_t first = inner.find('\n');
  const std::size_t last = inner.rfind('\n');
  if (first != last && is_fence(inner.substr(0, first)) && is_fence(inner.substr(last + 1))) {
    const std::string words(inner.substr(first + 1, last - first - 1));
    return {lines, words, {lines.from, lines.from + words.size()}};
  }
  const std::string fence(std::max<std::size_t>(longest_run(inner, '`') + 1, 3), '`');
  const std::size_t begin = lines.from + fence.size() + 1;
  return {lines, fence + "\n" + std::string(inner) + "\n" + fence, {begin, begin + inner.size()}};
}

Edit quote_lines(std::string_view text, Range range) {
  return mark_lines(text, range, {"> ", quote_length, true});
}

Edit list_lines(std::string_view text, Range range) {
  return mark_lines(text, range, {"- ", bullet_length, false});
}

} // namespace palabre::text
