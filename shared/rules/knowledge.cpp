#include "shared/rules/knowledge.h"

namespace palabre::rules {

bool Knowledge::add(text::Language language, std::string_view blob) {
  const auto offence = find_section(blob, Section::offence);
  if (!offence) return false;
  LanguageKnowledge& known = languages_[language];
  if (!offence->empty()) known.offence = OffenceWords::read(*offence);
  if (const auto section = find_section(blob, Section::aim); !section->empty()) known.cues = CueWords::read(*section);
  if (const auto section = find_section(blob, Section::sentiment); !section->empty()) {
    known.sentiment = SentimentWords::read(*section);
  }
  if (const auto section = find_section(blob, Section::complaint); !section->empty()) {
    known.complaint = ComplaintWords::read(*section);
  }
  if (const auto section = find_section(blob, Section::promotion); !section->empty()) {
    known.promotion = PromotionWords::read(*section);
  }
  return true;
}

const LanguageKnowledge* Knowledge::find(text::Language language) const {
  const auto found = languages_.find(language);
  return found == languages_.end() ? nullptr : &found->second;
}

} // namespace palabre::rules
