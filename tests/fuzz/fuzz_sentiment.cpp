// The feelings of any text, read with a small list of words: scores in range, the same each time.
#include "shared/rules/complaint.h"
#include "shared/rules/sentiment.h"
#include "shared/rules/sentiment_words.h"
#include "shared/text/utf8.h"
#include "tests/fuzz/property.h"

using namespace palabre;

namespace {

rules::SentimentWords small_list() {
  using rules::FeelingKind;
  return {rules::WordTable({{"good", rules::pack({FeelingKind::valence, 19, 0, false})},
                            {"bad", rules::pack({FeelingKind::valence, -25, 3, true})},
                            {"bad as that", rules::pack({FeelingKind::valence, 10, 0, false})},
                            {"so", rules::pack({FeelingKind::booster, 29, 0, false})},
                            {"super", rules::pack({FeelingKind::valence_or_booster, 29, 0, false})},
                            {"not", rules::pack({FeelingKind::negation, 0, 0, false})},
                            {"plus", rules::pack({FeelingKind::negation_with_ne, 20, 0, false})},
                            {"ne", rules::pack({FeelingKind::ne, 0, 0, false})},
                            {"but", rules::pack({FeelingKind::contrast, 0, 0, false})},
                            {"malgre", rules::pack({FeelingKind::concession, 0, 0, false})}})};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const rules::SentimentWords known = small_list();
  const std::string_view source = fuzz::as_text(data, size);
  if (!text::is_valid_utf8(source)) return 0;
  const text::Words words = text::split_words(source);
  for (const text::Language language : {text::Language::en, text::Language::fr}) {
    const rules::Sentiment found = rules::judge_sentiment(words, language, known);
    fuzz::require(found.score >= -1 && found.score <= 1, "a score is in range");
    fuzz::require(found.confidence >= 0 && found.confidence <= 1, "a confidence is in range");
    fuzz::require((found.label == rules::SentimentLabel::negative) <= (found.score < 0),
                  "negative has a negative score");
    fuzz::require((found.label == rules::SentimentLabel::positive) <= (found.score > 0),
                  "positive has a positive score");
    fuzz::require(rules::judge_sentiment(words, language, known).score == found.score, "the same each time");
  }
  // The bytes as a list: whatever they are, it can be asked.
  const rules::SentimentWords strange = rules::SentimentWords::read(source);
  const rules::Sentiment found = rules::judge_sentiment(words, text::Language::fr, strange);
  fuzz::require(found.score >= -1 && found.score <= 1, "whatever the list");
  const float complaint = rules::complaint_score(words, rules::ComplaintWords::read(source));
  fuzz::require(complaint >= 0 && complaint <= 1, "a complaint's score is in range");
  return 0;
}
