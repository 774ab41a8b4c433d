// Promotion: somebody's own channel, shop, offer; "contact me".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/rules/lexicon.h"
#include "shared/rules/policy.h"
#include "shared/rules/verdict.h"
#include "shared/text/words.h"

namespace palabre::rules {

class Knowledge;

// What a word or phrase contributes; bits of a lexicon's values. Only together they are promotion.
enum PromotionCue : std::uint16_t {
  cue_subscribe = 1 << 0,
  cue_follow = 1 << 1,
  cue_look = 1 << 2,
  cue_own = 1 << 3,       // my, our
  cue_place = 1 << 4,     // channel, shop, page
  cue_work = 1 << 5,      // video, song, book
  cue_me = 1 << 6,        // me, us
  cue_messenger = 1 << 7, // WhatsApp, DM
  cue_offer = 1 << 8,
  cue_income = 1 << 9,
  cue_vice = 1 << 10, // gambling, pills, sex, magic
  cue_plea = 1 << 11,
  cue_lure = 1 << 12, // free, win
  cue_decisive = 1 << 13,
};
inline constexpr std::size_t promotion_cue_count = 14;
// Above the cues, a value counts the further words of the longest phrase that begins with the word.
inline constexpr unsigned promotion_phrase_shift = 14;
// The cue of a name such as "own"; 0: there is none.
[[nodiscard]] std::uint16_t parse_promotion_cue(std::string_view name);

struct PromotionWords {
  WordTable words;
  static PromotionWords read(std::string_view section);
  // Of folded words, or phrases of up to four, with their cues.
  [[nodiscard]] static PromotionWords of(std::vector<WordTable::Entry> entries);
};

struct PromotionFindings {
  float score{0}; // 0 … 1
  std::vector<Reason> reasons;
  std::uint16_t cues{0};     // all that were met
  std::uint32_t patterns{0}; // bits of what they made together: PromotionPattern in promotion.cpp
};
// The cues of all languages count: such phrases are too short to tell their language.
[[nodiscard]] PromotionFindings judge_promotion(const text::Words& words, const Knowledge& knowledge,
                                                const Policy& policy);

} // namespace palabre::rules
