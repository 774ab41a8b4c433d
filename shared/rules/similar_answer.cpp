#include "shared/rules/similar_answer.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "shared/rules/signature.h"
#include "shared/text/words.h"

namespace palabre::rules {
namespace {

std::uint64_t hash_of(std::string_view word) { // FNV-1a
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const char byte : word) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3ULL;
  return hash;
}

// The words that say something, in their order; as many as are worth comparing.
std::vector<std::uint64_t> words_of(const Answer& answer) {
  constexpr std::size_t most = 2000;
  const std::string body = unsigned_text(answer.body, answer.by);
  const text::Words addressee = text::split_words(answer.to);
  std::set<std::string_view> names;
  for (const text::Word& word : addressee.words) names.insert(addressee.text(word));
  const text::Words words = text::split_words(body);
  std::vector<std::uint64_t> hashes;
  for (const text::Word& word : words.words) {
    if (word.kind == text::WordKind::symbol || names.count(words.text(word)) != 0) continue;
    hashes.push_back(hash_of(words.text(word)));
    if (hashes.size() == most) break;
  }
  return hashes;
}

// Words, and pairs of neighbours, sorted.
std::vector<std::uint64_t> pieces_of(const std::vector<std::uint64_t>& words) {
  std::vector<std::uint64_t> pieces = words;
  for (std::size_t i = 1; i < words.size(); ++i) pieces.push_back(words[i - 1] * 31 + words[i]);
  std::sort(pieces.begin(), pieces.end());
  return pieces;
}

} // namespace

bool is_same_answer(const Answer& a, const Answer& b) {
  constexpr std::size_t fewest_words = 5;
  constexpr std::size_t alike_percent = 75; // of the pieces of both
  const auto words_a = words_of(a);
  const auto words_b = words_of(b);
  if (words_a.size() < fewest_words || words_b.size() < fewest_words) return false;
  const auto pieces_a = pieces_of(words_a);
  const auto pieces_b = pieces_of(words_b);
  std::vector<std::uint64_t> common;
  std::set_intersection(pieces_a.begin(), pieces_a.end(), pieces_b.begin(), pieces_b.end(), std::back_inserter(common));
  return common.size() * 2 * 100 >= (pieces_a.size() + pieces_b.size()) * alike_percent;
}

} // namespace palabre::rules
