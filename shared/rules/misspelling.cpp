#include "shared/rules/misspelling.h"

#include <algorithm>
#include <string>

namespace palabre::rules {
namespace {

constexpr std::size_t longest = 24;
constexpr std::size_t telling_length = 6; // from which half of a word is enough
constexpr std::size_t most_words = 200;   // longer texts are not read again to their end
// Ihate: both halves are known; muchdisdain: a long one is.
CueSet glued(std::string_view word, const CueWords& cues, CueSet wanted, std::string& phrase) {
  CueSet found = 0;
  for (std::size_t cut = 1; cut < word.size(); ++cut) {
    const auto left = cues.find(word.substr(0, cut));
    const auto right = cues.find(word.substr(cut));
    if (left && right) {
      phrase.assign(word.substr(0, cut)).append(" ").append(word.substr(cut));
      const auto both = cues.find(phrase);
      if (((left->cues | right->cues) & wanted) != 0 || both) return both ? both->cues : left->cues | right->cues;
    }
    if (left && cut >= telling_length) found |= left->cues & wanted;
    if (right && word.size() - cut >= telling_length) found |= right->cues & wanted;
  }
  return found;
}

} // namespace

bool read_again(Scene& scene, const text::Words& words, const CueWords& cues, CueSet wanted) {
  std::string phrase;
  bool any = false;
  const std::size_t count = std::min(scene.items().size(), most_words);
  for (std::size_t item = 0; item < count; ++item) {
    const SceneItem& there = scene.items()[item];
    if (there.cues != 0 || there.end - there.begin < 4 || there.end - there.begin > longest) continue;
    const std::string_view word = std::string_view(words.folded.text).substr(there.begin, there.end - there.begin);
    CueSet meant = cues.find_misspelt(word) & wanted;
    if (meant == 0 && word.size() >= 5) meant = glued(word, cues, wanted, phrase);
    if (meant == 0) continue;
    scene.add_cues(item, meant);
    any = true;
  }
  return any;
}

} // namespace palabre::rules
