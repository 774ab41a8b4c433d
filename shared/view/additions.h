// What somebody who is more than a reader sees in a thread besides: a moderator's controls. The thread's view knows
// only this wall, so that the readers' module has nothing of what is behind it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "shared/model/comment.h"
#include "shared/view/messages.h"
#include "shared/view/node.h"

namespace palabre::view {

class Additions {
public:
  virtual ~Additions() = default;
  // Between the thread's heading and its composer; may be null.
  [[nodiscard]] virtual NodePtr head(const Messages& messages) const = 0;
  // Among the comment's controls, and below them; both may be null.
  [[nodiscard]] virtual NodePtr control(const Messages& messages, const Comment& comment) const = 0;
  [[nodiscard]] virtual NodePtr box(const Messages& messages, const Comment& comment) const = 0;
  // What a reply of theirs is published as, for its preview.
  [[nodiscard]] virtual std::string published(const std::string& reply) const = 0;
  // Of all that `control` and `box` come from beside the comment itself.
  [[nodiscard]] virtual std::size_t fingerprint(CommentId comment) const = 0;
};

} // namespace palabre::view
