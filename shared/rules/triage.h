// What a moderator should look at first, and what must not be mistaken for abuse.
#pragma once

#include <cstdint>

#include "shared/model/comment.h"
#include "shared/rules/verdict.h"

namespace palabre::rules {

struct CaseFacts {
  CommentState state{CommentState::published};
  bool decided{false};    // a moderator decided, and nothing came after
  std::uint32_t flags{0}; // of different readers, since then
  bool appealed{false};   // since then
};

// 0: nobody has to look. Else the higher the sooner; of equals the one that waits longest goes first.
[[nodiscard]] std::int64_t attention_of(const CaseFacts& facts, const Verdict& verdict);

// Negative or a complaint, and no rule found offence, spam, promotion, personal data or a flood in it: to hide it would
// be to hide an opinion.
[[nodiscard]] bool is_only_criticism(const Verdict& verdict);

} // namespace palabre::rules
