// An online spam filter that learns from one owner's decisions: hashed logistic regression over the last decisions,
// fitted anew with AdaGrad steps after each of them, beginning from what the rules alone would say. Deterministic: the
// same decisions in the same order give the same filter natively and in wasm.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/rules/history.h"
#include "shared/rules/verdict.h"

namespace palabre::rules {

// What the filter looks at, hashed; `name` explains it ("channel", "http host youtube.com", "two links").
struct Feature {
  std::uint16_t bucket;  // below feature_buckets
  float value;           // 0 … 8
  std::string_view name; // a view into the text judged, or a literal
};
inline constexpr std::uint32_t feature_buckets = 1U << 15;

enum class SpamLabel : std::uint8_t { ham, spam };
enum class SpamOutcome : std::uint8_t { ham, unsure, spam };
// At most .1 is ham, .9 and above spam.
[[nodiscard]] SpamOutcome outcome_of(float probability);

struct Explanation {
  std::string feature;
  float weight; // > 0 speaks for spam
};

class SpamFilter {
public:
  // 0 … 1. `prior` is what the rules alone say, 0 … 1.
  [[nodiscard]] float probability(const std::vector<Feature>& features, float prior) const;
  // `id` names the decision, so that it can be taken back. The same id again replaces it. Of each label the last
  // `kept_decisions` count: a flood of one cannot drive the other out.
  void learn(std::uint64_t id, const std::vector<Feature>& features, float prior, SpamLabel label);
  struct Lesson {
    std::uint64_t id{0};
    const std::vector<Feature>* features{nullptr}; // not of one that is taken back
    float prior{0};
    std::optional<SpamLabel> label{}; // nullopt: taken back
  };
  // As one after the other, but faster.
  void learn_all(const std::vector<Lesson>& lessons);
  // As if it had never been learned. False: not known (any more).
  bool unlearn(std::uint64_t id);
  // The strongest first; without those of no weight.
  [[nodiscard]] std::vector<Explanation> explain(const std::vector<Feature>& features, std::size_t limit) const;
  // That count now.
  [[nodiscard]] std::uint32_t decisions() const { return static_cast<std::uint32_t>(kept_.size()); }

  // For the store; any bytes may be read: broken ones are a fresh filter.
  [[nodiscard]] std::string write() const;
  static SpamFilter read(std::string_view bytes);

  static constexpr std::size_t kept_decisions = 400;
  static constexpr std::size_t feature_limit = 400; // of a decision; further ones do not count

private:
  struct Item {
    std::uint16_t bucket;
    std::uint8_t sixteenths; // the value
  };
  struct Decision {
    std::uint64_t id;
    SpamLabel label;
    float odds; // the prior's, logarithm
    std::vector<Item> items;
  };

  [[nodiscard]] static std::vector<Item> items_of(const std::vector<Feature>& features);
  [[nodiscard]] float score(const std::vector<Item>& items, float odds) const;
  void keep(std::uint64_t id, const std::vector<Feature>& features, float prior, SpamLabel label);
  bool drop(std::uint64_t id);
  void forget_oldest(SpamLabel label);

  // How much a decision counts, by its age.
  struct Shares {
    float features{1}, bias{1};
  };
  struct Squares { // of AdaGrad
    std::vector<float> weights;
    float bias, trust;
  };
  void fit();
  void fit_one(const Decision& decision, Shares share, Squares& squares);

  std::deque<Decision> kept_;  // oldest first
  std::vector<float> weights_; // by bucket; empty: nothing learned
  float bias_{0};
  float trust_{1}; // in the rules
  std::uint32_t hams_{0};
};

} // namespace palabre::rules
