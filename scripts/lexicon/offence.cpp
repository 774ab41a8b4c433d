#include <stdexcept>

#include "scripts/lexicon/sources.h"
#include "shared/rules/offence_words.h"

namespace palabre::lexicon {
namespace {

rules::WordClass class_of(const std::string& name) {
  if (name == "mild") return rules::WordClass::mild;
  if (name == "profanity") return rules::WordClass::profanity;
  if (name == "insult") return rules::WordClass::insult;
  if (name == "slur") return rules::WordClass::slur;
  if (name == "threat") return rules::WordClass::threat;
  if (name == "sexual") return rules::WordClass::sexual;
  throw std::runtime_error("offence.txt: `" + name + "` is no class of words");
}

} // namespace

std::string compile_offence(const Sources& sources) {
  std::vector<rules::OffenceWords::Entry> entries;
  for (const auto& row : sources.rows(sources.own("offence.txt"))) entries.push_back({row.at(0), class_of(row.at(1))});
  return rules::OffenceWords(entries, {}).write();
}

} // namespace palabre::lexicon
