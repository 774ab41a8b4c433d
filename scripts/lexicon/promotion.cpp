#include "scripts/lexicon/sources.h"

namespace palabre::lexicon {

std::string compile_promotion(const Sources&) {
  return {};
}

} // namespace palabre::lexicon
