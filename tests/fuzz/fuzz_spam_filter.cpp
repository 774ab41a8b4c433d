// A stored filter of any bytes: fresh, or written again as it was read; it judges, forgets and explains.
#include "shared/rules/learner.h"
#include "tests/fuzz/property.h"

using namespace palabre;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::as_text(data, size);
  rules::SpamFilter filter = rules::SpamFilter::read(bytes);
  fuzz::require(filter.decisions() == 0 || filter.write() == bytes, "what was read is written the same");
  std::vector<rules::Feature> features;
  for (std::size_t i = 0; i + 2 < size && i < 64; i += 2) {
    features.push_back({static_cast<std::uint16_t>(data[i] | data[i + 1] << 8), static_cast<float>(data[i + 2]), "x"});
  }
  const float before = filter.probability(features, 0.3F);
  fuzz::require(before >= 0 && before <= 1, "a probability");
  const std::string stored = filter.write();
  constexpr std::uint64_t fresh_id = 0xFFFFFFFFFFFFFFFEU;
  if (!filter.unlearn(fresh_id)) {
    const bool full = filter.decisions() >= rules::SpamFilter::kept_decisions;
    filter.learn(fresh_id, features, 0.3F, rules::SpamLabel::spam);
    fuzz::require(filter.decisions() > 0, "a decision is kept");
    fuzz::require(filter.unlearn(fresh_id), "and known by its id");
    if (!full) fuzz::require(filter.write() == stored, "without a trace when taken back");
  }
  static_cast<void>(filter.explain(features, 3));
  return 0;
}
