#include "shared/rules/promotion.h"

#include <algorithm>
#include <array>
#include <string>

#include "shared/rules/knowledge.h"

namespace palabre::rules {
namespace {

using text::WordKind;

enum class Kind : std::uint8_t { self, contact, offer };

// What cues make together, with how surely that is promotion; each counts once in a comment.
struct Pattern {
  Kind kind;
  float weight;
};
enum PatternName : std::uint8_t {
  own_place,
  call_to_place,
  own_work,
  call_to_work,
  plea_for_work,
  subscribe,
  subscribe_please,
  subscribe_to_me,
  follow_me,
  messenger,
  private_contact,
  private_number,
  offer,
  offer_with_call,
  own_offer,
  income,
  more_income,
  much_income,
  lure_with_income,
  pay_promised,
  vice,
  vice_offered,
  lure_with_call,
  decisive,
  decisive_offer,
  link_with_call,
  pattern_count
};
constexpr std::array<Pattern, pattern_count> patterns{{
    {Kind::self, 0.3F},    // own_place
    {Kind::self, 0.7F},    // call_to_place
    {Kind::self, 0.1F},    // own_work
    {Kind::self, 0.55F},   // call_to_work
    {Kind::self, 0.4F},    // plea_for_work
    {Kind::self, 0.2F},    // subscribe
    {Kind::self, 0.5F},    // subscribe_please
    {Kind::self, 0.6F},    // subscribe_to_me
    {Kind::self, 0.35F},   // follow_me
    {Kind::contact, 0.1F}, // messenger
    {Kind::contact, 0.6F}, // private_contact
    {Kind::contact, 0.4F}, // private_number
    {Kind::offer, 0.2F},   // offer
    {Kind::offer, 0.35F},  // offer_with_call
    {Kind::offer, 0.45F},  // own_offer
    {Kind::offer, 0.15F},  // income
    {Kind::offer, 0.25F},  // more_income
    {Kind::offer, 0.35F},  // much_income
    {Kind::offer, 0.5F},   // lure_with_income
    {Kind::offer, 0.3F},   // pay_promised
    {Kind::offer, 0.3F},   // vice
    {Kind::offer, 0.6F},   // vice_offered
    {Kind::offer, 0.3F},   // lure_with_call
    {Kind::self, 0.75F},   // decisive
    {Kind::offer, 0.75F},  // decisive_offer
    {Kind::self, 0.3F},    // link_with_call
}};

// "I watch", "je regarde": told of oneself, nobody is asked to.
bool is_teller(std::string_view word) {
  constexpr std::array<std::string_view, 13> tellers{"i", "he", "she",  "they", "we",  "didn't", "je",
                                                     "j", "il", "elle", "on",   "ils", "elles"};
  return std::find(tellers.begin(), tellers.end(), word) != tellers.end();
}

class PromotionJudge {
public:
  PromotionJudge(const text::Words& words, const Knowledge& knowledge) : words_(words), knowledge_(knowledge) {
    last_.fill(-1000);
  }

  PromotionFindings run(const Policy& policy) {
    const auto count = static_cast<int>(words_.words.size());
    for (int i = 0; i < count; ++i) {
      const WordKind kind = words_.words[static_cast<std::size_t>(i)].kind;
      if (kind == WordKind::letters) look_up(i);
      if (kind == WordKind::number) met_number(i);
      if (kind == WordKind::address) met_address(i);
    }
    return conclude(policy);
  }

private:
  [[nodiscard]] std::string_view at(int i) const { return words_.text(words_.words[static_cast<std::size_t>(i)]); }

  void look_up(int i) {
    const std::string_view word = at(i);
    if (word.size() > 24) return;
    const std::uint32_t hash = WordTable::hash_of(word);
    for (const auto& [language, known] : knowledge_.all()) {
      const auto value = known.promotion.words.find(word, hash);
      if (!value) continue;
      auto cues = static_cast<std::uint16_t>(*value & ((1U << promotion_phrase_shift) - 1));
      int last = i;
      if (const int further = *value >> promotion_phrase_shift; further > 0)
        last = longest_phrase(known.promotion, i, further, cues);
      if (cues != 0) met(i, last, cues);
    }
  }

  // The last word of the longest known phrase that begins at `i`; `cues` becomes its.
  int longest_phrase(const PromotionWords& known, int i, int further, std::uint16_t& cues) {
    phrase_.assign(at(i));
    int found = i;
    const auto count = static_cast<int>(words_.words.size());
    for (int next = i + 1; next <= i + further && next < count; ++next) {
      const std::string_view word = at(next);
      if (phrase_.size() + word.size() > 60) break;
      phrase_ += ' ';
      phrase_ += word;
      const auto value = known.words.find(phrase_);
      if (!value || (*value & ((1U << promotion_phrase_shift) - 1)) == 0) continue;
      cues = static_cast<std::uint16_t>(cues | (*value & ((1U << promotion_phrase_shift) - 1)));
      found = next;
    }
    return found;
  }

  [[nodiscard]] int since(std::uint16_t cue, int i) const {
    int nearest = 1000;
    for (std::size_t bit = 0; bit < last_.size(); ++bit) {
      if ((cue >> bit & 1U) != 0) nearest = std::min(nearest, i - last_[bit]);
    }
    return nearest;
  }

  void met(int i, int last, std::uint16_t cues) {
    const bool told = i > 0 && is_teller(at(i - 1));
    if (told) cues = static_cast<std::uint16_t>(cues & ~(cue_look | cue_follow | cue_subscribe | cue_lure));
    findings_.cues = static_cast<std::uint16_t>(findings_.cues | cues);
    if ((cues & cue_decisive) != 0) {
      const bool sells = (cues & (cue_offer | cue_income | cue_vice | cue_lure)) != 0;
      raise(sells ? decisive_offer : decisive, i, last);
    }
    met_self(i, last, cues);
    met_contact(i, last, cues);
    met_offer(i, last, cues);
    for (std::size_t bit = 0; bit < last_.size(); ++bit) {
      if ((cues >> bit & 1U) != 0) last_[bit] = last;
    }
  }

  void met_self(int i, int last, std::uint16_t cues) {
    constexpr auto calls = static_cast<std::uint16_t>(cue_subscribe | cue_follow | cue_look);
    if ((cues & cue_place) != 0 && since(cue_own, i) <= 4) {
      raise(own_place, last_own(), last);
      own_thing_ = last;
      if (since(calls, i) <= 10) raise(call_to_place, i - since(calls, i), last);
    }
    if ((cues & cue_work) != 0 && since(cue_own, i) <= 4) {
      raise(own_work, last_own(), last);
      own_thing_ = last;
      if (since(calls, i) <= 6) raise(call_to_work, i - since(calls, i), last);
      if (since(cue_plea, i) <= 12) raise(plea_for_work, i - since(cue_plea, i), last);
    }
    if ((cues & calls) != 0 && i - own_thing_ <= 5) raise(call_to_work, own_thing_, last);
    if ((cues & cue_plea) != 0 && i - own_thing_ <= 12) raise(plea_for_work, own_thing_, last);
    if ((cues & cue_subscribe) != 0) {
      raise(subscribe, i, last);
      if (since(cue_plea, i) <= 4) raise(subscribe_please, i, last);
    }
    if ((cues & cue_plea) != 0 && since(cue_subscribe, i) <= 4) raise(subscribe_please, i, last);
    if ((cues & cue_me) != 0 && since(cue_subscribe, i) <= 2) raise(subscribe_to_me, i - 1, last);
    if ((cues & cue_me) != 0 && since(cue_follow, i) == 1) raise(follow_me, i - 1, last);
  }

  void met_contact(int i, int last, std::uint16_t cues) {
    if ((cues & cue_messenger) != 0) {
      raise(messenger, i, last);
      if (since(cue_me, i) <= 3 || i - number_ <= 4) raise(private_contact, i, last);
      if (i - number_ <= 4) raise(private_number, number_, last);
    }
    if ((cues & cue_me) != 0 && since(cue_messenger, i) <= 2) raise(private_contact, i - since(cue_messenger, i), last);
  }

  void met_offer(int i, int last, std::uint16_t cues) {
    constexpr auto calls = static_cast<std::uint16_t>(cue_follow | cue_look);
    if ((cues & cue_offer) != 0) {
      raise(offer, i, last);
      if (since(cue_own, i) <= 3) raise(own_offer, i, last);
      if (since(calls, i) <= 10 || since(cue_offer, i) <= 12) raise(offer_with_call, i, last);
    }
    if ((cues & cue_income) != 0) {
      ++incomes_;
      raise(incomes_ == 1 ? income : incomes_ == 2 ? more_income : much_income, i, last);
      if (since(cue_lure, i) <= 8) {
        raise(lure_with_income, i - since(cue_lure, i), last);
        if (i - number_ <= 3) raise(pay_promised, i - since(cue_lure, i), last);
      }
    }
    if ((cues & cue_vice) != 0) {
      raise(vice, i, last);
      const bool offered = since(static_cast<std::uint16_t>(calls | cue_offer | cue_messenger | cue_lure), i) <= 10;
      if (offered || (!vice_.empty() && vice_ != at(i))) raise(vice_offered, i, last);
      vice_ = at(i);
    }
    if ((cues & (calls | cue_offer | cue_messenger)) != 0 && since(cue_vice, i) <= 10) raise(vice_offered, i, last);
    if ((cues & calls) != 0 && since(cue_lure, i) <= 8) raise(lure_with_call, i, last);
    if ((cues & cue_lure) != 0 && since(calls, i) <= 8) raise(lure_with_call, i, last);
  }

  void met_number(int i) {
    number_ = i;
    if (since(cue_messenger, i) > 4) return;
    raise(private_contact, i - since(cue_messenger, i), i);
    raise(private_number, i - since(cue_messenger, i), i);
  }

  void met_address(int i) {
    constexpr auto calls = static_cast<std::uint16_t>(cue_follow | cue_look | cue_subscribe | cue_offer | cue_lure);
    if (since(calls, i) <= 8) raise(link_with_call, i - since(calls, i), i);
    number_ = i;
  }

  [[nodiscard]] int last_own() const { return last_[3]; }

  void raise(PatternName name, int first, int last) {
    const std::uint32_t bit = 1U << name;
    if ((findings_.patterns & bit) != 0) return;
    findings_.patterns |= bit;
    const Pattern& pattern = patterns[name];
    Part& part = parts_[static_cast<std::size_t>(pattern.kind)];
    part.doubt *= 1.0F - pattern.weight;
    part.first = std::min(part.first, std::max(first, 0));
    part.last = std::max(part.last, last);
  }

  PromotionFindings conclude(const Policy& policy) {
    constexpr std::array<const char*, 3> rules{"promotion.self", "promotion.contact", "promotion.offer"};
    float doubt = 1;
    std::size_t surest = 0;
    for (std::size_t kind = 0; kind < parts_.size(); ++kind) {
      doubt *= parts_[kind].doubt;
      if (parts_[kind].doubt < parts_[surest].doubt) surest = kind;
    }
    findings_.score = 1.0F - doubt;
    if (findings_.score >= policy.promotion_hide) {
      Reason reason{rules[surest], Severity::mild, Decision::hide};
      const Part& part = parts_[surest];
      reason.begin = words_.source_begin(words_.words[static_cast<std::size_t>(part.first)]);
      reason.end = words_.source_end(words_.words[static_cast<std::size_t>(part.last)]);
      findings_.reasons.push_back(std::move(reason));
    }
    return std::move(findings_);
  }

  struct Part {
    float doubt{1};
    int first{1 << 30}, last{0}; // words
  };

  const text::Words& words_;
  const Knowledge& knowledge_;
  PromotionFindings findings_;
  std::array<Part, 3> parts_;
  std::array<int, promotion_cue_count> last_{}; // the word where a cue was met last
  std::string phrase_;
  std::string_view vice_; // the last such word
  int own_thing_{-1000};
  int number_{-1000}; // or address
  int incomes_{0};
};

} // namespace

PromotionFindings judge_promotion(const text::Words& words, const Knowledge& knowledge, const Policy& policy) {
  return PromotionJudge(words, knowledge).run(policy);
}

} // namespace palabre::rules
