// Reading a word again that says nothing as it stands.
#pragma once

#include "shared/rules/scene.h"

namespace palabre::rules {

// Gives words without cues those of `wanted` that the word meant has: a letter left out, two swapped (hatrd, haet), two
// words run into one another (Ihate). True: there was one.
bool read_again(Scene& scene, const text::Words& words, const CueWords& cues, CueSet wanted);

} // namespace palabre::rules
