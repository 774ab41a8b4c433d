// A contest's desk: entries, the closed list, the draw or the jury, and prizes.
#include <boost/test/unit_test.hpp>

#include "tests/widget/plan_samples.h"

using namespace palabre;
using namespace palabre::test;
using view::Attr;
using view::Role;
using view::State;
using wire::Entry;

namespace {

wire::ContestDesk sample_contest_desk(Choosing choosing = Choosing::draw) {
  wire::ContestDesk desk;
  desk.post.post = sample_contest(choosing);
  desk.post.phase = PostPhase::closed;
  desk.post.contest = wire::ContestView{};
  desk.post.contest->proof.seed_hash = "5eed";
  desk.held = 2;
  desk.accepted = 3;
  return desk;
}

Entry entry(std::int64_t number, const std::string& name, EntryState state = EntryState::held) {
  Entry one;
  one.number = number;
  one.state = state;
  one.name = name;
  one.text = "Words of " + name;
  one.created = plan_now;
  return one;
}

const std::string held = "contests/9/entries?state=held";
const std::string accepted = "contests/9/entries?state=accepted";

DeskHost contest(const wire::ContestDesk& desk, const wire::EntryPage& page, MemberRole role = MemberRole::owner) {
  DeskHost host;
  host.enter("#/plan/9/entries", role);
  host.answer("GET", "contests/9", 200, wire::encode(desk));
  host.answer("GET", held, 200, wire::encode(page));
  return host;
}

wire::EntryPage two() {
  wire::EntryPage page;
  page.entries = {entry(1, "Ada"), entry(2, "Bela")};
  page.entries[1].suspect = true;
  page.entries[1].reasons = {"network"};
  return page;
}

} // namespace

BOOST_AUTO_TEST_SUITE(desk_plan_contest)

BOOST_AUTO_TEST_CASE(entries_are_decided_by_keyboard_and_the_next_is_at_hand) {
  DeskHost host = contest(sample_contest_desk(), two());
  BOOST_TEST(host.shows("many from one network"));
  host.press("j");
  BOOST_TEST(host.focus_is_on("entry-1"));
  host.press("a");
  BOOST_TEST(host.asked("PUT", "contests/9/entries/1").body == R"({"state":"accepted"})");
  host.answer("PUT", "contests/9/entries/1", 200, wire::encode(entry(1, "Ada", EntryState::accepted)));
  BOOST_TEST(host.announced == "Accepted: the entry by Ada.");
  BOOST_TEST(!host.shows("Words of Ada"));
  BOOST_TEST(host.focus_is_on("entry-2"));
  BOOST_TEST(host.find(Role::link, "Waiting1") != nullptr);
  BOOST_TEST(host.find(Role::link, "Accepted4") != nullptr);
  host.press("r");
  BOOST_TEST(host.asked("PUT", "contests/9/entries/2").body == R"({"state":"refused"})");
}

BOOST_AUTO_TEST_CASE(the_list_is_closed_only_after_all_are_decided_and_asks_first) {
  DeskHost host = contest(sample_contest_desk(), two());
  BOOST_TEST(view::has(by_target(host, "ask.freeze").state, State::disabled));
  BOOST_TEST(host.shows("2 entries wait for your decision first."));
  wire::ContestDesk ready = sample_contest_desk();
  ready.held = 0;
  host = contest(ready, {});
  host.click(by_target(host, "ask.freeze"));
  BOOST_TEST(host.waiting() == 0U);
  BOOST_TEST(host.has_focus(host.button("Cancel")));
  host.press("Escape");
  BOOST_TEST(host.focus_is_on("ask-freeze"));
  host.click(by_target(host, "ask.freeze"));
  host.click(by_target(host, "yes.freeze"));
  ready.frozen = true;
  ready.post.contest->proof.list_hash = "1157";
  host.answer("POST", "contests/9/freeze", 200, wire::encode(ready));
  BOOST_TEST(host.shows("3 entries take part."));
  BOOST_TEST(host.shows("1157"));
  BOOST_TEST(!does(host, "ask.freeze"));
}

BOOST_AUTO_TEST_CASE(winners_are_drawn_once_and_shown_as_they_wish) {
  wire::ContestDesk frozen = sample_contest_desk();
  frozen.held = 0;
  frozen.frozen = true;
  DeskHost host = contest(frozen, {});
  BOOST_TEST(host.find(Role::button, "Draw 2 winners") != nullptr);
  host.click(by_target(host, "ask.draw"));
  BOOST_TEST(host.shows("It happens once and cannot be repeated."));
  host.click(by_target(host, "yes.draw"));
  BOOST_TEST(host.asked("POST", "contests/9/draw").body == "{}");
  frozen.post.contest->proof.drawn = plan_now;
  frozen.post.contest->proof.seed = "0dd";
  frozen.post.contest->winners = {"Ada", "B. C."};
  host.answer("POST", "contests/9/draw", 200, wire::encode(frozen));
  BOOST_TEST(host.announced == "The winners are chosen.");
  BOOST_TEST(host.shows("B. C."));
  BOOST_TEST(host.shows("0dd"));
  BOOST_TEST(!does(host, "ask.draw"));
}

BOOST_AUTO_TEST_CASE(a_jury_chooses_in_order_and_not_too_many) {
  wire::ContestDesk frozen = sample_contest_desk(Choosing::jury);
  frozen.held = 0;
  frozen.frozen = true;
  DeskHost host;
  host.enter("#/plan/9/entries?state=accepted");
  host.answer("GET", "contests/9", 200, wire::encode(frozen));
  wire::EntryPage page;
  for (const char* name : {"Ada", "Bela", "Cleo"}) {
    const auto number = static_cast<std::int64_t>(page.entries.size()) + 1;
    page.entries.push_back(entry(number, name, EntryState::accepted));
  }
  host.answer("GET", accepted, 200, wire::encode(page));
  BOOST_TEST(view::has(by_target(host, "ask.draw").state, State::disabled));
  host.click(host.button("Choose entry 3 by Cleo"));
  host.click(host.button("Choose entry 1 by Ada"));
  host.click(host.button("Choose entry 2 by Bela"));
  BOOST_TEST(host.announced == "There are 2 winners. Take one back first.");
  host.click(host.button("Move #1 Ada up"));
  host.click(by_target(host, "ask.draw"));
  host.click(by_target(host, "yes.draw"));
  BOOST_TEST(host.asked("POST", "contests/9/jury").body == R"({"entries":[1,3]})");
}

BOOST_AUTO_TEST_CASE(a_contest_that_runs_can_be_ended_here) {
  wire::ContestDesk open = sample_contest_desk();
  open.post.phase = PostPhase::open;
  DeskHost host = contest(open, two());
  BOOST_TEST(!does(host, "ask.freeze"));
  host.click(by_target(host, "ask.close"));
  host.click(by_target(host, "yes.close"));
  host.answer("POST", "posts/9/close", 200, wire::encode(sample_contest()));
  host.answer("GET", "contests/9", 200, wire::encode(sample_contest_desk()));
  BOOST_TEST(does(host, "ask.freeze"));
}

BOOST_AUTO_TEST_CASE(codes_are_added_by_owners_and_counted) {
  wire::ContestDesk desk = sample_contest_desk();
  desk.prizes = 1;
  DeskHost host = contest(desk, two());
  BOOST_TEST(host.shows("1 code: 0 given, 1 left."));
  BOOST_TEST(host.shows("there are fewer codes than that"));
  host.submit(by_target(host, "codes"));
  BOOST_TEST(host.has_focus(host.field("codes")));
  host.type(host.field("codes"), "MUG-1\r\n\n  MUG-2 ");
  host.submit(by_target(host, "codes"));
  BOOST_TEST(host.asked("PUT", "contests/9/prizes").body == R"({"codes":["MUG-1","MUG-2"]})");
  desk.prizes = 3;
  host.answer("PUT", "contests/9/prizes", 200, wire::encode(desk));
  BOOST_TEST(host.shows("3 codes: 0 given, 3 left."));
  BOOST_TEST(host.value_of("codes").empty());
  const DeskHost moderator = contest(sample_contest_desk(), two(), MemberRole::moderator);
  BOOST_TEST(!does(moderator, "codes"));
}

BOOST_AUTO_TEST_CASE(who_only_reads_decides_nothing) {
  DeskHost host = contest(sample_contest_desk(), two(), MemberRole::analyst);
  BOOST_TEST(host.shows("Words of Ada"));
  BOOST_TEST(!does(host, "accept.1"));
  BOOST_TEST(!does(host, "ask.freeze"));
  host.press("j");
  host.press("a");
  BOOST_TEST(host.waiting() == 0U);
}

BOOST_AUTO_TEST_CASE(what_somebody_else_decided_is_said_and_read_anew) {
  DeskHost host = contest(sample_contest_desk(), two());
  host.click(host.button("Accept entry 1 by Ada"));
  host.refuse("PUT", "contests/9/entries/1", ErrorCode::closed);
  BOOST_TEST(host.shows("This is closed; nothing more can be sent in."));
  BOOST_TEST(host.is_asked("GET", "contests/9"));
}

BOOST_AUTO_TEST_SUITE_END()
