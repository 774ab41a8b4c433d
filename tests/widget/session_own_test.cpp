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

BOOST_AUTO_TEST_CASE(deleting_can_be_undone_for_five_seconds) {
  Host host;
  host.adopt(sample_thread());
  post_own_comment(host);
  host.click(host.button("Delete"));
  BOOST_TEST(host.effects("fetch").empty());
  BOOST_TEST(host.one_effect("wake").find("after")->integer == 5'000);
  BOOST_TEST(!host.shows("Mine"));
  BOOST_TEST(host.focused() == &host.button("Undo"));
  BOOST_TEST(host.announced().back() == "Your comment is deleted. You can undo this for 5 seconds.");
  host.now += 4'999;
  host.tick();
  BOOST_TEST(host.effects("fetch").empty());
  host.click(host.button("Undo"));
  BOOST_TEST(host.shows("Mine"));
  BOOST_TEST(host.focused() == host.find_id("50"));
  host.now += 10'000;
  host.tick();
  BOOST_TEST(host.effects("fetch").empty());
}

BOOST_AUTO_TEST_CASE(the_server_hears_of_it_when_the_time_is_over) {
  Host host;
  host.adopt(sample_thread());
  post_own_comment(host);
  host.click(host.button("Delete"));
  const std::size_t said = host.announced().size();
  host.now += 5'000;
  host.tick();
  BOOST_TEST(host.fetch().find("method")->text == "DELETE");
  BOOST_TEST(host.fetch().find("url")->text == "/api/v1/comments/50");
  BOOST_TEST(host.fetch().find("token")->text == "token");
  const std::int64_t request = sent(host);
  host.click(host.button("Undo")); // too late
  BOOST_TEST(host.effects("fetch").empty());
  BOOST_TEST(!host.shows("Mine"));
  host.respond(request, 204);
  BOOST_TEST(host.effects("focus").empty()); // who reads elsewhere by now is not called back
  BOOST_TEST(host.find_id("50") == nullptr);
  BOOST_TEST(host.shows("3 comments"));
  BOOST_TEST(host.storage().count("palabre:own:demo") == 0U);
  BOOST_TEST(host.announced().size() == said);
}

BOOST_AUTO_TEST_CASE(the_wake_that_comes_too_soon_asks_again) {
  Host host;
  host.adopt(sample_thread());
  post_own_comment(host);
  host.click(host.button("Delete"));
  host.now += 4'998;
  host.tick();
  std::vector<std::int64_t> unnamed;
  for (const wire::JsonValue* wake : host.effects("wake")) {
    if (wake->find("name") == nullptr) unnamed.push_back(wake->find("after")->integer);
  }
  BOOST_TEST((unnamed == std::vector<std::int64_t>{2}));
}

BOOST_AUTO_TEST_CASE(a_page_that_goes_away_deletes_at_once) {
  Host host;
  host.adopt(sample_thread());
  post_own_comment(host);
  host.click(host.button("Delete"));
  host.send("\"type\":\"hidden\"");
  BOOST_TEST(host.fetch().find("method")->text == "DELETE");
  host.send("\"type\":\"hidden\"");
  BOOST_TEST(host.effects("fetch").empty());
}

BOOST_AUTO_TEST_CASE(deleting_in_the_last_seconds_is_not_too_late) {
  Host host;
  host.adopt(sample_thread());
  post_own_comment(host);
  host.now += 15 * 60'000 - 4'000;
  host.click(host.button("Delete"));
  BOOST_TEST(host.effects("fetch").empty());
  host.now += 2'000;
  host.tick();
  BOOST_TEST(host.fetch().find("method")->text == "DELETE");

  Host late;
  late.adopt(sample_thread());
  post_own_comment(late);
  late.now += 15 * 60'000 - 1'000;
  late.click(late.button("Delete"));
  BOOST_TEST(late.fetch().find("method")->text == "DELETE");
}

BOOST_AUTO_TEST_CASE(what_could_not_be_deleted_comes_back_and_says_why) {
  Host host;
  host.adopt(sample_thread());
  post_own_comment(host);
  host.click(host.button("Delete"));
  host.now += 5'000;
  host.tick();
  host.respond(sent(host), 0);
  BOOST_TEST(host.shows("Mine"));
  BOOST_TEST(words_in(host.by_id("50")).find("The server did not answer") != std::string::npos);
  host.click(host.button("Delete"));
  host.now += 5'000;
  host.tick();
  host.respond(sent(host), 404, problem(ErrorCode::unknown_comment)); // the first try had done it
  BOOST_TEST(host.find_id("50") == nullptr);
}

BOOST_AUTO_TEST_CASE(several_deleted_comments_go_each_at_its_time) {
  Host host;
  host.adopt(sample_thread());
  host.storage()["palabre:own:demo"] = "[{\"id\":\"1\",\"token\":\"t1\",\"until\":1800000900000},"
                                       "{\"id\":\"2\",\"token\":\"t2\",\"until\":1800000900000}]";
  host.remember();
  host.click(host.button("Delete", &host.by_id("1")));
  host.now += 1'000;
  host.click(host.button("Delete", &host.by_id("2")));
  host.now += 4'000;
  host.tick();
  BOOST_TEST(host.fetch().find("token")->text == "t1");
  host.respond(sent(host), 204);
  BOOST_TEST(host.shows("Comment deleted by its author.")); // a place, while it has a reply
  BOOST_TEST(host.shows("2 comments"));
  host.now += 1'000;
  host.tick();
  BOOST_TEST(host.fetch().find("token")->text == "t2");
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
  BOOST_TEST(host.shows("as Zoé"));
  BOOST_TEST(host.find(Role::label, "Name") == nullptr);
  host.click(host.button("Change your name, e-mail or website", &composer(host)));
  BOOST_TEST(host.focused() == &host.field("Name", composer(host)));
  BOOST_TEST(host.value_of(host.field("Name", composer(host))) == "Zoé");
  BOOST_TEST(host.value_of(host.field("E-mail (optional)", composer(host))) == "zoe@example.org");
  BOOST_TEST(host.value_of(host.field("Your comment", composer(host))) == "unfinished");
  BOOST_TEST(host.find(Role::button, "Edit", &host.by_id("4")) != nullptr);
  BOOST_TEST(host.find(Role::button, "Edit", &host.by_id("1")) == nullptr);
  BOOST_TEST(words_in(host.by_id("1")).find("Continue your reply") != std::string::npos);
  host.click(host.button("Continue your reply to Author 1"));
  BOOST_TEST(host.value_of(host.field("Your comment", host.form("Write a reply"))) == "half a reply");
  BOOST_TEST(words_in(host.form("Write a reply")).find("as Zoé") != std::string::npos);
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

BOOST_AUTO_TEST_CASE(an_edit_is_kept_until_it_is_saved_or_given_up) {
  Host host;
  host.adopt(sample_thread());
  post_own_comment(host);
  host.click(host.button("Edit"));
  host.type(host.field("Your comment", host.form("Edit your comment")), "Mine, half better");
  BOOST_TEST(host.storage()["palabre:draft:demo:/article:edit-50"] == "Mine, half better");
  ThreadPage thread = sample_thread();
  thread.comments.insert(thread.comments.begin(), sample_comment(50, std::nullopt, "Mine"));
  Host later;
  later.adopt(thread);
  later.storage() = host.storage();
  later.remember();
  later.click(later.button("Continue editing"));
  BOOST_TEST(later.value_of(later.field("Your comment", later.form("Edit your comment"))) == "Mine, half better");
  later.click(later.button("Cancel"));
  BOOST_TEST(later.storage().count("palabre:draft:demo:/article:edit-50") == 0U);
  later.click(later.button("Edit"));
  BOOST_TEST(later.value_of(later.field("Your comment", later.form("Edit your comment"))) == "Mine");

  Host too_late; // its time is over: nobody can save it any more
  too_late.adopt(thread);
  too_late.storage()["palabre:draft:demo:/article:edit-50"] = "Mine, half better";
  too_late.remember();
  BOOST_TEST(too_late.storage().count("palabre:draft:demo:/article:edit-50") == 0U);
}

BOOST_AUTO_TEST_CASE(a_fault_in_a_hidden_field_opens_the_fields) {
  Host host;
  host.adopt(sample_thread());
  host.storage()["palabre:me"] = "{\"name\":\"Zoé\",\"email\":\"nonsense\",\"website\":\"\"}";
  host.remember();
  host.type(host.field("Your comment", composer(host)), "text");
  host.submit(composer(host));
  BOOST_TEST(host.effects("fetch").empty());
  BOOST_TEST(host.focused() == &host.field("E-mail (optional)", composer(host)));
  BOOST_TEST(host.shows("This does not look like an e-mail address"));
}

BOOST_AUTO_TEST_CASE(a_new_name_is_the_name_everywhere) {
  Host host;
  host.adopt(sample_thread());
  host.storage()["palabre:me"] = "{\"name\":\"Zoé\",\"email\":\"z@example.org\",\"website\":\"\"}";
  host.remember();
  host.click(host.button("Reply to Author 1"));
  host.type(host.field("Your comment", host.form("Write a reply")), "As somebody else");
  host.name_as("Karim", "Write a reply");
  host.submit(host.form("Write a reply"));
  const Expected<wire::PostComment> message = wire::decode_post_comment(host.fetch().find("body")->text);
  BOOST_REQUIRE(message.has_value());
  BOOST_TEST(message->draft.name == "Karim");
  BOOST_TEST(message->draft.email == "z@example.org");
  host.respond(sent(host), 201, posted(sample_comment(50, 1, "As somebody else")));
  BOOST_TEST(words_in(composer(host)).find("as Karim") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
