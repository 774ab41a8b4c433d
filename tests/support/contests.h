// Contests for tests of the store, the service and the server.
#pragma once

#include "server/storage/store.h"
#include "tests/support/must.h"

namespace palabre::test {

inline const storage::Actor olga{MemberId{3}, "Olga"};

inline Post contest_post(Contest contest, std::optional<Instant> starts = Instant{1'000},
                         std::optional<Instant> ends = {}) {
  Post post;
  post.site = "blog";
  post.kind = PostKind::contest;
  post.state = PostState::planned;
  post.title = "Win a book";
  post.starts = starts;
  post.ends = ends;
  post.contest = std::move(contest);
  post.by = olga.name;
  post.created = Instant{500};
  return post;
}

// As the store has it.
inline Post add_post(storage::Store& store, const Site& site, const Post& post) {
  return must(store.posts().add_post(site.id, post, {olga, post.created, "post.add", site.id})).post;
}

} // namespace palabre::test
