// A text as the rules of sentiment see it: words, phrases, emoji and emoticons, each with what the lists say of it.
#pragma once

#include <cstdint>
#include <vector>

#include "shared/rules/lexicon.h"
#include "shared/rules/sentiment_words.h"
#include "shared/text/words.h"

namespace palabre::rules {

struct FeelingToken {
  Feeling feeling;
  float valence{0};             // of valence kinds
  bool capitals{false};         // all upper case
  bool stretched{false};        // soooo
  bool turned_something{false}; // a negation that did
  bool starts_sentence{false};
  bool starts_clause{false}; // a comma or the like before it
};

struct FeelingText {
  std::vector<FeelingToken> tokens;
  std::size_t words{0};    // of letters
  std::size_t capitals{0}; // of `words`, all upper case
  int exclamations{0};
  int questions{0};
};

[[nodiscard]] FeelingText read_feelings(const text::Words& words, const WordTable& known);

} // namespace palabre::rules
