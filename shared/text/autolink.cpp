#include "shared/text/autolink.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "shared/text/code_point.h"
#include "shared/text/span_builder.h"

namespace palabre::text {

namespace {

constexpr bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

constexpr bool is_one_of(char c, std::string_view set) {
  return set.find(c) != std::string_view::npos;
}

bool starts_with(std::string_view text, std::size_t at, std::string_view lower_case) {
  if (text.size() - at < lower_case.size()) return false;
  for (std::size_t i = 0; i < lower_case.size(); ++i) {
    const char c = text[at + i];
    if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) != lower_case[i]) return false;
  }
  return true;
}

// An address begins after white space, opening punctuation or a script that writes no spaces.
bool may_begin_at(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const char before = text[at - 1];
  return static_cast<unsigned char>(before) >= 0x80 || is_one_of(before, " \t\n([{<>\"'*_~|,;:!=");
}

// Quotation marks and the brackets, commas and stops of East Asian text.
bool ends_address(CodePoint point) {
  if (point.value < 0x80) return is_one_of(static_cast<char>(point.value), "<>\"`\\{}|^");
  constexpr std::array<char32_t, 9> quotes{0xAB, 0xBB, 0x201C, 0x201D, 0x201E, 0x2039, 0x203A, 0xFF0C, 0xFF01};
  if (std::find(quotes.begin(), quotes.end(), point.value) != quotes.end()) return true;
  return (point.value >= 0x3001 && point.value <= 0x3002) || (point.value >= 0x3008 && point.value <= 0x3011) ||
         (point.value >= 0xFF08 && point.value <= 0xFF09) || (point.value >= 0xFF1A && point.value <= 0xFF1F);
}

std::size_t end_of_run(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  while (at < text.size()) {
    const CodePoint point = code_point_at(text, at);
    if (is_invisible(point.value) || ends_address(point)) break;
    at += point.size;
  }
  return at;
}

// Bytes of the final character when it belongs to the sentence rather than to the address; 0: it does not.
std::size_t trailing_punctuation(std::string_view address) {
  if (is_one_of(address.back(), "?!.,:;*_~'")) return 1;
  for (const std::string_view mark : {"\xE2\x80\x98", "\xE2\x80\x99", "\xE2\x80\xA6", "\xE2\x80\x93", "\xE2\x80\x94"}) {
    if (address.size() > mark.size() && address.substr(address.size() - mark.size()) == mark) return mark.size();
  }
  return 0;
}

// A closing bracket stays only when the address opened it: (see https://x.example/a_(b)).
std::string_view without_trailing_punctuation(std::string_view address) {
  const auto surplus_of = [&](char open, char close) {
    return std::count(address.begin(), address.end(), close) - std::count(address.begin(), address.end(), open);
  };
  std::ptrdiff_t round = surplus_of('(', ')');
  std::ptrdiff_t square = surplus_of('[', ']');
  while (!address.empty()) {
    std::size_t dropped = trailing_punctuation(address);
    if (address.back() == ')' && round > 0) {
      --round;
      dropped = 1;
    } else if (address.back() == ']' && square > 0) {
      --square;
      dropped = 1;
    }
    if (dropped == 0) break;
    address.remove_suffix(dropped);
  }
  return address;
}

// The address that begins at `at`; its href is empty when it is none and the text up to `end` may be skipped.
std::optional<FoundAddress> web_address_at(std::string_view text, std::size_t at) {
  const bool guessed = starts_with(text, at, "www.");
  if (!guessed && !starts_with(text, at, "https://") && !starts_with(text, at, "http://")) return std::nullopt;
  if (!may_begin_at(text, at)) return std::nullopt;
  const std::size_t end = end_of_run(text, at);
  const std::string_view address = without_trailing_punctuation(text.substr(at, end - at));
  std::string href = (guessed ? "https://" : "") + escape_destination(address);
  // A bare www. needs a name and a domain behind it.
  if (!is_web_address(href) || (guessed && address.find('.', 4) == std::string_view::npos))
    return FoundAddress{at, end, {}};
  return FoundAddress{at, at + address.size(), std::move(href)};
}

// The mail address around the @ at `at`; nothing before `from` belongs to it.
std::optional<FoundAddress> mail_address_around(std::string_view text, std::size_t from, std::size_t at) {
  std::size_t begin = at;
  while (begin > from && (is_alphanumeric(text[begin - 1]) || is_one_of(text[begin - 1], ".-_+"))) --begin;
  while (begin < at && !is_alphanumeric(text[begin])) ++begin;
  if (begin == at || !is_alphanumeric(text[begin])) return std::nullopt;
  if (begin > 0 && (static_cast<unsigned char>(text[begin - 1]) >= 0x80 || is_one_of(text[begin - 1], "@/:"))) {
    return std::nullopt;
  }
  std::size_t end = at + 1;
  while (end < text.size() && (is_alphanumeric(text[end]) || is_one_of(text[end], ".-_"))) ++end;
  if (end < text.size() && text[end] == '@') return std::nullopt;
  while (end > at + 1 && !is_alphanumeric(text[end - 1])) --end;
  if (text.substr(at, end - at).find('.') == std::string_view::npos) return std::nullopt;
  std::string href = "mailto:" + std::string(text.substr(begin, end - begin));
  if (!is_safe_link(href)) return std::nullopt;
  return FoundAddress{begin, end, std::move(href)};
}

Span text_span(std::string_view words) {
  Span span;
  span.text = std::string(words);
  return span;
}

void append_linked(std::vector<Span>& out, const std::string& words) {
  std::size_t done = 0;
  for (FoundAddress& found : find_addresses(words)) {
    if (found.begin > done) out.push_back(text_span(std::string_view(words).substr(done, found.begin - done)));
    Span link;
    link.kind = SpanKind::link;
    link.href = std::move(found.href);
    link.children.push_back(text_span(std::string_view(words).substr(found.begin, found.end - found.begin)));
    out.push_back(std::move(link));
    done = found.end;
  }
  if (done < words.size()) out.push_back(text_span(std::string_view(words).substr(done)));
}

void link_addresses_at(std::vector<Span>& spans, std::size_t depth) {
  if (depth >= nesting_limit) return;
  std::vector<Span> out;
  out.reserve(spans.size());
  for (Span& span : spans) {
    if (span.kind == SpanKind::text) {
      append_linked(out, span.text);
      continue;
    }
    if (span.kind != SpanKind::link) link_addresses_at(span.children, depth + 1);
    out.push_back(std::move(span));
  }
  spans = std::move(out);
}

} // namespace

std::vector<FoundAddress> find_addresses(std::string_view text) {
  std::vector<FoundAddress> found;
  std::size_t done = 0; // what lies before belongs to an address or was refused as one
  for (std::size_t at = 0; at < text.size();) {
    std::optional<FoundAddress> address;
    if (is_one_of(text[at], "hHwW")) address = web_address_at(text, at);
    if (text[at] == '@') address = mail_address_around(text, done, at);
    if (!address) {
      ++at;
      continue;
    }
    at = done = address->end;
    if (!address->href.empty()) found.push_back(*std::move(address));
  }
  return found;
}

std::string escape_destination(std::string_view destination) {
  std::string out;
  for (const char c : destination) {
    switch (c) {
    case ' ': out.append("%20"); break;
    case '"': out.append("%22"); break;
    case '<': out.append("%3C"); break;
    case '>': out.append("%3E"); break;
    case '\\': out.append("%5C"); break;
    case '`': out.append("%60"); break;
    default: out.push_back(c); break;
    }
  }
  return out;
}

void link_addresses(std::vector<Span>& spans) {
  link_addresses_at(spans, 0);
}

} // namespace palabre::text
