// Posts as the store keeps them.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>

#include "server/storage/store.h"
#include "tests/storage/engines.h"
#include "tests/storage/polls.h"

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
  BOOST_TEST(ids(must(posts.planned_posts(opened.site.id, Instant{20}, 10))) == (Ids{later.value, open.value}));
  BOOST_TEST(ids(must(posts.planned_posts(opened.site.id, Instant{19}, 10))) ==
             (Ids{later.value, open.value, over.value}));
  BOOST_TEST(ids(must(posts.posts_between(opened.site.id, Instant{100}, Instant{900}, 10))) ==
             (Ids{open.value, draft.value}));
  BOOST_TEST(must(posts.posts_between(SiteId{999}, Instant{0}, Instant{9'000}, 10)).empty());
  const auto counts = must(posts.opened_posts(opened.site.id, Instant{10}, Instant{900}));
  BOOST_TEST(counts.value == 1); // that at 900; that at 10 opened before
  BOOST_TEST(counts.promotion == 1);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre::test
