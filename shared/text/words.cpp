#include "shared/text/words.h"

#include <algorithm>
#include <array>

#include "shared/text/code_point.h"

namespace palabre::text {
namespace {

bool is_letter(unsigned char byte) {
  return (byte >= 'a' && byte <= 'z') || byte >= 0x80;
}
bool is_digit(unsigned char byte) {
  return byte >= '0' && byte <= '9';
}
bool is_word_byte(unsigned char byte) {
  return is_letter(byte) || is_digit(byte);
}

bool is_symbol(char32_t value) {
  return (value >= 0x1F000 && value <= 0x1FAFF) || (value >= 0x2190 && value <= 0x2BFF) ||
         (value >= 0x3000 && value <= 0x303F) || (value >= 0x2000 && value <= 0x20CF) ||
         (value >= 0xA1 && value <= 0xBF);
}

// The length in bytes of the pictograph or punctuation beyond ASCII at `at`; 0: there is none.
std::size_t symbol_size(std::string_view text, std::size_t at) {
  if (static_cast<unsigned char>(text[at]) < 0x80) return 0;
  const auto [value, size] = code_point_at(text, at);
  return is_symbol(value) ? size : 0;
}

bool elides(std::string_view letters) {
  static constexpr std::array<std::string_view, 14> prefixes{"c", "d",  "j",     "l",      "m",      "n",      "s",
                                                             "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "y"};
  return std::find(prefixes.begin(), prefixes.end(), letters) != prefixes.end();
}

std::uint8_t traits_of(const Folded& folded, std::size_t begin, std::size_t end) {
  std::size_t upper = 0;
  std::size_t letters = 0;
  std::uint8_t traits = 0;
  for (std::size_t i = begin; i < end; ++i) {
    if (!is_letter(static_cast<unsigned char>(folded.text[i]))) continue;
    ++letters;
    if ((folded.traits[i] & was_upper) != 0) ++upper;
    if ((folded.traits[i] & was_accented) != 0) traits |= accented;
    if ((folded.traits[i] & was_look_alike) != 0) traits |= look_alikes;
  }
  if (upper >= 2 && upper == letters)
    traits |= all_capitals;
  else if (upper >= 1 && (folded.traits[begin] & was_upper) != 0)
    traits |= capitalised;
  return traits;
}

class Splitter {
public:
  explicit Splitter(Words& words) : words_(words), text_(words.folded.text) {}

  void run() {
    for (std::size_t at = 0; at < text_.size();) at = step(at);
  }

private:
  std::size_t step(std::size_t at) {
    if (const std::size_t size = symbol_size(text_, at); size > 0) {
      if (code_point_at(text_, at).value >= 0x2190) add(at, at + size, WordKind::symbol, 0);
      return at + size;
    }
    if (!is_word_byte(static_cast<unsigned char>(text_[at]))) return at + 1;
    if (const std::size_t end = address_end(at); end > 0) {
      add(at, end, WordKind::address, 0);
      return end;
    }
    return word(at);
  }

  std::size_t word(std::size_t begin) {
    std::size_t end = begin;
    bool digits_only = true;
    while (end < text_.size()) {
      const auto byte = static_cast<unsigned char>(text_[end]);
      if (byte == '\'' && end + 1 < text_.size() && is_letter(static_cast<unsigned char>(text_[end + 1]))) {
        if (elides(text_.substr(begin, end - begin))) {
          add(begin, end, WordKind::letters, elided);
          return end + 1;
        }
        ++end;
        continue;
      }
      if (!is_word_byte(byte) || symbol_size(text_, end) > 0) break;
      digits_only = digits_only && is_digit(byte);
      ++end;
    }
    add(begin, end, digits_only ? WordKind::number : WordKind::letters, 0);
    return end;
  }

  // Of http://…, www.… and name@host; 0: no address begins here. Looks no further than the next white space.
  std::size_t address_end(std::size_t begin) const {
    const std::string_view rest = text_.substr(begin);
    const bool web = rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.");
    if (!web) return 0;
    std::size_t end = begin;
    while (end < text_.size() && text_[end] != ' ' && text_[end] != '\n' && text_[end] != '<' && text_[end] != '>' &&
           text_[end] != '"' && text_[end] != ')') {
      ++end;
    }
    while (end > begin && std::string_view(".,;:!?'").find(text_[end - 1]) != std::string_view::npos) --end;
    return end;
  }

  void add(std::size_t begin, std::size_t end, WordKind kind, std::uint8_t traits) {
    traits |= traits_of(words_.folded, begin, end);
    words_.words.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), kind, traits});
  }

  Words& words_;
  std::string_view text_;
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
  words.words.reserve(words.folded.text.size() / 5 + 1);
  Splitter(words).run();
  return words;
}

} // namespace palabre::text
