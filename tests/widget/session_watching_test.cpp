// New comments while the reader is here, links to comments, folded branches, quotes.
#include <boost/test/unit_test.hpp>

#include "tests/widget/host.h"
#include "tests/widget/samples.h"
#include "tests/widget/writing.h"

using namespace palabre;
using namespace palabre::test;
using view::Role;

namespace {

// The host's clock goes on until the session asks for news.
void let_it_ask(Host& host) {
  for (int i = 0; i < 100; ++i) {
    host.now += 10'000;
    host.tick();
    if (!host.effects("fetch").empty()) return;
  }
  BOOST_FAIL("it never asks");
}

ThreadPage with_two_more() {
  ThreadPage thread = sample_thread();
  thread.version = 5;
  thread.total = 5;
  thread.comments = {sample_comment(6, std::nullopt, "Brand new"), sample_comment(4, std::nullopt, "Second"),
                     sample_comment(5, 4, "A new answer"), sample_comment(1, std::nullopt, "First"),
                     sample_comment(2, 1, "Reply to first, edited")};
  return thread;
}

std::size_t place_of(const Host& host, std::string_view text) {
  const std::size_t at = host.words().find(text);
  BOOST_REQUIRE(at != std::string::npos);
  return at;
}

} // namespace

BOOST_AUTO_TEST_SUITE(session_watching)

BOOST_AUTO_TEST_CASE(news_wait_until_the_reader_wants_them) {
  Host host;
  host.adopt(sample_thread());
  const std::int64_t first = host.wake_for("watch").value_or(0);
  BOOST_TEST((first >= 20'000 && first <= 30'000));
  let_it_ask(host);
  BOOST_TEST(host.fetch().find("url")->text == "/api/v1/thread?site=demo&page=%2Farticle");
  BOOST_TEST(host.fetch().find("quiet")->boolean);
  host.respond_tagged(sent(host), 200, thread_document(with_two_more()), "\"a\"");
  BOOST_TEST(!host.shows("Brand new"));
  BOOST_TEST(host.shows("Reply to first, edited")); // an edit shows at once
  BOOST_TEST(host.shows("5 comments"));
  BOOST_TEST(host.counted().value_or(0) == 5);
  BOOST_TEST(host.announced().back() == "2 new comments.");
  const std::size_t said = host.announced().size();

  let_it_ask(host);
  BOOST_TEST(host.fetch().find("etag")->text == "\"a\"");
  host.respond(sent(host), 304);
  BOOST_TEST(host.announced().size() == said); // once

  host.click(host.button("Show 2 new comments"));
  BOOST_TEST(host.focused() == host.find_id("6"));
  BOOST_TEST(words_in(host.by_id("6")).find("New") != std::string::npos);
  BOOST_TEST(words_in(*host.by_id("4").children.front()).find("New") == std::string::npos);
  BOOST_TEST(place_of(host, "Brand new") < place_of(host, "Second"));
  BOOST_TEST(place_of(host, "Second") < place_of(host, "A new answer"));
  BOOST_TEST(place_of(host, "A new answer") < place_of(host, "First"));
  BOOST_TEST(host.find(Role::button, "Show 2 new comments") == nullptr);
}

BOOST_AUTO_TEST_CASE(it_asks_more_seldom_while_nothing_happens_and_sooner_when_the_reader_does_something) {
  Host host;
  host.adopt(sample_thread());
  const std::int64_t first = host.wake_for("watch").value_or(0);
  std::int64_t before = first;
  for (int i = 0; i < 12; ++i) {
    let_it_ask(host);
    host.respond(sent(host), 304);
    const std::int64_t next = host.wake_for("watch").value_or(0);
    BOOST_TEST((next > before || next == 300'000));
    before = next;
  }
  BOOST_TEST(before == 300'000);
  host.click(host.button("Reply to Author 4"));
  BOOST_TEST(host.wake_for("watch").value_or(0) == first);
}

BOOST_AUTO_TEST_CASE(it_asks_nothing_while_nobody_looks_and_soon_after) {
  Host host;
  host.adopt(sample_thread());
  host.send("\"type\":\"hidden\"");
  for (int i = 0; i < 50; ++i) {
    host.now += 60'000;
    host.tick();
    BOOST_TEST(host.effects("fetch").empty());
  }
  host.send("\"type\":\"shown\"");
  BOOST_TEST(host.wake_for("watch").value_or(-1) == 1'000);
  host.now += 1'000;
  host.tick();
  host.respond(sent(host), 304);
  // Looking away and back does not make it ask each time.
  host.send("\"type\":\"hidden\"");
  host.send("\"type\":\"shown\"");
  BOOST_TEST(host.wake_for("watch").value_or(-1) == 10'000);
}

BOOST_AUTO_TEST_CASE(a_server_that_asks_for_patience_gets_it) {
  Host host;
  host.adopt(sample_thread());
  let_it_ask(host);
  host.respond(sent(host), 429, problem(ErrorCode::rate_limited), "600");
  BOOST_TEST(host.wake_for("watch").value_or(-1) == 600'000);
  BOOST_TEST(host.shows("First"));
  BOOST_TEST(!host.shows("could not"));
}

BOOST_AUTO_TEST_CASE(own_comments_are_no_news_and_an_old_answer_does_not_take_them_away) {
  Host host;
  host.adopt(sample_thread());
  let_it_ask(host);
  const std::int64_t asked = sent(host);
  post_own_comment(host);
  host.respond(asked, 200, thread_document(with_two_more())); // made before the post
  BOOST_TEST(host.shows("Mine"));
  BOOST_TEST(host.find(Role::button, "Show 2 new comments") == nullptr);
  let_it_ask(host);
  ThreadPage later = with_two_more();
  later.version = 6;
  later.comments.insert(later.comments.begin(), sample_comment(50, std::nullopt, "Mine"));
  host.respond(sent(host), 200, thread_document(later));
  BOOST_TEST(host.find(Role::button, "Show 2 new comments") != nullptr);
}

BOOST_AUTO_TEST_CASE(a_comment_that_went_goes_and_the_one_that_is_answered_stays) {
  Host host;
  host.adopt(sample_thread());
  host.click(host.button("Reply to Author 4"));
  ThreadPage later = sample_thread();
  later.version = 9;
  later.total = 0;
  later.comments.clear();
  let_it_ask(host);
  host.respond(sent(host), 200, thread_document(later));
  BOOST_TEST(host.shows("Second"));
  BOOST_TEST(!host.shows("First"));
  BOOST_TEST(host.find(Role::form, "Write a reply") != nullptr);
}

BOOST_AUTO_TEST_CASE(several_pages_are_asked_for_in_one_answer) {
  ThreadPage thread = sample_thread();
  for (std::int64_t id = 1000; id < 1150; ++id) thread.comments.push_back(sample_comment(id, std::nullopt, "x"));
  Host host;
  host.adopt(thread);
  let_it_ask(host);
  BOOST_TEST(host.fetch().find("url")->text == "/api/v1/thread?site=demo&page=%2Farticle&through=1149");
}

BOOST_AUTO_TEST_CASE(a_branch_folds_and_unfolds) {
  Host host;
  host.adopt(sample_thread());
  const view::Node& hide = host.button("Hide 1 reply");
  BOOST_TEST((hide.state == view::State::expanded));
  host.click(hide);
  BOOST_TEST(host.patches().size() <= 4u); // words, aria-expanded, hidden: the replies stay in the page
  const view::Node& show = host.button("Show 1 reply");
  BOOST_TEST((show.state == view::State::collapsed));
  for (const widget::dom::PaintItem& item : host.session().paint_items()) {
    BOOST_TEST((item.paint.kind != view::PaintKind::thread_line)); // nothing is painted for what is out of sight
  }
  host.click(show);
  BOOST_TEST(host.find(Role::button, "Hide 1 reply") != nullptr);
  host.click(host.button("Hide 1 reply"));
  host.click(host.button("Reply to Author 1")); // the reply will stand among them
  BOOST_TEST(host.find(Role::button, "Hide 1 reply") != nullptr);
}

BOOST_AUTO_TEST_CASE(a_link_leads_into_a_folded_branch) {
  Host host;
  host.adopt(sample_thread());
  host.click(host.button("Hide 1 reply"));
  host.locate("2");
  BOOST_TEST(host.effects("fetch").empty());
  BOOST_TEST(host.find(Role::button, "Hide 1 reply") != nullptr);
  BOOST_TEST(host.one_effect("point").find("id")->integer == host.session().id_of(host.by_id("2")));
}

BOOST_AUTO_TEST_CASE(a_link_leads_into_pages_that_are_not_loaded) {
  ThreadPage thread = sample_thread();
  thread.next = Cursor{Instant{7}, CommentId{1}};
  Host host;
  host.adopt(thread);
  host.locate("90");
  BOOST_TEST(host.fetch().find("url")->text == "/api/v1/thread?site=demo&page=%2Farticle&through=90");
  ThreadPage longer = sample_thread();
  longer.comments.push_back(sample_comment(80, std::nullopt, "Further"));
  longer.comments.push_back(sample_comment(90, 80, "The one"));
  host.respond(sent(host), 200, thread_document(longer));
  BOOST_TEST(host.one_effect("point").find("id")->integer == host.session().id_of(host.by_id("90")));
  BOOST_TEST(host.find(Role::button, "Show more comments") == nullptr);
  BOOST_TEST(words_in(host.by_id("90")).find("New") == std::string::npos); // it did not come meanwhile
}

BOOST_AUTO_TEST_CASE(a_link_to_nowhere_is_told) {
  Host host;
  host.adopt(sample_thread());
  host.locate("90");
  host.respond(sent(host), 200, thread_document(sample_thread()));
  BOOST_TEST(host.shows("This comment is not on this page any more."));
  BOOST_TEST(host.effects("point").empty());
  host.locate("90");
  host.respond(sent(host), 0);
  BOOST_TEST(host.shows("First")); // what was there stays
}

BOOST_AUTO_TEST_CASE(selected_words_are_quoted_behind_what_is_written) {
  Host host;
  host.adopt(sample_thread());
  const view::Node& article = host.by_id("4");
  BOOST_TEST(host.find(Role::button, "Reply with quote") == nullptr);
  host.select(article, "  one\n\n**two**\n");
  host.click(host.button("Reply with quote", &host.by_id("4")));
  const view::Node& form = host.form("Write a reply");
  BOOST_TEST(host.value_of(host.field("Your comment", form)) == "> one\n>\n> **two**\n\n");
  BOOST_TEST(host.focused() == &host.field("Your comment", form));
  BOOST_TEST(host.storage().at("palabre:draft:demo:/article:reply-4") == "> one\n>\n> **two**\n\n");
  BOOST_TEST(host.find(Role::button, "Reply with quote") == nullptr);

  host.type(host.field("Your comment", form), "I say");
  host.select(host.by_id("4"), "three");
  host.click(host.button("Reply with quote"));
  BOOST_TEST(host.value_of(host.field("Your comment", host.form("Write a reply"))) == "I say\n\n> three\n\n");
}

BOOST_AUTO_TEST_CASE(a_selection_that_is_gone_offers_no_quote) {
  Host host;
  host.adopt(sample_thread());
  host.select(host.by_id("2"), "words");
  BOOST_TEST(host.find(Role::button, "Reply with quote", &host.by_id("2")) != nullptr);
  host.select(host.by_id("4"), "others");
  BOOST_TEST(host.find(Role::button, "Reply with quote", &host.by_id("2")) == nullptr);
  BOOST_TEST(host.find(Role::button, "Reply with quote", &host.by_id("4")) != nullptr);
  host.send("\"type\":\"select\",\"id\":0");
  BOOST_TEST(host.find(Role::button, "Reply with quote") == nullptr);
  host.select(*host.find_id("heading"), "The heading");
  BOOST_TEST(host.find(Role::button, "Reply with quote") == nullptr);
}

BOOST_AUTO_TEST_SUITE_END()
