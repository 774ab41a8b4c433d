// Dictionaries at build time: what no list may take for an offence.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "shared/rules/offence_words.h"

namespace palabre::lexicon {

class Dictionary {
public:
  // A file of one word a line, and hunspell's NAME.dic with NAME.aff beside it, whose suffixes are applied.
  void add_words(const std::filesystem::path& file);
  void add_hunspell(const std::filesystem::path& dic);

  // Words that the entries would be found in by undoing a disguise that nobody wore, and words of other accents than an
  // entry's. Sorted.
  [[nodiscard]] std::vector<std::string> innocent(const std::vector<rules::OffenceWords::Entry>& entries,
                                                  const std::vector<std::string>& innocent) const;
  // OffenceWords::Entry::whole_at: where the entry falls into two words.
  [[nodiscard]] std::uint16_t whole_at(std::string_view entry) const;

private:
  void add(std::string_view word);

  [[nodiscard]] std::vector<std::string>
  accented_otherwise(const std::vector<rules::OffenceWords::Entry>& entries) const;

  std::unordered_set<std::string> words_;                                 // folded, each of one word
  std::unordered_map<std::string, std::set<std::string>> accented_words_; // by what they fold to
};

} // namespace palabre::lexicon
