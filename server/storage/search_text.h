// Words as the search keeps them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace palabre::storage {

// The text with blanks around each letter of the scripts that set none between words (Chinese, Japanese, Korean, Thai
// …), so that whatever stands in a row there can be found; controls and what is not UTF-8 become blanks. What was added
// to an index with it must be taken out with it: a change of it needs a new index.
[[nodiscard]] std::string searchable(std::string_view text);

// A person's query: the words that must all be there, each prepared as above, `search_word_limit` at most.
struct SearchWords {
  std::vector<std::string> words;
  bool is_last_open{false}; // the last may go on
};
inline constexpr std::size_t search_word_limit = 12;
[[nodiscard]] SearchWords search_words(std::string_view query);

} // namespace palabre::storage
