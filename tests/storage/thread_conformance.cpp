// What readers see of a thread.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>

#include <algorithm>
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
  for (const SortOrder sort : sort_orders) {
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
  for (const SortOrder sort : sort_orders) {
    int arrived = 0;
    const auto all = read_all(opened, sort, 5, [&] {
      if (++arrived <= 20) opened.add("new", 2000 + arrived);
    });
    std::set<std::int64_t> seen;
    for (const Comment& comment : all) BOOST_TEST(seen.insert(comment.id.value).second);
    for (const std::int64_t id : present) BOOST_TEST(seen.count(id) == 1u);
  }
}

BOOST_DATA_TEST_CASE(best_puts_most_published_comments_below_first_and_of_equals_the_newest, engines(), engine) {
  const Opened opened(engine);
  const auto quiet = opened.add("quiet", 300);
  const auto busy = opened.add("busy", 100);
  const auto early = opened.add("early", 200);
  const auto late = opened.add("late", 400);
  BOOST_TEST(bodies(opened.thread(SortOrder::best)) == "late quiet early busy");
  const auto b1 = opened.add("b1", 500, busy);
  const auto b2 = opened.add("b2", 600, b1); // below it, however deep
  opened.add("e1", 500, early);
  auto unseen = opened.draft("unseen", 700, late);
  unseen.state = CommentState::held;
  must(opened.store->add_comment(unseen));
  unseen.state = CommentState::hidden;
  unseen.body = "folded";
  must(opened.store->add_comment(unseen)); // in the thread, and no point for it
  BOOST_TEST(bodies(opened.thread(SortOrder::best)) == "busy b1 b2 early e1 late folded quiet");
  must(opened.store->edit_comment(b1, {"b1", Instant{800}}));
  must(opened.store->delete_comment(b1, Instant{800}));
  BOOST_TEST(bodies(opened.thread(SortOrder::best)) == "early e1 busy - b2 late folded quiet");
  must(opened.store->delete_comment(b2, Instant{800}));
  must(opened.store->delete_comment(quiet, Instant{800}));
  BOOST_TEST(bodies(opened.thread(SortOrder::best)) == "early e1 late folded busy");
  BOOST_TEST((opened.thread(SortOrder::best).sort == SortOrder::best));
}

// A repeated request changes nothing.
BOOST_DATA_TEST_CASE(a_comment_sent_twice_counts_once, engines(), engine) {
  const Opened opened(engine);
  const auto first = opened.add("first", 1);
  const auto second = opened.add("second", 2);
  auto reply = opened.draft("r", 3, first);
  reply.idempotency_key = "k";
  for (int i = 0; i < 3; ++i) must(opened.store->add_comment(reply));
  opened.add("s", 4, second);
  opened.add("s", 5, second);
  BOOST_TEST(bodies(opened.thread(SortOrder::best)) == "second s s first r");
}

BOOST_DATA_TEST_CASE(the_place_of_a_comment_is_counted_in_each_order, engines(), engine) {
  const Opened opened(engine);
  std::vector<CommentId> tops;
  std::vector<CommentId> deepest;
  for (int i = 0; i < 12; ++i) {
    tops.push_back(opened.add("t", i / 3)); // with ties
    deepest.push_back(tops.back());
    for (int r = 0; r < i % 4; ++r) deepest.back() = opened.add("r", 100 + i, deepest.back());
  }
  for (const SortOrder sort : sort_orders) {
    std::size_t place = 0;
    std::optional<Cursor> third;
    for (const Comment& comment : opened.thread(sort).comments) {
      if (comment.parent) continue;
      ++place;
      const auto at = static_cast<std::size_t>(std::find(tops.begin(), tops.end(), comment.id) - tops.begin());
      const auto count = [&](CommentId id, const std::optional<Cursor>& after, std::size_t limit) {
        return must(opened.store->count_through(opened.site, page_key, sort, after, id, limit));
      };
      BOOST_TEST(count(comment.id, std::nullopt, 100) == place);
      BOOST_TEST(count(deepest.at(at), std::nullopt, 100) == place);
      BOOST_TEST(count(comment.id, std::nullopt, 5) == std::min<std::size_t>(place, 5));
      if (place == 3) third = must(opened.store->read_thread(opened.site, page_key, sort, std::nullopt, 3)).next;
      if (place > 3) BOOST_TEST(count(deepest.at(at), third, 100) == place - 3);
    }
    BOOST_TEST(place == 12u);
  }
}

BOOST_DATA_TEST_CASE(what_is_not_in_the_thread_has_no_place, engines(), engine) {
  const Opened opened(engine);
  const auto top = opened.add("top", 1);
  auto held = opened.draft("held", 2, top);
  held.state = CommentState::held;
  const auto held_id = must(opened.store->add_comment(held)).comment.id;
  auto elsewhere = opened.draft("elsewhere", 3);
  elsewhere.page = "/other";
  const auto other = must(opened.store->add_comment(elsewhere)).comment.id;
  const auto gone = opened.add("gone", 4);
  must(opened.store->delete_comment(gone, Instant{5}));
  for (const CommentId id : {held_id, other, gone, CommentId{9'999'999}}) {
    BOOST_TEST(must(opened.store->count_through(opened.site, page_key, SortOrder::newest, {}, id, 100)) == 0u);
  }
  BOOST_TEST(must(opened.store->count_through(opened.site, "/nowhere", SortOrder::newest, {}, top, 100)) == 0u);
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
