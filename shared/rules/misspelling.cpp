#include "shared/rules/misspelling.h"

#include <algorithm>

namespace palabre::rules {
namespace {

constexpr std::size_t longest = 24;
constexpr std::size_t most_words = 200; // longer texts are not read again to their end
// What is worth reading again: what may be said of a group.
constexpr CueSet telling = Cue::hate | Cue::vermin | set_of(Cue::base) | set_of(Cue::harm) | set_of(Cue::harmed) |
                           set_of(Cue::expel) | set_of(Cue::die);

// Ihate: both halves are known; muchdisdain: a long one is.
CueSet glued(std::string_view word, const CueWords& cues) {
  CueSet found = 0;
  for (std::size_t cut = 1; cut < word.size(); ++cut) {
    const auto left = cues.find(word.substr(0, cut));
    const auto right = cues.find(word.substr(cut));
    const CueSet begin = left ? left->cues & telling : 0;
    const CueSet end = right ? right->cues & telling : 0;
    if (left && right) return left->cues | right->cues;
    if (begin != 0 && cut >= 6) found |= begin;
    if (end != 0 && word.size() - cut >= 6) found |= end;
  }
  return found;
}

} // namespace

bool read_again(Scene& scene, const text::Words& words, const CueWords& cues) {
  bool any = false;
  const std::size_t count = std::min(scene.items().size(), most_words);
  for (std::size_t item = 0; item < count; ++item) {
    const SceneItem& there = scene.items()[item];
    if (there.cues != 0 || there.end - there.begin < 4 || there.end - there.begin > longest) continue;
    const std::string_view word = std::string_view(words.folded.text).substr(there.begin, there.end - there.begin);
    CueSet meant = cues.find_misspelt(word) & telling;
    if (meant == 0 && word.size() >= 5) meant = glued(word, cues);
    if ((meant & telling) == 0) continue;
    scene.add_cues(item, meant);
    any = true;
  }
  return any;
}

} // namespace palabre::rules
