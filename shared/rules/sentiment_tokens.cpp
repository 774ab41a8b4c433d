#include "shared/rules/sentiment_tokens.h"

#include <algorithm>
#include <array>

#include "shared/rules/emoticon.h"
#include "shared/rules/phrase.h"

namespace palabre::rules {
namespace {

using text::Word;
using text::WordKind;
using text::Words;

constexpr std::size_t longest_word = 32; // bytes; no list has a longer one

bool has_run(std::string_view word) {
  for (std::size_t i = 2; i < word.size(); ++i) {
    if (word[i] == word[i - 1] && word[i] == word[i - 2]) return true;
  }
  return false;
}

// A word with its runs of three letters or more cut down to `kept`.
class Squeezed {
public:
  Squeezed(std::string_view word, std::size_t kept) {
    for (std::size_t i = 0; i < word.size() && size_ < letters_.size();) {
      std::size_t end = i + 1;
      while (end < word.size() && word[end] == word[i]) ++end;
      const std::size_t count = end - i > 2 ? kept : end - i;
      for (std::size_t k = 0; k < count && size_ < letters_.size(); ++k) letters_[size_++] = word[i];
      i = end;
    }
  }
  [[nodiscard]] std::string_view text() const { return {letters_.data(), size_}; }

private:
  std::array<char, longest_word> letters_;
  std::size_t size_{0};
};

bool ends_in_not(std::string_view word) {
  return word.size() > 3 && word.ends_with("n't");
}

class Reader {
public:
  Reader(const Words& words, const WordTable& known) : words_(words), known_(known), text_(words.folded.text) {
    read_.tokens.reserve(words.words.size() + 4);
  }

  FeelingText run() {
    for (std::size_t index = 0; index < words_.words.size();) {
      gap(words_.before(index));
      index += step(index);
    }
    gap(words_.before(words_.words.size()));
    return std::move(read_);
  }

private:
  void gap(std::string_view between) {
    if (between.empty() || (between.size() == 1 && between[0] == ' ')) return;
    const auto begin = static_cast<std::size_t>(between.data() - text_.data());
    for (std::size_t i = 0; i < between.size(); ++i) {
      if (begin + i < taken_) continue; // by an emoticon
      const char byte = between[i];
      if (byte == ' ') continue;
      if (const auto emoticon = emoticon_at(text_, begin + i)) {
        FeelingToken& token = push();
        token.feeling.kind = FeelingKind::valence;
        token.valence = emoticon->valence;
        taken_ = begin + i + emoticon->size;
        continue;
      }
      punctuation(byte);
    }
  }

  void punctuation(char byte) {
    if (byte == '!') ++read_.exclamations;
    if (byte == '?') ++read_.questions;
    if (byte == '.' || byte == '!' || byte == '?' || byte == '\n' || byte == ';') sentence_ = true;
    if (byte == ',' || byte == ':' || byte == '(' || byte == ')' || byte == '/') clause_ = true;
  }

  // How many words were read.
  std::size_t step(std::size_t index) {
    const Word& word = words_.words[index];
    if (word.end <= taken_) return 1; // the mouth of :D
    FeelingToken& token = push();
    if (word.kind == WordKind::address) return 1;
    token.capitals = (word.traits & text::all_capitals) != 0;
    if (word.kind == WordKind::letters && (word.traits & text::elided) == 0) {
      ++read_.words;
      if (token.capitals) ++read_.capitals;
    }
    token.feeling = find(words_.text(word), token);
    const std::size_t count = token.feeling.phrase > 0 ? phrase(index, token) : 1;
    token.valence = static_cast<float>(token.feeling.strength) / 10;
    return count;
  }

  Feeling find(std::string_view letters, FeelingToken& token) const {
    if (const auto value = known_.find(letters)) return unpack(*value);
    if (ends_in_not(letters)) return {FeelingKind::negation, 25, 0, false};
    if (!has_run(letters)) return {};
    for (const std::size_t kept : {1U, 2U}) {
      const Squeezed squeezed(letters, kept);
      if (const auto value = known_.find(squeezed.text())) {
        token.stretched = true;
        return unpack(*value);
      }
    }
    return {};
  }

  // Gives the token the longest phrase that begins here, if one does; how many words it has.
  std::size_t phrase(std::size_t index, FeelingToken& token) {
    std::size_t count = 1;
    each_phrase(words_, index, token.feeling.phrase, [&](std::string_view phrase, std::size_t words) {
      const auto value = known_.find(phrase);
      if (!value || unpack(*value).kind == FeelingKind::none) return;
      token.feeling = unpack(*value);
      count = words;
    });
    return count;
  }

  FeelingToken& push() {
    FeelingToken& token = read_.tokens.emplace_back();
    token.starts_sentence = sentence_ || read_.tokens.size() == 1;
    token.starts_clause = clause_;
    sentence_ = clause_ = false;
    return token;
  }

  const Words& words_;
  const WordTable& known_;
  std::string_view text_;
  FeelingText read_;
  std::size_t taken_{0};
  bool sentence_{false};
  bool clause_{false};
};

} // namespace

FeelingText read_feelings(const Words& words, const WordTable& known) {
  return Reader(words, known).run();
}

} // namespace palabre::rules
