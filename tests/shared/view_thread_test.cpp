// The thread as people see it, read back from its HTML.
#include <boost/test/unit_test.hpp>

#include <set>

#include "tests/shared/view_samples.h"

using namespace palabre;
using namespace palabre::view;
using namespace palabre::test;

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
  for (const Language language : languages) {
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

BOOST_AUTO_TEST_CASE(a_comment_just_deleted_can_be_had_back) {
  ThreadState state = sample_state();
  state.own = {CommentId{1}};
  state.leaving[CommentId{1}] = Leaving::undoable;
  const HtmlNode root = read(state);
  const HtmlNode& comment = must_have(root, "1");
  BOOST_TEST(shows(comment, "Comment deleted."));
  BOOST_TEST(shows(comment, "Undo"));
  BOOST_TEST(comment.attribute("aria-labelledby") == nullptr);
  BOOST_TEST(by_id(root, "1-name") == nullptr);
  BOOST_TEST(by_id(root, "2") != nullptr); // its replies stay
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

BOOST_AUTO_TEST_CASE(deleted_comments_show_nothing_and_hidden_ones_are_folded) {
  const HtmlNode root = read(all_states(Language::en)[7]);
  const HtmlNode& deleted = must_have(root, "1").children.front();
  BOOST_TEST(shows(deleted, "deleted by its author"));
  BOOST_TEST(!shows(deleted, "First"));
  BOOST_TEST(!shows(deleted, "Author 1"));
  const HtmlNode& hidden = must_have(root, "2").children.front();
  const HtmlNode& folded = *styled(hidden, "p-folded").at(0);
  BOOST_TEST(folded.tag == "details");
  BOOST_TEST(folded.children.front().tag == "summary");
  BOOST_TEST(shows(folded.children.front(), "hidden by moderation"));
  BOOST_TEST(!shows(folded.children.front(), "Reply to first"));
  BOOST_TEST(shows(folded, "Reply to first"));
  for (const HtmlNode* button : styled(hidden, "p-button")) BOOST_TEST(shows(*button, "Hide 1 reply"));
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

BOOST_AUTO_TEST_SUITE_END()
