#include "shared/rules/triage.h"

#include <algorithm>

namespace palabre::rules {
namespace {

// An appeal goes before all else together; a flag before what is merely held, but not before a held threat.
constexpr std::int64_t for_appeal = 1000; // somebody was told no and asks
constexpr std::int64_t for_flagged = 60;
constexpr std::int64_t for_flag = 60;     // each, up to five
constexpr std::int64_t for_waiting = 100; // kept from readers until somebody decides
constexpr std::int64_t for_complaint = 50;
constexpr std::int64_t for_severe = 80; // a threat cannot wait

bool is_clear_spam(const Verdict& verdict) {
  return verdict.scores.spam >= 0.95F;
}

bool has_severe(const Verdict& verdict) {
  return std::any_of(verdict.reasons.begin(), verdict.reasons.end(),
                     [](const Reason& reason) { return reason.severity == Severity::severe; });
}

} // namespace

std::int64_t attention_of(const CaseFacts& facts, const Verdict& verdict) {
  if (facts.state == CommentState::deleted) return 0;
  std::int64_t attention = 0;
  if (facts.appealed) attention += for_appeal;
  if (facts.flags > 0) attention += for_flagged + for_flag * std::min<std::int64_t>(facts.flags, 5);
  if (!facts.decided && facts.state == CommentState::held) attention += for_waiting;
  if (attention == 0) return 0;
  if (verdict.complaint) attention += for_complaint;
  if (has_severe(verdict)) attention += for_severe;
  // Nobody is kept waiting by what is surely spam, unless readers still see it.
  const bool out_of_sight = facts.state != CommentState::published;
  return is_clear_spam(verdict) && out_of_sight && !facts.appealed ? 1 : attention;
}

bool is_only_criticism(const Verdict& verdict) {
  if (verdict.sentiment.label != SentimentLabel::negative && !verdict.complaint) return false;
  const auto weighs = [](const Reason& reason) {
    return reason.severity != Severity::note && reason.rule.compare(0, 7, "policy.") != 0;
  };
  return std::none_of(verdict.reasons.begin(), verdict.reasons.end(), weighs);
}

} // namespace palabre::rules
