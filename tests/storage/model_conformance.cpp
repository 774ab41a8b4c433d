// Long random lives of a thread, compared with the plainest store one can write.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>

#include <algorithm>
#include <map>
#include <random>

#include "tests/storage/engines.h"

namespace palabre::test {
namespace {

// One page in a list; everything is worked out anew on each question.
class PlainThread {
public:
  Comment* find(CommentId id) {
    const auto found = std::find_if(all_.begin(), all_.end(), [id](const Comment& one) { return one.id == id; });
    return found == all_.end() ? nullptr : &*found;
  }

  [[nodiscard]] bool visible(const Comment& comment) const {
    if (comment.state == CommentState::held) return false;
    if (comment.state != CommentState::deleted) return true;
    return std::any_of(all_.begin(), all_.end(),
                       [&](const Comment& one) { return one.parent == comment.id && visible(one); });
  }

  [[nodiscard]] std::vector<Comment> thread(SortOrder sort) const {
    std::vector<Comment> out;
    append(out, std::nullopt, sort);
    return out;
  }

  [[nodiscard]] std::int64_t total() const {
    return std::count_if(all_.begin(), all_.end(), [](const Comment& one) {
      return one.state == CommentState::published || one.state == CommentState::hidden;
    });
  }

  std::vector<Comment>& all() { return all_; }

private:
  [[nodiscard]] std::int64_t score(CommentId id) const {
    std::int64_t below = 0;
    for (const Comment& one : all_) {
      if (one.parent == id) below += (one.state == CommentState::published ? 1 : 0) + score(one.id);
    }
    return below;
  }

  void append(std::vector<Comment>& out, std::optional<CommentId> parent, SortOrder sort) const {
    std::vector<Comment> siblings;
    for (const Comment& one : all_) {
      if (one.parent == parent && visible(one)) siblings.push_back(one);
    }
    std::sort(siblings.begin(), siblings.end(), [&](const Comment& a, const Comment& b) {
      const bool by_score = sort == SortOrder::best && !parent;
      if (by_score && score(a.id) != score(b.id)) return score(a.id) > score(b.id);
      const bool older = std::pair(a.created.milliseconds, a.id.value) < std::pair(b.created.milliseconds, b.id.value);
      return sort == SortOrder::oldest || parent ? older : !older;
    });
    for (const Comment& one : siblings) {
      out.push_back(one);
      append(out, one.id, sort);
    }
  }

  std::vector<Comment> all_;
};

class Life {
public:
  Life(const Engine& engine, unsigned seed) : opened_(engine), random_(seed) {}

  void step() {
    switch (below(10)) {
    case 0:
    case 1: remove(); break;
    case 2: edit(); break;
    default: add(); break;
    }
  }

  void compare() {
    for (const SortOrder sort : sort_orders) {
      const auto stored = opened_.thread(sort);
      const auto expected = plain_.thread(sort);
      BOOST_TEST(stored.version == changes_);
      BOOST_TEST(stored.total == plain_.total());
      BOOST_REQUIRE(stored.comments.size() == expected.size());
      for (std::size_t i = 0; i < expected.size(); ++i) compare(stored.comments[i], expected[i]);
    }
  }

private:
  static void compare(const Comment& stored, const Comment& expected) {
    BOOST_TEST((stored.id == expected.id));
    BOOST_TEST((stored.parent == expected.parent));
    BOOST_TEST((stored.state == expected.state));
    BOOST_TEST(stored.body == expected.body);
    BOOST_TEST((stored.edited == expected.edited));
  }

  int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random_); }

  Comment* any() {
    auto& all = plain_.all();
    return all.empty() ? nullptr : &all[static_cast<std::size_t>(below(static_cast<int>(all.size())))];
  }

  void add() {
    const Comment* parent = below(3) == 0 ? nullptr : any();
    auto draft = opened_.draft(std::to_string(below(1000)), below(20));
    if (parent != nullptr) draft.parent = parent->id;
    const int chance = below(10);
    draft.state = chance == 0 ? CommentState::held : chance == 1 ? CommentState::hidden : CommentState::published;
    const auto added = opened_.store->add_comment(draft);
    if (parent != nullptr && !plain_.visible(*parent)) {
      BOOST_TEST(failed_with(added, ErrorCode::unknown_parent));
      return;
    }
    plain_.all().push_back(must(added).comment);
    ++changes_;
  }

  void edit() {
    Comment* comment = any();
    if (comment == nullptr) return;
    const auto edited = opened_.store->edit_comment(comment->id, {"edited", Instant{77}, comment->state});
    if (comment->state == CommentState::deleted) {
      BOOST_TEST(failed_with(edited, ErrorCode::unknown_comment));
      return;
    }
    comment->body = must(edited).comment.body;
    comment->edited = Instant{77};
    ++changes_;
  }

  void remove() {
    Comment* comment = any();
    if (comment == nullptr) return;
    const auto deleted = opened_.store->delete_comment(comment->id, Instant{88});
    if (comment->state == CommentState::deleted) {
      BOOST_TEST(failed_with(deleted, ErrorCode::unknown_comment));
      return;
    }
    must(deleted);
    comment->state = CommentState::deleted;
    comment->body.clear();
    comment->edited.reset();
    ++changes_;
  }

  Opened opened_;
  std::mt19937 random_;
  PlainThread plain_;
  std::int64_t changes_{0};
};

} // namespace

BOOST_AUTO_TEST_SUITE(models)

BOOST_DATA_TEST_CASE(random_lives_match_the_plain_store, engines() * boost::unit_test::data::xrange(1u, 7u), engine,
                     seed) {
  Life life(engine, seed);
  for (int round = 0; round < 12; ++round) {
    for (int i = 0; i < 10; ++i) life.step();
    life.compare();
  }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre::test
