// Threads and answers that several tests use.
#pragma once

#include <optional>
#include <string>

#include "shared/wire/codec.h"

namespace palabre::test {

inline Comment sample_comment(std::int64_t id, std::optional<std::int64_t> parent, const std::string& body) {
  Comment comment;
  comment.id = CommentId{id};
  if (parent) comment.parent = CommentId{*parent};
  comment.author = {"Author " + std::to_string(id), ""};
  comment.body = body;
  comment.created = Instant{1'790'000'000'000 + id * 60'000};
  return comment;
}

// Newest first: 4 "Second"; 1 "First" with 2 "Reply to first".
inline ThreadPage sample_thread() {
  ThreadPage thread;
  thread.site = "demo";
  thread.page = "/article";
  thread.title = "An article";
  thread.version = 3;
  thread.total = 3;
  thread.comments = {sample_comment(4, std::nullopt, "Second"), sample_comment(1, std::nullopt, "First"),
                     sample_comment(2, 1, "Reply to first")};
  return thread;
}

inline std::string posted(const Comment& comment, const std::string& token = "token") {
  return wire::encode(wire::PostedComment{comment, {}, token});
}

inline std::string thread_document(const ThreadPage& thread) {
  return wire::encode(wire::ThreadDocument{thread, {}});
}

} // namespace palabre::test
