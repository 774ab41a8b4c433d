// What the rules know of languages: the lexicons that were loaded.
#pragma once

#include <cstdint>
#include <map>
#include <string_view>

#include "shared/rules/complaint.h"
#include "shared/rules/cues.h"
#include "shared/rules/offence_words.h"
#include "shared/rules/promotion.h"
#include "shared/rules/sentiment.h"
#include "shared/text/language.h"

namespace palabre::rules {

struct LanguageKnowledge {
  OffenceWords offence;
  CueWords cues;
  SentimentWords sentiment; // empty in a reader's browser: sentiment decides nothing
  ComplaintWords complaint;
  PromotionWords promotion;
};

class Knowledge {
public:
  // Adds what a lexicon file holds to what is known of a language. False: these bytes are no lexicon.
  bool add(text::Language language, std::string_view blob);
  // nullptr: nothing known.
  [[nodiscard]] const LanguageKnowledge* find(text::Language language) const;
  [[nodiscard]] const std::map<text::Language, LanguageKnowledge>& all() const { return languages_; }

private:
  std::map<text::Language, LanguageKnowledge> languages_;
};

} // namespace palabre::rules
