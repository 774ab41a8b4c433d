// What OffenceWords is compiled from, as the tree needs it: folded, sorted, each once. And its bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/rules/offence_walk.h"
#include "shared/rules/offence_words.h"

namespace palabre::rules {

struct OffenceList {
  std::vector<std::string> texts;    // words of letters and digits, one space between two
  std::vector<ListedWord> words;     // as many
  std::vector<std::string> innocent; // likewise; of those that fold like a listed word, the marked form
};

// Folded text with a byte 1 behind each letter that had an accent: arrière and arriéré fold alike.
[[nodiscard]] std::string mark_accents(std::string_view folded, const std::uint8_t* traits);

[[nodiscard]] OffenceList make_offence_list(const std::vector<OffenceWords::Entry>& entries,
                                            const std::vector<std::string>& innocent);
[[nodiscard]] std::string write_offence_list(const OffenceList& list);
[[nodiscard]] OffenceList read_offence_list(std::string_view bytes);

} // namespace palabre::rules
