#include "shared/rules/spam.h"

namespace palabre::rules {
namespace {

class SpamJudge {
public:
  SpamJudge(const SpamInput& input, const SpamFilter* filter)
      : input_(input), filter_(filter), facts_(spam_facts(input)) {}

  SpamFindings run() {
    const float prior = spam_prior(facts_);
    findings_.score = filter_ == nullptr ? prior : filter_->probability(spam_features(input_, facts_), prior);
    judge_links();
    judge_named_domain();
    if (has(SpamFact::trap)) add("spam.trap", Severity::strong, Decision::hold);
    if (has(SpamFact::haste)) add("spam.haste", Severity::note, Decision::publish);
    if (has(SpamFact::repeated)) add("spam.repeated", Severity::mild, Decision::hold);
    if (has(SpamFact::copied)) add("spam.near_duplicate", Severity::note, Decision::publish);
    judge_score();
    return std::move(findings_);
  }

private:
  [[nodiscard]] bool has(SpamFact fact) const { return facts_[static_cast<std::size_t>(fact)] > 0; }

  Reason& add(const char* rule, Severity severity, Decision decision) {
    findings_.reasons.push_back({rule, severity, decision});
    return findings_.reasons.back();
  }

  void judge_links() {
    if (input_.links.empty()) return;
    const bool trusted = input_.history.published >= input_.policy.trusted_after;
    const Decision unless_trusted = trusted ? Decision::publish : Decision::hold;
    if (!trusted) count_links();
    add_at_link(SpamFact::blocked_domain, "spam.blocked_domain", Severity::severe, Decision::hold);
    add_at_link(SpamFact::lookalike_host, "spam.lookalike_host", Severity::strong, Decision::hold);
    add_at_link(SpamFact::link_mismatch, "spam.link_mismatch", Severity::strong, Decision::hold);
    add_at_link(SpamFact::numeric_host, "spam.lookalike_host", Severity::mild, unless_trusted);
    add_at_link(SpamFact::shortener, "spam.shortener", Severity::mild, unless_trusted);
  }

  void count_links() {
    const std::size_t count = input_.links.size();
    const bool newcomer = input_.history.published == 0 && count > input_.policy.newcomer_links;
    if (!newcomer && (input_.policy.links_hold == 0 || count < input_.policy.links_hold)) return;
    Reason& reason = add(newcomer ? "spam.newcomer_links" : "spam.links", Severity::mild, Decision::hold);
    reason.begin = input_.links.front().begin;
    reason.end = input_.links.back().end;
    reason.count = static_cast<std::int64_t>(count);
  }

  [[nodiscard]] bool shows(const Link& link, SpamFact fact) const {
    switch (fact) {
    case SpamFact::blocked_domain: return input_.blocked.contains(link.host);
    case SpamFact::lookalike_host: return (link.traits & punycode) != 0;
    case SpamFact::link_mismatch: return (link.traits & mismatch) != 0;
    case SpamFact::numeric_host: return (link.traits & numeric_host) != 0;
    default: return (link.traits & shortener) != 0;
    }
  }

  void add_at_link(SpamFact fact, const char* rule, Severity severity, Decision decision) {
    if (!has(fact)) return;
    for (const Link& link : input_.links) {
      if (!shows(link, fact)) continue;
      Reason& reason = add(rule, severity, decision);
      reason.begin = link.begin;
      reason.end = link.end;
      return;
    }
  }

  // Of the name or the web site, whole.
  void judge_named_domain() {
    if (!has(SpamFact::blocked_domain)) return;
    for (const Link& link : input_.links) {
      if (input_.blocked.contains(link.host)) return;
    }
    const bool in_website = !input_.website.empty();
    add("spam.blocked_domain", Severity::severe, Decision::hold).field = in_website ? Field::website : Field::name;
  }

  void judge_score() {
    const bool learned = filter_ != nullptr && filter_->decisions() > 0;
    const char* rule = learned ? "spam.learned" : "spam.likely";
    if (findings_.score >= input_.policy.spam_hold) {
      add(rule, Severity::strong, Decision::hold);
    } else if (findings_.score >= input_.policy.spam_unsure) {
      add(rule, Severity::mild, Decision::hold);
    }
  }

  const SpamInput& input_;
  const SpamFilter* filter_;
  SpamFacts facts_;
  SpamFindings findings_;
};

} // namespace

SpamFindings judge_spam(const SpamInput& input, const SpamFilter* filter) {
  return SpamJudge(input, filter).run();
}

} // namespace palabre::rules
