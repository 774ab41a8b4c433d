#include <array>
#include <set>
#include <sstream>
#include <stdexcept>

#include "scripts/lexicon/sources.h"
#include "shared/rules/offence_words.h"

namespace palabre::lexicon {
namespace {

using rules::OffenceWords;
using rules::WordClass;

std::optional<WordClass> class_of(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, WordClass>, 6> classes{{{"mild", WordClass::mild},
                                                                                  {"profanity", WordClass::profanity},
                                                                                  {"insult", WordClass::insult},
                                                                                  {"slur", WordClass::slur},
                                                                                  {"threat", WordClass::threat},
                                                                                  {"sexual", WordClass::sexual}}};
  for (const auto& [known, value] : classes) {
    if (known == name) return value;
  }
  return std::nullopt;
}

std::uint8_t flag_of(const std::string& name) {
  if (name == "ambiguous") return rules::ambiguous;
  if (name == "group_noun") return rules::group_noun;
  if (name == "aimed") return rules::aimed;
  if (name == "accent") return rules::accent;
  throw std::runtime_error("offence.txt: `" + name + "` is no flag of a word");
}

// What a line `= class weight flags…`, `= innocent` or `= from package class weight flags…` says of the entries below
// it.
struct Heading {
  bool innocent{false};
  std::string package; // its words that are not named before are taken, but for the entries
  OffenceWords::Entry entry;
};

Heading heading_of(const std::string& line) {
  std::istringstream words(line.substr(1));
  std::string name;
  words >> name;
  Heading heading;
  if (name == "innocent") {
    heading.innocent = true;
    return heading;
  }
  if (name == "from") words >> heading.package >> name;
  const auto word_class = class_of(name);
  int weight = -1;
  if (!word_class || !(words >> weight) || weight < 0 || weight > 255) {
    throw std::runtime_error("offence.txt: `" + line + "` is no heading");
  }
  heading.entry.word_class = *word_class;
  heading.entry.weight = static_cast<std::uint8_t>(weight);
  for (std::string flag; words >> flag;) heading.entry.flags |= flag_of(flag);
  return heading;
}

class Collector {
public:
  void read(const Sources& sources) {
    std::optional<Heading> heading;
    std::vector<Heading> packages;
    for (const auto& row : sources.rows(sources.own("offence.txt"))) {
      const std::string& line = row.at(0);
      if (line.starts_with('=')) {
        heading = heading_of(line);
        if (!heading->package.empty()) packages.push_back(*heading);
      } else if (!heading) {
        throw std::runtime_error("offence.txt: `" + line + "` stands under no heading");
      } else {
        for (const std::string& entry : entries_of(line)) add(*heading, entry);
      }
    }
    for (const Heading& package : packages) take(package, sources);
  }

private:
  // Words of one letter or sign are pictures of a hand and the like.
  void take(Heading heading, const Sources& sources) {
    const auto words = sources.json(sources.package(heading.package) / (sources.language + ".json"));
    heading.package.clear();
    for (const auto& word : words) {
      if (word.get<std::string>().size() > 2) add(heading, word.get<std::string>());
    }
  }

public:
  // The first to name a word decides on it.
  void add(const Heading& heading, const std::string& text) {
    if (heading.innocent) {
      innocent_.push_back(text);
    } else if (!heading.package.empty()) {
      seen_.insert(text::fold(text).text);
    } else if (seen_.insert(text::fold(text).text).second) {
      entries_.push_back(heading.entry);
      entries_.back().text = text;
    }
  }

  [[nodiscard]] std::string write(const Dictionary& dictionary) {
    for (OffenceWords::Entry& entry : entries_) entry.whole_at = dictionary.whole_at(entry.text);
    const std::vector<std::string> more = dictionary.innocent(entries_, innocent_);
    innocent_.insert(innocent_.end(), more.begin(), more.end());
    return OffenceWords(entries_, innocent_).write();
  }

private:
  std::set<std::string> seen_;
  std::vector<OffenceWords::Entry> entries_;
  std::vector<std::string> innocent_;
};

} // namespace

std::string compile_offence(const Sources& sources) {
  Collector collector;
  collector.read(sources);
  return collector.write(sources.dictionary);
}

} // namespace palabre::lexicon
