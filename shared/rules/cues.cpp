#include "shared/rules/cues.h"

#include <algorithm>
#include <bit>
#include <map>

#include "shared/text/words.h"

namespace palabre::rules {
namespace {

constexpr std::uint16_t phrase_bit = 0x8000;
constexpr std::size_t cues_of_a_word = 3; // five bits each

constexpr std::array<std::string_view, cue_count> names{
    "",      "you",        "self",   "they",    "third",  "copula",  "negation", "report", "intro",  "pointer", "owner",
    "group", "group_sort", "person", "hate",    "repel",  "vermin",  "base",     "harm",   "harmed", "expel",   "worth",
    "modal", "deserve",    "die",    "condemn", "clause", "fiction", "like_you", "filler", "doom",   "some"};

std::uint16_t pack(CueSet cues) {
  unsigned packed = 0;
  unsigned place = 0;
  for (; cues != 0 && place < cues_of_a_word; cues &= cues - 1, ++place) {
    packed |= static_cast<unsigned>(std::countr_zero(cues)) << (place * 5);
  }
  return static_cast<std::uint16_t>(packed);
}

CueSet unpack(std::uint16_t packed) {
  CueSet cues = 0;
  for (unsigned place = 0; place < cues_of_a_word; ++place) cues |= CueSet{1} << ((packed >> (place * 5)) & 31U);
  return cues & ~CueSet{1};
}

bool is_one_left_out(std::string_view written, std::string_view meant) {
  if (written.size() + 1 != meant.size()) return false;
  const auto [at, there] = std::mismatch(written.begin(), written.end(), meant.begin());
  return std::equal(at, written.end(), there + 1);
}

bool are_two_swapped(std::string_view written, std::string_view meant) {
  if (written.size() != meant.size()) return false;
  const auto at =
      static_cast<std::size_t>(std::mismatch(written.begin(), written.end(), meant.begin()).first - written.begin());
  return at + 1 < written.size() && written[at] == meant[at + 1] && written[at + 1] == meant[at] &&
         written.substr(at + 2) == meant.substr(at + 2);
}

} // namespace

std::optional<Cue> parse_cue(std::string_view name) {
  const auto found = std::find(names.begin() + 1, names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Cue>(found - names.begin());
}

CueWords::CueWords(const std::vector<Entry>& entries) {
  std::map<std::string, CueSet> words;
  for (const Entry& entry : entries) {
    const text::Words split = text::split_words(entry.text);
    std::string joined;
    for (const text::Word& word : split.words) joined += (joined.empty() ? "" : " ") + std::string(split.text(word));
    words[joined] |= entry.cues;
  }
  std::vector<WordTable::Entry> table;
  for (const auto& [word, cues] : words) table.push_back({word, pack(cues)});
  fill(table);
}

// Marks what phrases begin with, word by word, so that looking for one ends where none goes on.
void CueWords::fill(const std::vector<WordTable::Entry>& entries) {
  std::map<std::string, std::uint16_t, std::less<>> words;
  for (const WordTable::Entry& entry : entries) {
    words[entry.word] |= entry.value;
    for (std::size_t at = entry.word.find(' '); at != std::string::npos; at = entry.word.find(' ', at + 1)) {
      words[entry.word.substr(0, at)] |= phrase_bit;
    }
  }
  std::vector<WordTable::Entry> table;
  for (const auto& [word, value] : words) table.push_back({word, value});
  table_ = WordTable(std::move(table));
  index();
}

std::string CueWords::write() const {
  std::vector<WordTable::Entry> entries = table_.entries();
  for (WordTable::Entry& entry : entries) entry.value &= static_cast<std::uint16_t>(~phrase_bit);
  std::erase_if(entries, [](const WordTable::Entry& entry) { return entry.value == 0; });
  return WordTable(std::move(entries)).write();
}

CueWords CueWords::read(std::string_view bytes) {
  std::vector<WordTable::Entry> entries = WordTable::read(bytes).entries();
  for (WordTable::Entry& entry : entries) entry.value &= static_cast<std::uint16_t>(~phrase_bit);
  CueWords words;
  words.fill(entries);
  return words;
}

void CueWords::index() {
  for (const WordTable::Entry& entry : table_.entries()) {
    const bool plain = entry.word.size() >= 4 && entry.word.find(' ') == std::string::npos;
    if (!plain || entry.word[0] < 'a' || entry.word[0] > 'z') continue;
    by_letter_[static_cast<std::size_t>(entry.word[0] - 'a')].push_back(
        {static_cast<std::uint32_t>(letters_.size()), static_cast<std::uint16_t>(entry.word.size()), entry.value});
    letters_ += entry.word;
  }
  for (std::vector<Spelling>& spellings : by_letter_) {
    std::stable_sort(spellings.begin(), spellings.end(),
                     [](const Spelling& a, const Spelling& b) { return a.length < b.length; });
  }
}

std::optional<CueWords::Found> CueWords::find(std::string_view word) const {
  const auto value = table_.find(word);
  if (!value) return std::nullopt;
  return Found{unpack(*value), (*value & phrase_bit) != 0};
}

CueSet CueWords::find_misspelt(std::string_view word) const {
  if (word.size() < 4 || word[0] < 'a' || word[0] > 'z') return 0;
  const std::vector<Spelling>& spellings = by_letter_[static_cast<std::size_t>(word[0] - 'a')];
  auto spelling = std::lower_bound(spellings.begin(), spellings.end(), word.size(),
                                   [](const Spelling& a, std::size_t length) { return a.length < length; });
  for (; spelling != spellings.end() && spelling->length <= word.size() + 1; ++spelling) {
    const std::string_view meant = std::string_view(letters_).substr(spelling->begin, spelling->length);
    if (is_one_left_out(word, meant) || are_two_swapped(word, meant)) return unpack(spelling->value);
  }
  return 0;
}

} // namespace palabre::rules
