// The overview, and what is around every screen of the desk.
#include <boost/test/unit_test.hpp>

#include "tests/widget/desk_host.h"

using namespace palabre;
using namespace palabre::test;
using view::Role;

namespace {

const std::string path = "overview?days=30&offset=0";

wire::Overview sample_figures() {
  wire::Overview figures;
  figures.days = {4, 0, 10};
  figures.held = {1, 0, 5};
  figures.hours[0][13] = 7;
  figures.reasons = {{"spam", 5}, {"offence", 9}};
  figures.waiting = 12;
  figures.oldest_waiting = Instant{1'799'900'000'000};
  figures.decided_today = 3;
  return figures;
}

DeskHost overview() {
  DeskHost host;
  host.enter("#/overview");
  host.answer("GET", path, 200, wire::encode(sample_figures()));
  return host;
}

const view::Node* by_id(const DeskHost& host, const std::string& id) {
  return find_node(*host.tree(), [&](const view::Node& node) { return attribute_is(node, view::Attr::id, id); });
}

} // namespace

BOOST_AUTO_TEST_SUITE(desk_overview)

BOOST_AUTO_TEST_CASE(the_figures_are_there_in_words_and_as_a_table) {
  const DeskHost host = overview();
  BOOST_TEST(host.shows("12"));
  BOOST_TEST(host.shows("January 15, 2027: 10 comments, 5 held by the rules"));
  const view::Node& table = host.must_find(Role::details, "The figures as a tableDayCommentsHeldJanuary 15, 2027105"
                                                          "January 14, 202700January 13, 202741");
  BOOST_TEST(table.children.size() == 2U);
  const std::string words = host.words();
  BOOST_TEST(words.find("Offence") < words.find("Spam9")); // the most frequent first
}

BOOST_AUTO_TEST_CASE(the_arrow_keys_walk_the_days_and_stop_at_both_ends) {
  DeskHost host = overview();
  host.press_on(*by_id(host, "day-2"), "ArrowLeft");
  BOOST_TEST(host.has_focus(*by_id(host, "day-1")));
  BOOST_TEST(host.shows("January 14, 2027: 0 comments"));
  host.press_on(*by_id(host, "day-1"), "Home");
  host.press_on(*by_id(host, "day-0"), "ArrowLeft");
  BOOST_TEST(host.has_focus(*by_id(host, "day-0")));
  host.press_on(*by_id(host, "day-0"), "End");
  host.press_on(*by_id(host, "day-2"), "ArrowRight");
  BOOST_TEST(host.has_focus(*by_id(host, "day-2")));
  host.focused = 0;
  host.press_on(host.must_find(Role::heading, "Overview"), "ArrowLeft"); // not on the chart: the browser's
  BOOST_TEST(host.focused == 0U);
}

BOOST_AUTO_TEST_CASE(one_day_is_in_the_tab_order) {
  const DeskHost host = overview();
  int inside = 0;
  for (const char* id : {"day-0", "day-1", "day-2"}) {
    if (attribute_is(*by_id(host, id), view::Attr::in_tab_order, "0")) ++inside;
  }
  BOOST_TEST(inside == 1);
}

BOOST_AUTO_TEST_CASE(a_failure_is_said_and_can_be_tried_again) {
  DeskHost host;
  host.enter("#/overview");
  host.refuse("GET", path, ErrorCode::internal);
  BOOST_TEST(host.find(Role::alert, "") == nullptr);
  host.click(host.button("Try again"));
  host.answer("GET", path, 200, wire::encode(sample_figures()));
  BOOST_TEST(host.shows("Why comments were held"));
  BOOST_TEST(host.find(Role::button, "Try again") == nullptr);
}

BOOST_AUTO_TEST_CASE(nonsense_for_figures_is_an_error_and_no_crash) {
  for (const char* body : {"", "[]", "{\"days\":[1],\"hours\":[[1]]}", "{\"days\":[-1]}"}) {
    DeskHost host;
    host.enter("#/overview");
    host.answer("GET", path, 200, body);
    BOOST_TEST(host.find(Role::heading, "Overview") != nullptr);
  }
}

BOOST_AUTO_TEST_CASE(figures_of_another_site_that_come_late_are_not_shown) {
  DeskHost host;
  host.enter("#/overview?site=demo");
  host.route("#/overview");
  host.answer("GET", path + "&site=demo", 200, wire::encode(sample_figures()));
  BOOST_TEST(!host.shows("Why comments were held"));
  host.answer("GET", path, 200, wire::encode(sample_figures()));
  BOOST_TEST(host.shows("Why comments were held"));
}

BOOST_AUTO_TEST_CASE(another_screen_gets_the_focus_and_the_pages_title) {
  DeskHost host = overview();
  BOOST_TEST(host.title == "Overview · Palabre");
  host.route("#/queue");
  BOOST_TEST(host.has_focus(host.must_find(Role::heading, "Queue")));
  BOOST_TEST(host.title == "Queue · Palabre");
}

BOOST_AUTO_TEST_CASE(the_theme_is_kept_and_nonsense_is_not) {
  DeskHost host = overview();
  host.type(host.field("desk.theme"), "dark");
  BOOST_TEST(host.stored["theme"] == "dark");
  host.type(host.field("desk.theme"), "<b>");
  BOOST_TEST(host.stored["theme"] == "dark");
}

BOOST_AUTO_TEST_CASE(another_language_is_kept_and_the_page_loaded_anew) {
  DeskHost host = overview();
  host.type(host.field("desk.language"), "fr");
  BOOST_TEST(host.stored["lang"] == "fr");
  BOOST_TEST(host.reloads == 1);
}

BOOST_AUTO_TEST_CASE(the_menu_unfolds_and_closes_when_one_goes_somewhere) {
  DeskHost host = overview();
  host.click(host.button("Menu"));
  BOOST_TEST(has(host.button("Menu").state, view::State::expanded));
  host.route("#/queue");
  BOOST_TEST(has(host.button("Menu").state, view::State::collapsed));
}

BOOST_AUTO_TEST_CASE(signing_out_that_fails_says_so_and_stays) {
  DeskHost host = overview();
  host.click(host.button("Sign out"));
  host.refuse("DELETE", "session", ErrorCode::internal);
  BOOST_TEST(host.find(Role::heading, "Overview") != nullptr);
  BOOST_TEST(host.find(Role::button, "Dismiss") != nullptr);
  host.click(host.button("Sign out"));
  host.answer("DELETE", "session", 204);
  BOOST_TEST(host.find(Role::button, "Sign in") != nullptr);
}

BOOST_AUTO_TEST_SUITE_END()
