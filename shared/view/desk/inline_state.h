// What a moderator's session knows in the page itself, beside the thread that everybody reads.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "shared/model/comment.h"
#include "shared/model/error.h"
#include "shared/model/member.h"
#include "shared/wire/desk.h"

namespace palabre::view::desk {

// A decision that was made here, shown at once and kept in sight so that it can be undone.
enum class InlineStage : std::uint8_t { sending, done, undoing };
struct InlineStep {
  wire::DeskAction action{wire::DeskAction::approve};
  CommentState before{CommentState::held};
  InlineStage stage{InlineStage::sending};
  std::int64_t decision{0}; // for undo
};

// "It looks like criticism": asked before a decision is made all the same.
struct InlineQuestion {
  CommentId comment;
  wire::DeskAction action{wire::DeskAction::hide};
};

struct InlineState {
  std::string name; // the member's
  MemberRole role{MemberRole::analyst};
  Signature signature{Signature::none};
  std::string desk;                             // its address, without a fragment
  std::map<CommentId, wire::QueueItem> items{}; // what the desk told
  std::map<CommentId, InlineStep> steps{};      // by comment
  std::map<CommentId, std::string> troubles{};  // by comment, in words
  std::optional<CommentId> open{};              // whose box is unfolded
  std::optional<InlineQuestion> question{};     // one at a time
  std::int64_t waiting{0};                      // held comments of this page, as far as known
  bool more{false};                             // and there are more than could be shown here
};

} // namespace palabre::view::desk
