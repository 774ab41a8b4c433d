// French words with their inflections.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace palabre::lexicon {

// The feminine and the plurals of an adjective (génial), the plural of a noun (navet), the frequent forms of a verb in
// -er (adorer) or -ir (réussir); the word itself first. Accents stay as they were given.
[[nodiscard]] std::vector<std::string> inflect_adjective(std::string_view word);
[[nodiscard]] std::vector<std::string> inflect_noun(std::string_view word);
[[nodiscard]] std::vector<std::string> inflect_verb(std::string_view word);

} // namespace palabre::lexicon
