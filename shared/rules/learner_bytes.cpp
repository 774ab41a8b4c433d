// A filter in the store: its decisions, from which it is fitted again. Little endian: "PSF1", u32 count, then of each
// decision u64 id, u8 label, f32 odds, u16 features, of each feature u16 bucket, u8 value.
#include <optional>

#include "shared/rules/bits.h"
#include "shared/rules/learner.h"

namespace palabre::rules {
namespace {

constexpr std::string_view magic = "PSF1";
constexpr float odds_limit = 9.3F; // see log_odds

void append(std::string& out, std::uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
}

// Reads on while there is something; then it is broken and everything is 0.
class Bytes {
public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}
  std::uint64_t take(std::size_t count) {
    if (count > bytes_.size()) {
      broken_ = true;
      return 0;
    }
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < count; ++i) value |= std::uint64_t{static_cast<unsigned char>(bytes_[i])} << (8 * i);
    bytes_.remove_prefix(count);
    return value;
  }
  [[nodiscard]] bool broken() const { return broken_; }
  [[nodiscard]] bool at_end() const { return bytes_.empty(); }

private:
  std::string_view bytes_;
  bool broken_{false};
};

} // namespace

std::string SpamFilter::write() const {
  std::string out(magic);
  append(out, kept_.size(), 4);
  for (const Decision& decision : kept_) {
    append(out, decision.id, 8);
    append(out, static_cast<std::uint64_t>(decision.label), 1);
    append(out, bit_cast<std::uint32_t>(decision.odds), 4);
    append(out, decision.items.size(), 2);
    for (const Item& item : decision.items) {
      append(out, item.bucket, 2);
      append(out, item.sixteenths, 1);
    }
  }
  return out;
}

SpamFilter SpamFilter::read(std::string_view stored) {
  if (!stored.starts_with(magic)) return {};
  Bytes bytes(stored.substr(magic.size()));
  const std::uint64_t count = bytes.take(4);
  if (count > 2 * kept_decisions) return {};
  SpamFilter filter;
  for (std::uint64_t i = 0; i < count; ++i) {
    Decision decision{};
    decision.id = bytes.take(8);
    const std::uint64_t label = bytes.take(1);
    decision.label = label == 0 ? SpamLabel::ham : SpamLabel::spam;
    decision.odds = bit_cast<float>(static_cast<std::uint32_t>(bytes.take(4)));
    const std::uint64_t items = bytes.take(2);
    // A comparison with what is no number is false.
    const bool likely = decision.odds >= -odds_limit && decision.odds <= odds_limit;
    if (bytes.broken() || label > 1 || !likely || items > feature_limit) return {};
    for (std::uint64_t item = 0; item < items; ++item) {
      const std::uint64_t bucket = bytes.take(2);
      if (bucket >= feature_buckets) return {};
      decision.items.push_back({static_cast<std::uint16_t>(bucket), static_cast<std::uint8_t>(bytes.take(1))});
    }
    filter.kept_.push_back(std::move(decision));
  }
  if (bytes.broken() || !bytes.at_end()) return {};
  filter.fit();
  return filter;
}

} // namespace palabre::rules
