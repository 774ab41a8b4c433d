#include "shared/rules/disguise.h"

#include <algorithm>
#include <array>

#include "shared/text/code_point.h"
#include "shared/text/fold.h"

namespace palabre::rules {
namespace {

constexpr std::uint32_t letters_of(std::string_view letters) {
  std::uint32_t mask = 0;
  for (const char letter : letters) mask |= 1U << (letter - 'a');
  return mask;
}

constexpr std::uint32_t all_letters = (1U << 26) - 1;
constexpr std::uint32_t vowels = letters_of("aeiouy");

struct Stand {
  char byte;
  std::string_view letters;
};
constexpr Stand digits[]{{'0', "o"}, {'1', "il"}, {'2', "z"}, {'3', "e"}, {'4', "a"},
                         {'5', "s"}, {'6', "gb"}, {'7', "t"}, {'8', "b"}, {'9', "gq"}};
constexpr Stand signs[]{{'@', "ao"}, {'$', "s"}, {'!', "il"}, {'|', "il"},  {'+', "t"}, {'(', "c"}, {'<', "c"},
                        {'&', "ae"}, {'[', "c"}, {'{', "c"},  {'?', "eio"}, {'^', "a"}, {'`', "i"}};
constexpr std::string_view stars = "*#%";
constexpr std::string_view for_vowels = "-._~=:,";

constexpr std::array<Glyph, 128> make_glyphs() {
  std::array<Glyph, 128> glyphs{};
  for (std::size_t byte = 0; byte < glyphs.size(); ++byte) {
    const bool letter = byte >= 'a' && byte <= 'z';
    const bool white = byte == ' ' || byte == '\n';
    glyphs[byte] = {letter  ? Glyph::letter
                    : white ? Glyph::white
                            : Glyph::separator,
                    1, letter ? 1U << (byte - 'a') : 0U, false};
  }
  for (const Stand& row : digits)
    glyphs[static_cast<std::size_t>(row.byte)] = {Glyph::digit, 1, letters_of(row.letters), false};
  for (const Stand& row : signs)
    glyphs[static_cast<std::size_t>(row.byte)] = {Glyph::sign, 1, letters_of(row.letters), false};
  for (const char byte : stars) glyphs[static_cast<std::size_t>(byte)] = {Glyph::sign, 1, all_letters, true};
  for (const char byte : for_vowels) glyphs[static_cast<std::size_t>(byte)].letters = vowels;
  return glyphs;
}
constexpr std::array<Glyph, 128> glyphs = make_glyphs();

struct WideStand {
  char32_t value;
  std::string_view letters;
};
constexpr WideStand wide_signs[]{{U'¡', "i"}, {U'¢', "c"},  {U'£', "le"}, {U'¤', "o"}, {U'¥', "y"}, {U'§', "s"},
                                 {U'©', "c"}, {U'®', "r"},  {U'°', "o"},  {U'×', "x"}, {U'€', "e"}, {U'™', "t"},
                                 {U'₩', "w"}, {U'₤', "le"}, {U'₦', "n"},  {U'₱', "p"}, {U'₮', "t"}, {U'₳', "a"},
                                 {U'฿', "b"}, {U'₭', "k"},  {U'₵', "c"},  {U'₴', "s"}, {U'₫', "d"}, {U'ð', "d"}};

Glyph wide_glyph(std::string_view text, std::size_t at) {
  const auto [value, width] = text::code_point_at(text, at);
  const auto size = static_cast<std::uint8_t>(width);
  const auto* found = std::find_if(std::begin(wide_signs), std::end(wide_signs),
                                   [value = value](const WideStand& row) { return row.value == value; });
  if (found != std::end(wide_signs)) return {Glyph::sign, size, letters_of(found->letters), false};
  if (value >= 0x1F1E6 && value <= 0x1F1FF) return {Glyph::sign, size, 1U << (value - 0x1F1E6), false};
  if (text::is_pictograph(value)) return {Glyph::sign, size, all_letters, true};
  const bool sign = (value >= 0xA1 && value <= 0xBF) || (value >= 0x2000 && value <= 0x218F) ||
                    (value >= 0x3000 && value <= 0x303F) || value == 0xF7 || value == 0xFFFD;
  if (sign) return {Glyph::separator, size, 0, false};
  return {Glyph::raw, size, 0, false};
}

struct Drawn {
  std::string_view signs;
  char letter;
};
constexpr Drawn drawings[]{{"|\\/|", 'm'},  {"/\\/", 'n'}, {"|\\|", 'n'}, {"|_|", 'u'}, {"\\_/", 'u'}, {"|-|", 'h'},
                           {"\\/\\/", 'w'}, {"/-\\", 'a'}, {"/\\", 'a'},  {"\\/", 'v'}, {"|<", 'k'},   {"|{", 'k'},
                           {"|)", 'd'},     {"|3", 'b'},   {"()", 'o'},   {"[]", 'o'},  {"><", 'x'},   {"|2", 'r'},
                           {"|_", 'l'},     {"ph", 'f'},   {"vv", 'w'}};

} // namespace

Glyph glyph_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte < 0x80 ? glyphs[byte] : wide_glyph(text, at);
}

Drawing drawing_at(std::string_view text, std::size_t at) {
  if (std::string_view("|/\\()[>pv").find(text[at]) == std::string_view::npos) return {0, 0};
  const std::string_view rest = text.substr(at, 4);
  for (const Drawn& drawn : drawings) {
    if (rest.starts_with(drawn.signs)) {
      return {static_cast<std::uint8_t>(drawn.signs.size()), static_cast<std::uint8_t>(drawn.letter - 'a')};
    }
  }
  return {0, 0};
}

} // namespace palabre::rules
