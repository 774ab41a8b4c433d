// From one tree to the next in the page, with as few touches as possible.
#include <boost/test/unit_test.hpp>

#include <numeric>
#include <set>

#include "tests/shared/random_tree.h"
#include "tests/widget/page.h"
#include "widget/dom/matching.h"
#include "widget/dom/tree.h"

using namespace palabre;
using namespace palabre::view;
using namespace palabre::widget::dom;
using palabre::test::Page;

namespace {

NodePtr item(const std::string& key, const std::string& text) {
  return element(Role::list_item, {.key = key}, {words(text)});
}

NodePtr list_of(const std::vector<std::string>& keys) {
  std::vector<NodePtr> items;
  for (const std::string& key : keys) items.push_back(item(key, "words of " + key));
  return element(Role::bullet_list, {.key = "thread"}, std::move(items));
}

NodePtr form_with(const std::string& value) {
  return element(Role::form, {.key = "thread"}, {element(Role::text_area, {.attributes = {{Attr::value, value}}})});
}

std::size_t count(const Patches& patches, PatchKind kind) {
  return static_cast<std::size_t>(
      std::count_if(patches.begin(), patches.end(), [&](const Patch& patch) { return patch.kind == kind; }));
}

// The slow and certain way.
std::size_t longest_increasing_length(const std::vector<std::size_t>& values) {
  std::vector<std::size_t> best(values.size(), 0);
  std::size_t longest = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i] == no_match) continue;
    best[i] = 1;
    for (std::size_t j = 0; j < i; ++j) {
      if (values[j] != no_match && values[j] < values[i]) best[i] = std::max(best[i], best[j] + 1);
    }
    longest = std::max(longest, best[i]);
  }
  return longest;
}

} // namespace

BOOST_AUTO_TEST_SUITE(dom)

BOOST_AUTO_TEST_CASE(patches_lead_from_any_tree_to_any_other) {
  for (std::uint32_t seed = 1; seed <= 300; ++seed) {
    BOOST_TEST_CONTEXT("seed " << seed) {
      test::RandomTree random(seed);
      Tree tree;
      Page page;
      if (seed % 2 == 0) {
        const NodePtr adopted = random.root();
        tree.adopt(adopted);
        page.adopt(*adopted);
        page.check(*tree.root());
      }
      for (int step = 0; step < 4; ++step) {
        const NodePtr next = random.root();
        page.apply(tree.show(next));
        page.check(*tree.root());
        BOOST_TEST(tree.show(next).empty());
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(adopted_ids_run_in_document_order) {
  Tree tree;
  tree.adopt(
      element(Role::section, {.key = "thread"},
              {element(Role::paragraph, {}, {words("a"), element(Role::line_break, {}), words("b")}),
               element(Role::text_area, {.attributes = {{Attr::value, "no node of its own"}}}), item("x", "c")}));
  BOOST_TEST(tree.root()->id == 1U);
  const auto& parts = tree.root()->children;
  BOOST_TEST(parts[0]->id == 2U);
  BOOST_TEST(parts[0]->children[2]->id == 5U);
  BOOST_TEST(parts[1]->id == 6U);
  BOOST_TEST(parts[2]->id == 7U);
  BOOST_TEST(tree.find(8)->node->text == "c");
  BOOST_TEST((tree.find(9) == nullptr));
  BOOST_TEST((tree.find(0) == nullptr));
}

BOOST_AUTO_TEST_CASE(a_new_item_touches_nothing_else) {
  Tree tree;
  Page page;
  page.apply(tree.show(list_of({"a", "b", "c"})));
  const Patches patches = tree.show(list_of({"a", "x", "b", "c"}));
  BOOST_TEST(patches.size() == 4U); // element, text, and an insert for each
  BOOST_TEST(count(patches, PatchKind::insert) == 2U);
  page.apply(patches);
  page.check(*tree.root());
  BOOST_TEST(page.moved().empty());
}

BOOST_AUTO_TEST_CASE(as_few_items_as_possible_move) {
  for (std::uint32_t seed = 1; seed <= 200; ++seed) {
    BOOST_TEST_CONTEXT("seed " << seed) {
      test::RandomTree random(seed);
      std::vector<std::string> before(12);
      for (std::size_t i = 0; i < before.size(); ++i) before[i] = "k" + std::to_string(i);
      std::vector<std::string> after = before;
      for (std::size_t i = after.size(); i > 1; --i) std::swap(after[i - 1], after[random.below(i)]);
      after.resize(4 + random.below(9));
      std::vector<std::size_t> places;
      for (const std::string& key : after) {
        places.push_back(static_cast<std::size_t>(std::find(before.begin(), before.end(), key) - before.begin()));
      }
      Tree tree;
      Page page;
      page.apply(tree.show(list_of(before)));
      page.apply(tree.show(list_of(after)));
      page.check(*tree.root());
      BOOST_TEST(page.moved().size() == after.size() - longest_increasing_length(places));
    }
  }
}

BOOST_AUTO_TEST_CASE(the_longest_run_is_found) {
  for (std::uint32_t seed = 1; seed <= 300; ++seed) {
    test::RandomTree random(seed);
    std::vector<std::size_t> values(random.below(14));
    std::iota(values.begin(), values.end(), std::size_t{0});
    for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[random.below(i)]);
    for (std::size_t& value : values) value = random.below(5) == 0 ? no_match : value;
    const std::vector<char> marked = longest_increasing(values);
    std::size_t length = 0;
    std::size_t last = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (!marked[i]) continue;
      BOOST_TEST((values[i] != no_match && (length == 0 || values[i] > last)));
      last = values[i];
      ++length;
    }
    BOOST_TEST(length == longest_increasing_length(values));
  }
}

BOOST_AUTO_TEST_CASE(a_shared_subtree_is_not_looked_into) {
  const NodePtr shared = item("a", "same");
  Tree tree;
  (void)tree.show(element(Role::bullet_list, {.key = "thread"}, {shared, item("b", "old")}));
  const Patches patches = tree.show(element(Role::bullet_list, {.key = "thread"}, {shared, item("b", "new")}));
  BOOST_REQUIRE_EQUAL(patches.size(), 1U);
  BOOST_TEST((patches.front().kind == PatchKind::words));
  BOOST_TEST(patches.front().value == "new");
}

BOOST_AUTO_TEST_CASE(what_a_person_typed_is_not_sent_back) {
  Tree tree;
  (void)tree.show(form_with(""));
  const std::uint32_t field = tree.root()->children.front()->id;
  tree.note_value(field, "typed");
  BOOST_TEST(tree.show(form_with("typed")).empty());
  const Patches cleared = tree.show(form_with(""));
  BOOST_REQUIRE_EQUAL(cleared.size(), 1U);
  BOOST_TEST((cleared.front().kind == PatchKind::value));
  BOOST_TEST(cleared.front().value == "");
  tree.note_value(field, "ignored by the model");
  const Patches corrected = tree.show(form_with(""));
  BOOST_REQUIRE_EQUAL(corrected.size(), 1U);
  BOOST_TEST(corrected.front().value == "");
}

BOOST_AUTO_TEST_CASE(the_words_of_a_time_are_the_hosts_until_the_moment_changes) {
  const auto with_time = [](const std::string& moment, const std::string& said) {
    return element(Role::section, {.key = "thread"},
                   {element(Role::time, {.attributes = {{Attr::datetime, moment}}}, {words(said)})});
  };
  Tree tree;
  (void)tree.show(with_time("2026-01-01T00:00:00.000Z", "January 1"));
  BOOST_TEST(tree.show(with_time("2026-01-01T00:00:00.000Z", "1er janvier")).empty());
  const Patches patches = tree.show(with_time("2026-01-02T00:00:00.000Z", "1er janvier"));
  BOOST_TEST(count(patches, PatchKind::words) == 1U);
  BOOST_TEST(count(patches, PatchKind::set) == 1U);
}

BOOST_AUTO_TEST_CASE(another_role_or_tag_makes_a_new_element) {
  const auto with_level = [](const std::string& level) {
    return element(Role::section, {.key = "thread"},
                   {element(Role::heading, {.key = "h", .attributes = {{Attr::level, level}}}, {words("Title")})});
  };
  Tree tree;
  Page page;
  page.apply(tree.show(with_level("2")));
  const std::uint32_t before = tree.root()->children.front()->id;
  page.apply(tree.show(with_level("3")));
  page.check(*tree.root());
  BOOST_TEST(tree.root()->children.front()->id != before);
  BOOST_TEST((tree.find(before) == nullptr));
}

BOOST_AUTO_TEST_CASE(nodes_are_found_by_themselves) {
  Tree tree;
  const NodePtr root = list_of({"a", "b"});
  tree.adopt(root);
  BOOST_TEST(tree.find(*root->children[1])->id == 4U);
  BOOST_TEST((tree.find(*item("b", "words of b")) == nullptr));
}

BOOST_AUTO_TEST_SUITE_END()
