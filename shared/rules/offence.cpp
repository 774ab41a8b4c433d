#include "shared/rules/offence.h"

#include <algorithm>

namespace palabre::rules {

OffenceFindings judge_offence(const text::Words& words, text::Language language, const Knowledge& knowledge,
                              const Policy& policy, const OffenceWords& own, const WordTable& allowed) {
  OffenceFindings findings;
  std::vector<WordMatch> matches;
  for (const auto& [known, entry] : knowledge.all()) {
    if (language == text::Language::unknown || language == known) entry.offence.find(words, matches);
  }
  own.find(words, matches);
  for (const WordMatch& match : matches) {
    const std::string_view word = std::string_view(words.folded.text).substr(match.begin, match.end - match.begin);
    if (allowed.find(word)) continue;
    const float score = match.word_class >= WordClass::insult ? 0.8F : 0.3F;
    findings.score = std::max(findings.score, score);
    findings.reasons.push_back({match.word_class == WordClass::insult ? "offence.insult" : "offence.profanity",
                                Severity::strong, score >= policy.offence_hold ? Decision::hold : Decision::publish,
                                Field::body, words.folded.at[match.begin], words.folded.at[match.end], 0});
  }
  return findings;
}

} // namespace palabre::rules
