#include "shared/rules/complaint.h"

#include <algorithm>
#include <array>

#include "shared/rules/complaint_words.h"
#include "shared/rules/phrase.h"

namespace palabre::rules {
namespace {

using text::Words;

constexpr std::size_t near = 20;         // words between a thing and its trouble
constexpr std::size_t negation_near = 3; // words between a negation and what it denies
constexpr std::size_t never = static_cast<std::size_t>(-1);

float larger(float a, float b) {
  return a > b ? a : b;
}

class Judge {
public:
  Judge(const Words& words, const WordTable& known) : words_(words), known_(known) { last_.fill(never); }

  float run() {
    for (std::size_t index = 0; index < words_.words.size();) index += step(index);
    return score();
  }

private:
  std::size_t step(std::size_t index) {
    const auto value = known_.find(words_.text(words_.words[index]));
    if (!value) return 1;
    ComplaintWord word = unpack_complaint(*value);
    std::size_t count = 1;
    if (word.phrase > 0) {
      each_phrase(words_, index, word.phrase, [&](std::string_view phrase, std::size_t words) {
        const auto found = known_.find(phrase);
        if (!found || unpack_complaint(*found).cue == ComplaintCue::none) return;
        word = unpack_complaint(*found);
        count = words;
      });
    }
    if (word.cue != ComplaintCue::none) note(word, index, count);
    return count;
  }

  void note(const ComplaintWord& word, std::size_t index, std::size_t count) {
    const bool single = count == 1;
    if (word.cue == ComplaintCue::problem && single && seen(ComplaintCue::negation, index, negation_near)) return;
    const float weight = static_cast<float>(word.weight) / 10;
    auto& best = best_[static_cast<std::size_t>(word.cue)];
    best = larger(best, weight);
    last_[static_cast<std::size_t>(word.cue)] = index;
    if (word.cue == ComplaintCue::duration && seen(ComplaintCue::since, index, 5))
      note_trouble(ComplaintCue::waiting, 0.8F, index);
    if (word.cue == ComplaintCue::since && seen(ComplaintCue::duration, index, 3))
      note_trouble(ComplaintCue::waiting, 0.8F, index);
    connect(word.cue, index);
  }

  void note_trouble(ComplaintCue cue, float weight, std::size_t index) {
    auto& best = best_[static_cast<std::size_t>(cue)];
    best = larger(best, weight);
    last_[static_cast<std::size_t>(cue)] = index;
    connect(cue, index);
  }

  [[nodiscard]] bool seen(ComplaintCue cue, std::size_t index, std::size_t within) const {
    const std::size_t at = last_[static_cast<std::size_t>(cue)];
    return at != never && index - at <= within;
  }

  // A thing and its trouble must be near each other.
  void connect(ComplaintCue cue, std::size_t index) {
    const bool is_thing = cue == ComplaintCue::thing || cue == ComplaintCue::service;
    for (const ComplaintCue trouble :
         {ComplaintCue::problem, ComplaintCue::waiting, ComplaintCue::silence, ComplaintCue::request}) {
      if (is_thing && seen(trouble, index, near)) connected_ = true;
      if (cue == trouble && (seen(ComplaintCue::thing, index, near) || seen(ComplaintCue::service, index, near)))
        connected_ = true;
    }
  }

  [[nodiscard]] float best(ComplaintCue cue) const { return best_[static_cast<std::size_t>(cue)]; }

  [[nodiscard]] float score() const {
    const float whole = best(ComplaintCue::whole);
    const float thing = larger(whole, larger(best(ComplaintCue::thing), best(ComplaintCue::service)));
    std::array troubles{larger(whole, best(ComplaintCue::problem)), best(ComplaintCue::waiting),
                        best(ComplaintCue::silence), best(ComplaintCue::request) * 0.8F};
    std::sort(troubles.begin(), troubles.end(), [](float a, float b) { return a > b; });
    const bool both = whole > 0 || connected_;
    float score = 0.3F * troubles[0] + 0.2F * troubles[1] + 0.1F * troubles[2] + 0.12F * best(ComplaintCue::person);
    if (both) score += 0.3F * thing;
    if (!both) score = std::min(score, 0.45F);
    score -= 0.3F * best(ComplaintCue::praise);
    return std::clamp(score, 0.0F, 1.0F);
  }

  const Words& words_;
  const WordTable& known_;
  std::array<float, complaint_cues> best_{};
  std::array<std::size_t, complaint_cues> last_;
  bool connected_{false};
};

} // namespace

ComplaintWords ComplaintWords::read(std::string_view section) {
  return {WordTable::read(section)};
}

float complaint_score(const Words& words, const ComplaintWords& known) {
  return known.words.size() == 0 ? 0 : Judge(words, known.words).run();
}

} // namespace palabre::rules
