#include "server/storage/comment_row.h"

#include <stdexcept>

namespace palabre::storage {

CommentState state_of_name(const std::string& name) {
  const auto state = parse_comment_state(name);
  if (!state) throw std::runtime_error("a comment has the unknown state " + name);
  return *state;
}

Comment CommentRow::to_comment() const {
  Comment comment;
  comment.id = CommentId{id};
  if (parent_null == soci::i_ok) comment.parent = CommentId{parent};
  comment.author = Author{author_name, author_website};
  comment.body = body;
  comment.created = Instant{created};
  if (edited_null == soci::i_ok) comment.edited = Instant{edited};
  comment.state = state_of_name(state);
  return comment;
}

StoredComment CommentRow::to_stored() const {
  return StoredComment{to_comment(), SiteId{site}, page_key};
}

soci::details::prepare_temp_type into_row(soci::details::prepare_temp_type prepared, CommentRow& row) {
  using soci::into;
  return prepared, into(row.id), into(row.site), into(row.page), into(row.parent, row.parent_null),
         into(row.root, row.root_null), into(row.in_thread), into(row.state), into(row.author_name),
         into(row.author_website), into(row.body), into(row.created), into(row.edited, row.edited_null),
         into(row.page_key);
}

} // namespace palabre::storage
