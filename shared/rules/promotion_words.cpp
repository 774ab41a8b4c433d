#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "shared/rules/promotion.h"

namespace palabre::rules {
namespace {

constexpr std::size_t phrase_words = 4;

constexpr std::array<std::string_view, promotion_cue_count> cue_names{
    "subscribe", "follow", "look",   "own",  "place", "work", "me",
    "messenger", "offer",  "income", "vice", "plea",  "lure", "decisive"};

} // namespace

std::uint16_t parse_promotion_cue(std::string_view name) {
  for (std::size_t bit = 0; bit < cue_names.size(); ++bit) {
    if (cue_names[bit] == name) return static_cast<std::uint16_t>(1U << bit);
  }
  return 0;
}

PromotionWords PromotionWords::read(std::string_view section) {
  return {WordTable::read(section)};
}

PromotionWords PromotionWords::of(std::vector<WordTable::Entry> entries) {
  std::map<std::string, std::uint16_t> values;
  for (const WordTable::Entry& entry : entries) {
    std::uint16_t& value = values[entry.word];
    value = static_cast<std::uint16_t>(value | entry.value);
    const auto further = static_cast<std::size_t>(std::count(entry.word.begin(), entry.word.end(), ' '));
    if (further == 0) continue;
    std::uint16_t& first = values[entry.word.substr(0, entry.word.find(' '))];
    const std::size_t longest =
        std::max<std::size_t>(first >> promotion_phrase_shift, std::min(further, phrase_words - 1));
    first = static_cast<std::uint16_t>((first & ((1U << promotion_phrase_shift) - 1)) |
                                       (longest << promotion_phrase_shift));
  }
  std::vector<WordTable::Entry> all;
  for (auto& [word, value] : values) all.push_back({word, value});
  return {WordTable(std::move(all))};
}

} // namespace palabre::rules
