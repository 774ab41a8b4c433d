// Hatred of a group of people without a slur, and threats: what no single word shows.
#pragma once

#include <vector>

#include "shared/rules/aim.h"
#include "shared/rules/scene.h"

namespace palabre::rules {

// Appends what is found. Where people are named and nothing is found, words that are misspelt or run into one another
// are read again, in `scene`.
void find_hate(Scene& scene, const text::Words& words, const CueWords& cues, std::vector<Offence>& offences);

} // namespace palabre::rules
