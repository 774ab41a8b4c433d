#include "shared/rules/postal_address.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace palabre::rules {
namespace {

using text::Word;
using text::WordKind;

constexpr std::array<std::string_view, 8> clear_streets{"rue",  "avenue",  "boulevard", "bd",
                                                        "blvd", "impasse", "allee",     "faubourg"};
// Also words of every day ("il reste 3 places", "2 cours"): with a postal code only.
constexpr std::array<std::string_view, 12> other_streets{"place",       "chemin",    "quai",    "route",
                                                         "cours",       "square",    "passage", "av",
                                                         "lotissement", "residence", "villa",   "ruelle"};
constexpr std::array<std::string_view, 18> english_streets{"street",    "st",   "avenue",  "ave",   "road",     "rd",
                                                           "lane",      "ln",   "drive",   "dr",    "court",    "ct",
                                                           "boulevard", "blvd", "terrace", "close", "crescent", "way"};

template <std::size_t size> bool holds(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class AddressFinder {
public:
  explicit AddressFinder(const text::Words& words) : words_(words) {}

  std::vector<AddressSpan> run() {
    std::vector<AddressSpan> found;
    for (std::size_t i = 0; i < words_.words.size(); ++i) {
      if (!is_house_number(i)) continue;
      std::size_t last = french(i);
      if (last == 0) last = english(i);
      if (last == 0) continue;
      found.push_back({words_.words[i].begin, words_.words[last].end});
      i = last;
    }
    return found;
  }

private:
  [[nodiscard]] std::string_view at(std::size_t i) const {
    return i < words_.words.size() ? words_.text(words_.words[i]) : std::string_view{};
  }
  // A blank, or a comma, and nothing else before the word.
  [[nodiscard]] bool follows(std::size_t i) const {
    if (i >= words_.words.size()) return false;
    const std::string_view between = words_.before(i);
    return !between.empty() && between.size() <= 3 && between.find_first_not_of(" ,\n") == std::string_view::npos;
  }
  [[nodiscard]] bool is_capital(std::size_t i) const {
    return i < words_.words.size() && words_.words[i].kind == WordKind::letters &&
           (words_.words[i].traits & (text::capitalised | text::all_capitals)) != 0;
  }

  // 12, 12b, 221B
  [[nodiscard]] bool is_house_number(std::size_t i) const {
    std::string_view word = at(i);
    if (word.size() > 1 && word.back() >= 'a' && word.back() <= 'd') word.remove_suffix(1);
    if (word.empty() || word.size() > 4) return false;
    return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
  }

  // Five digits within eight words after a street; 0: none.
  [[nodiscard]] std::size_t postal_code(std::size_t from) const {
    for (std::size_t i = from; i < std::min(from + 8, words_.words.size()); ++i) {
      if (words_.words[i].kind == WordKind::number && at(i).size() == 5) return i;
    }
    return 0;
  }

  // The last word of the address that begins with the number at `i`; 0: none begins there.
  [[nodiscard]] std::size_t french(std::size_t i) const {
    std::size_t street = i + 1;
    if (at(street) == "bis" || at(street) == "ter") ++street;
    if (!follows(street)) return 0;
    const bool clear = holds(clear_streets, at(street));
    if (!clear && !holds(other_streets, at(street))) return 0;
    const std::size_t code = postal_code(street + 1);
    if (code > 0) return is_capital(code + 1) && follows(code + 1) ? code + 1 : code;
    if (!clear) return 0;
    return street_name_end(street);
  }

  // "de la Paix", "Victor Hugo", "des Lilas"
  [[nodiscard]] std::size_t street_name_end(std::size_t street) const {
    constexpr std::array<std::string_view, 9> articles{"de", "du", "des", "d", "la", "le", "les", "l", "saint"};
    std::size_t i = street + 1;
    const std::size_t begin = i;
    while (i < words_.words.size() && i < begin + 3 && holds(articles, at(i))) ++i;
    if (i >= words_.words.size() || words_.words[i].kind != WordKind::letters) return 0;
    if (i == begin && !is_capital(i)) return 0;
    while (i + 1 < words_.words.size() && i < begin + 5 && is_capital(i + 1) && words_.before(i + 1).size() == 1) ++i;
    return i;
  }

  // "10 Downing Street", "1600 Pennsylvania Ave": names with capitals, then the street, which ends the address.
  [[nodiscard]] std::size_t english(std::size_t i) const {
    for (std::size_t street = i + 2; street <= i + 4; ++street) {
      if (!follows(street - 1) || !is_capital(street - 1)) return 0;
      if (!follows(street)) return 0;
      if (!holds(english_streets, at(street)) || !is_capital(street)) continue;
      return street;
    }
    return 0;
  }

  const text::Words& words_;
};

} // namespace

std::vector<AddressSpan> find_postal_addresses(const text::Words& words) {
  return AddressFinder(words).run();
}

} // namespace palabre::rules
