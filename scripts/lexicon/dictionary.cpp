#include "scripts/lexicon/dictionary.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "scripts/lexicon/hunspell.h"

namespace palabre::lexicon {

using rules::OffenceWords;

void Dictionary::add_words(const std::filesystem::path& file) {
  std::ifstream stream(file);
  if (!stream) throw std::runtime_error(file.string() + " is not there; run ./run, which installs it");
  for (std::string line; std::getline(stream, line);) add(line);
}

void Dictionary::add_hunspell(const std::filesystem::path& dic) {
  Hunspell(dic).each([this](std::string_view word) { add(word); });
}

// Of several words (with hyphens, elisions) each by itself.
void Dictionary::add(std::string_view word) {
  const text::Words words = text::split_words(word);
  for (const text::Word& part : words.words) {
    if (part.kind != text::WordKind::letters) continue;
    words_.emplace(words.text(part));
    if ((part.traits & text::accented) == 0) continue;
    const std::uint32_t begin = words.source_begin(part);
    accented_words_[std::string(words.text(part))].emplace(word.substr(begin, words.source_end(part) - begin));
  }
}

std::vector<std::string> Dictionary::innocent(const std::vector<OffenceWords::Entry>& entries,
                                              const std::vector<std::string>& innocent) const {
  const OffenceWords listed(entries, innocent);
  std::vector<std::string> found;
  std::vector<rules::WordMatch> matches;
  for (const std::string& word : words_) {
    matches.clear();
    listed.find(text::split_words(word), matches);
    const bool disguised =
        std::any_of(matches.begin(), matches.end(), [](const auto& match) { return match.disguised; });
    if (disguised) found.push_back(word);
  }
  const std::vector<std::string> more = accented_otherwise(entries);
  found.insert(found.end(), more.begin(), more.end());
  std::sort(found.begin(), found.end());
  return found;
}

// arrière, where arriéré is listed.
std::vector<std::string> Dictionary::accented_otherwise(const std::vector<OffenceWords::Entry>& entries) const {
  std::set<std::string> spelled;
  for (const OffenceWords::Entry& entry : entries) spelled.insert(entry.text);
  std::vector<std::string> others;
  for (const std::string& text : spelled) {
    const text::Folded folded = text::fold(text);
    const auto found = accented_words_.find(folded.text);
    const bool has_accents = std::any_of(folded.traits.begin(), folded.traits.end(),
                                         [](std::uint8_t traits) { return (traits & text::was_accented) != 0; });
    if (found == accented_words_.end() || !has_accents) continue;
    for (const std::string& word : found->second) {
      if (!spelled.contains(word)) others.push_back(word);
    }
  }
  return others;
}

std::uint16_t Dictionary::whole_at(std::string_view entry) const {
  const std::string folded = text::fold(entry).text;
  if (folded.find_first_not_of("abcdefghijklmnopqrstuvwxyz") != std::string::npos) return 0xFFFF;
  unsigned bits = 0xFFFF;
  for (std::size_t cut = 1; cut < std::min<std::size_t>(folded.size(), 15); ++cut) {
    const bool two_words = words_.contains(folded.substr(0, cut)) && words_.contains(folded.substr(cut));
    if (!two_words) bits &= ~(1U << cut);
  }
  return static_cast<std::uint16_t>(bits);
}

} // namespace palabre::lexicon
