// A later document of a thread brought into the one that is being read.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <random>

#include "tests/widget/samples.h"
#include "widget/app/changes.h"

using namespace palabre;
using namespace palabre::test;
using widget::insert_newcomers;
using widget::newcomers;
using widget::take_changes;

namespace {

std::string order_of(const ThreadPage& thread) {
  std::string text;
  for (const Comment& comment : thread.comments) text += (text.empty() ? "" : " ") + comment.id.text();
  return text;
}

const widget::IsKept nothing_kept = [](const Comment&) { return false; };

void bring_in(ThreadPage& thread, const ThreadPage& later) {
  take_changes(thread, later, nothing_kept);
  insert_newcomers(thread, later, newcomers(thread, later));
}

// A thread as a server would have it: ids grow with time.
class Growing {
public:
  explicit Growing(unsigned seed) : random_(seed) {}

  void add() {
    std::optional<std::int64_t> parent;
    if (!all_.empty() && random_() % 3 != 0) parent = all_[random_() % all_.size()].id.value;
    ++last_;
    all_.push_back(sample_comment(last_, parent, "b" + std::to_string(last_)));
  }
  void remove_leaf() {
    const auto leaf = std::find_if(all_.begin(), all_.end(), [&](const Comment& one) {
      return random_() % 4 == 0 &&
             std::none_of(all_.begin(), all_.end(), [&](const Comment& other) { return other.parent == one.id; });
    });
    if (leaf != all_.end()) all_.erase(leaf);
  }
  void edit() {
    if (!all_.empty()) all_[random_() % all_.size()].body += "!";
  }
  // The first `limit` top-level comments.
  ThreadPage document(SortOrder sort, std::size_t limit) const {
    ThreadPage thread = sample_thread();
    thread.sort = sort;
    thread.comments.clear();
    std::vector<Comment> tops;
    for (const Comment& one : all_) {
      if (!one.parent) tops.push_back(one);
    }
    if (sort == SortOrder::newest) std::reverse(tops.begin(), tops.end());
    for (std::size_t i = 0; i < tops.size() && i < limit; ++i) append(thread, tops[i]);
    if (tops.size() > limit) thread.next = Cursor{tops[limit - 1].created, tops[limit - 1].id};
    thread.total = static_cast<std::int64_t>(all_.size());
    return thread;
  }
  std::size_t below(std::size_t limit) { return random_() % limit; }

private:
  void append(ThreadPage& thread, const Comment& one) const {
    thread.comments.push_back(one);
    for (const Comment& reply : all_) {
      if (reply.parent == one.id) append(thread, reply);
    }
  }

  std::mt19937 random_;
  std::vector<Comment> all_;
  std::int64_t last_{0};
};

} // namespace

BOOST_AUTO_TEST_SUITE(merging)

BOOST_AUTO_TEST_CASE(a_newcomer_stands_where_the_document_has_it) {
  ThreadPage thread = sample_thread();
  ThreadPage later = sample_thread();
  later.comments = {sample_comment(7, std::nullopt, "n"),
                    sample_comment(4, std::nullopt, "Second"),
                    sample_comment(8, 4, "r"),
                    sample_comment(9, 8, "rr"),
                    sample_comment(1, std::nullopt, "f"),
                    sample_comment(2, 1, "Reply to first"),
                    sample_comment(10, 2, "deep"),
                    sample_comment(11, 1, "last")};
  bring_in(thread, later);
  BOOST_TEST(order_of(thread) == "7 4 8 9 1 2 10 11");
  BOOST_TEST(thread.comments[4].body == "f");
}

BOOST_AUTO_TEST_CASE(what_the_document_cannot_hold_stays) {
  ThreadPage thread = sample_thread();
  ThreadPage later = sample_thread();
  later.comments = {sample_comment(7, std::nullopt, "n"), sample_comment(4, std::nullopt, "Second")};
  later.next = Cursor{later.comments[1].created, later.comments[1].id};
  bring_in(thread, later);
  BOOST_TEST(order_of(thread) == "7 4 1 2");
  later.next.reset();
  take_changes(thread, later, [](const Comment& one) { return one.id == CommentId{2}; });
  BOOST_TEST(order_of(thread) == "7 4 1 2"); // kept, and what it hangs on with it
  take_changes(thread, later, nothing_kept);
  BOOST_TEST(order_of(thread) == "7 4");
}

BOOST_AUTO_TEST_CASE(comments_that_moved_in_the_best_order_stay_where_they_are_read) {
  ThreadPage thread = sample_thread();
  thread.sort = SortOrder::best;
  ThreadPage later = thread;
  later.comments = {sample_comment(1, std::nullopt, "First"), sample_comment(2, 1, "Reply to first"),
                    sample_comment(8, 1, "new"), sample_comment(4, std::nullopt, "Second"),
                    sample_comment(9, std::nullopt, "top")};
  bring_in(thread, later);
  BOOST_TEST(order_of(thread) == "4 9 1 2 8");
}

// Whatever happened in between, a reader who takes everything in sees what a fresh visitor sees.
BOOST_AUTO_TEST_CASE(taking_everything_in_gives_the_document) {
  for (unsigned seed = 1; seed <= 40; ++seed) {
    Growing server(seed);
    for (int i = 0; i < 12; ++i) server.add();
    const SortOrder sort = seed % 2 == 0 ? SortOrder::newest : SortOrder::oldest;
    ThreadPage thread = server.document(sort, 100);
    for (int round = 0; round < 8; ++round) {
      for (std::size_t n = server.below(6); n > 0; --n) server.add();
      for (std::size_t n = server.below(4); n > 0; --n) server.remove_leaf();
      server.edit();
      const ThreadPage later = server.document(sort, 100);
      bring_in(thread, later);
      BOOST_TEST_CONTEXT("seed " << seed) {
        BOOST_TEST(order_of(thread) == order_of(later));
        BOOST_TEST(thread_document(thread) == thread_document(later));
      }
    }
  }
}

// Of a part, newest first: nothing is doubled, nothing that was further down goes.
BOOST_AUTO_TEST_CASE(a_part_changes_its_part_only) {
  for (unsigned seed = 1; seed <= 40; ++seed) {
    Growing server(seed);
    for (int i = 0; i < 40; ++i) server.add();
    ThreadPage thread = server.document(SortOrder::newest, 100);
    for (int i = 0; i < 5; ++i) server.add();
    const ThreadPage part = server.document(SortOrder::newest, 3);
    bring_in(thread, part);
    std::set<std::int64_t> seen;
    for (const Comment& one : thread.comments) BOOST_TEST(seen.insert(one.id.value).second);
    for (std::int64_t id = 1; id <= 40; ++id) BOOST_TEST(seen.count(id) == 1u);
    BOOST_TEST(order_of(thread).rfind(order_of(part), 0) == 0u);
  }
}

BOOST_AUTO_TEST_SUITE_END()
