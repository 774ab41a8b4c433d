#include "shared/text/fold.h"

#include "shared/text/code_point.h"

namespace palabre::text {
namespace {

// Latin-1 and Latin Extended-A for now; the generated table replaces this.
std::string_view base_of(char32_t value) {
  struct Range {
    char32_t first, last;
    std::string_view base;
  };
  static constexpr Range ranges[]{{0xC0, 0xC5, "a"},    {0xC6, 0xC6, "ae"},   {0xC7, 0xC7, "c"},   {0xC8, 0xCB, "e"},
                                  {0xCC, 0xCF, "i"},    {0xD1, 0xD1, "n"},    {0xD2, 0xD6, "o"},   {0xD8, 0xD8, "o"},
                                  {0xD9, 0xDC, "u"},    {0xDD, 0xDD, "y"},    {0xDF, 0xDF, "ss"},  {0xE0, 0xE5, "a"},
                                  {0xE6, 0xE6, "ae"},   {0xE7, 0xE7, "c"},    {0xE8, 0xEB, "e"},   {0xEC, 0xEF, "i"},
                                  {0xF1, 0xF1, "n"},    {0xF2, 0xF6, "o"},    {0xF8, 0xF8, "o"},   {0xF9, 0xFC, "u"},
                                  {0xFD, 0xFF, "y"},    {0x100, 0x105, "a"},  {0x106, 0x10D, "c"}, {0x112, 0x11B, "e"},
                                  {0x152, 0x153, "oe"}, {0x2018, 0x2019, "'"}};
  for (const Range& range : ranges) {
    if (value >= range.first && value <= range.last) return range.base;
  }
  return {};
}

void push(Folded& folded, char byte, std::size_t at, std::uint8_t traits) {
  folded.text += byte;
  folded.at.push_back(static_cast<std::uint32_t>(at));
  folded.traits.push_back(traits);
}

} // namespace

Folded fold(std::string_view source) {
  Folded folded;
  folded.text.reserve(source.size());
  folded.at.reserve(source.size() + 1);
  folded.traits.reserve(source.size());
  std::uint8_t hidden = 0;
  for (std::size_t at = 0; at < source.size();) {
    const auto [value, size] = code_point_at(source, at);
    if (value < 0x80) {
      const bool upper = value >= 'A' && value <= 'Z';
      const char byte = value == '\n'           ? '\n'
                        : is_white_space(value) ? ' '
                                                : static_cast<char>(upper ? value + 32 : value);
      push(folded, byte, at, static_cast<std::uint8_t>((upper ? was_upper : 0) | hidden));
      hidden = 0;
    } else if (is_white_space(value)) {
      push(folded, ' ', at, hidden);
      hidden = 0;
    } else if (value >= 0x300 && value < 0x370) {
      if (!folded.traits.empty()) folded.traits.back() |= was_accented;
    } else if (is_invisible(value) || value == 0xFE0F) {
      hidden = after_hidden;
    } else if (const std::string_view base = base_of(value); !base.empty()) {
      for (const char byte : base) push(folded, byte, at, static_cast<std::uint8_t>(was_accented | hidden));
      hidden = 0;
    } else {
      for (std::size_t i = 0; i < size; ++i) push(folded, source[at + i], at, hidden);
      hidden = 0;
    }
    at += size;
  }
  folded.at.push_back(static_cast<std::uint32_t>(source.size()));
  return folded;
}

} // namespace palabre::text
