#include "shared/rules/moderation.h"

#include <algorithm>

#include "shared/rules/flooding.h"
#include "shared/rules/links.h"
#include "shared/rules/offence.h"
#include "shared/rules/personal_data.h"
#include "shared/rules/spam.h"

namespace palabre::rules {
namespace {

std::vector<OffenceWords::Entry> owner_entries(const OwnerList& lists) {
  std::vector<OffenceWords::Entry> entries;
  entries.reserve(lists.hold.size() + lists.reject.size());
  for (const std::string& word : lists.hold) entries.push_back({word, WordClass::owner_hold});
  for (const std::string& word : lists.reject) entries.push_back({word, WordClass::owner_reject});
  return entries;
}

WordTable allowed_table(const std::vector<std::string>& allowed) {
  std::vector<WordTable::Entry> entries;
  entries.reserve(allowed.size());
  for (const std::string& word : allowed) entries.push_back({text::fold(word).text, 1});
  return WordTable(std::move(entries));
}

// The language that the lists are chosen by: what the text shows, else where it stands, as far as lists are there.
text::Language language_of(const text::Words& words, std::string_view source, text::Language hint) {
  constexpr float sure = 0.5F; // less is no reason to disbelieve the page
  const text::LanguageGuess guess = text::detect_language(words, source);
  if (hint == text::Language::unknown) return guess.language;
  return guess.language != text::Language::unknown && guess.confidence >= sure ? guess.language : hint;
}

// Of a text whose language nobody knows, as it feels in the one that is surest.
Sentiment sentiment_of(const text::Words& words, text::Language language, const Knowledge& knowledge) {
  if (const LanguageKnowledge* known = knowledge.find(language))
    return judge_sentiment(words, language, known->sentiment);
  Sentiment surest;
  if (language != text::Language::unknown) return surest;
  for (const auto& [tried, known] : knowledge.all()) {
    const Sentiment found = judge_sentiment(words, tried, known.sentiment);
    if (found.confidence > surest.confidence) surest = found;
  }
  return surest;
}

bool is_complaint(const text::Words& words, text::Language language, const Knowledge& knowledge) {
  constexpr float complaint_from = 0.5F;
  if (const LanguageKnowledge* known = knowledge.find(language)) {
    return complaint_score(words, known->complaint) >= complaint_from;
  }
  if (language != text::Language::unknown) return false;
  return std::any_of(knowledge.all().begin(), knowledge.all().end(), [&](const auto& known) {
    return complaint_score(words, known.second.complaint) >= complaint_from;
  });
}

void append(std::vector<Reason>& reasons, std::vector<Reason> more) {
  reasons.insert(reasons.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

bool offends_as_name(const WordMatch& match) {
  if ((match.flags & ambiguous) != 0) return false; // Dick, Fanny, Coq
  switch (match.word_class) {
  case WordClass::insult:
  case WordClass::slur:
  case WordClass::threat:
  case WordClass::owner_hold:
  case WordClass::owner_reject: return true;
  case WordClass::mild:
  case WordClass::profanity:
  case WordClass::sexual: break;
  }
  return false;
}

// A name is aimed at everybody who reads it, whatever stands around it.
void append_name(std::vector<Reason>& reasons, const std::string& name, const Knowledge& knowledge,
                 const OffenceWords& own, const WordTable& allowed) {
  if (name.empty()) return;
  const text::Words words = text::split_words(name);
  std::vector<WordMatch> found;
  for (const auto& [language, known] : knowledge.all()) known.offence.find(words, found);
  own.find(words, found);
  for (const WordMatch& match : found) {
    const auto word = std::string_view(words.folded.text).substr(match.begin, match.end - match.begin);
    if (!offends_as_name(match) || allowed.find(word)) continue;
    const bool refused = match.word_class == WordClass::owner_reject;
    reasons.push_back({"offence.name", Severity::strong, refused ? Decision::reject : Decision::hold, Field::name,
                       words.folded.at[match.begin], words.folded.at[match.end]});
    return;
  }
}

void append_admission(std::vector<Reason>& reasons, const Policy& policy, const History& history) {
  if (policy.admission == Admission::hold_all) {
    reasons.push_back({"policy.hold_all", Severity::note, Decision::hold});
  } else if (policy.admission == Admission::hold_newcomers && history.published == 0) {
    reasons.push_back({"policy.newcomer", Severity::note, Decision::hold});
  }
}

void conclude(Verdict& verdict) {
  for (const Reason& reason : verdict.reasons) verdict.decision = std::max(verdict.decision, reason.decision);
  std::stable_sort(verdict.reasons.begin(), verdict.reasons.end(), [](const Reason& a, const Reason& b) {
    return a.decision != b.decision ? a.decision > b.decision : a.severity > b.severity;
  });
}

} // namespace

Moderation::Moderation(const Knowledge& knowledge, Policy policy)
    : knowledge_(knowledge), policy_(std::move(policy)), owner_words_(owner_entries(policy_.words), {}),
      allowed_words_(allowed_table(policy_.words.allow)), blocked_domains_(policy_.blocked_domains),
      trusted_domains_(policy_.trusted_domains) {}

std::vector<Link> Moderation::links_of(const text::Words& words) const {
  std::vector<Link> links = find_links(words.folded);
  if (!trusted_domains_.empty()) {
    std::erase_if(links, [this](const Link& link) {
      return trusted_domains_.contains(link.host) && (link.traits & (mismatch | punycode)) == 0;
    });
  }
  return links;
}

SpamExample Moderation::spam_example(const Draft& draft, const History& history, Instant now) const {
  SpamExample example{std::make_unique<const text::Words>(text::split_words(draft.body)), {}, 0};
  const PromotionFindings promotion = judge_promotion(*example.words, knowledge_, policy_);
  const std::vector<Link> links = links_of(*example.words);
  const SpamInput input{*example.words, draft.name, draft.website,    links, promotion,
                        history,        policy_,    blocked_domains_, now};
  const SpamFacts facts = spam_facts(input);
  example.features = spam_features(input, facts);
  example.prior = spam_prior(facts);
  return example;
}

Verdict Moderation::decide_comment(const Draft& draft, const History& history, const SpamFilter* filter,
                                   text::Language hint, Instant now) const {
  Verdict verdict;
  const text::Words words = text::split_words(draft.body);
  verdict.language = language_of(words, draft.body, hint);
  verdict.sentiment = sentiment_of(words, verdict.language, knowledge_);
  verdict.complaint = is_complaint(words, verdict.language, knowledge_);

  OffenceFindings offence = judge_offence(words, verdict.language, knowledge_, policy_, owner_words_, allowed_words_);
  verdict.scores.offence = offence.score;
  PromotionFindings promotion = judge_promotion(words, knowledge_, policy_);
  verdict.scores.promotion = promotion.score;
  const std::vector<Link> links = links_of(words);
  SpamFindings spam =
      judge_spam({words, draft.name, draft.website, links, promotion, history, policy_, blocked_domains_, now}, filter);
  verdict.scores.spam = spam.score;
  if (history.staff) return verdict;

  append(verdict.reasons, std::move(offence.reasons));
  append_name(verdict.reasons, draft.name, knowledge_, owner_words_, allowed_words_);
  append(verdict.reasons, std::move(spam.reasons));
  append(verdict.reasons, std::move(promotion.reasons));
  append(verdict.reasons, find_personal_data(words, policy_));
  append(verdict.reasons, judge_flooding(history, policy_, now));
  append_admission(verdict.reasons, policy_, history);
  conclude(verdict);
  return verdict;
}

} // namespace palabre::rules
