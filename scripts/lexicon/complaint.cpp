#include "scripts/lexicon/sources.h"

namespace palabre::lexicon {

std::string compile_complaint(const Sources&) {
  return {};
}

} // namespace palabre::lexicon
