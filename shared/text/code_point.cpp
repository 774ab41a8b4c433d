#include "shared/text/code_point.h"

namespace palabre::text {

namespace {

constexpr bool between(char32_t value, char32_t first, char32_t last) {
  return value >= first && value <= last;
}

constexpr char32_t continuation(char byte) {
  return static_cast<unsigned char>(byte) & 0x3FU;
}

} // namespace

CodePoint code_point_at(std::string_view text, std::size_t offset) {
  const auto lead = static_cast<unsigned char>(text[offset]);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {((lead & 0x1FU) << 6) | continuation(text[offset + 1]), 2};
  if (lead < 0xF0) {
    return {((lead & 0x0FU) << 12) | (continuation(text[offset + 1]) << 6) | continuation(text[offset + 2]), 3};
  }
  return {((lead & 0x07U) << 18) | (continuation(text[offset + 1]) << 12) | (continuation(text[offset + 2]) << 6) |
              continuation(text[offset + 3]),
          4};
}

void append_utf8(std::string& out, char32_t value) {
  const auto byte = [](char32_t bits) { return static_cast<char>(static_cast<unsigned char>(bits)); };
  if (value < 0x80) {
    out.push_back(byte(value));
  } else if (value < 0x800) {
    out.push_back(byte(0xC0 | (value >> 6)));
    out.push_back(byte(0x80 | (value & 0x3F)));
  } else if (value < 0x10000) {
    out.push_back(byte(0xE0 | (value >> 12)));
    out.push_back(byte(0x80 | ((value >> 6) & 0x3F)));
    out.push_back(byte(0x80 | (value & 0x3F)));
  } else {
    out.push_back(byte(0xF0 | (value >> 18)));
    out.push_back(byte(0x80 | ((value >> 12) & 0x3F)));
    out.push_back(byte(0x80 | ((value >> 6) & 0x3F)));
    out.push_back(byte(0x80 | (value & 0x3F)));
  }
}

bool is_white_space(char32_t value) {
  if (value < 0x80) return value == ' ' || between(value, 0x09, 0x0D);
  return value == 0x85 || value == 0xA0 || value == 0x1680 || between(value, 0x2000, 0x200A) ||
         between(value, 0x2028, 0x2029) || value == 0x202F || value == 0x205F || value == 0x3000;
}

bool is_zero_width_space(char32_t value) {
  return between(value, 0x200B, 0x200D) || value == 0x2060 || value == 0xFEFF;
}

bool is_direction_embedding(char32_t value) {
  return between(value, 0x202A, 0x202E) || between(value, 0x2066, 0x2069);
}

bool is_direction_mark(char32_t value) {
  return between(value, 0x200E, 0x200F) || value == 0x061C;
}

bool is_forbidden(char32_t value) {
  if (value < 0x20) return value != '\t' && value != '\n' && value != '\r';
  if (between(value, 0x7F, 0x9F)) return true;
  return between(value, 0xFDD0, 0xFDEF) || (value & 0xFFFE) == 0xFFFE;
}

bool is_invisible(char32_t value) {
  if (is_white_space(value) || is_zero_width_space(value)) return true;
  if (is_direction_embedding(value) || is_direction_mark(value) || is_forbidden(value)) return true;
  // Default_Ignorable_Code_Point, and the two blanks that have a width: Braille and Hangul's half-width filler.
  return value == 0xAD || value == 0x034F || between(value, 0x115F, 0x1160) || between(value, 0x17B4, 0x17B5) ||
         between(value, 0x180B, 0x180F) || between(value, 0x2061, 0x2065) || between(value, 0x206A, 0x206F) ||
         value == 0x2800 || value == 0x3164 || between(value, 0xFE00, 0xFE0F) || value == 0xFFA0 ||
         between(value, 0xFFF0, 0xFFF8) || between(value, 0x1BCA0, 0x1BCA3) || between(value, 0x1D173, 0x1D17A) ||
         between(value, 0xE0000, 0xE0FFF);
}

} // namespace palabre::text
