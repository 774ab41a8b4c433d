#include "shared/rules/offence.h"

#include <algorithm>

#include "shared/rules/aim.h"
#include "shared/rules/hate.h"
#include "shared/rules/scene.h"

namespace palabre::rules {
namespace {

Severity severity_of(float score) {
  if (score >= 0.85F) return Severity::severe;
  if (score >= 0.65F) return Severity::strong;
  return score >= 0.25F ? Severity::mild : Severity::note;
}

Decision decision_of(float score, const Policy& policy) {
  if (score >= policy.offence_hold) return Decision::hold;
  return score >= policy.offence_hide ? Decision::hide : Decision::publish;
}

class Judge {
public:
  Judge(const text::Words& words, const Policy& policy, const WordTable& allowed)
      : words_(words), policy_(policy), allowed_(allowed) {}

  void judge(const LanguageKnowledge& known) {
    matches_.clear();
    known.offence.find(words_, matches_);
    std::erase_if(matches_, [this](const WordMatch& match) { return !is_meant(match); });
    if (matches_.empty() && known.cues.empty()) return;
    Scene scene(words_, known.cues);
    for (const WordMatch& match : matches_) {
      if (!is_allowed(match.begin, match.end)) take(judge_word(scene, match, words_.folded.text));
    }
    offences_.clear();
    if ((scene.all_cues() & (Cue::group | Cue::group_sort)) != 0) note_matches(scene);
    find_hate(scene, words_, known.cues, offences_);
    for (const Offence& offence : offences_) take(offence);
  }

  void judge_own(const OffenceWords& own) {
    matches_.clear();
    own.find(words_, matches_);
    for (const WordMatch& match : matches_) {
      if (is_allowed(match.begin, match.end)) continue;
      add("offence.owner_word", Severity::strong,
          match.word_class == WordClass::owner_reject ? Decision::reject : Decision::hold, match.begin, match.end);
    }
  }

  // Several offences weigh more than the worst of them.
  OffenceFindings conclude() {
    if (worst_ > 0.3F && others_ > 0) findings_.score = std::min(0.99F, worst_ + 0.05F * std::min(3.0F, others_));
    const Decision decision = decision_of(findings_.score, policy_);
    if (decision != Decision::publish && !findings_.reasons.empty() && worst_reason_ < findings_.reasons.size()) {
      Reason& reason = findings_.reasons[worst_reason_];
      reason.decision = std::max(reason.decision, decision);
    }
    return std::move(findings_);
  }

private:
  // A word that is another one without its accent is written with it.
  [[nodiscard]] bool is_meant(const WordMatch& match) const {
    if ((match.flags & accent) == 0) return true;
    std::uint32_t last = match.end;
    const auto step_back = [&](auto stop) {
      while (last > match.begin && !stop(words_.folded.text[last - 1])) --last;
      return last > match.begin && words_.folded.text[last - 1] == 'e';
    };
    const auto is_accented = [&] { return (words_.folded.traits[last - 1] & text::was_accented) != 0; };
    if (!step_back([](char byte) { return byte == 'e'; })) return false;
    if (is_accented()) return true;
    --last; // ée, with a separator or without
    return step_back([](char byte) { return byte >= 'a' && byte <= 'z'; }) && is_accented();
  }

  [[nodiscard]] bool is_allowed(std::uint32_t begin, std::uint32_t end) const {
    if (allowed_.size() == 0) return false;
    return allowed_.find(std::string_view(words_.folded.text).substr(begin, end - begin)).has_value();
  }

  // What a word calls somebody may be said of a group as well.
  void note_matches(Scene& scene) const {
    for (const WordMatch& match : matches_) {
      const std::size_t item = scene.item_at(match.begin);
      if ((match.flags & (aimed | ambiguous)) != 0 || item >= scene.items().size() ||
          is_allowed(match.begin, match.end))
        continue;
      const bool named = match.word_class == WordClass::insult || match.word_class == WordClass::slur;
      if (named) scene.add_cues(item, set_of(Cue::vermin));
      if (match.word_class == WordClass::mild) scene.add_cues(item, set_of(Cue::base));
    }
  }

  void take(const Offence& offence) {
    if (offence.rule.empty()) return;
    if (offence.score > findings_.score) {
      findings_.score = offence.score;
      worst_reason_ = findings_.reasons.size();
    }
    if (offence.score > 0.5F) ++others_;
    if (offence.score > worst_) worst_ = offence.score;
    add(offence.rule, severity_of(offence.score), decision_of(offence.score, policy_), offence.begin, offence.end);
  }

  void add(std::string_view rule, Severity severity, Decision decision, std::uint32_t begin, std::uint32_t end) {
    if (findings_.reasons.size() >= most_reasons) return;
    findings_.reasons.push_back(
        {std::string(rule), severity, decision, Field::body, words_.folded.at[begin], words_.folded.at[end], 0});
  }

  static constexpr std::size_t most_reasons = 100;
  const text::Words& words_;
  const Policy& policy_;
  const WordTable& allowed_;
  std::vector<WordMatch> matches_;
  std::vector<Offence> offences_;
  OffenceFindings findings_;
  std::size_t worst_reason_{0};
  float worst_{0};
  float others_{-1}; // besides the worst
};

} // namespace

OffenceFindings judge_offence(const text::Words& words, text::Language language, const Knowledge& knowledge,
                              const Policy& policy, const OffenceWords& own, const WordTable& allowed) {
  Judge judge(words, policy, allowed);
  if (const LanguageKnowledge* known = knowledge.find(language)) {
    judge.judge(*known);
  } else {
    for (const auto& [code, entry] : knowledge.all()) judge.judge(entry);
  }
  judge.judge_own(own);
  return judge.conclude();
}

} // namespace palabre::rules
