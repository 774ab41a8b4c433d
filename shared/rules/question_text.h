// What a comment's writer says in their own words, sentence by sentence.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace palabre::rules {

struct Sentence {
  std::string text;     // without what ends it
  bool asks{false};     // a question mark ends it
  bool exclaims{false}; // an exclamation mark does, perhaps beside the other
};
// Without quotes, quoted words, code and links; none is blank.
[[nodiscard]] std::vector<Sentence> own_sentences(std::string_view markdown);

} // namespace palabre::rules
