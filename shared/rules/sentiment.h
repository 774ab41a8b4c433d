// How a text feels: words with a valence, turned by negation, strengthened and weakened by what stands around them.
// It never decides on a comment; it raises attention.
#pragma once

#include <string>
#include <string_view>

#include "shared/rules/lexicon.h"
#include "shared/rules/verdict.h"
#include "shared/text/words.h"

namespace palabre::rules {

struct SentimentWords {
  WordTable words; // the value's meaning is sentiment.cpp's
  static SentimentWords read(std::string_view section);
};

// `language` tells which rules of negation apply. Without a word that it knows, a text of some length is neutral, of
// little confidence; a shorter one unsure, confidence 0. Unsure as well where good and bad hold each other in balance.
[[nodiscard]] Sentiment judge_sentiment(const text::Words& words, text::Language language, const SentimentWords& known);

} // namespace palabre::rules
