#include "shared/rules/learner.h"

#include <algorithm>
#include <cmath>

#include "shared/rules/logistic.h"

namespace palabre::rules {
namespace {

// Tried on three pages of labelled comments; each may be halved or doubled without much harm.
constexpr int epochs = 8;
constexpr float rate = 0.3F;
constexpr float shrinkage = 0.01F; // of weights, towards 0
constexpr float first_square = 0.1F;
constexpr float decay = 0.99F; // what a decision counts for with each one after it …
constexpr float oldest = 0.5F; // … and at least
constexpr float bias_rate = 0.3F;
constexpr float bias_decay = 0.95F; // how much of what comes is spam changes faster than what spam is
constexpr float bias_oldest = 0.02F;
constexpr float bias_shrinkage = 0.02F;
constexpr float bias_limit = 1.5F; // a run of one label alone decides nothing
constexpr float trust_rate = 0.1F;
constexpr float trust_shrinkage = 0.05F; // towards 1
constexpr float least_trust = 0.5F;
constexpr float most_trust = 2.0F;

// The fit is shrunk, so that its odds are too small; on the side of spam, what is sure is surer still.
constexpr double spam_stretch = 4;
constexpr double ham_stretch = 2;

// Who has seen hardly any ham cannot tell what it looks like: unsure at most, where the rules know nothing against it.
constexpr std::uint32_t fewest_hams = 3;
constexpr float nothing_known = 0.15F;
constexpr double unsure_score = 0.45;

// A long comment's features weigh less each.
float norm_of(std::size_t count) {
  return std::sqrt(24.0F / (8.0F + static_cast<float>(count)));
}

// One AdaGrad step.
void step(float& weight, float& squares, float gradient, float speed) {
  squares += gradient * gradient;
  weight -= speed * gradient / std::sqrt(squares);
}

} // namespace

SpamOutcome outcome_of(float probability) {
  if (probability <= 0.1F) return SpamOutcome::ham;
  return probability >= 0.9F ? SpamOutcome::spam : SpamOutcome::unsure;
}

std::vector<SpamFilter::Item> SpamFilter::items_of(const std::vector<Feature>& features) {
  std::vector<Item> items;
  items.reserve(std::min(features.size(), feature_limit));
  for (const Feature& feature : features) {
    if (items.size() == feature_limit) break;
    const float kept = std::clamp(feature.value, 0.0F, 8.0F) * 16.0F + 0.5F;
    items.push_back({static_cast<std::uint16_t>(feature.bucket % feature_buckets), static_cast<std::uint8_t>(kept)});
  }
  // Said once or ten times is the same.
  std::sort(items.begin(), items.end(), [](const Item& a, const Item& b) {
    return a.bucket != b.bucket ? a.bucket < b.bucket : a.sixteenths > b.sixteenths;
  });
  const auto same = [](const Item& a, const Item& b) { return a.bucket == b.bucket; };
  items.erase(std::unique(items.begin(), items.end(), same), items.end());
  return items;
}

float SpamFilter::score(const std::vector<Item>& items, float odds) const {
  float sum = 0;
  for (const Item& item : items) sum += weights_[item.bucket] * static_cast<float>(item.sixteenths);
  return odds * trust_ + bias_ + sum * norm_of(items.size()) / 16.0F;
}

float SpamFilter::probability(const std::vector<Feature>& features, float prior) const {
  if (weights_.empty()) return prior;
  const auto odds = static_cast<float>(log_odds(double{prior}));
  auto found = double{score(items_of(features), odds)};
  if (hams_ < fewest_hams && prior < nothing_known) found = std::min(found, unsure_score);
  return static_cast<float>(logistic(found * (found > 0 ? spam_stretch : ham_stretch)));
}

void SpamFilter::forget_oldest(SpamLabel label) {
  const auto of_label = [label](const Decision& decision) { return decision.label == label; };
  const auto count = std::count_if(kept_.begin(), kept_.end(), of_label);
  if (static_cast<std::size_t>(count) > kept_decisions) {
    kept_.erase(std::find_if(kept_.begin(), kept_.end(), of_label));
  }
}

bool SpamFilter::drop(std::uint64_t id) {
  return std::erase_if(kept_, [id](const Decision& decision) { return decision.id == id; }) != 0;
}

void SpamFilter::keep(std::uint64_t id, const std::vector<Feature>& features, float prior, SpamLabel label) {
  drop(id);
  kept_.push_back({id, label, static_cast<float>(log_odds(double{prior})), items_of(features)});
  forget_oldest(label);
}

void SpamFilter::learn(std::uint64_t id, const std::vector<Feature>& features, float prior, SpamLabel label) {
  keep(id, features, prior, label);
  fit();
}

void SpamFilter::learn_all(const std::vector<Lesson>& lessons) {
  for (const Lesson& lesson : lessons) {
    if (lesson.label) {
      keep(lesson.id, *lesson.features, lesson.prior, *lesson.label);
    } else {
      drop(lesson.id);
    }
  }
  fit();
}

bool SpamFilter::unlearn(std::uint64_t id) {
  if (!drop(id)) return false;
  fit();
  return true;
}

void SpamFilter::fit() {
  weights_.assign(kept_.empty() ? 0 : feature_buckets, 0);
  bias_ = 0;
  trust_ = 1;
  const auto is_ham = [](const Decision& decision) { return decision.label == SpamLabel::ham; };
  hams_ = static_cast<std::uint32_t>(std::count_if(kept_.begin(), kept_.end(), is_ham));
  std::vector<Shares> shares(kept_.size());
  Shares share;
  for (std::size_t i = kept_.size(); i-- > 0;) {
    shares[i] = share;
    share = {std::max(oldest, share.features * decay), std::max(bias_oldest, share.bias * bias_decay)};
  }
  Squares squares{std::vector<float>(weights_.size(), first_square), first_square, first_square};
  for (int epoch = 0; epoch < epochs; ++epoch) {
    for (std::size_t i = 0; i < kept_.size(); ++i) fit_one(kept_[i], shares[i], squares);
  }
}

void SpamFilter::fit_one(const Decision& decision, Shares share, Squares& squares) {
  const float label = decision.label == SpamLabel::spam ? 1.0F : 0.0F;
  const float error = static_cast<float>(logistic(double{score(decision.items, decision.odds)})) - label;
  const float scale = error * share.features * norm_of(decision.items.size()) / 16.0F;
  for (const Item& item : decision.items) {
    float& weight = weights_[item.bucket];
    const float gradient = scale * static_cast<float>(item.sixteenths) + shrinkage * weight;
    step(weight, squares.weights[item.bucket], gradient, rate);
  }
  step(bias_, squares.bias, error * share.bias + bias_shrinkage * bias_, bias_rate);
  bias_ = std::clamp(bias_, -bias_limit, bias_limit);
  const float pull = error * share.features * decision.odds * 0.5F + trust_shrinkage * (trust_ - 1);
  step(trust_, squares.trust, pull, trust_rate);
  trust_ = std::clamp(trust_, least_trust, most_trust);
}

std::vector<Explanation> SpamFilter::explain(const std::vector<Feature>& features, std::size_t limit) const {
  std::vector<Explanation> found;
  if (weights_.empty()) return found;
  const float norm = norm_of(items_of(features).size());
  for (const Feature& feature : features) {
    const float weight = weights_[feature.bucket % feature_buckets] * std::clamp(feature.value, 0.0F, 8.0F) * norm;
    const auto known =
        std::find_if(found.begin(), found.end(), [&](const Explanation& one) { return one.feature == feature.name; });
    if (weight == 0 || known != found.end()) continue;
    found.push_back({std::string(feature.name), weight});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Explanation& a, const Explanation& b) { return std::abs(a.weight) > std::abs(b.weight); });
  if (found.size() > limit) found.resize(limit);
  return found;
}

} // namespace palabre::rules
