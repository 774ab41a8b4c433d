#include <algorithm>
#include <set>

#include <utility>

#include "widget/app/changes.h"

namespace palabre::widget {
namespace {

using Comments = std::vector<Comment>;

Comments::iterator find(Comments& comments, CommentId id) {
  return std::find_if(comments.begin(), comments.end(), [&](const Comment& one) { return one.id == id; });
}

bool has_replies(const Comments& comments, CommentId id) {
  return std::any_of(comments.begin(), comments.end(), [&](const Comment& one) { return one.parent == id; });
}

// Behind the parent and all that hangs on it.
Comments::iterator end_of_subtree(Comments& comments, Comments::iterator parent) {
  std::set<CommentId> inside{parent->id};
  auto place = std::next(parent);
  while (place != comments.end() && place->parent && inside.count(*place->parent) != 0) {
    inside.insert(place->id);
    ++place;
  }
  return place;
}

// Among its siblings, the oldest first.
Comments::iterator place_of_reply(Comments& comments, Comments::iterator parent, const Comment& reply) {
  const auto end = end_of_subtree(comments, parent);
  return std::find_if(std::next(parent), end,
                      [&](const Comment& one) { return one.parent == reply.parent && reply.created < one.created; });
}

// By its age where that is the order; where it is not, first: whoever wrote it sees it at once.
Comments::iterator place_at_top(ThreadPage& thread, const Comment& comment) {
  Comments& comments = thread.comments;
  if (has_score(thread.sort)) return comments.begin();
  return std::find_if(comments.begin(), comments.end(), [&](const Comment& one) {
    if (one.parent) return false;
    return thread.sort == SortOrder::newest ? one.created <= comment.created : comment.created < one.created;
  });
}

// In the thread's total, as the store counts.
bool counts(const Comment& comment) {
  return comment.state == CommentState::published || comment.state == CommentState::hidden;
}

} // namespace

const Comment* find_comment(const ThreadPage& thread, CommentId id) {
  for (const Comment& comment : thread.comments) {
    if (comment.id == id) return &comment;
  }
  return nullptr;
}

void insert_comment(ThreadPage& thread, const Comment& comment) {
  Comments& comments = thread.comments;
  if (find(comments, comment.id) != comments.end()) {
    replace_comment(thread, comment);
    return;
  }
  if (counts(comment)) ++thread.total;
  const auto parent = comment.parent ? find(comments, *comment.parent) : comments.end();
  comments.insert(parent != comments.end() ? place_of_reply(comments, parent, comment) : place_at_top(thread, comment),
                  comment);
}

void replace_comment(ThreadPage& thread, const Comment& comment) {
  const auto found = find(thread.comments, comment.id);
  if (found == thread.comments.end()) return;
  thread.total += (counts(comment) ? 1 : 0) - (counts(*found) ? 1 : 0);
  MarkTally marks = std::move(found->marks);
  *found = comment;
  found->marks = std::move(marks);
}

void remove_comment(ThreadPage& thread, CommentId id) {
  Comments& comments = thread.comments;
  auto found = find(comments, id);
  if (found == comments.end()) return;
  if (counts(*found)) --thread.total;
  if (has_replies(comments, id)) {
    found->state = CommentState::deleted;
    found->author = {};
    found->body.clear();
    return;
  }
  std::optional<CommentId> above = found->parent;
  comments.erase(found);
  while (above) {
    const auto placeholder = find(comments, *above);
    if (placeholder == comments.end() || placeholder->state != CommentState::deleted) return;
    if (has_replies(comments, placeholder->id)) return;
    above = placeholder->parent;
    comments.erase(placeholder);
  }
}

} // namespace palabre::widget
