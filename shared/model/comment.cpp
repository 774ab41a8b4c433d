#include "shared/model/comment.h"

namespace palabre {

std::string_view to_name(CommentState state) {
  switch (state) {
  case CommentState::published: return "published";
  case CommentState::held: return "held";
  case CommentState::hidden: return "hidden";
  case CommentState::deleted: return "deleted";
  case CommentState::spam: return "spam";
  case CommentState::removed: return "removed";
  }
  return "held";
}

std::optional<CommentState> parse_comment_state(std::string_view name) {
  for (const CommentState state : {CommentState::published, CommentState::held, CommentState::hidden,
                                   CommentState::deleted, CommentState::spam, CommentState::removed}) {
    if (to_name(state) == name) return state;
  }
  return std::nullopt;
}

CommentState shown_state(CommentState state) {
  switch (state) {
  case CommentState::published:
  case CommentState::held:
  case CommentState::hidden:
  case CommentState::deleted: break;
  case CommentState::spam: return CommentState::held;
  case CommentState::removed: return CommentState::deleted;
  }
  return state;
}

} // namespace palabre
