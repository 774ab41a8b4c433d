#include <algorithm>
#include <array>
#include <map>
#include <sstream>
#include <stdexcept>

#include "scripts/lexicon/sources.h"
#include "shared/rules/complaint_words.h"
#include "shared/rules/lexicon.h"
#include "shared/text/words.h"

namespace palabre::lexicon {
namespace {

using rules::ComplaintCue;
using rules::ComplaintWord;

constexpr std::array<std::string_view, rules::complaint_cues> cue_names{
    "none",  "thing", "service",  "problem", "waiting",  "silence", "request",
    "whole", "since", "duration", "person",  "negation", "praise"};

// "thing:6"; without a number the weight is 10.
ComplaintWord cue_of(const std::string& column) {
  const std::string name = column.substr(0, column.find(':'));
  const auto found = std::find(cue_names.begin(), cue_names.end(), name);
  if (found == cue_names.end()) throw std::runtime_error("complaint.txt: `" + name + "` is no cue");
  const int weight = name.size() < column.size() ? std::stoi(column.substr(name.size() + 1)) : 10;
  return {static_cast<ComplaintCue>(found - cue_names.begin()), weight, 0};
}

} // namespace

std::string compile_complaint(const Sources& sources) {
  std::map<std::string, ComplaintWord> known;
  std::map<std::string, int> phrases;
  for (const auto& row : sources.rows(sources.own("complaint.txt"))) {
    const ComplaintWord cue = cue_of(row.at(0));
    std::istringstream cells(row.at(1));
    for (std::string cell; std::getline(cells, cell, ',');) {
      const text::Words words = text::split_words(cell);
      if (words.words.empty()) continue;
      if (words.words.size() > static_cast<std::size_t>(rules::longest_complaint_phrase)) {
        throw std::runtime_error("complaint.txt: `" + cell + "` has too many words");
      }
      std::string joined;
      for (const text::Word& word : words.words) joined += (joined.empty() ? "" : " ") + std::string(words.text(word));
      if (!known.try_emplace(joined, cue).second)
        throw std::runtime_error("complaint.txt: `" + joined + "` is there twice");
      if (words.words.size() == 1) continue;
      int& longest = phrases[std::string(words.text(words.words.front()))];
      longest = std::max(longest, static_cast<int>(words.words.size()));
    }
  }
  for (const auto& [word, longest] : phrases) known[word].phrase = longest;
  std::vector<rules::WordTable::Entry> entries;
  entries.reserve(known.size());
  for (const auto& [word, cue] : known) entries.push_back({word, pack(cue)});
  return rules::WordTable(std::move(entries)).write();
}

} // namespace palabre::lexicon
