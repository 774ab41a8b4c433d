#include "shared/text/words.h"

#include <algorithm>
#include <array>

#include "shared/text/address.h"
#include "shared/text/code_point.h"
#include "shared/text/emphasis.h"

namespace palabre::text {
namespace {

constexpr std::string_view joiner = "\xE2\x80\x8D";

enum class Byte : std::uint8_t { other, letter, digit, wide };

constexpr std::array<Byte, 256> make_classes() {
  std::array<Byte, 256> classes{};
  for (std::size_t byte = 0; byte < classes.size(); ++byte) {
    classes[byte] = byte >= 0x80                 ? Byte::wide
                    : byte >= 'a' && byte <= 'z' ? Byte::letter
                    : byte >= '0' && byte <= '9' ? Byte::digit
                                                 : Byte::other;
  }
  return classes;
}
constexpr std::array<Byte, 256> classes = make_classes();

Byte class_of(char byte) {
  return classes[static_cast<unsigned char>(byte)];
}

bool is_regional_indicator(char32_t value) {
  return value >= 0x1F1E6 && value <= 0x1F1FF;
}

// Of what folding leaves beyond ASCII.
bool is_sign(char32_t value) {
  return is_pictograph(value) || (value >= 0xA1 && value <= 0xBF) || (value >= 0x2000 && value <= 0x218F) ||
         (value >= 0x3000 && value <= 0x303F) || value == 0xD7 || value == 0xF7 || value == 0xFFFD;
}

bool elides(std::string_view letters) {
  static constexpr std::array<std::string_view, 14> prefixes{"c", "d",  "j",     "l",      "m",      "n",      "s",
                                                             "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "y"};
  return letters.size() <= 6 && std::find(prefixes.begin(), prefixes.end(), letters) != prefixes.end();
}

class Splitter {
public:
  explicit Splitter(Words& words) : words_(words), text_(words.folded.text), addresses_(text_) {}

  void run() {
    for (std::size_t at = 0; at < text_.size();) at = step(at);
  }

private:
  std::size_t step(std::size_t at) {
    const Byte kind = class_of(text_[at]);
    if (kind == Byte::other) return at + 1;
    if (kind == Byte::wide) {
      if (const auto [value, size] = code_point_at(text_, at); is_sign(value)) return sign(at, value, size);
    }
    if (const std::size_t end = addresses_.end_of(at); end > 0) {
      add(at, end, WordKind::address, 0);
      return end;
    }
    return word(at);
  }

  std::size_t sign(std::size_t begin, char32_t value, std::size_t size) {
    std::size_t end = begin + size;
    if (!is_pictograph(value)) return end;
    if (is_regional_indicator(value)) {
      if (end < text_.size() && class_of(text_[end]) == Byte::wide) {
        const auto [next, next_size] = code_point_at(text_, end);
        if (is_regional_indicator(next)) end += next_size;
      }
    } else {
      while (text_.substr(end).starts_with(joiner)) {
        end += joiner.size();
        if (end < text_.size()) end += code_point_at(text_, end).size;
      }
    }
    add(begin, end, WordKind::symbol, 0);
    return end;
  }

  std::size_t word(std::size_t begin) {
    std::size_t end = begin;
    bool digits_only = true;
    for (; end < text_.size(); ++end) {
      const Byte kind = class_of(text_[end]);
      if (kind == Byte::letter) {
        digits_only = false;
      } else if (kind == Byte::wide) {
        const auto [value, size] = code_point_at(text_, end);
        if (is_sign(value)) break;
        digits_only = false;
        end += size - 1;
      } else if (kind == Byte::other) {
        if (text_[end] != '\'' || end + 1 == text_.size() || !begins_letter(end + 1)) break;
        if (elides(text_.substr(begin, end - begin))) {
          add(begin, end, WordKind::letters, elided);
          return end + 1;
        }
        digits_only = false;
      }
    }
    add(begin, end, digits_only ? WordKind::number : WordKind::letters, 0);
    return end;
  }

  [[nodiscard]] bool begins_letter(std::size_t at) const {
    const Byte kind = class_of(text_[at]);
    return kind == Byte::letter || (kind == Byte::wide && !is_sign(code_point_at(text_, at).value));
  }

  [[nodiscard]] std::uint8_t traits_of(std::size_t begin, std::size_t end) const {
    std::size_t upper = 0;
    std::size_t letters = 0;
    unsigned all = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const auto byte = static_cast<unsigned char>(text_[i]);
      const unsigned traits = words_.folded.traits[i];
      const bool letter = classes[byte] == Byte::letter || byte >= 0xC0; // the first byte of one
      all |= traits;
      letters += letter ? 1U : 0U;
      if (letter && (traits & was_upper) != 0) ++upper;
    }
    unsigned traits = 0;
    if ((all & was_accented) != 0) traits |= accented;
    if ((all & was_look_alike) != 0) traits |= look_alikes;
    if (upper >= 2 && upper == letters) {
      traits |= all_capitals;
    } else if (upper >= 1 && (words_.folded.traits[begin] & was_upper) != 0) {
      traits |= capitalised;
    }
    return static_cast<std::uint8_t>(traits);
  }

  void add(std::size_t begin, std::size_t end, WordKind kind, unsigned traits) {
    words_.words.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), kind,
                            static_cast<std::uint8_t>(traits | traits_of(begin, end))});
  }

  Words& words_;
  std::string_view text_;
  Addresses addresses_;
};

} // namespace

std::string_view Words::before(std::size_t index) const {
  const std::size_t begin = index == 0 ? 0 : words[index - 1].end;
  const std::size_t end = index < words.size() ? words[index].begin : folded.text.size();
  return std::string_view(folded.text).substr(begin, end - begin);
}

Words split_words(std::string_view source) {
  Words words;
  words.folded = fold(source);
  blank_emphasis(words.folded.text);
  words.words.reserve(words.folded.text.size() / 5 + 1);
  Splitter(words).run();
  return words;
}

} // namespace palabre::text
