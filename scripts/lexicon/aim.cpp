#include <algorithm>
#include <array>
#include <stdexcept>

#include "scripts/lexicon/sources.h"
#include "shared/rules/cues.h"
#include "shared/text/words.h"

namespace palabre::lexicon {
namespace {

// break your neck, te faire la peau: whom it is said to stands in it.
bool speaks_to_reader(const std::string& phrase) {
  const text::Words words = text::split_words(phrase);
  return words.words.size() > 1 && std::any_of(words.words.begin(), words.words.end(), [&](const text::Word& word) {
           static constexpr std::array<std::string_view, 8> reader{"you", "your", "te",   "ton",
                                                                   "ta",  "tes",  "vous", "votre"};
           return std::find(reader.begin(), reader.end(), words.text(word)) != reader.end();
         });
}

} // namespace

std::string compile_aim(const Sources& sources) {
  std::vector<rules::CueWords::Entry> entries;
  std::optional<rules::Cue> cue;
  for (const auto& row : sources.rows(sources.own("offence_cues.txt"))) {
    const std::string& line = row.at(0);
    if (line.starts_with("= ")) {
      cue = rules::parse_cue(std::string_view(line).substr(2));
      if (!cue) throw std::runtime_error("offence_cues.txt: `" + line + "` is no cue");
    } else if (!cue) {
      throw std::runtime_error("offence_cues.txt: `" + line + "` stands under no heading");
    } else {
      for (const std::string& entry : entries_of(line)) entries.push_back({entry, rules::set_of(*cue)});
    }
  }
  for (rules::CueWords::Entry& entry : entries) {
    if (rules::has(entry.cues, rules::Cue::harm) && speaks_to_reader(entry.text)) {
      entry.cues |= rules::set_of(rules::Cue::you);
    }
  }
  return rules::CueWords(entries).write();
}

} // namespace palabre::lexicon
