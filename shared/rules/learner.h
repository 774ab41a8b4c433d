// An online spam filter that learns from one owner's decisions: hashed logistic regression with AdaGrad steps and the
// last decisions replayed, beginning from what the rules alone would say. Deterministic: the same decisions in the same
// order give the same filter natively and in wasm.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/rules/history.h"
#include "shared/rules/verdict.h"

namespace palabre::rules {

// What the filter looks at, hashed; `name` explains it ("channel", "http host youtube.com", "rule:links").
struct Feature {
  std::uint32_t bucket;
  float value;
  std::string_view name; // a view into the text judged, or a literal
};

enum class SpamLabel : std::uint8_t { ham, spam };
enum class SpamOutcome : std::uint8_t { ham, unsure, spam };

struct Explanation {
  std::string feature;
  float weight; // > 0 speaks for spam
};

class SpamFilter {
public:
  SpamFilter();
  // 0 … 1. `prior` is what the rules alone say, 0 … 1.
  [[nodiscard]] float probability(const std::vector<Feature>& features, float prior) const;
  // `id` names the decision, so that it can be taken back. The same id again replaces it.
  void learn(std::uint64_t id, const std::vector<Feature>& features, float prior, SpamLabel label);
  // False: not known (any more).
  bool unlearn(std::uint64_t id);
  [[nodiscard]] std::vector<Explanation> explain(const std::vector<Feature>& features, std::size_t limit) const;
  [[nodiscard]] std::uint32_t decisions() const { return decisions_; }

  // For the store; any bytes may be read: broken ones are a fresh filter.
  [[nodiscard]] std::string write() const;
  static SpamFilter read(std::string_view bytes);

private:
  // … private members are the learner's
  std::uint32_t decisions_{0};
};

} // namespace palabre::rules
