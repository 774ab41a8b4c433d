// Writing and replying, against scripted answers.
#include <boost/test/unit_test.hpp>

#include "tests/widget/writing.h"

using namespace palabre;
using namespace palabre::test;
using view::Role;

BOOST_AUTO_TEST_SUITE(session_writing)

BOOST_AUTO_TEST_CASE(a_comment_is_shown_at_once_and_then_for_good) {
  Host host;
  host.adopt(sample_thread());
  fill(host, "Hello **there**");
  BOOST_TEST(host.patches().empty());
  host.submit(composer(host));
  BOOST_TEST((host.article("Hello there").state == view::State::busy));
  BOOST_TEST(host.fetch().find("method")->text == "POST");
  BOOST_TEST(host.fetch().find("url")->text == "/api/v1/comments");
  const Expected<wire::PostComment> message = wire::decode_post_comment(host.fetch().find("body")->text);
  BOOST_REQUIRE(message.has_value());
  BOOST_TEST(message->draft.body == "Hello **there**");
  BOOST_TEST(message->draft.name == "Zoé");
  BOOST_TEST(message->page == "/article");
  BOOST_TEST(message->url == "https://blog.example/article");
  BOOST_TEST(message->title == "An article");
  BOOST_TEST(!message->parent);
  BOOST_TEST(host.fetch().find("key")->text == "seed-1");

  host.respond(sent(host), 201, posted(sample_comment(50, std::nullopt, "Hello **there**")));
  BOOST_TEST((host.article("Hello there").state == view::State::none));
  BOOST_TEST(!host.shows("Sending…"));
  BOOST_TEST(host.shows("4 comments"));
  BOOST_TEST(host.counted().value_or(-1) == 4);
  BOOST_TEST(host.value_of(host.field("Your comment", composer(host))) == "");
  BOOST_TEST(host.shows("as Zoé"));
  BOOST_TEST(host.focused() == host.find_id("50"));
  BOOST_TEST(host.announced() == std::vector<std::string>{"Your comment is published."},
             boost::test_tools::per_element());
  BOOST_TEST(host.words().find("Hello") < host.words().find("Second"));
  BOOST_TEST(host.find(Role::button, "Edit", &host.article("Hello there")) != nullptr);
  BOOST_TEST(host.storage()["palabre:own:demo"] == "[{\"id\":\"50\",\"token\":\"token\",\"until\":1800000900000}]");
  BOOST_TEST(host.storage()["palabre:me"] == "{\"name\":\"Zoé\",\"email\":\"\",\"website\":\"\"}");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_sent_is_not_and_says_what_is_missing) {
  Host host;
  host.adopt(sample_thread());
  host.submit(composer(host));
  BOOST_TEST(host.effects("fetch").empty());
  BOOST_TEST(host.focused() == &host.field("Your comment", composer(host)));
  BOOST_TEST(host.shows("Your comment may not be empty"));
  host.type(host.field("Your comment", composer(host)), "a");
  BOOST_TEST(!host.shows("Your comment may not be empty"));
  host.submit(composer(host));
  BOOST_TEST(host.effects("fetch").empty());
  BOOST_TEST(host.focused() == &host.field("Name", composer(host)));
  host.type(host.field("Name", composer(host)), "Zoé");
  host.type(host.field("E-mail (optional)", composer(host)), "nonsense");
  host.submit(composer(host));
  BOOST_TEST(host.effects("fetch").empty());
  BOOST_TEST(view::has(host.field("E-mail (optional)", composer(host)).state, view::State::invalid));
}

BOOST_AUTO_TEST_CASE(no_answer_keeps_the_text_and_the_key) {
  for (const int status : {0, 500, 502, 503}) {
    Host host;
    host.adopt(sample_thread());
    fill(host, "Precious");
    host.submit(composer(host));
    const std::string key = host.fetch().find("key")->text;
    const std::string body = host.fetch().find("body")->text;
    host.respond(sent(host), status, "<html>");
    BOOST_TEST(host.find_article("Precious") == nullptr);
    BOOST_TEST(host.value_of(host.field("Your comment", composer(host))) == "Precious");
    const view::Node* alert =
        find_node(composer(host), [](const view::Node& node) { return node.role == Role::alert; });
    BOOST_REQUIRE(alert != nullptr);
    host.submit(composer(host));
    BOOST_TEST(host.fetch().find("key")->text == key);
    BOOST_TEST(host.fetch().find("body")->text == body);
    host.respond(sent(host), 0);
    host.type(host.field("Your comment", composer(host)), "Precious, better said");
    host.submit(composer(host));
    BOOST_TEST(host.fetch().find("key")->text != key); // other words, another comment
    host.respond(sent(host), 201, posted(sample_comment(50, std::nullopt, "Precious, better said")));
    BOOST_TEST(host.shows("4 comments"));
    fill(host, "Precious");
    host.submit(composer(host));
    BOOST_TEST(host.fetch().find("key")->text != key);
  }
}

BOOST_AUTO_TEST_CASE(the_servers_refusal_is_shown_at_its_field) {
  Host host;
  host.adopt(sample_thread());
  fill(host, "text");
  host.type(host.field("Website (optional)", composer(host)), "https://a.example");
  host.submit(composer(host));
  host.respond(sent(host), 422, problem(ErrorCode::malformed_address, "author.website"));
  BOOST_TEST(host.focused() == &host.field("Website (optional)", composer(host)));
  BOOST_TEST(view::has(host.focused()->state, view::State::invalid));
  BOOST_TEST(host.shows("A website begins with"));
}

BOOST_AUTO_TEST_CASE(too_many_at_once_says_how_long_to_wait) {
  Host host;
  host.adopt(sample_thread());
  fill(host, "text");
  host.submit(composer(host));
  host.respond(sent(host), 429, problem(ErrorCode::rate_limited), "7");
  BOOST_TEST(host.shows("Try again in 7 seconds."));
}

BOOST_AUTO_TEST_CASE(words_typed_while_sending_are_not_lost) {
  Host host;
  host.adopt(sample_thread());
  fill(host, "One");
  host.submit(composer(host));
  const std::int64_t request = sent(host);
  host.submit(composer(host)); // twice is once
  BOOST_TEST(host.effects("fetch").empty());
  host.type(host.field("Your comment", composer(host)), "One and more");
  host.respond(request, 201, posted(sample_comment(50, std::nullopt, "One")));
  BOOST_TEST(host.value_of(host.field("Your comment", composer(host))) == "One and more");
}

BOOST_AUTO_TEST_CASE(a_held_comment_is_seen_by_its_author_and_not_counted) {
  Host host;
  host.adopt(sample_thread());
  fill(host, "Held");
  host.submit(composer(host));
  Comment comment = sample_comment(50, std::nullopt, "Held");
  comment.state = CommentState::held;
  host.respond(sent(host), 201, posted(comment));
  BOOST_TEST(host.shows("Only you can see this comment"));
  BOOST_TEST(host.counted().value_or(-1) == 3);
  host.type(host.by_id("sort"), "oldest");
  ThreadPage oldest = sample_thread();
  oldest.sort = SortOrder::oldest;
  host.respond(sent(host), 200, thread_document(oldest));
  BOOST_TEST(host.find_article("Only you can see this comment") != nullptr);
}

BOOST_AUTO_TEST_CASE(a_reply_opens_under_its_comment_and_lands_there) {
  Host host;
  host.adopt(sample_thread());
  host.click(host.button("Reply to Author 1"));
  const view::Node& form = host.form("Write a reply");
  BOOST_TEST(host.focused() == &host.field("Your comment", form));
  host.type(host.field("Your comment", form), "My reply");
  host.type(host.field("Name", host.form("Write a reply")), "Zoé");
  host.submit(host.form("Write a reply"));
  const Expected<wire::PostComment> message = wire::decode_post_comment(host.fetch().find("body")->text);
  BOOST_TEST((message->parent == CommentId{1}));
  BOOST_TEST(words_in(host.by_id("1")).find("Sending…") != std::string::npos);
  host.respond(sent(host), 201, posted(sample_comment(50, 1, "My reply")));
  BOOST_TEST(host.find(Role::form, "Write a reply") == nullptr);
  const std::string first = words_in(host.by_id("1"));
  BOOST_TEST(first.find("Reply to first") < first.find("My reply"));
  BOOST_TEST(first.find("My reply") != std::string::npos);
  BOOST_TEST(host.focused() == host.find_id("50"));
}

BOOST_AUTO_TEST_CASE(a_reply_box_that_is_closed_keeps_its_words) {
  Host host;
  host.adopt(sample_thread());
  host.click(host.button("Reply to Author 1"));
  host.type(host.field("Your comment", host.form("Write a reply")), "half a th");
  BOOST_TEST(host.patches().empty());
  host.click(host.button("Cancel"));
  BOOST_TEST(host.focused() == &host.button("Continue your reply to Author 1"));
  host.click(host.button("Reply to Author 4"));
  BOOST_TEST(host.value_of(host.field("Your comment", host.form("Write a reply"))) == "");
  host.click(host.button("Continue your reply to Author 1"));
  BOOST_TEST(host.value_of(host.field("Your comment", host.form("Write a reply"))) == "half a th");
}

BOOST_AUTO_TEST_CASE(a_failed_reply_opens_its_box_again) {
  Host host;
  host.adopt(sample_thread());
  host.click(host.button("Reply to Author 1"));
  host.type(host.field("Your comment", host.form("Write a reply")), "My reply");
  host.type(host.field("Name", host.form("Write a reply")), "Zoé");
  host.submit(host.form("Write a reply"));
  const std::int64_t request = sent(host);
  host.click(host.button("Cancel"));
  host.respond(request, 404, problem(ErrorCode::unknown_parent, "parent"));
  BOOST_TEST(host.value_of(host.field("Your comment", host.form("Write a reply"))) == "My reply");
  BOOST_TEST(host.shows("no longer there"));
}

BOOST_AUTO_TEST_CASE(keys_send_and_leave) {
  Host host;
  host.adopt(sample_thread());
  fill(host, "By keys");
  host.press(host.field("Your comment", composer(host)), "Enter", false);
  BOOST_TEST(host.effects("fetch").empty());
  host.press(host.field("Your comment", composer(host)), "Enter", true);
  BOOST_TEST(host.effects("fetch").size() == 1U);
  host.respond(sent(host), 201, posted(sample_comment(50, std::nullopt, "By keys")));
  host.click(host.button("Reply to Author 1"));
  host.press(host.field("Your comment", host.form("Write a reply")), "Escape", false);
  BOOST_TEST(host.find(Role::form, "Write a reply") == nullptr);
  host.click(host.button("Edit"));
  host.type(host.field("Your comment", host.form("Edit your comment")), "By keys, changed");
  host.press(host.field("Your comment", host.form("Edit your comment")), "Escape", false);
  BOOST_TEST(host.find(Role::form, "Edit your comment") != nullptr); // it holds words that nobody else has
}

BOOST_AUTO_TEST_CASE(a_click_in_a_form_sends_nothing) {
  Host host;
  host.adopt(sample_thread());
  fill(host, "text");
  host.click(host.button("Publish"));
  host.click(composer(host));
  host.click(host.must_find(Role::label, "Name"));
  BOOST_TEST(host.effects("fetch").empty());
}

BOOST_AUTO_TEST_CASE(control_characters_are_refused_kindly) {
  Host host;
  host.adopt(sample_thread());
  fill(host, "bell\a");
  host.submit(composer(host));
  BOOST_TEST(host.effects("fetch").empty());
  BOOST_TEST(host.shows("control character"));
  BOOST_TEST(host.value_of(host.field("Your comment", composer(host))) == "bell\a");
}

BOOST_AUTO_TEST_CASE(payloads_come_back_as_words) {
  Host host;
  host.adopt(sample_thread());
  const std::string payload = "<img src=x onerror=alert(1)>\"'&";
  fill(host, payload, payload);
  host.submit(composer(host));
  Comment comment = sample_comment(50, std::nullopt, payload);
  comment.author.name = payload;
  host.respond(sent(host), 201, posted(comment));
  BOOST_TEST(words_in(host.by_id("50")).find(payload) != std::string::npos);
}

BOOST_AUTO_TEST_CASE(french_readers_read_french) {
  HostOptions options;
  options.language = "fr-CA";
  Host host(options);
  host.adopt(sample_thread(), view::Language::fr);
  host.submit(host.form("Écrire un commentaire"));
  BOOST_TEST(host.shows("Votre commentaire ne peut pas être vide."));
}

BOOST_AUTO_TEST_SUITE_END()
