// One's own comments, edited and deleted, and what the browser remembers.
#include <boost/test/unit_test.hpp>

#include "tests/widget/writing.h"

using namespace palabre;
using namespace palabre::test;
using view::Role;

BOOST_AUTO_TEST_SUITE(session_own)

BOOST_AUTO_TEST_CASE(an_own_comment_is_edited_in_place) {
  Host host;
  host.adopt(sample_thread());
  post_own_comment(host);
  host.click(host.button("Edit"));
  const view::Node& form = host.form("Edit your comment");
  BOOST_TEST(host.focused() == &host.field("Your comment", form));
  BOOST_TEST(host.value_of(host.field("Your comment", form)) == "Mine");
  host.type(host.field("Your comment", form), "Mine, better");
  host.submit(host.form("Edit your comment"));
  BOOST_TEST(host.fetch().find("method")->text == "PATCH");
  BOOST_TEST(host.fetch().find("url")->text == "/api/v1/comments/50");
  BOOST_TEST(host.fetch().find("token")->text == "token");
  Comment edited = sample_comment(50, std::nullopt, "Mine, better");
  edited.edited = Instant{1'800'000'001'000};
  host.respond(sent(host), 200, posted(edited, ""));
  BOOST_TEST(host.find(Role::form, "Edit your comment") == nullptr);
  BOOST_TEST(words_in(host.article("Mine, better")).find("edited") != std::string::npos);
  BOOST_TEST(host.focused() == &host.button("Edit"));
  BOOST_TEST(host.shows("4 comments"));
}

BOOST_AUTO_TEST_CASE(an_edit_that_comes_too_late_keeps_its_words) {
  Host host;
  host.adopt(sample_thread());
  post_own_comment(host);
  host.click(host.button("Edit"));
  host.type(host.field("Your comment", host.form("Edit your comment")), "Late");
  host.submit(host.form("Edit your comment"));
  host.respond(sent(host), 403, problem(ErrorCode::edit_window_over));
  BOOST_TEST(host.shows("The time to change this comment is over"));
  BOOST_TEST(host.value_of(host.field("Your comment", host.form("Edit your comment"))) == "Late");
  host.click(host.button("Cancel"));
  BOOST_TEST(host.shows("Mine"));
}

BOOST_AUTO_TEST_CASE(the_right_to_change_ends_with_its_time) {
  Host host;
  host.adopt(sample_thread());
  post_own_comment(host);
  BOOST_TEST(host.one_effect("wake").find("after")->integer == 15 * 60 * 1000);
  host.now += 15 * 60 * 1000 - 1;
  host.tick();
  BOOST_TEST(host.find(Role::button, "Edit") != nullptr);
  BOOST_TEST(host.one_effect("wake").find("after")->integer == 1);
  host.now += 1;
  host.tick();
  BOOST_TEST(host.find(Role::button, "Edit") == nullptr);
  BOOST_TEST(host.find(Role::button, "Delete") == nullptr);
  BOOST_TEST(host.effects("wake").empty());
}

BOOST_AUTO_TEST_CASE(deleting_asks_and_then_deletes) {
  Host host;
  host.adopt(sample_thread());
  post_own_comment(host);
  host.click(host.button("Delete"));
  BOOST_TEST(host.focused() == &host.button("No, keep it"));
  BOOST_TEST(host.effects("fetch").empty());
  host.click(host.button("No, keep it"));
  BOOST_TEST(host.focused() == &host.button("Delete"));
  host.click(host.button("Delete"));
  host.click(host.button("Yes, delete"));
  BOOST_TEST(host.fetch().find("method")->text == "DELETE");
  BOOST_TEST(host.fetch().find("token")->text == "token");
  const std::int64_t request = sent(host);
  host.click(host.button("Yes, delete"));
  BOOST_TEST(host.effects("fetch").empty());
  host.respond(request, 204);
  BOOST_TEST(host.find_id("50") == nullptr);
  BOOST_TEST(host.shows("3 comments"));
  BOOST_TEST(host.focused() == host.find_id("4"));
  BOOST_TEST(host.storage().count("palabre:own:demo") == 0U);
}

BOOST_AUTO_TEST_CASE(deleting_again_after_a_lost_answer_succeeds) {
  Host host;
  host.adopt(sample_thread());
  post_own_comment(host);
  host.click(host.button("Delete"));
  host.click(host.button("Yes, delete"));
  host.respond(sent(host), 0);
  BOOST_TEST(host.shows("The server did not answer"));
  BOOST_TEST(host.find_id("50") != nullptr);
  host.click(host.button("Yes, delete"));
  host.respond(sent(host), 404, problem(ErrorCode::unknown_comment));
  BOOST_TEST(host.find_id("50") == nullptr);
}

BOOST_AUTO_TEST_CASE(a_deleted_comment_with_replies_leaves_a_place) {
  Host host;
  host.adopt(sample_thread());
  host.storage()["palabre:own:demo"] = "[{\"id\":\"1\",\"token\":\"t1\",\"until\":1800000900000},"
                                       "{\"id\":\"2\",\"token\":\"t2\",\"until\":1800000900000}]";
  host.remember();
  host.click(host.button("Delete", &host.by_id("1")));
  host.click(host.button("Yes, delete"));
  host.respond(sent(host), 204);
  BOOST_TEST(host.shows("Comment deleted by its author."));
  BOOST_TEST(host.shows("Reply to first"));
  BOOST_TEST(host.shows("2 comments"));
  host.click(host.button("Delete", &host.by_id("2")));
  host.click(host.button("Yes, delete"));
  host.respond(sent(host), 204);
  BOOST_TEST(!host.shows("Comment deleted by its author."));
  BOOST_TEST(host.shows("1 comment"));
}

BOOST_AUTO_TEST_CASE(what_the_browser_remembers_comes_back) {
  Host host;
  host.adopt(sample_thread());
  host.storage()["palabre:me"] = "{\"name\":\"Zoé\",\"email\":\"zoe@example.org\",\"website\":\"https://zoe.example\"}";
  host.storage()["palabre:own:demo"] = "[{\"id\":\"4\",\"token\":\"t\",\"until\":1800000900000},"
                                       "{\"id\":\"1\",\"token\":\"t\",\"until\":1799999999999}]";
  host.storage()["palabre:draft:demo:/article:new"] = "unfinished";
  host.storage()["palabre:draft:demo:/article:reply-1"] = "half a reply";
  host.remember();
  BOOST_TEST(host.value_of(host.field("Name", composer(host))) == "Zoé");
  BOOST_TEST(host.value_of(host.field("E-mail (optional)", composer(host))) == "zoe@example.org");
  BOOST_TEST(host.value_of(host.field("Your comment", composer(host))) == "unfinished");
  BOOST_TEST(host.find(Role::button, "Edit", &host.by_id("4")) != nullptr);
  BOOST_TEST(host.find(Role::button, "Edit", &host.by_id("1")) == nullptr);
  host.click(host.button("Reply to Author 1"));
  BOOST_TEST(host.value_of(host.field("Your comment", host.form("Write a reply"))) == "half a reply");
  BOOST_TEST(host.value_of(host.field("Name", host.form("Write a reply"))) == "Zoé");
}

BOOST_AUTO_TEST_CASE(what_was_typed_before_is_not_overwritten_by_memory) {
  Host host;
  host.adopt(sample_thread());
  host.type(host.field("Your comment", composer(host)), "typed already");
  host.storage()["palabre:draft:demo:/article:new"] = "older draft";
  host.remember();
  BOOST_TEST(host.value_of(host.field("Your comment", composer(host))) == "typed already");
}

BOOST_AUTO_TEST_CASE(drafts_are_kept_until_they_are_sent) {
  Host host;
  host.adopt(sample_thread());
  fill(host, "draft");
  BOOST_TEST(host.storage()["palabre:draft:demo:/article:new"] == "draft");
  host.submit(composer(host));
  BOOST_TEST(host.storage().count("palabre:draft:demo:/article:new") == 1U);
  host.respond(sent(host), 201, posted(sample_comment(50, std::nullopt, "draft")));
  BOOST_TEST(host.storage().count("palabre:draft:demo:/article:new") == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
