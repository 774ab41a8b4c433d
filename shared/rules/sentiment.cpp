#include "shared/rules/sentiment.h"

#include <algorithm>
#include <cmath>

#include "shared/rules/sentiment_tokens.h"

namespace palabre::rules {
namespace {

constexpr float capitals_add = 0.733F;
constexpr float stretching_adds = 0.35F;
constexpr float negated = -0.5F;
constexpr float norm = 20; // squared: where a sum begins to saturate

struct Grammar {
  std::size_t negation_reach; // words before what it turns
  bool negates_behind;        // j'aime pas
  bool ends_at_comma;         // a negation before one turns nothing behind it
  bool bad_spoils_good;       // une belle arnaque, mauvaise qualité
};

Grammar grammar_of(text::Language language) {
  return language == text::Language::fr ? Grammar{4, true, true, true} : Grammar{3, false, false, false};
}

bool has_valence(const FeelingToken& token) {
  return token.feeling.kind == FeelingKind::valence || token.feeling.kind == FeelingKind::valence_or_booster;
}

class Judge {
public:
  Judge(FeelingText& text, Grammar grammar) : text_(text), tokens_(text.tokens), grammar_(grammar) {
    mixed_case_ = text.capitals > 0 && text.capitals < text.words;
  }

  Sentiment run() {
    settle_boosters();
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (has_valence(tokens_[i])) weigh(i);
    }
    weigh_clauses();
    weigh_places();
    return conclude();
  }

private:
  // Words that are good or bad by themselves strengthen what is good or bad behind them: super nul.
  void settle_boosters() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      FeelingToken& token = tokens_[i];
      if (token.feeling.kind == FeelingKind::negation_with_ne) {
        token.feeling.kind = behind_ne(i) ? FeelingKind::negation : FeelingKind::booster;
      }
      if (token.feeling.kind != FeelingKind::valence_or_booster) continue;
      const bool boosts = i + 1 < tokens_.size() && has_valence(tokens_[i + 1]) && !parted(tokens_[i + 1]);
      if (!boosts) continue;
      token.feeling.kind = FeelingKind::booster;
      token.feeling.strength = 30;
    }
  }

  static bool parted(const FeelingToken& token) { return token.starts_sentence || token.starts_clause; }

  bool behind_ne(std::size_t at) const {
    for (std::size_t back = 1; back <= 4 && back <= at; ++back) {
      if (tokens_[at - back + 1].starts_sentence) return false;
      if (tokens_[at - back].feeling.kind == FeelingKind::ne) return true;
    }
    return false;
  }

  void weigh(std::size_t at) {
    FeelingToken& token = tokens_[at];
    const float sign = token.valence < 0 ? -1.0F : 1.0F;
    if (token.capitals && mixed_case_) token.valence += sign * capitals_add;
    if (token.stretched) token.valence += sign * stretching_adds;
    boost(at, sign);
    if (is_negated(at)) token.valence *= negated;
    if (is_conceded(at)) token.valence *= 0.4F;
    if (grammar_.bad_spoils_good && is_spoilt(at)) token.valence *= 0.2F;
  }

  void boost(std::size_t at, float sign) {
    constexpr float nearness[]{1.0F, 0.95F, 0.9F};
    for (std::size_t back = 1; back <= 3 && back <= at; ++back) {
      if (tokens_[at - back + 1].starts_sentence) return;
      const FeelingToken& booster = tokens_[at - back];
      if (booster.feeling.kind != FeelingKind::booster) continue;
      float more = static_cast<float>(booster.feeling.strength) / 100;
      if (booster.stretched) more *= 1.5F;
      if (booster.capitals && mixed_case_) more += more > 0 ? capitals_add : -capitals_add;
      tokens_[at].valence += sign * more * nearness[back - 1];
    }
  }

  bool is_negated(std::size_t at) {
    for (std::size_t back = 1; back <= grammar_.negation_reach && back <= at; ++back) {
      const FeelingToken& nearer = tokens_[at - back + 1];
      if (nearer.starts_sentence || (grammar_.ends_at_comma && nearer.starts_clause)) break;
      FeelingToken& before = tokens_[at - back];
      if (before.feeling.kind == FeelingKind::contrast) break;
      if (before.feeling.kind == FeelingKind::negation) return before.turned_something = true;
    }
    return grammar_.negates_behind && tokens_[at].feeling.is_verb && negation_behind(at);
  }

  bool negation_behind(std::size_t at) {
    for (std::size_t next = at + 1; next <= at + 2 && next < tokens_.size(); ++next) {
      if (parted(tokens_[next])) return false;
      if (tokens_[next].feeling.kind == FeelingKind::negation) return tokens_[next].turned_something = true;
      if (has_valence(tokens_[next])) return false;
    }
    return false;
  }

  bool is_conceded(std::size_t at) const {
    for (std::size_t back = 1; back <= 6 && back <= at; ++back) {
      if (parted(tokens_[at - back + 1])) return false;
      if (tokens_[at - back].feeling.kind == FeelingKind::concession) return true;
    }
    return false;
  }

  // Good, right beside bad.
  [[nodiscard]] bool is_spoilt(std::size_t at) const {
    if (tokens_[at].valence <= 0) return false;
    const bool before = at > 0 && !parted(tokens_[at]) && is_bad(tokens_[at - 1]);
    const bool behind = at + 1 < tokens_.size() && !parted(tokens_[at + 1]) && is_bad(tokens_[at + 1]);
    return before || behind;
  }
  static bool is_bad(const FeelingToken& token) { return has_valence(token) && token.feeling.strength < -8; }

  // Within a sentence, what is behind the last "but" weighs more than what is before it.
  void weigh_clauses() {
    for (std::size_t begin = 0; begin < tokens_.size();) {
      std::size_t end = begin + 1;
      while (end < tokens_.size() && !tokens_[end].starts_sentence) ++end;
      std::size_t turn = end;
      for (std::size_t i = begin; i < end; ++i) {
        if (tokens_[i].feeling.kind == FeelingKind::contrast) turn = i;
      }
      if (turn < end) {
        for (std::size_t i = begin; i < end; ++i) tokens_[i].valence *= i < turn ? 0.6F : 1.3F;
      }
      begin = end;
    }
  }

  // People come to their point at the end.
  void weigh_places() {
    const float step = 0.25F / static_cast<float>(tokens_.size() + 1);
    float weight = 0.88F;
    for (FeelingToken& token : tokens_) token.valence *= weight += step;
  }

  Sentiment conclude() const {
    float good = 0;
    float bad = 0;
    std::size_t hits = 0;
    for (const FeelingToken& token : tokens_) {
      if (token.feeling.kind == FeelingKind::negation && !token.turned_something) {
        bad -= static_cast<float>(token.feeling.strength) / 100;
      }
      if (!has_valence(token)) continue;
      ++hits;
      (token.valence > 0 ? good : bad) += token.valence;
    }
    if (hits == 0 && bad == 0) return without_valence();
    // The more is said, the less each word adds.
    float sum = (good + bad) / (1 + 0.2F * static_cast<float>(hits > 1 ? hits - 1 : 0));
    const float emphasis = emphasis_of_punctuation();
    if (sum > 0) sum += emphasis;
    if (sum < 0) sum -= emphasis;
    const float score = std::clamp(sum / std::sqrt(sum * sum + norm), -1.0F, 1.0F);
    const float balance = std::abs(good + bad) / std::max(good - bad, 0.001F);
    return labelled(score, balance, hits);
  }

  float emphasis_of_punctuation() const {
    const float exclamations = static_cast<float>(std::min(text_.exclamations, 4)) * 0.292F;
    const float questions = text_.questions < 2   ? 0
                            : text_.questions < 4 ? 0.18F * static_cast<float>(text_.questions)
                                                  : 0.96F;
    return exclamations + questions;
  }

  // Nothing good or bad in a text of some length: it is probably neither.
  Sentiment without_valence() const {
    if (text_.words < 4) return {};
    return {SentimentLabel::neutral, 0, 0.3F};
  }

  Sentiment labelled(float score, float balance, std::size_t hits) const {
    constexpr float neutral_until = 0.09F;
    const float coverage = std::min(1.0F, 4 * static_cast<float>(hits) / static_cast<float>(text_.words + 1));
    if (score > -neutral_until && score < neutral_until) {
      if (balance < 0.3F && hits > 3) return {SentimentLabel::unsure, score, 0.1F};
      return {SentimentLabel::neutral, score, 0.3F + 0.2F * (1 - coverage)};
    }
    const float confidence = (0.25F + 0.75F * std::abs(score)) * (0.4F + 0.6F * balance) * (0.6F + 0.4F * coverage);
    return {score < 0 ? SentimentLabel::negative : SentimentLabel::positive, score, std::min(confidence, 1.0F)};
  }

  FeelingText& text_;
  std::vector<FeelingToken>& tokens_;
  Grammar grammar_;
  bool mixed_case_;
};

} // namespace

SentimentWords SentimentWords::read(std::string_view section) {
  return {WordTable::read(section)};
}

Sentiment judge_sentiment(const text::Words& words, text::Language language, const SentimentWords& known) {
  if (known.words.size() == 0) return {};
  FeelingText text = read_feelings(words, known.words);
  return Judge(text, grammar_of(language)).run();
}

} // namespace palabre::rules
