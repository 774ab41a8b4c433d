// The thread as people see it, read back from its HTML.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <functional>
#include <set>

#include "shared/view/html.h"
#include "shared/view/thread_view.h"
#include "tests/shared/html_reader.h"
#include "tests/shared/vectors.h"

using namespace palabre;
using namespace palabre::view;
using palabre::test::HtmlNode;

namespace {

Comment comment_of(std::int64_t id, std::optional<std::int64_t> parent, const std::string& body) {
  Comment comment;
  comment.id = CommentId{id};
  if (parent) comment.parent = CommentId{*parent};
  comment.author = {"Author " + std::to_string(id), ""};
  comment.body = body;
  comment.created = Instant{1'790'000'000'000 + id * 60'000};
  return comment;
}

ThreadState sample_state(Language language = Language::en) {
  ThreadPage thread;
  thread.site = "demo";
  thread.page = "/article";
  thread.title = "An article";
  thread.version = 4;
  thread.total = 4;
  thread.comments = {comment_of(1, std::nullopt, "First"), comment_of(2, 1, "Reply to first"),
                     comment_of(3, 2, "Reply to the reply"), comment_of(4, std::nullopt, "Second")};
  return first_state(std::move(thread), language);
}

HtmlNode read(const ThreadState& state, ViewCache* cache = nullptr) {
  test::HtmlReading reading = test::read_html(to_html(*thread_view(state, cache)));
  BOOST_TEST(reading.error == "");
  return std::move(reading.root);
}

bool has_style(const HtmlNode& node, std::string_view name) {
  const std::string* style = node.attribute("class");
  return style != nullptr && (" " + *style + " ").find(" " + std::string(name) + " ") != std::string::npos;
}

std::vector<const HtmlNode*> styled(const HtmlNode& root, std::string_view name) {
  std::vector<const HtmlNode*> found;
  for (const HtmlNode* one : test::elements_of(root)) {
    if (has_style(*one, name)) found.push_back(one);
  }
  return found;
}

const HtmlNode* by_id(const HtmlNode& root, const std::string& id) {
  for (const HtmlNode* one : test::elements_of(root)) {
    const std::string* own = one->attribute("id");
    if (own != nullptr && *own == "palabre-" + id) return one;
  }
  return nullptr;
}

const HtmlNode& must_have(const HtmlNode& root, const std::string& id) {
  const HtmlNode* found = by_id(root, id);
  BOOST_REQUIRE_MESSAGE(found != nullptr, "no element with the id " << id);
  return *found;
}

bool shows(const HtmlNode& root, const std::string& words) {
  return test::words_of(root).find(words) != std::string::npos;
}

// Every state that has words of its own, for checks of all words.
std::vector<ThreadState> all_states(Language language) {
  std::vector<ThreadState> states(10, sample_state(language));
  states[0].load = LoadState::loading;
  states[1].load = LoadState::failed;
  states[1].load_error = Error{ErrorCode::overloaded, {}, {}, 3};
  states[2].thread.comments.clear();
  states[2].thread.total = 0;
  states[3].own = {CommentId{2}};
  states[3].removing = CommentId{2};
  states[3].remove_error = Error{ErrorCode::edit_window_over, {}, {}, 0};
  states[4].replying_to = CommentId{1};
  states[4].composers["reply-1"].error = Error{ErrorCode::field_empty, "body", {}, 0};
  states[5].own = {CommentId{4}};
  states[5].editing = CommentId{4};
  states[5].composers["edit-4"].sending = true;
  states[6].pending = {{"p1", CommentId{1}, {"Me", ""}, "On its way"}, {"p2", std::nullopt, {"Me", ""}, "Also"}};
  states[7].thread.comments[0].state = CommentState::deleted;
  states[7].thread.comments[1].state = CommentState::hidden;
  states[7].thread.comments[3].state = CommentState::held;
  states[8].thread.next = Cursor{Instant{5}, CommentId{4}};
  states[8].loading_more = true;
  states[8].thread.comments[0].edited = Instant{1'790'000'100'000};
  states[9].interaction = Interaction::forms;
  states[9].thread.next = Cursor{Instant{5}, CommentId{4}};
  states[9].replying_to = CommentId{2};
  return states;
}

} // namespace

BOOST_AUTO_TEST_SUITE(view_thread)

BOOST_AUTO_TEST_CASE(comments_nest_as_they_answer_each_other) {
  const HtmlNode root = read(sample_state());
  BOOST_TEST(shows(root, "4 comments"));
  const HtmlNode& first = must_have(root, "1");
  BOOST_TEST(first.tag == "article");
  BOOST_TEST(by_id(first, "2") != nullptr);
  BOOST_TEST(by_id(must_have(first, "2"), "3") != nullptr);
  BOOST_TEST(by_id(first, "4") == nullptr);
  BOOST_TEST(has_style(must_have(root, "3"), "p-depth-3"));
  BOOST_TEST(shows(must_have(root, "4"), "Second"));
}

BOOST_AUTO_TEST_CASE(no_state_lacks_words_or_breaks_html) {
  for (const Language language : {Language::en, Language::fr}) {
    for (const ThreadState& state : all_states(language)) {
      const HtmlNode root = read(state);
      BOOST_TEST(!shows(root, "⟨"));
      BOOST_TEST(!shows(root, "{"));
      for (const HtmlNode* one : test::elements_of(root)) {
        for (const auto& [name, value] : one->attributes) BOOST_TEST(value.find("⟨") == std::string::npos);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(ids_are_unique_and_every_reference_leads_to_one) {
  for (const ThreadState& state : all_states(Language::fr)) {
    const HtmlNode root = read(state);
    std::set<std::string> ids;
    for (const HtmlNode* one : test::elements_of(root)) {
      if (const std::string* id = one->attribute("id")) BOOST_TEST(ids.insert(*id).second);
    }
    for (const HtmlNode* one : test::elements_of(root)) {
      for (const char* name : {"aria-labelledby", "aria-describedby", "for"}) {
        const std::string* value = one->attribute(name);
        std::string rest = value == nullptr ? "" : *value;
        while (!rest.empty()) {
          const std::size_t space = rest.find(' ');
          BOOST_TEST(ids.count(rest.substr(0, space)) == 1U);
          rest = space == std::string::npos ? "" : rest.substr(space + 1);
        }
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(every_field_has_a_label) {
  for (const ThreadState& state : all_states(Language::en)) {
    const HtmlNode root = read(state);
    std::set<std::string> labelled;
    for (const HtmlNode* one : test::elements_of(root)) {
      if (const std::string* target = one->attribute("for")) labelled.insert(*target);
    }
    for (const HtmlNode* one : test::elements_of(root)) {
      const bool hidden = one->attribute("type") != nullptr && *one->attribute("type") == "hidden";
      if (hidden || (one->tag != "input" && one->tag != "textarea" && one->tag != "select")) continue;
      BOOST_REQUIRE(one->attribute("id") != nullptr);
      BOOST_TEST(labelled.count(*one->attribute("id")) == 1U);
    }
  }
}

BOOST_AUTO_TEST_CASE(loading_failing_and_empty_threads_say_so) {
  const std::vector<ThreadState> states = all_states(Language::en);
  const HtmlNode loading = read(states[0]);
  BOOST_TEST(shows(loading, "Loading the comments…"));
  BOOST_TEST(*loading.children.front().attribute("aria-busy") == "true");
  const HtmlNode failed = read(states[1]);
  BOOST_TEST(shows(failed, "could not be loaded"));
  BOOST_TEST(shows(failed, "Try again"));
  const HtmlNode empty = read(states[2]);
  BOOST_TEST(shows(empty, "No comments yet"));
  BOOST_TEST(by_id(empty, "new-body") != nullptr);
  BOOST_TEST(styled(empty, "p-sort").empty());
}

BOOST_AUTO_TEST_CASE(only_own_comments_can_be_changed) {
  ThreadState state = sample_state();
  state.own = {CommentId{2}};
  const HtmlNode root = read(state);
  const HtmlNode& own_actions = *styled(must_have(root, "2"), "p-actions").front();
  BOOST_TEST(shows(own_actions, "Edit"));
  BOOST_TEST(shows(own_actions, "Delete"));
  BOOST_TEST(!shows(*styled(must_have(root, "1"), "p-actions").front(), "Edit"));
  BOOST_TEST(!shows(must_have(root, "4"), "Delete"));
}

BOOST_AUTO_TEST_CASE(deleting_asks_first) {
  ThreadState state = sample_state();
  state.own = {CommentId{4}};
  state.removing = CommentId{4};
  const HtmlNode root = read(state);
  const HtmlNode& comment = must_have(root, "4");
  BOOST_TEST(shows(comment, "Delete this comment?"));
  BOOST_TEST(shows(comment, "Yes, delete"));
  BOOST_TEST(shows(comment, "No, keep it"));
}

BOOST_AUTO_TEST_CASE(a_reply_box_opens_under_its_comment_and_before_its_replies) {
  ThreadState state = sample_state();
  state.replying_to = CommentId{1};
  const HtmlNode root = read(state);
  const HtmlNode& comment = must_have(root, "1");
  BOOST_REQUIRE_EQUAL(comment.children.size(), 3U);
  BOOST_TEST(*comment.children[1].attribute("id") == "palabre-reply-1");
  BOOST_TEST(has_style(comment.children[2], "p-replies"));
}

BOOST_AUTO_TEST_CASE(editing_puts_the_source_in_the_place_of_the_body) {
  ThreadState state = sample_state();
  state.own = {CommentId{4}};
  state.editing = CommentId{4};
  state.composers["edit-4"].draft.body = "**source**";
  const HtmlNode root = read(state);
  const HtmlNode& comment = must_have(root, "4");
  BOOST_TEST(styled(comment, "p-body").empty());
  BOOST_TEST(test::words_of(must_have(comment, "edit-4-body")) == "**source**");
  BOOST_TEST(by_id(comment, "edit-4-name") == nullptr);
}

BOOST_AUTO_TEST_CASE(an_error_is_tied_to_its_field_and_the_text_stays) {
  ThreadState state = sample_state();
  Composer& composer = state.composers["new"];
  composer.draft = {"", "me@example", "", "My words"};
  composer.error = Error{ErrorCode::malformed_address, "author.email", {}, 0};
  const HtmlNode root = read(state);
  const HtmlNode& email = must_have(root, "new-email");
  BOOST_TEST(*email.attribute("aria-invalid") == "true");
  BOOST_TEST(email.attribute("aria-describedby")->find("palabre-new-error") != std::string::npos);
  BOOST_TEST(*email.attribute("value") == "me@example");
  BOOST_TEST(must_have(root, "new-name").attribute("aria-invalid") == nullptr);
  BOOST_TEST(*must_have(root, "new-error").attribute("role") == "alert");
  BOOST_TEST(test::words_of(must_have(root, "new-body")) == "My words");
}

BOOST_AUTO_TEST_CASE(a_comment_on_its_way_is_shown_at_once_where_it_will_stand) {
  ThreadState state = sample_state();
  state.pending = {{"p1", CommentId{1}, {"Me", ""}, "On its *way*"}, {"p2", std::nullopt, {"Me", ""}, "On top"}};
  const HtmlNode root = read(state);
  const std::vector<const HtmlNode*> pending = styled(root, "p-pending");
  BOOST_REQUIRE_EQUAL(pending.size(), 2U);
  BOOST_TEST(shows(*pending[0], "On top")); // newest first
  BOOST_TEST(shows(*pending[1], "Sending…"));
  BOOST_TEST(*pending[1]->attribute("aria-busy") == "true");
  const std::vector<const HtmlNode*> in_first = styled(must_have(root, "1"), "p-pending");
  BOOST_TEST(in_first.size() == 1U);
  state.thread.sort = SortOrder::oldest;
  const HtmlNode oldest = read(state);
  BOOST_TEST(shows(*styled(oldest, "p-pending").back(), "On top"));
}

BOOST_AUTO_TEST_CASE(deleted_and_hidden_comments_show_neither_words_nor_buttons) {
  const HtmlNode root = read(all_states(Language::en)[7]);
  const HtmlNode& deleted = must_have(root, "1").children.front();
  BOOST_TEST(shows(deleted, "deleted by its author"));
  BOOST_TEST(!shows(deleted, "First"));
  BOOST_TEST(!shows(deleted, "Author 1"));
  const HtmlNode& hidden = must_have(root, "2").children.front();
  BOOST_TEST(!shows(hidden, "Reply to first"));
  BOOST_TEST(styled(hidden, "p-actions").empty());
  BOOST_TEST(shows(must_have(root, "4"), "Only you can see"));
}

BOOST_AUTO_TEST_CASE(names_lead_to_web_addresses_only) {
  ThreadState state = sample_state();
  state.thread.comments[0].author.website = "https://zoe.example/";
  state.thread.comments[3].author.website = "javascript:alert(1)";
  const HtmlNode root = read(state);
  const HtmlNode& name = must_have(root, "1-name");
  BOOST_REQUIRE_EQUAL(name.children.size(), 1U);
  BOOST_TEST(*name.children.front().attribute("rel") == "nofollow ugc noopener");
  BOOST_TEST(must_have(root, "4-name").children.front().tag == "");
}

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
  BOOST_TEST(page.find("<!doctype html>\n<html lang=\"en\">") == 0U);
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
  for (const Language language : {Language::en, Language::fr}) {
    ViewCache cache;
    for (int round = 0; round < 2; ++round) {
      for (const ThreadState& state : all_states(language)) {
        BOOST_TEST(to_html(*thread_view(state, &cache)) == to_html(*thread_view(state)));
      }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
