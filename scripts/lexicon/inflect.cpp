#include "scripts/lexicon/inflect.h"

#include <array>
#include <stdexcept>

namespace palabre::lexicon {
namespace {

struct Ending {
  std::string_view masculine;
  std::string_view feminine;
  std::string_view plural; // of the masculine
};

// The first that fits.
constexpr std::array endings{
    Ending{"eux", "euse", "eux"},     Ending{"oux", "ouse", "oux"},  Ending{"if", "ive", "ifs"},
    Ending{"teur", "trice", "teurs"}, Ending{"eur", "euse", "eurs"}, Ending{"el", "elle", "els"},
    Ending{"eil", "eille", "eils"},   Ending{"ul", "ulle", "uls"},   Ending{"al", "ale", "aux"},
    Ending{"ien", "ienne", "iens"},   Ending{"on", "onne", "ons"},   Ending{"er", "ère", "ers"},
    Ending{"et", "ette", "ets"},      Ending{"ot", "otte", "ots"},   Ending{"as", "asse", "as"},
    Ending{"ais", "aise", "ais"},     Ending{"is", "ise", "is"},     Ending{"eau", "elle", "eaux"},
    Ending{"c", "que", "cs"},         Ending{"e", "e", "es"},        Ending{"x", "xe", "x"},
};

std::string replaced(std::string_view word, std::string_view ending, std::string_view by) {
  return std::string(word.substr(0, word.size() - ending.size())) + std::string(by);
}

std::string plural_of(std::string_view word) {
  if (word.ends_with('s') || word.ends_with('x') || word.ends_with('z')) return std::string(word);
  if (word.ends_with("eau") || word.ends_with("eu")) return std::string(word) + "x";
  if (word.ends_with("al")) return replaced(word, "al", "aux");
  return std::string(word) + "s";
}

} // namespace

std::vector<std::string> inflect_adjective(std::string_view word) {
  for (const Ending& ending : endings) {
    if (!word.ends_with(ending.masculine)) continue;
    const std::string feminine = replaced(word, ending.masculine, ending.feminine);
    return {std::string(word), feminine, replaced(word, ending.masculine, ending.plural), feminine + "s"};
  }
  const std::string given(word);
  return {given, given + "e", given + "s", given + "es"};
}

std::vector<std::string> inflect_noun(std::string_view word) {
  return {std::string(word), plural_of(word)};
}

std::vector<std::string> inflect_verb(std::string_view word) {
  constexpr std::array<std::string_view, 32> first{
      "er",    "e",       "es",  "ons",   "ez",    "ent",  "é",     "ée",     "és",   "ées",   "ais",
      "ait",   "ions",    "iez", "aient", "erai",  "eras", "era",   "erons",  "erez", "eront", "erais",
      "erait", "eraient", "ant", "a",     "èrent", "asse", "eriez", "erions", "ai",   "âmes"};
  constexpr std::array<std::string_view, 24> second{
      "ir",   "is",   "it",  "issons", "issez", "issent", "i",     "ie",    "ies",    "issais", "issait", "issaient",
      "irai", "iras", "ira", "irons",  "irez",  "iront",  "irait", "irais", "issant", "isse",   "irent",  "iraient"};
  const std::string given(word);
  std::vector<std::string> forms;
  const std::string stem(word.substr(0, word.size() - 2));
  if (word.ends_with("er")) {
    for (const std::string_view ending : first) {
      const bool soft = ending.starts_with('a') || ending.starts_with("o") || ending.starts_with("â");
      // gâcher, but déranger: dérangeait; agacer: agaçait, which folds to the same
      forms.push_back(stem + (soft && stem.ends_with('g') ? "e" : "") + std::string(ending));
    }
    if (stem.ends_with("oy") || stem.ends_with("uy")) { // ennuyer: ennuie
      const std::string mute = stem.substr(0, stem.size() - 1) + "i";
      for (const std::string_view ending : {"e", "es", "ent", "era", "erait", "eront"})
        forms.push_back(mute + std::string(ending));
    }
    return forms;
  }
  if (!word.ends_with("ir")) throw std::runtime_error("`" + given + "` is no verb in -er or -ir");
  for (const std::string_view ending : second) forms.push_back(stem + std::string(ending));
  return forms;
}

} // namespace palabre::lexicon
