// Phrases of a word list: words joined by one space, without an allocation.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "shared/text/words.h"

namespace palabre::rules {

class Phrase {
public:
  // False: it would be longer than any that is listed.
  bool append(std::string_view word) {
    const std::size_t gap = size_ == 0 ? 0 : 1;
    if (size_ + gap + word.size() > letters_.size()) return false;
    if (gap == 1) letters_[size_] = ' ';
    std::copy(word.begin(), word.end(), letters_.begin() + static_cast<std::ptrdiff_t>(size_ + gap));
    size_ += gap + word.size();
    return true;
  }
  [[nodiscard]] std::string_view text() const { return {letters_.data(), size_}; }

private:
  std::array<char, 96> letters_;
  std::size_t size_{0};
};

inline bool ends_sentence(std::string_view between) {
  return between.find_first_of(".!?\n;") != std::string_view::npos;
}

// Calls `use(text, words)` with each phrase of two words and more that begins at `index`, up to `longest` words; none
// goes past the end of a sentence.
template <class Use> void each_phrase(const text::Words& words, std::size_t index, int longest, Use use) {
  const std::size_t end = std::min(words.words.size(), index + static_cast<std::size_t>(longest));
  Phrase phrase;
  if (!phrase.append(words.text(words.words[index]))) return;
  for (std::size_t next = index + 1; next < end; ++next) {
    if (ends_sentence(words.before(next)) || !phrase.append(words.text(words.words[next]))) return;
    use(phrase.text(), next - index + 1);
  }
}

} // namespace palabre::rules
