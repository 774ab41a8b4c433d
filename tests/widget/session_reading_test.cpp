// A session before anybody writes: adopting, mounting, sorting, more, and what it does with nonsense.
#include <boost/test/unit_test.hpp>

#include <random>

#include "tests/widget/host.h"
#include "tests/widget/samples.h"

using namespace palabre;
using namespace palabre::test;
using view::Role;

namespace {

ThreadPage first_of_two_pages() {
  ThreadPage thread = sample_thread();
  thread.total = 5;
  thread.next = Cursor{Instant{7}, CommentId{1}};
  return thread;
}

} // namespace

BOOST_AUTO_TEST_SUITE(session_reading)

BOOST_AUTO_TEST_CASE(a_thread_read_ahead_is_the_one_that_is_adopted) {
  const std::string document = json_text(wire::encode(wire::ThreadDocument{sample_thread(), ""}));
  widget::Session ahead("{}");
  widget::Session at_once("{}");
  const std::string nothing = ahead.receive("{\"type\":\"mouse\"}");
  BOOST_TEST(ahead.receive("{\"type\":\"thread\",\"thread\":" + document + "}") == nothing);
  BOOST_TEST(ahead.ids_given() == 0U);
  const std::string answer = at_once.receive("{\"type\":\"adopt\",\"thread\":" + document + "}");
  BOOST_TEST(ahead.receive("{\"type\":\"adopt\"}") == answer);
  BOOST_TEST(ahead.ids_given() == at_once.ids_given());
  BOOST_TEST(ahead.ids_given() > 0U);
  // Without any there is nothing to adopt.
  BOOST_TEST(widget::Session("{}").receive("{\"type\":\"adopt\"}") == nothing);
}

BOOST_AUTO_TEST_CASE(adopting_changes_nothing_and_knows_every_node) {
  Host host;
  host.adopt(sample_thread());
  BOOST_TEST(host.session().ids_given() == host.page().size());
  BOOST_TEST(host.counted().value_or(-1) == 3);
  BOOST_TEST(host.session().id_of(*host.tree()) == 1U);
  host.remember(); // nothing remembered: nothing to change
  BOOST_TEST(host.patches().empty());
}

BOOST_AUTO_TEST_CASE(a_second_start_is_ignored) {
  Host host;
  host.adopt(sample_thread());
  host.mount();
  BOOST_TEST(host.patches().empty());
  BOOST_TEST(host.effects("fetch").empty());
}

BOOST_AUTO_TEST_CASE(a_document_that_cannot_be_read_leaves_room_for_mounting) {
  Host host;
  host.send("\"type\":\"adopt\",\"thread\":\"{}\"");
  BOOST_TEST(!host.tree());
  host.mount();
  BOOST_TEST(host.shows("Loading the comments…"));
}

BOOST_AUTO_TEST_CASE(mounting_loads) {
  Host host;
  host.mount();
  BOOST_TEST(host.shows("Loading the comments…"));
  BOOST_TEST(host.fetch().find("method")->text == "GET");
  BOOST_TEST(host.fetch().find("url")->text == "/api/v1/thread?site=demo&page=%2Farticle");
  BOOST_TEST((host.fetch().find("body")->kind == wire::JsonKind::null));
  const std::int64_t request = host.fetch().find("request")->integer;
  host.respond(request + 1, 200, thread_document(sample_thread()));
  BOOST_TEST(host.shows("Loading the comments…")); // an answer to nothing
  host.respond(request, 200, thread_document(sample_thread()));
  BOOST_TEST(host.shows("3 comments"));
  BOOST_TEST(host.shows("Reply to first"));
  BOOST_TEST(host.counted().value_or(-1) == 3);
}

BOOST_AUTO_TEST_CASE(a_failed_load_says_why_and_can_be_tried_again) {
  for (const int status : {0, 500, 503, 404, 200}) {
    Host host;
    host.mount();
    host.respond(host.fetch().find("request")->integer, status, "<html>no JSON</html>");
    BOOST_TEST(host.shows("could not be loaded"));
    BOOST_TEST(!host.shows("⟨"));
    host.click(host.button("Try again"));
    BOOST_TEST(host.shows("Loading the comments…"));
    host.respond(host.fetch().find("request")->integer, 200, thread_document(sample_thread()));
    BOOST_TEST(host.shows("Second"));
  }
}

BOOST_AUTO_TEST_CASE(sorting_fetches_and_shows_the_new_order) {
  Host host;
  host.adopt(sample_thread());
  host.type(host.by_id("sort"), "oldest");
  BOOST_TEST(host.fetch().find("url")->text == "/api/v1/thread?site=demo&page=%2Farticle&sort=oldest");
  const std::int64_t request = host.fetch().find("request")->integer;
  host.type(host.by_id("sort"), "oldest"); // browsers send input and change
  BOOST_TEST(host.effects("fetch").empty());
  ThreadPage oldest = sample_thread();
  oldest.sort = SortOrder::oldest;
  std::rotate(oldest.comments.begin(), oldest.comments.begin() + 1, oldest.comments.end());
  host.respond(request, 200, thread_document(oldest));
  BOOST_TEST(host.words().find("First") < host.words().find("Second"));
  BOOST_TEST(host.page().moved().size() == 1U);
  BOOST_TEST(host.value_of(host.by_id("sort")) == "oldest");
}

BOOST_AUTO_TEST_CASE(a_failed_sort_goes_back_and_says_so) {
  Host host;
  host.adopt(sample_thread());
  host.type(host.by_id("sort"), "oldest");
  host.respond(host.fetch().find("request")->integer, 0);
  BOOST_TEST(host.value_of(host.by_id("sort")) == "newest");
  BOOST_TEST(host.shows("The server did not answer"));
  host.type(host.by_id("sort"), "loudest");
  BOOST_TEST(host.effects("fetch").empty());
}

BOOST_AUTO_TEST_CASE(only_the_last_of_two_sorts_counts) {
  Host host;
  host.adopt(sample_thread());
  host.type(host.by_id("sort"), "oldest");
  const std::int64_t first = host.fetch().find("request")->integer;
  host.type(host.by_id("sort"), "newest");
  const std::int64_t second = host.fetch().find("request")->integer;
  ThreadPage oldest = sample_thread();
  oldest.sort = SortOrder::oldest;
  oldest.comments.resize(1);
  host.respond(second, 200, thread_document(sample_thread()));
  host.respond(first, 200, thread_document(oldest));
  BOOST_TEST(host.shows("First"));
  BOOST_TEST(host.value_of(host.by_id("sort")) == "newest");
}

BOOST_AUTO_TEST_CASE(more_comments_are_appended_once) {
  Host host;
  host.adopt(first_of_two_pages());
  host.click(host.button("Show more comments"));
  BOOST_TEST(host.fetch().find("url")->text == "/api/v1/thread?site=demo&page=%2Farticle&after=7-1");
  const std::int64_t request = host.fetch().find("request")->integer;
  host.click(host.button("Loading more comments…"));
  BOOST_TEST(host.effects("fetch").empty());
  ThreadPage second = first_of_two_pages();
  second.comments = {sample_comment(1, std::nullopt, "First"), sample_comment(9, std::nullopt, "Very old"),
                     sample_comment(10, 9, "Old answer")};
  second.next.reset();
  host.respond(request, 200, thread_document(second));
  BOOST_TEST(host.words().find("First") < host.words().find("Very old"));
  BOOST_TEST(host.find(Role::button, "Show more comments") == nullptr);
  BOOST_TEST(host.focused() == host.find_id("9"));
  BOOST_TEST(host.announced().size() == 1U);
}

BOOST_AUTO_TEST_CASE(more_comments_that_do_not_come_can_be_asked_for_again) {
  Host host;
  host.adopt(first_of_two_pages());
  host.click(host.button("Show more comments"));
  host.respond(host.fetch().find("request")->integer, 503, wire::encode_problem({ErrorCode::overloaded, {}, {}, 1}));
  BOOST_TEST(host.shows("very busy"));
  BOOST_TEST(host.shows("First"));
  host.click(host.button("Show more comments"));
  BOOST_TEST(!host.shows("very busy"));
  BOOST_TEST(host.effects("fetch").size() == 1U);
}

BOOST_AUTO_TEST_CASE(painted_nodes_come_in_document_order) {
  Host host;
  host.adopt(sample_thread());
  const std::vector<widget::dom::PaintItem> items = host.session().paint_items();
  const auto count = [&](view::PaintKind kind) {
    return std::count_if(items.begin(), items.end(), [&](const auto& item) { return item.paint.kind == kind; });
  };
  BOOST_TEST(count(view::PaintKind::card) == 4); // three comments and the composer
  BOOST_TEST(count(view::PaintKind::avatar) == 3);
  BOOST_TEST(count(view::PaintKind::thread_line) == 1);
  BOOST_TEST(count(view::PaintKind::primary_button) == 1);
  for (std::size_t i = 1; i < items.size(); ++i) BOOST_TEST(items[i - 1].id < items[i].id);
}

BOOST_AUTO_TEST_CASE(nonsense_is_answered_with_nothing) {
  Host host;
  host.adopt(sample_thread());
  for (const char* event : {"",
                            "null",
                            "[]",
                            "{",
                            "\xff\xfe",
                            "{\"type\":1}",
                            "{\"type\":\"dance\"}",
                            "{\"type\":\"click\"}",
                            "{\"type\":\"click\",\"id\":0}",
                            "{\"type\":\"click\",\"id\":4294967297}",
                            "{\"type\":\"click\",\"id\":-1}",
                            "{\"type\":\"click\",\"id\":999999}",
                            "{\"type\":\"click\",\"id\":\"1\"}",
                            "{\"type\":\"input\",\"id\":1}",
                            "{\"type\":\"submit\",\"id\":1}",
                            "{\"type\":\"key\",\"id\":1,\"key\":7}",
                            "{\"type\":\"response\"}",
                            "{\"type\":\"response\",\"request\":1e99,\"status\":\"x\"}",
                            "{\"type\":\"tick\",\"now\":\"soon\"}",
                            "{\"type\":\"remember\",\"own\":{},\"drafts\":[],\"identity\":3}",
                            "{\"type\":\"remember\",\"own\":[1,{\"id\":\"x\"},{\"id\":\"1\",\"token\":\"t\"}]}"}) {
    BOOST_TEST_CONTEXT(event) {
      host.receive(event);
      BOOST_TEST(host.patches().empty());
      BOOST_TEST(host.effects("fetch").empty());
    }
  }
}

BOOST_AUTO_TEST_CASE(damaged_events_never_break_the_page) {
  const std::vector<std::string> seeds{
      "{\"type\":\"click\",\"id\":40,\"now\":1}",
      "{\"type\":\"input\",\"id\":13,\"value\":\"h\\u00e9 \\ud83d\\ude00\"}",
      "{\"type\":\"remember\",\"identity\":{\"name\":\"Z\"},\"own\":[{\"id\":\"1\",\"token\":\"t\",\"until\":9e15}]}",
      "{\"type\":\"response\",\"request\":1,\"status\":200,\"body\":\"{}\",\"headers\":{\"retry-after\":\"3\"}}",
      "{\"type\":\"submit\",\"id\":11}"};
  std::mt19937 random(7);
  Host host;
  host.adopt(sample_thread());
  for (int round = 0; round < 1500; ++round) {
    std::string event = seeds[random() % seeds.size()];
    for (std::size_t n = random() % 4; n > 0; --n) event[random() % event.size()] = static_cast<char>(random() % 256);
    if (random() % 8 == 0) event.resize(random() % event.size());
    host.receive(event); // checks the page each time
  }
}

BOOST_AUTO_TEST_CASE(a_config_with_nothing_in_it_still_shows_something) {
  for (const char* config : {"", "{}", "[1]", "{\"site\":3,\"lang\":null}"}) {
    widget::Session session(config);
    BOOST_TEST(session.receive("{\"type\":\"mount\"}").find("\"insert\"") != std::string::npos);
  }
}

BOOST_AUTO_TEST_SUITE_END()
