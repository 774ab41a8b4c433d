#include "scripts/lexicon/sources.h"

namespace palabre::lexicon {

std::string compile_sentiment(const Sources&) {
  return {};
}

} // namespace palabre::lexicon
