#include "shared/text/utf8.h"

#include <cstring>

#include "shared/text/code_point.h"

namespace palabre::text {

namespace {

constexpr std::size_t step = sizeof(std::uint64_t);
constexpr std::uint64_t high_bits = 0x8080808080808080ULL;

std::uint64_t load(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, step);
  return word;
}

constexpr bool is_continuation(unsigned char byte) {
  return (byte & 0xC0U) == 0x80;
}

// Well-formed byte sequences, Unicode standard, table 3-7: the lead decides the length and the range of the second
// byte.
struct LeadRule {
  std::size_t size; // 0: no lead at all
  unsigned char second_first;
  unsigned char second_last;
};

constexpr LeadRule rule_of(unsigned char lead) {
  if (lead < 0xC2) return {0, 0, 0};
  if (lead < 0xE0) return {2, 0x80, 0xBF};
  if (lead == 0xE0) return {3, 0xA0, 0xBF};
  if (lead == 0xED) return {3, 0x80, 0x9F};
  if (lead < 0xF0) return {3, 0x80, 0xBF};
  if (lead == 0xF0) return {4, 0x90, 0xBF};
  if (lead < 0xF4) return {4, 0x80, 0xBF};
  if (lead == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

struct Sequence {
  std::size_t size; // bytes that belong together; at least 1
  bool valid;
};

// The sequence at `offset`, whose byte is not ASCII: whole, or its longest part that could have begun one.
Sequence sequence_at(std::string_view bytes, std::size_t offset) {
  const LeadRule rule = rule_of(static_cast<unsigned char>(bytes[offset]));
  if (rule.size == 0 || offset + 1 >= bytes.size()) return {1, false};
  const auto second = static_cast<unsigned char>(bytes[offset + 1]);
  if (second < rule.second_first || second > rule.second_last) return {1, false};
  for (std::size_t at = 2; at < rule.size; ++at) {
    if (offset + at >= bytes.size() || !is_continuation(static_cast<unsigned char>(bytes[offset + at]))) {
      return {at, false};
    }
  }
  return {rule.size, true};
}

// Where the run of ASCII bytes from `offset` ends, looked at in steps of eight; it may stop up to seven bytes early.
std::size_t skip_ascii(std::string_view bytes, std::size_t offset) {
  while (bytes.size() - offset >= step && (load(bytes.data() + offset) & high_bits) == 0) offset += step;
  return offset;
}

bool is_trimmed(char32_t value) {
  return is_white_space(value) || is_zero_width_space(value);
}

std::string_view trim(std::string_view text) {
  while (!text.empty()) {
    const CodePoint first = code_point_at(text, 0);
    if (!is_trimmed(first.value)) break;
    text.remove_prefix(first.size);
  }
  while (!text.empty()) {
    std::size_t last = text.size() - 1;
    while (is_continuation(static_cast<unsigned char>(text[last]))) --last;
    if (!is_trimmed(code_point_at(text, last).value)) break;
    text = text.substr(0, last);
  }
  return text;
}

} // namespace

bool is_valid_utf8(std::string_view bytes) {
  std::size_t offset = 0;
  while (true) {
    offset = skip_ascii(bytes, offset);
    if (offset == bytes.size()) return true;
    if (static_cast<unsigned char>(bytes[offset]) < 0x80) {
      ++offset;
      continue;
    }
    const Sequence sequence = sequence_at(bytes, offset);
    if (!sequence.valid) return false;
    offset += sequence.size;
  }
}

std::string replace_invalid_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t offset = 0; offset < bytes.size();) {
    const bool ascii = static_cast<unsigned char>(bytes[offset]) < 0x80;
    const Sequence sequence = ascii ? Sequence{1, true} : sequence_at(bytes, offset);
    if (sequence.valid) {
      out.append(bytes.substr(offset, sequence.size));
    } else {
      append_utf8(out, 0xFFFD);
    }
    offset += sequence.size;
  }
  return out;
}

std::size_t code_point_count(std::string_view text) {
  std::size_t count = 0;
  for (const char byte : text) {
    if (!is_continuation(static_cast<unsigned char>(byte))) ++count;
  }
  return count;
}

std::string_view prefix_of(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return text;
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < text.size(); ++offset) {
    if (is_continuation(static_cast<unsigned char>(text[offset]))) continue;
    if (count == limit) return text.substr(0, offset);
    ++count;
  }
  return text;
}

std::optional<std::size_t> find_forbidden(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const CodePoint point = code_point_at(text, offset);
    if (is_forbidden(point.value)) return offset;
    offset += point.size;
  }
  return std::nullopt;
}

bool is_blank(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const CodePoint point = code_point_at(text, offset);
    if (!is_invisible(point.value)) return false;
    offset += point.size;
  }
  return true;
}

std::string normalise_body(std::string_view text) {
  std::string out;
  if (is_blank(text)) return out;
  out.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const CodePoint point = code_point_at(text, offset);
    const bool crlf = point.value == '\r' && offset + 1 < text.size() && text[offset + 1] == '\n';
    if (point.value == '\r' || point.value == 0x2028 || point.value == 0x2029) {
      if (!crlf) out.push_back('\n');
    } else {
      out.append(text.substr(offset, point.size));
    }
    offset += point.size;
  }
  return std::string(trim(out));
}

std::string normalise_line(std::string_view text) {
  std::string out;
  if (is_blank(text)) return out;
  out.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const CodePoint point = code_point_at(text, offset);
    offset += point.size;
    if (is_direction_embedding(point.value)) continue;
    if (!is_white_space(point.value)) {
      append_utf8(out, point.value);
    } else if (out.empty() || out.back() != ' ') {
      out.push_back(' ');
    }
  }
  return std::string(trim(out));
}

} // namespace palabre::text
