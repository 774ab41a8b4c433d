// The thread under strain: hostile words, strange threads, the page without script, and the cache.
#include <boost/test/unit_test.hpp>

#include <set>

#include "tests/shared/vectors.h"
#include "tests/shared/view_samples.h"

using namespace palabre;
using namespace palabre::view;
using namespace palabre::test;

BOOST_AUTO_TEST_SUITE(view_strange)

BOOST_AUTO_TEST_CASE(payloads_are_words_wherever_a_stranger_can_write) {
  const std::set<std::string> tags{
      "section", "header", "h1",     "h2",  "h3",     "div",     "span", "form", "label",  "textarea",
      "input",   "select", "option", "p",   "button", "article", "a",    "time", "footer", "strong",
      "em",      "s",      "code",   "pre", "br",     "hr",      "ol",   "ul",   "li",     "blockquote"};
  for (const std::string& payload : test::load_payloads()) {
    BOOST_TEST_CONTEXT(payload) {
      ThreadState state = sample_state();
      state.thread.title = payload;
      state.thread.page = payload;
      Comment& comment = state.thread.comments.front();
      comment.body = payload;
      comment.author = {payload, payload};
      state.pending = {{"p", std::nullopt, {payload, payload}, payload}};
      state.composers["new"].draft = {payload, payload, payload, payload};
      state.notice = payload;
      const HtmlNode root = read(state);
      for (const HtmlNode* one : test::elements_of(root)) {
        BOOST_TEST(tags.count(one->tag) == 1U);
        for (const auto& [name, value] : one->attributes) {
          BOOST_TEST(name.substr(0, 2) != "on");
          BOOST_TEST(name != "srcdoc");
          BOOST_TEST(name != "style");
          const bool safe = name != "href" || value.substr(0, 8) == "https://" || value.substr(0, 7) == "http://" ||
                            value.substr(0, 7) == "mailto:" || value.front() == '#';
          BOOST_TEST(safe);
        }
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(the_plain_page_works_without_script) {
  ThreadState state = sample_state();
  state.thread.title = "</title><script>alert(1)</script>";
  state.thread.next = Cursor{Instant{5}, CommentId{4}};
  state.replying_to = CommentId{2};
  state.composers["new"].draft.body = "kept";
  const std::string page = plain_page(state, ".p-page{}");
  BOOST_TEST(page.find("<script") == std::string::npos);
  BOOST_TEST(page.find("<!doctype html>\n<html lang=\"en\" dir=\"ltr\">") == 0U);
  BOOST_TEST(page.find("<style>.p-page{}</style>") != std::string::npos);
  const std::size_t begin = page.find("<main>");
  const std::size_t end = page.find("</main>") + 7;
  const test::HtmlReading reading = test::read_html(std::string_view(page).substr(begin, end - begin));
  BOOST_TEST(reading.error == "");
  const HtmlNode& form = must_have(reading.root, "reply-2");
  BOOST_TEST(*form.attribute("method") == "post");
  BOOST_TEST(*form.attribute("action") == "/t/demo/article");
  BOOST_TEST(form.attribute("novalidate") == nullptr);
  BOOST_TEST(test::words_of(must_have(form, "reply-2-body")) == "kept");
  bool has_parent = false;
  for (const HtmlNode* one : test::elements_of(form)) {
    const std::string* name = one->attribute("name");
    if (name != nullptr && *name == "parent") has_parent = *one->attribute("value") == "2";
  }
  BOOST_TEST(has_parent);
  BOOST_TEST(by_id(reading.root, "new") == nullptr);
  BOOST_TEST(page.find("?sort=newest&amp;after=5-4") != std::string::npos);
  BOOST_TEST(page.find("?reply=4#palabre-4") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_plain_page_keeps_the_words_of_a_reply_to_a_comment_that_is_gone) {
  ThreadState state = sample_state();
  state.replying_to = CommentId{77};
  state.composers["new"].draft.body = "kept";
  state.composers["new"].error = Error{ErrorCode::unknown_parent, "parent", {}, 0};
  const std::string page = plain_page(state, "");
  BOOST_TEST(page.find(">kept</textarea>") != std::string::npos);
  BOOST_TEST(page.find("no longer there") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(replies_nest_no_deeper_than_browsers_bear) {
  ThreadState state = sample_state();
  state.thread.comments.clear();
  for (std::int64_t id = 1; id <= 600; ++id) {
    state.thread.comments.push_back(comment_of(id, id == 1 ? std::nullopt : std::optional(id - 1), "deep"));
  }
  const HtmlNode root = read(state); // the strict reader refuses deep trees
  BOOST_TEST(styled(root, "p-comment").size() == 600U);
}

BOOST_AUTO_TEST_CASE(parents_that_are_not_there_or_go_in_circles_lose_no_comment) {
  ThreadState state = sample_state();
  state.thread.comments = {comment_of(1, 2, "one"), comment_of(2, 1, "two"), comment_of(3, 99, "three"),
                           comment_of(4, 4, "four"), comment_of(4, std::nullopt, "four again")};
  const HtmlNode root = read(state);
  BOOST_TEST(styled(root, "p-comment").size() == 4U); // an id stands for one comment
  for (const char* words : {"one", "two", "three", "four"}) BOOST_TEST(shows(root, words));
}

BOOST_AUTO_TEST_CASE(the_cache_hands_out_what_did_not_change_and_nothing_else) {
  ViewCache cache;
  ThreadState state = sample_state();
  const auto article = [&](std::size_t at) {
    const NodePtr root = thread_view(state, &cache);
    for (const NodePtr& part : root->children) {
      if (part->key == "list") return part->children.at(at);
    }
    return NodePtr();
  };
  const NodePtr first = article(0);
  const NodePtr second = article(1);
  BOOST_TEST((article(0) == first));
  state.thread.comments[2].body = "changed deep inside";
  BOOST_TEST((article(0) != first));
  BOOST_TEST((article(1) == second));
  state.own.insert(CommentId{4});
  BOOST_TEST((article(1) != second));
}

BOOST_AUTO_TEST_CASE(a_cached_view_is_the_same_as_a_fresh_one) {
  for (const Language language : languages) {
    ViewCache cache;
    for (int round = 0; round < 2; ++round) {
      for (const ThreadState& state : all_states(language)) {
        BOOST_TEST(to_html(*thread_view(state, &cache)) == to_html(*thread_view(state)));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(typing_makes_nothing_anew_but_the_composer) {
  ThreadState state = sample_state();
  state.replying_to = state.thread.comments[2].id;
  state.editing = state.thread.comments[0].id;
  state.own.insert(*state.editing);
  state.composers["edit-" + state.editing->text()].draft.body = "edited";
  ViewCache cache;
  const NodePtr before = thread_view(state, &cache);
  const auto list_of = [](const NodePtr& root) {
    for (const NodePtr& part : root->children) {
      if (part->key == "list") return part;
    }
    return NodePtr();
  };
  state.composers["new"].draft.body = "typed";
  state.composers["reply-" + state.replying_to->text()].draft.body = "typed too";
  const NodePtr after = thread_view(state, &cache, Changed::composers);
  BOOST_TEST(to_html(*after) == to_html(*thread_view(state)));
  BOOST_TEST((list_of(after) != list_of(before)));
  BOOST_TEST((list_of(after)->children.back() == list_of(before)->children.back()));
  state.replying_to.reset();
  state.editing.reset();
  const NodePtr quiet = thread_view(state, &cache);
  state.composers["new"].draft.body = "typed on";
  BOOST_TEST((list_of(thread_view(state, &cache, Changed::composers)) == list_of(quiet)));
}

BOOST_AUTO_TEST_SUITE_END()
