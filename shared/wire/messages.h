// The one definition of the JSON protocol: what travels, as plain values. codec.h turns them into JSON and back.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/model/comment.h"
#include "shared/model/error.h"
#include "shared/model/thread.h"
#include "shared/rules/comment_rules.h"

namespace palabre::wire {

// POST comments
struct PostComment {
  std::string site;
  std::string page;  // the page's key
  std::string url;   // where the page is; may be empty
  std::string title; // may be empty
  std::optional<CommentId> parent;
  rules::Draft draft; // author{name,email?,website?}, body
  std::string proof;  // opaque, of the moderation rules; may be empty
};

// 201 of POST comments, 200 of PATCH comments/{id}
struct PostedComment {
  Comment comment;
  rules::Verdict verdict;
  std::string edit_token; // empty in the answer to an edit
};

// PATCH comments/{id}
struct EditComment {
  std::string body;
};

// GET counts; `text`, the number in words, only when a language was asked for
struct PageCount {
  std::string page;
  std::int64_t comments{0};
  std::string text{};
};

// GET thread; `html` only when asked for
struct ThreadDocument {
  ThreadPage thread;
  std::string html;
};

} // namespace palabre::wire
