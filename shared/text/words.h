// The words of folded text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "shared/text/fold.h"

namespace palabre::text {

enum class WordKind : std::uint8_t {
  letters, // letters and digits, at least one letter; with inner apostrophes: don't
  number,  // digits only
  symbol,  // one emoji or other pictograph, without its modifiers
  address, // a web or e-mail address, whole
};

enum WordTrait : std::uint8_t {
  all_capitals = 1, // two letters or more, all upper case
  capitalised = 2,  // begins with an upper-case letter, then lower case
  accented = 4,
  look_alikes = 8, // has characters of other scripts or shapes
  elided = 16,     // a French elision, l' d' qu' …: the word is without its apostrophe
};

struct Word {
  std::uint32_t begin, end; // bytes of Folded::text, end exclusive
  WordKind kind;
  std::uint8_t traits; // WordTrait bits
};

struct Words {
  Folded folded;
  std::vector<Word> words;

  [[nodiscard]] std::string_view text(const Word& word) const {
    return std::string_view(folded.text).substr(word.begin, word.end - word.begin);
  }
  // Between the word before (or the start) and words[index]; index may be words.size().
  [[nodiscard]] std::string_view before(std::size_t index) const;
  // Bytes of the source.
  [[nodiscard]] std::uint32_t source_begin(const Word& word) const { return folded.at[word.begin]; }
  [[nodiscard]] std::uint32_t source_end(const Word& word) const { return folded.at[word.end]; }
};

// A hyphen, and the apostrophe of a French elision (c' d' j' l' m' n' s' t' qu' jusqu' lorsqu' puisqu' quoiqu'), part
// words. `source` must be valid UTF-8.
[[nodiscard]] Words split_words(std::string_view source);

} // namespace palabre::text
