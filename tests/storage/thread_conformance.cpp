// What readers see of a thread.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>

#include <set>

#include "tests/storage/engines.h"

namespace palabre::test {

BOOST_AUTO_TEST_SUITE(threads)

BOOST_DATA_TEST_CASE(an_unknown_page_is_an_empty_thread, engines(), engine) {
  const Opened opened(engine);
  const auto thread = opened.thread();
  BOOST_TEST(thread.site == "blog");
  BOOST_TEST(thread.page == page_key);
  BOOST_TEST(thread.version == 0);
  BOOST_TEST(thread.total == 0);
  BOOST_TEST(thread.comments.empty());
  BOOST_TEST(!thread.next.has_value());
}

BOOST_DATA_TEST_CASE(top_level_follows_the_sort_order_and_replies_run_oldest_first, engines(), engine) {
  const Opened opened(engine);
  const auto a = opened.add("a", 100);
  const auto b = opened.add("b", 200);
  opened.add("tie", 200); // the same instant: by id
  const auto a2 = opened.add("a2", 400, a);
  const auto a1 = opened.add("a1", 300, a); // written later, dated earlier: an import
  opened.add("a1x", 500, a1);
  opened.add("a2x", 450, a2);
  opened.add("b1", 350, b);
  BOOST_TEST(bodies(opened.thread(SortOrder::oldest)) == "a a1 a1x a2 a2x b b1 tie");
  BOOST_TEST(bodies(opened.thread(SortOrder::newest)) == "tie b b1 a a1 a1x a2 a2x");
  BOOST_TEST((opened.thread(SortOrder::newest).sort == SortOrder::newest));
  BOOST_TEST((opened.thread().comments.at(2).parent == a1));
}

BOOST_DATA_TEST_CASE(version_counts_changes_and_total_what_is_published, engines(), engine) {
  const Opened opened(engine);
  const auto published = opened.add("p", 1);
  auto hidden = opened.draft("folded", 2);
  hidden.state = CommentState::hidden;
  must(opened.store->add_comment(hidden));
  auto held = opened.draft("held", 3);
  held.state = CommentState::held;
  const auto held_id = must(opened.store->add_comment(held)).comment.id;
  auto thread = opened.thread();
  BOOST_TEST(thread.version == 3);
  BOOST_TEST(thread.total == 2);
  BOOST_TEST(bodies(thread) == "p folded");
  BOOST_TEST((thread.comments.at(1).state == CommentState::hidden));

  must(opened.store->delete_comment(held_id, Instant{4}));
  BOOST_TEST(opened.thread().total == 2);
  must(opened.store->delete_comment(published, Instant{5}));
  thread = opened.thread();
  BOOST_TEST(thread.total == 1);
  BOOST_TEST(thread.version == 5);
  BOOST_TEST(bodies(thread) == "folded");
}

BOOST_DATA_TEST_CASE(a_placeholder_stays_as_long_as_something_is_below_it, engines(), engine) {
  const Opened opened(engine);
  const auto top = opened.add("top", 1);
  const auto middle = opened.add("middle", 2, top);
  const auto leaf = opened.add("leaf", 3, middle);
  const auto other = opened.add("other", 4, top);

  must(opened.store->delete_comment(middle, Instant{9}));
  BOOST_TEST(bodies(opened.thread()) == "top - leaf other");
  must(opened.store->delete_comment(top, Instant{9}));
  BOOST_TEST(bodies(opened.thread()) == "- - leaf other");
  BOOST_TEST(opened.thread().comments.at(0).author.name == "");
  // A reply to a placeholder that readers see is welcome.
  const auto late = opened.add("late", 5, middle);
  must(opened.store->delete_comment(leaf, Instant{9}));
  BOOST_TEST(bodies(opened.thread()) == "- - late other");
  must(opened.store->delete_comment(late, Instant{9}));
  BOOST_TEST(bodies(opened.thread()) == "- other");
  must(opened.store->delete_comment(other, Instant{9}));
  BOOST_TEST(bodies(opened.thread()) == "");
  BOOST_TEST(opened.thread().total == 0);
}

BOOST_DATA_TEST_CASE(a_held_reply_keeps_no_placeholder, engines(), engine) {
  const Opened opened(engine);
  const auto top = opened.add("top", 1);
  auto held = opened.draft("held", 2, top);
  held.state = CommentState::held;
  must(opened.store->add_comment(held));
  BOOST_TEST(bodies(opened.thread()) == "top");
  must(opened.store->delete_comment(top, Instant{3}));
  BOOST_TEST(bodies(opened.thread()) == "");
}

BOOST_DATA_TEST_CASE(the_first_title_and_address_stay, engines(), engine) {
  const Opened opened(engine);
  auto draft = opened.draft("a", 1);
  draft.title = draft.url = "";
  must(opened.store->add_comment(draft));
  BOOST_TEST(opened.thread().title == "");
  draft.title = "Given later";
  must(opened.store->add_comment(draft));
  BOOST_TEST(opened.thread().title == "Given later");
  draft.title = "Somebody else's idea";
  must(opened.store->add_comment(draft));
  BOOST_TEST(opened.thread().title == "Given later");
}

BOOST_DATA_TEST_CASE(pages_of_one_site_and_of_two_do_not_mix, engines(), engine) {
  const Opened opened(engine);
  opened.add("here", 1);
  auto draft = opened.draft("there", 2);
  draft.page = "/2026/11/a-pag";
  must(opened.store->add_comment(draft));
  const Site other = must(opened.store->put_site("other", {}));
  draft.page = page_key;
  draft.site = other.id;
  must(opened.store->add_comment(draft));
  BOOST_TEST(bodies(opened.thread()) == "here");
  BOOST_TEST(must(opened.store->read_thread(other, page_key, SortOrder::oldest, std::nullopt, 9)).site == "other");
}

// All pages of a thread, from the first on; `between` runs after each.
std::vector<Comment> read_all(
    const Opened& opened, SortOrder sort, std::size_t limit, const std::function<void()>& between = [] {}) {
  std::vector<Comment> all;
  std::optional<Cursor> after;
  for (int pages = 0; pages < 10'000; ++pages) {
    auto page = must(opened.store->read_thread(opened.site, page_key, sort, after, limit));
    std::size_t top_level = 0;
    for (const Comment& comment : page.comments) top_level += comment.parent ? 0 : 1;
    BOOST_TEST(top_level <= limit);
    all.insert(all.end(), page.comments.begin(), page.comments.end());
    if (!page.next) return all;
    BOOST_TEST(top_level == limit);
    after = page.next;
    between();
  }
  BOOST_FAIL("the pages never end");
  return all;
}

BOOST_DATA_TEST_CASE(paging_gives_the_same_as_one_page,
                     engines() * boost::unit_test::data::make({1u, 2u, 3u, 7u, 29u, 30u, 31u}), engine, limit) {
  const Opened opened(engine);
  for (int i = 0; i < 30; ++i) {
    const auto top = opened.add("t" + std::to_string(i), i / 4); // many ties
    for (int r = 0; r < i % 3; ++r) opened.add("r" + std::to_string(i), 100 + r, top);
  }
  for (const SortOrder sort : {SortOrder::newest, SortOrder::oldest}) {
    auto whole = opened.thread(sort);
    BOOST_TEST(!whole.next.has_value());
    ThreadPage paged;
    paged.comments = read_all(opened, sort, limit);
    BOOST_TEST(bodies(paged) == bodies(whole));
  }
}

BOOST_DATA_TEST_CASE(a_cursor_loses_and_doubles_nothing_while_comments_arrive, engines(), engine) {
  const Opened opened(engine);
  std::set<std::int64_t> present;
  for (int i = 0; i < 50; ++i) present.insert(opened.add("old", 1000 + i).value);
  for (const SortOrder sort : {SortOrder::newest, SortOrder::oldest}) {
    int arrived = 0;
    const auto all = read_all(opened, sort, 5, [&] {
      if (++arrived <= 20) opened.add("new", 2000 + arrived);
    });
    std::set<std::int64_t> seen;
    for (const Comment& comment : all) BOOST_TEST(seen.insert(comment.id.value).second);
    for (const std::int64_t id : present) BOOST_TEST(seen.count(id) == 1u);
  }
}

BOOST_DATA_TEST_CASE(a_cursor_stands_although_its_comment_went, engines(), engine) {
  const Opened opened(engine);
  opened.add("a", 1);
  const auto b = opened.add("b", 2);
  opened.add("c", 3);
  const auto first = must(opened.store->read_thread(opened.site, page_key, SortOrder::oldest, std::nullopt, 2));
  must(opened.store->delete_comment(b, Instant{9}));
  const auto second = must(opened.store->read_thread(opened.site, page_key, SortOrder::oldest, first.next, 2));
  BOOST_TEST(bodies(second) == "c");
  // From anywhere, even far outside.
  const Cursor far{Instant{std::numeric_limits<std::int64_t>::max()}, CommentId{1}};
  BOOST_TEST(must(opened.store->read_thread(opened.site, page_key, SortOrder::oldest, far, 2)).comments.empty());
}

BOOST_DATA_TEST_CASE(a_big_thread_is_read_whole, engines(), engine) {
  const Opened opened(engine);
  const auto top = opened.add("top", 0);
  CommentId deep = top;
  for (int i = 1; i <= 300; ++i) deep = opened.add("d", i, deep); // far deeper than the rules allow
  for (int i = 1; i <= 1'000; ++i) opened.add("w", 1'000 + i, top);
  const auto thread = opened.thread();
  BOOST_TEST(thread.comments.size() == 1'301u);
  BOOST_TEST(thread.total == 1'301);
  BOOST_TEST((thread.comments.at(300).id == deep));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre::test
