#include "shared/rules/emoticon.h"

#include <array>

namespace palabre::rules {
namespace {

struct Shape {
  std::string_view text;
  float valence;
};

// Whole ones; the longer first.
constexpr std::array whole{
    Shape{"</3", -2.5F}, Shape{"<3", 2.7F},   Shape{"^_^", 2.0F},   Shape{"^-^", 2.0F},  Shape{"^.^", 2.0F},
    Shape{"^^", 1.5F},   Shape{"-_-", -1.5F}, Shape{"-.-", -1.0F},  Shape{"\\o/", 2.2F}, Shape{">_<", -1.5F},
    Shape{">.<", -1.2F}, Shape{">:(", -2.5F}, Shape{">:-(", -2.5F}, Shape{"(y)", 1.5F},  Shape{"(n)", -1.5F},
};

bool is_letter_or_digit(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || static_cast<unsigned char>(byte) >= 0x80;
}

float valence_of_mouth(char eyes, char mouth) {
  switch (mouth) {
  case ')':
  case ']':
  case '}': return eyes == ';' ? 1.5F : 2.0F;
  case 'd': return 2.3F;
  case 'p': return 1.2F;
  case '*': return 2.2F;
  case '3': return 1.8F;
  case '(':
  case '[':
  case '{': return -2.0F;
  case '/':
  case '\\': return -1.3F;
  case '|': return -0.7F;
  case 's':
  case 'c':
  case '@': return -1.3F;
  case 'x': return -0.5F;
  default: return 0;
  }
}

// Most punctuation is none of one.
bool may_begin(char byte) {
  switch (byte) {
  case ':':
  case ';':
  case '=':
  case '<':
  case '>':
  case '^':
  case '-':
  case '\\':
  case '(': return true;
  default: return false;
  }
}

std::optional<Emoticon> face_at(std::string_view text, std::size_t at) {
  const char eyes = text[at];
  if (eyes != ':' && eyes != ';' && eyes != '=') return std::nullopt;
  std::size_t end = at + 1;
  bool tear = false;
  if (end < text.size() && text[end] == '\'') {
    tear = true;
    ++end;
  }
  if (end < text.size() && (text[end] == '-' || text[end] == '^')) ++end;
  if (end >= text.size()) return std::nullopt;
  const char mouth = text[end];
  float valence = valence_of_mouth(eyes, mouth);
  if (valence == 0) return std::nullopt;
  while (end < text.size() && text[end] == mouth) ++end;
  // A letter or digit is a mouth where no word goes on with it: `:dommage`, `:s'il`, `note :3/5`.
  if (is_letter_or_digit(mouth) && end < text.size() &&
      std::string_view(" \n!?").find(text[end]) == std::string_view::npos) {
    return std::nullopt;
  }
  if (mouth == '/' && end - at > 2 && text[end - 2] == '/') return std::nullopt;
  if (tear && valence < 0) valence -= 0.5F;
  return Emoticon{end - at, valence};
}

} // namespace

std::optional<Emoticon> emoticon_at(std::string_view text, std::size_t at) {
  if (!may_begin(text[at])) return std::nullopt;
  const bool begins = at == 0 || !is_letter_or_digit(text[at - 1]);
  const std::string_view rest = text.substr(at);
  for (const Shape& shape : whole) {
    if (!rest.starts_with(shape.text)) continue;
    const std::size_t end = at + shape.text.size();
    const bool ends = end >= text.size() || !is_letter_or_digit(text[end]);
    if (begins && ends) return Emoticon{shape.text.size(), shape.valence};
  }
  // `12:30 (`, `a:b`: eyes stand apart from digits.
  if (at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9') return std::nullopt;
  return begins || text[at] != '=' ? face_at(text, at) : std::nullopt;
}

} // namespace palabre::rules
