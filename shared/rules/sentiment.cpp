#include "shared/rules/sentiment.h"

namespace palabre::rules {

SentimentWords SentimentWords::read(std::string_view section) {
  return {WordTable::read(section)};
}

Sentiment judge_sentiment(const text::Words&, text::Language, const SentimentWords&) {
  return {};
}

} // namespace palabre::rules
