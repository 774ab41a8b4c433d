// The plan's calendar: the month, its days by keyboard, the list, and the share of promotion.
#include <boost/test/unit_test.hpp>

#include "tests/widget/plan_samples.h"

using namespace palabre;
using namespace palabre::test;
using view::Attr;
using view::Role;
using view::State;

namespace {

DeskHost plan(MemberRole role = MemberRole::owner, view::Language language = view::Language::en) {
  DeskHost host(language);
  host.enter("#/plan", role);
  host.answer("GET", january, 200, wire::encode(sample_posts()));
  return host;
}

const view::Node& day(const DeskHost& host, const std::string& number) {
  const view::Node* found = host.find_id("day-" + number);
  BOOST_REQUIRE_MESSAGE(found != nullptr, "no day " << number);
  return *found;
}

// 2027-01-15 in days since 1970.
constexpr int today = 20833;
std::string day_number(int after_today) {
  return std::to_string(today + after_today);
}

} // namespace

BOOST_AUTO_TEST_SUITE(desk_plan)

BOOST_AUTO_TEST_CASE(a_month_is_a_table_of_weeks_with_what_begins_and_ends) {
  const DeskHost host = plan();
  BOOST_REQUIRE(host.find(Role::heading, "January 2027") != nullptr);
  int rows = 0;
  int cells = 0;
  const view::NodePtr tree = host.tree();
  find_node(*tree, [&](const view::Node& node) {
    if (node.role == Role::row) ++rows;
    if (node.role == Role::cell) ++cells;
    return false;
  });
  BOOST_TEST(rows == 6); // the head and five weeks
  BOOST_TEST(cells == 35);
  BOOST_TEST(host.find(Role::column_header, "Monday") != nullptr);
  BOOST_TEST(host.find(Role::link, "Poll: 08:00 Tea or coffee?, begins · Planned") != nullptr);
  BOOST_TEST(host.find(Role::link, "Poll: 08:00 Tea or coffee?, ends · Planned") != nullptr);
  BOOST_TEST(host.find(Role::link, "Contest: 07:00 Win a mug, ends · Over") != nullptr);
  const view::Node& now = day(host, day_number(0));
  BOOST_TEST(view::has(now.state, State::current));
  BOOST_TEST(attribute_is(now, Attr::label, "Friday, January 15, 2027: 1 entry, today"));
  BOOST_TEST(host.find(Role::heading, "Drafts without a date") != nullptr);
}

BOOST_AUTO_TEST_CASE(the_chosen_day_tells_all_that_runs_on_it) {
  DeskHost host = plan();
  BOOST_REQUIRE(host.find(Role::heading, "Friday, January 15, 2027") != nullptr);
  BOOST_TEST(host.shows("We move to a new server"));
  host.click(day(host, day_number(-12)));
  BOOST_REQUIRE(host.find(Role::heading, "Sunday, January 3, 2027") != nullptr);
  BOOST_TEST(host.shows("Readers see nothing of yours on this day."));
  host.click(host.must_find(Role::link, "? Question")); // the first of them: above the month
  BOOST_TEST(host.hash == "#/plan/new/question?site=demo");
}

BOOST_AUTO_TEST_CASE(a_new_post_can_begin_on_the_chosen_day) {
  DeskHost host = plan();
  host.click(day(host, day_number(4)));
  host.click(by_target(host, "#/plan/new/poll?site=demo&day=2027-01-19"));
  BOOST_TEST(host.value_of("starts") == "2027-01-19T09:00");
}

BOOST_AUTO_TEST_CASE(arrow_keys_walk_the_days_and_bring_the_next_month) {
  DeskHost host = plan();
  host.press_on(day(host, day_number(0)), "ArrowRight");
  BOOST_TEST(host.has_focus(day(host, day_number(1))));
  host.press_on(day(host, day_number(1)), "ArrowDown");
  BOOST_TEST(host.has_focus(day(host, day_number(8))));
  host.press_on(day(host, day_number(8)), "Home");
  BOOST_TEST(host.has_focus(day(host, day_number(3)))); // Monday
  host.press_on(day(host, day_number(3)), "End");
  BOOST_TEST(host.has_focus(day(host, day_number(9))));
  host.press_on(day(host, day_number(9)), "ArrowDown");
  host.press_on(day(host, day_number(16)), "ArrowDown"); // 7 February
  BOOST_TEST(host.has_focus(day(host, day_number(23))));
  BOOST_TEST(host.hash == "#/plan?site=demo&month=2027-02");
  BOOST_TEST(host.is_asked("GET", "posts?site=demo&from=2027-02-01T00%3A00%3A00.000Z&to=2027-03-01T00%3A00%3A00.000Z"));
  BOOST_TEST(host.find(Role::heading, "February 2027") != nullptr);
  host.press_on(day(host, day_number(23)), "PageUp");
  BOOST_TEST(host.find(Role::heading, "January 2027") != nullptr);
}

BOOST_AUTO_TEST_CASE(one_day_is_in_the_tab_order) {
  const DeskHost host = plan();
  int inside = 0;
  const view::NodePtr tree = host.tree();
  find_node(*tree, [&](const view::Node& node) {
    const bool is_day = node.action.target.rfind("day.", 0) == 0;
    if (is_day && attribute_is(node, Attr::in_tab_order, "0")) ++inside;
    return false;
  });
  BOOST_TEST(inside == 1);
}

BOOST_AUTO_TEST_CASE(the_answer_of_an_older_month_is_left_aside) {
  DeskHost host;
  host.enter("#/plan");
  host.route("#/plan?month=2027-02");
  wire::DeskPosts other = sample_posts();
  other.posts = {{sample_announcement(), PostPhase::open, 0}};
  host.answer("GET", january, 200, wire::encode(other));
  BOOST_TEST(!host.shows("We move to a new server"));
}

BOOST_AUTO_TEST_CASE(the_list_parts_running_upcoming_drafts_and_over) {
  DeskHost host;
  host.enter("#/plan?view=list");
  host.answer("GET", "posts?site=demo&from=2026-10-15T00%3A00%3A00.000Z&to=2028-01-16T00%3A00%3A00.000Z", 200,
              wire::encode(sample_posts()));
  const std::string words = host.words();
  const auto at = [&](const char* text) { return words.find(text); };
  BOOST_TEST(at("We move to a new server") < at("Upcoming"));
  BOOST_TEST(at("Upcoming") < at("Tea or coffee?"));
  BOOST_TEST(at("Tea or coffee?") < at("What shall we write about?"));
  BOOST_TEST(at("What shall we write about?") < at("Win a mug"));
  BOOST_TEST(at("Win a mug") != std::string::npos);
  BOOST_TEST(host.find(Role::link, "12 entries") != nullptr);
}

BOOST_AUTO_TEST_CASE(the_share_of_promotion_is_said_with_its_rule) {
  const DeskHost host = plan();
  BOOST_TEST(host.shows("3 of 14 posts promote: 21%. One in five is the rule of thumb."));
  BOOST_TEST(host.shows("That is more than one in five."));
  DeskHost calm;
  calm.enter("#/plan");
  wire::DeskPosts posts = sample_posts();
  posts.value_30 = 12;
  calm.answer("GET", january, 200, wire::encode(posts));
  BOOST_TEST(calm.shows("3 of 15 posts promote: 20%."));
  BOOST_TEST(!calm.shows("That is more than one in five."));
}

BOOST_AUTO_TEST_CASE(who_only_reads_makes_nothing_new) {
  const DeskHost host = plan(MemberRole::analyst);
  BOOST_TEST(host.shows("Tea or coffee?"));
  BOOST_TEST(!does(host, "#/plan/new/poll?site=demo"));
}

BOOST_AUTO_TEST_CASE(days_are_the_owners_own_and_summer_time_counts) {
  DeskHost host;
  host.stored["zone"] = "Europe/Paris;60,1774746000000:120,1792890000000:60,1806195600000:120";
  host.enter("#/plan?month=2027-03");
  // 1 March and 5 April 2027 in Paris: the clocks change between them.
  const std::string march = "posts?site=demo&from=2027-02-28T23%3A00%3A00.000Z&to=2027-04-04T22%3A00%3A00.000Z";
  wire::DeskPosts posts = sample_posts();
  posts.posts = {{sample_poll(), PostPhase::planned, 0}};
  posts.posts[0].post.starts = parse_rfc3339("2027-03-28T22:30:00Z"); // the 29th there
  host.answer("GET", march, 200, wire::encode(posts));
  BOOST_TEST(host.find(Role::link, "Poll: 00:30 Tea or coffee?, begins · Planned") != nullptr);
  host.click(host.must_find(Role::button, "Monday, March 29, 2027: 1 entry"));
  BOOST_TEST(host.shows("Monday, March 29, 2027"));
}

BOOST_AUTO_TEST_CASE(a_post_without_a_start_stands_on_the_day_it_was_published) {
  DeskHost host;
  host.enter("#/plan");
  wire::DeskPosts posts = sample_posts();
  posts.posts = {{sample_announcement(), PostPhase::open, 0, parse_rfc3339("2027-01-20T09:00:00Z")}};
  posts.posts[0].post.starts.reset();
  posts.posts[0].post.ends.reset();
  posts.posts[0].post.created = parse_rfc3339("2026-12-01T09:00:00Z").value(); // as a draft
  host.answer("GET", january, 200, wire::encode(posts));
  BOOST_TEST(host.find(Role::button, "Wednesday, January 20, 2027: 1 entry") != nullptr);
}

BOOST_AUTO_TEST_CASE(a_failure_is_said_and_can_be_tried_again) {
  DeskHost host;
  host.enter("#/plan");
  host.refuse("GET", january, ErrorCode::overloaded);
  BOOST_REQUIRE(host.find(Role::button, "Try again") != nullptr);
  host.click(host.button("Try again"));
  host.answer("GET", january, 200, wire::encode(sample_posts()));
  BOOST_TEST(host.shows("Tea or coffee?"));
}

BOOST_AUTO_TEST_CASE(an_address_that_leads_nowhere_leads_to_the_calendar) {
  DeskHost host;
  host.enter("#/plan/new/parade");
  BOOST_TEST(host.hash == "#/plan");
  BOOST_TEST(host.is_asked("GET", january));
}

BOOST_AUTO_TEST_CASE(no_word_is_missing_in_either_language) {
  for (const view::Language language : {view::Language::en, view::Language::fr}) {
    const DeskHost host = plan(MemberRole::owner, language);
    BOOST_TEST(!host.shows("⟨"));
  }
}

BOOST_AUTO_TEST_SUITE_END()
