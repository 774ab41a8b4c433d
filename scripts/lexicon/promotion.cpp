#include <stdexcept>

#include "scripts/lexicon/sources.h"
#include "shared/rules/promotion.h"

namespace palabre::lexicon {
namespace {

// As the words of a comment stand beside each other: folded, one blank between.
std::string phrase_of(const std::string& written) {
  const text::Words words = text::split_words(written);
  std::string phrase;
  for (const text::Word& word : words.words) {
    if (!phrase.empty()) phrase += ' ';
    phrase += words.text(word);
  }
  if (words.words.empty() || words.words.size() > 4) {
    throw std::runtime_error("promotion.txt: `" + written + "` has no words, or more than four");
  }
  return phrase;
}

} // namespace

std::string compile_promotion(const Sources& sources) {
  std::vector<rules::WordTable::Entry> entries;
  for (const auto& row : sources.rows(sources.own("promotion.txt"))) {
    const std::uint16_t cue = row.size() == 2 ? rules::parse_promotion_cue(row[1]) : std::uint16_t{0};
    if (cue == 0) throw std::runtime_error("promotion.txt: `" + row.at(0) + "` has no class that is known");
    entries.push_back({phrase_of(row[0]), cue});
  }
  return rules::PromotionWords::of(std::move(entries)).words.write();
}

} // namespace palabre::lexicon
