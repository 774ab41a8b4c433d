// Posts as the store keeps them.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>

#include "server/storage/store.h"
#include "tests/storage/engines.h"
#include "tests/storage/polls.h"
#include "tests/support/contests.h"

namespace palabre::test {

BOOST_AUTO_TEST_SUITE(posts)

BOOST_DATA_TEST_CASE(a_post_is_found_as_it_was_written, engines(), engine) {
  const Opened opened(engine);
  Post post = poll_of(PollKind::multiple);
  post.pages = {"/a", "/b*"};
  post.body = "Why\nnot";
  const auto added = must(opened.store->posts().add_post(opened.site.id, post, note_at(5)));
  BOOST_TEST(added.post.id.value > 0);
  BOOST_TEST(added.post.site == "blog");
  BOOST_TEST(added.post.revision == 1);
  BOOST_TEST((added.site == opened.site.id));
  const auto found = must(opened.store->posts().find_post(added.post.id));
  BOOST_REQUIRE(found);
  BOOST_TEST(found->post.title == post.title);
  BOOST_TEST(found->post.body == post.body);
  BOOST_TEST(found->post.pages == post.pages);
  BOOST_TEST((found->post.poll == post.poll));
  BOOST_TEST((found->opens == Instant{5}));
  BOOST_TEST(!must(opened.store->posts().find_post(PostId{999})));
}

BOOST_DATA_TEST_CASE(a_change_needs_the_revision_it_was_read_at, engines(), engine) {
  const Opened opened(engine);
  auto& posts = opened.store->posts();
  Post post = must(posts.add_post(opened.site.id, poll_of(PollKind::single), note_at(5))).post;
  post.title = "Other?";
  const auto changed = must(posts.change_post(post, 1, note_at(6)));
  BOOST_TEST(changed.post.revision == 2);
  BOOST_TEST(changed.post.title == "Other?");
  BOOST_TEST((changed.opens == Instant{5})); // since it was planned, not since it was changed
  BOOST_TEST(failed_with(posts.change_post(post, 1, note_at(7)), ErrorCode::post_changed));
  post.id = PostId{999};
  BOOST_TEST(failed_with(posts.change_post(post, 1, note_at(7)), ErrorCode::unknown_post));
}

BOOST_DATA_TEST_CASE(what_was_voted_on_stays_and_is_not_deleted, engines(), engine) {
  const Opened opened(engine);
  auto& posts = opened.store->posts();
  Post post = must(posts.add_post(opened.site.id, poll_of(PollKind::single), note_at(5))).post;
  must(posts.record_ballot(ballot_in(post, "reader", {1})));
  Post next = post;
  next.poll->options[0].text = "Something else";
  BOOST_TEST(failed_with(posts.change_post(next, 1, note_at(6)), ErrorCode::fixed_by_ballots));
  BOOST_TEST(failed_with(posts.delete_post(post.id, note_at(6)), ErrorCode::fixed_by_ballots));
  next = post;
  next.ends = Instant{1'000'000};
  next.body = "More words";
  BOOST_TEST(must(posts.change_post(next, 1, note_at(6))).ballots == 1);
}

BOOST_DATA_TEST_CASE(a_post_without_ballots_is_deleted, engines(), engine) {
  const Opened opened(engine);
  auto& posts = opened.store->posts();
  const PostId id = must(posts.add_post(opened.site.id, poll_of(PollKind::single), note_at(5))).post.id;
  BOOST_TEST((must(posts.delete_post(id, note_at(6))) == opened.site.id));
  BOOST_TEST(!must(posts.find_post(id)));
  BOOST_TEST(failed_with(posts.delete_post(id, note_at(6)), ErrorCode::unknown_post));
}

BOOST_DATA_TEST_CASE(lists_hold_what_they_say, engines(), engine) {
  const Opened opened(engine);
  auto& posts = opened.store->posts();
  const auto add = [&](PostState state, std::optional<std::int64_t> starts, std::optional<std::int64_t> ends,
                       Purpose purpose = Purpose::value) {
    Post post = poll_of(PollKind::single);
    post.state = state;
    post.purpose = purpose;
    if (starts) post.starts = Instant{*starts};
    if (ends) post.ends = Instant{*ends};
    return must(posts.add_post(opened.site.id, post, note_at(100))).post.id;
  };
  const PostId over = add(PostState::planned, 10, 20);
  const PostId open = add(PostState::planned, 50, {}, Purpose::promotion);
  const PostId later = add(PostState::planned, 900, 950);
  const PostId draft = add(PostState::draft, {}, {});
  add(PostState::withdrawn, 60, 70);

  const auto ids = [](const std::vector<storage::StoredPost>& list) {
    std::vector<std::int64_t> out;
    for (const auto& one : list) out.push_back(one.post.id.value);
    return out;
  };
  using Ids = std::vector<std::int64_t>;
  BOOST_TEST(ids(must(posts.opened_posts(opened.site.id, Instant{20}, Instant{100}, 10))) == Ids{open.value});
  BOOST_TEST(ids(must(posts.opened_posts(opened.site.id, Instant{19}, Instant{100}, 10))) ==
             (Ids{open.value, over.value}));
  BOOST_TEST(ids(must(posts.opened_posts(opened.site.id, Instant{19}, Instant{900}, 1))) == Ids{later.value});
  BOOST_TEST((must(posts.next_opening(opened.site.id, Instant{100})) == Instant{900}));
  BOOST_TEST(!must(posts.next_opening(opened.site.id, Instant{900})).has_value());
  BOOST_TEST(ids(must(posts.posts_between(opened.site.id, Instant{100}, Instant{900}, 10))) ==
             (Ids{open.value, draft.value}));
  BOOST_TEST(must(posts.posts_between(SiteId{999}, Instant{0}, Instant{9'000}, 10)).empty());
  const auto counts = must(posts.count_opened(opened.site.id, Instant{10}, Instant{900}));
  BOOST_TEST(counts.value == 1); // that at 900; that at 10 opened before
  BOOST_TEST(counts.promotion == 1);
}

BOOST_DATA_TEST_CASE(where_there_are_many_the_open_and_the_latest_are_kept, engines(), engine) {
  const Opened opened(engine);
  auto& posts = opened.store->posts();
  const auto add = [&](PostState state, std::int64_t starts, std::optional<std::int64_t> ends) {
    Post post = poll_of(PollKind::single);
    post.state = state;
    if (state != PostState::draft) post.starts = Instant{starts};
    if (ends) post.ends = Instant{*ends};
    return must(posts.add_post(opened.site.id, post, note_at(100))).post.id;
  };
  const PostId old = add(PostState::planned, 10, {});
  const PostId over = add(PostState::planned, 50, 60);
  const PostId planned = add(PostState::planned, 700, {});
  const PostId last = add(PostState::planned, 800, {});
  const PostId draft = add(PostState::draft, 0, {});
  const auto ids = [](const std::vector<storage::StoredPost>& list) {
    std::vector<std::int64_t> out;
    for (const auto& one : list) out.push_back(one.post.id.value);
    return out;
  };
  using Ids = std::vector<std::int64_t>;
  // One that opened later, but is over, takes no open one's place; what is to come takes nobody's.
  BOOST_TEST(ids(must(posts.opened_posts(opened.site.id, Instant{0}, Instant{100}, 1))) == Ids{old.value});
  BOOST_TEST(ids(must(posts.opened_posts(opened.site.id, Instant{0}, Instant{100}, 2))) ==
             (Ids{old.value, over.value}));
  BOOST_TEST(ids(must(posts.posts_between(std::nullopt, Instant{0}, Instant{900}, 2))) ==
             (Ids{planned.value, last.value, draft.value}));
}

BOOST_DATA_TEST_CASE(a_contest_asks_for_a_vote_in_a_poll_that_is_there, engines(), engine) {
  const Opened opened(engine);
  auto& posts = opened.store->posts();
  const Site elsewhere = must(opened.store->put_site("elsewhere", {}));
  const Post poll = must(posts.add_post(opened.site.id, poll_of(PollKind::single), note_at(5))).post;
  const PostId foreign = must(posts.add_post(elsewhere.id, poll_of(PollKind::single), note_at(5))).post.id;
  Contest asking;
  const auto add = [&](std::optional<PostId> id) {
    asking.vote_in = id;
    return posts.add_post(opened.site.id, contest_post(asking), note_at(6));
  };
  const auto refused = add(PostId{999});
  BOOST_TEST(failed_with(refused, ErrorCode::unknown_field_value));
  BOOST_TEST(refused.error().field == "post.contest.vote_in");
  BOOST_TEST(failed_with(add(foreign), ErrorCode::unknown_field_value));
  const PostId plain = must(add(std::nullopt)).post.id;
  BOOST_TEST(failed_with(add(plain), ErrorCode::unknown_field_value)); // a contest is no poll
  Post contest = must(add(poll.id)).post;
  contest.contest->vote_in = foreign;
  BOOST_TEST(failed_with(posts.change_post(contest, contest.revision, note_at(7)), ErrorCode::unknown_field_value));

  const auto kept = posts.delete_post(poll.id, note_at(8));
  BOOST_TEST(failed_with(kept, ErrorCode::fixed_by_ballots));
  BOOST_TEST(kept.error().field == "vote_in");
  Post other = poll;
  other.kind = PostKind::announcement;
  other.poll.reset();
  BOOST_TEST(failed_with(posts.change_post(other, poll.revision, note_at(8)), ErrorCode::fixed_by_ballots));
  contest.contest->vote_in.reset();
  must(posts.change_post(contest, contest.revision, note_at(9)));
  must(posts.delete_post(poll.id, note_at(9)));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre::test
