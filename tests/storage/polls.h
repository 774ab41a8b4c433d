// A poll and ballots in it.
#pragma once

#include "server/storage/post_store.h"

namespace palabre::test {

inline Post poll_of(PollKind kind) {
  Post post;
  post.site = "blog";
  post.kind = PostKind::poll;
  post.state = PostState::planned;
  post.title = "Which?";
  post.created = Instant{1};
  post.poll = Poll{kind, {{1, "Red"}, {2, "Green"}, {3, "Blue"}}, 1, kind == PollKind::single ? 1U : 3U};
  return post;
}

inline storage::AuditNote note_at(std::int64_t at) {
  return {{std::nullopt, "Ada"}, Instant{at}, "post.change"};
}

inline storage::NewBallot ballot_in(const Post& post, const std::string& reader, std::vector<std::uint32_t> choices,
                                    std::int64_t cast = 1'000) {
  storage::NewBallot ballot;
  ballot.post = post.id;
  ballot.revision = post.revision;
  ballot.reader = reader;
  ballot.network = "n-" + reader;
  ballot.ballot.choices = std::move(choices);
  ballot.cast = Instant{cast};
  return ballot;
}

} // namespace palabre::test
