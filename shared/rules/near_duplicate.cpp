#include "shared/rules/near_duplicate.h"

#include <array>
#include <bit>

namespace palabre::rules {
namespace {

constexpr std::uint64_t exact_mark = 1; // the lowest bit: this fingerprint is equal or different, never near
constexpr int near_bits = 8;            // of 63; unrelated texts differ in some thirty

std::uint64_t mixed(std::uint64_t value) { // the finaliser of MurmurHash3
  value ^= value >> 33;
  value *= 0xFF51AFD7ED558CCDULL;
  value ^= value >> 33;
  value *= 0xC4CEB9FE1A85EC53ULL;
  return value ^ (value >> 33);
}

std::uint64_t hash_of(std::string_view word) { // FNV-1a
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const char byte : word) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3ULL;
  return mixed(hash);
}

// For each bit, how many hashes have it: one counter of 16 binary digits a bit, all counted at once.
class Votes {
public:
  void cast(std::uint64_t hash) {
    ++count_;
    for (std::size_t digit = 0; hash != 0 && digit < digits_.size(); ++digit) {
      const std::uint64_t carry = digits_[digit] & hash;
      digits_[digit] ^= hash;
      hash = carry;
    }
  }
  // The bits that more than half of the hashes have.
  [[nodiscard]] std::uint64_t outcome() const {
    std::uint64_t bits = 0;
    for (std::size_t bit = 0; bit < 64; ++bit) {
      std::uint64_t votes = 0;
      for (std::size_t digit = 0; digit < digits_.size(); ++digit) votes |= (digits_[digit] >> bit & 1U) << digit;
      bits |= std::uint64_t{votes * 2 > count_} << bit;
    }
    return bits;
  }

private:
  std::array<std::uint64_t, 16> digits_{};
  std::uint64_t count_{0};
};

} // namespace

std::uint64_t fingerprint(const text::Words& words) {
  constexpr std::size_t fewest_words = 4;
  constexpr std::size_t fewest_bytes = 20;
  constexpr std::size_t long_enough = 9; // words: below, one more word makes another text
  std::size_t bytes = 0;
  std::uint64_t exact = 0;
  std::size_t count = 0;
  bool address = false;
  for (const text::Word& word : words.words) {
    if (word.kind == text::WordKind::symbol) continue;
    bytes += word.end - word.begin;
    address = address || word.kind == text::WordKind::address;
    exact = mixed(exact ^ hash_of(words.text(word)));
    ++count;
  }
  if (!address && (count < fewest_words || bytes < fewest_bytes)) return 0;
  if (count < long_enough) return exact | exact_mark;
  constexpr std::size_t looked_at = 2000; // words, within what votes can count
  Votes votes;
  std::uint64_t before = 0;
  std::size_t seen = 0;
  for (const text::Word& word : words.words) {
    if (word.kind == text::WordKind::symbol) continue;
    if (++seen > looked_at) break;
    const std::uint64_t hash = hash_of(words.text(word));
    if (word.end - word.begin > 3) votes.cast(hash);
    votes.cast(mixed(before ^ (hash << 1)));
    before = hash;
  }
  const std::uint64_t found = votes.outcome() & ~exact_mark;
  return found == 0 ? exact | exact_mark : found;
}

bool nearly_same(std::uint64_t a, std::uint64_t b) {
  if (a == 0 || b == 0) return false;
  if (((a | b) & exact_mark) != 0) return a == b;
  return std::popcount(a ^ b) <= near_bits;
}

bool is_of_many_words(std::uint64_t fingerprint) {
  return fingerprint != 0 && (fingerprint & exact_mark) == 0;
}

} // namespace palabre::rules
