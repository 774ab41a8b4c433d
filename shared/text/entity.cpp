#include "shared/text/entity.h"

#include <array>

#include "shared/text/code_point.h"

namespace palabre::text {

namespace {

// U+00A0 … U+00FF in their order.
constexpr std::array<std::string_view, 96> latin{
    "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",    "copy",   "ordf",
    "laquo",  "not",    "shy",    "reg",    "macr",   "deg",    "plusmn", "sup2",   "sup3",   "acute",  "micro",
    "para",   "middot", "cedil",  "sup1",   "ordm",   "raquo",  "frac14", "frac12", "frac34", "iquest", "Agrave",
    "Aacute", "Acirc",  "Atilde", "Auml",   "Aring",  "AElig",  "Ccedil", "Egrave", "Eacute", "Ecirc",  "Euml",
    "Igrave", "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde", "Ograve", "Oacute", "Ocirc",  "Otilde", "Ouml",
    "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",  "Uuml",   "Yacute", "THORN",  "szlig",  "agrave", "aacute",
    "acirc",  "atilde", "auml",   "aring",  "aelig",  "ccedil", "egrave", "eacute", "ecirc",  "euml",   "igrave",
    "iacute", "icirc",  "iuml",   "eth",    "ntilde", "ograve", "oacute", "ocirc",  "otilde", "ouml",   "divide",
    "oslash", "ugrave", "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml"};

struct NamedCharacter {
  std::string_view name;
  char32_t value;
};
constexpr std::array<NamedCharacter, 44> others{{
    {"amp", '&'},       {"lt", '<'},        {"gt", '>'},        {"quot", '"'},      {"apos", '\''},
    {"OElig", 0x152},   {"oelig", 0x153},   {"Scaron", 0x160},  {"scaron", 0x161},  {"Yuml", 0x178},
    {"circ", 0x2C6},    {"tilde", 0x2DC},   {"ensp", 0x2002},   {"emsp", 0x2003},   {"thinsp", 0x2009},
    {"zwnj", 0x200C},   {"zwj", 0x200D},    {"ndash", 0x2013},  {"mdash", 0x2014},  {"lsquo", 0x2018},
    {"rsquo", 0x2019},  {"sbquo", 0x201A},  {"ldquo", 0x201C},  {"rdquo", 0x201D},  {"bdquo", 0x201E},
    {"dagger", 0x2020}, {"Dagger", 0x2021}, {"bull", 0x2022},   {"hellip", 0x2026}, {"permil", 0x2030},
    {"prime", 0x2032},  {"lsaquo", 0x2039}, {"rsaquo", 0x203A}, {"euro", 0x20AC},   {"trade", 0x2122},
    {"larr", 0x2190},   {"uarr", 0x2191},   {"rarr", 0x2192},   {"darr", 0x2193},   {"minus", 0x2212},
    {"infin", 0x221E},  {"ne", 0x2260},     {"le", 0x2264},     {"ge", 0x2265},
}};

constexpr char32_t replacement = 0xFFFD;

constexpr int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

char32_t numbered(std::string_view digits, char32_t base) {
  char32_t value = 0;
  for (const char c : digits) {
    const int digit = digit_value(c);
    if (digit < 0) return replacement;
    value = value * base + static_cast<char32_t>(digit);
    if (value > 0x10FFFF) return replacement;
  }
  if ((value >= 0xD800 && value <= 0xDFFF) || is_forbidden(value) || value == '\r') return replacement;
  return value;
}

// 0: nobody's name.
char32_t named(std::string_view name) {
  for (std::size_t i = 0; i < latin.size(); ++i) {
    if (latin[i] == name) return static_cast<char32_t>(0xA0 + i);
  }
  for (const NamedCharacter& other : others) {
    if (other.name == name) return other.value;
  }
  return 0;
}

} // namespace

void append_entity(std::string& out, std::string_view reference) {
  if (reference.size() < 3) {
    out.append(reference);
    return;
  }
  const std::string_view inside = reference.substr(1, reference.size() - 2);
  char32_t value = 0;
  if (inside.front() != '#') {
    value = named(inside);
  } else if (inside.size() > 2 && (inside[1] == 'x' || inside[1] == 'X')) {
    value = numbered(inside.substr(2), 16);
  } else {
    value = numbered(inside.substr(1), 10);
  }
  if (value == 0) {
    out.append(reference);
  } else {
    append_utf8(out, value);
  }
}

} // namespace palabre::text
