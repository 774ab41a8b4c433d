#include <stdexcept>

#include "scripts/lexicon/sources.h"
#include "shared/rules/cues.h"

namespace palabre::lexicon {

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
  return rules::CueWords(entries).write();
}

} // namespace palabre::lexicon
