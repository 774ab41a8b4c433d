// Words of a text that are shown apart: masked ones, and those that moderation names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace palabre::view {

struct MarkedPiece {
  std::string_view text;
  bool marked{false};
};

// All of `text`, which must be valid UTF-8, in order: where one of `words` stands in it as it is written, and as whole
// words, that is a marked piece; where several do the longest. Linear in the text for a few words.
[[nodiscard]] std::vector<MarkedPiece> split_at_words(std::string_view text, const std::vector<std::string>& words);

} // namespace palabre::view
