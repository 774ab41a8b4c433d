// Votes and reactions in a thread: shown at once, corrected by the server, rolled back with a reason.
#include <boost/test/unit_test.hpp>

#include "shared/rules/engagement.h"
#include "shared/wire/codec_engagement.h"
#include "tests/widget/writing.h"

using namespace palabre;
using namespace palabre::test;
using view::Role;
using view::State;

namespace {

ThreadPage marked_thread() {
  ThreadPage thread = sample_thread();
  thread.marks = rules::engagement_of_new_site().marks;
  thread.comments[0].marks = {3, 1, false, {{"heart", 2}}};
  thread.page_marks = {0, 0, false, {{"thanks", 5}}};
  return thread;
}

Host reader_of(const ThreadPage& thread) {
  Host host;
  host.reader_token = std::string(22, 't');
  host.adopt(thread);
  host.remember();
  return host;
}

std::string answer(const MarkTally& tally, const std::vector<std::string>& mine) {
  return wire::encode(wire::MarkAnswer{tally, mine});
}

const view::Node& of_second(const Host& host, const std::string& name) {
  return host.button(name, &host.article("Second"));
}

} // namespace

BOOST_AUTO_TEST_SUITE(session_marks)

BOOST_AUTO_TEST_CASE(a_vote_shows_at_once_and_the_server_has_the_last_word) {
  Host host = reader_of(marked_thread());
  BOOST_TEST(has(of_second(host, "Vote up: 3").state, State::released));
  host.click(of_second(host, "Vote up: 3"));
  BOOST_TEST(has(of_second(host, "Vote up: 4").state, State::pressed));
  BOOST_TEST(host.fetch().find("method")->text == "PUT");
  BOOST_TEST(host.fetch().find("url")->text == "/api/v1/comments/4/reactions/up");
  BOOST_TEST(host.fetch().find("token")->text == std::string(22, 't'));
  BOOST_TEST(host.storage().count("palabre:reader") == 1U);
  host.respond(sent(host), 200, answer({7, 1, false, {{"heart", 2}}}, {"up"}));
  BOOST_TEST(has(of_second(host, "Vote up: 7").state, State::pressed));
  BOOST_TEST(host.announced().back() == "Vote up: 7");
}

BOOST_AUTO_TEST_CASE(the_other_vote_takes_its_place_and_pressing_again_takes_it_back) {
  Host host = reader_of(marked_thread());
  host.click(of_second(host, "Vote up: 3"));
  host.respond(sent(host), 200, answer({4, 1, false, {}}, {"up"}));
  host.click(of_second(host, "Vote down: 1"));
  BOOST_TEST(has(of_second(host, "Vote down: 2").state, State::pressed));
  BOOST_TEST(has(of_second(host, "Vote up: 3").state, State::released));
  host.respond(sent(host), 200, answer({3, 2, false, {}}, {"down"}));
  host.click(of_second(host, "Vote down: 2"));
  BOOST_TEST(host.fetch().find("method")->text == "DELETE");
  BOOST_TEST(has(of_second(host, "Vote down: 1").state, State::released));
}

BOOST_AUTO_TEST_CASE(what_is_refused_is_rolled_back_and_says_why) {
  Host host = reader_of(marked_thread());
  host.click(of_second(host, "Vote up: 3"));
  host.respond(sent(host), 403, problem(ErrorCode::own_comment));
  BOOST_TEST(has(of_second(host, "Vote up: 3").state, State::released));
  BOOST_TEST(host.shows("You cannot vote for your own comment."));
  host.click(of_second(host, "❤️: 2"));
  BOOST_TEST(!host.shows("You cannot vote for your own comment."));
  host.respond(sent(host), 0);
  BOOST_TEST(has(of_second(host, "❤️: 2").state, State::released));
}

BOOST_AUTO_TEST_CASE(a_press_while_the_same_is_on_its_way_is_sent_after_it) {
  Host host = reader_of(marked_thread());
  host.click(of_second(host, "Vote up: 3"));
  const std::int64_t first = sent(host);
  host.click(of_second(host, "Vote up: 4"));
  BOOST_TEST(host.effects("fetch").empty());
  host.respond(first, 200, answer({4, 1, false, {}}, {"up"}));
  BOOST_TEST(host.fetch().find("method")->text == "DELETE");
  BOOST_TEST(has(of_second(host, "Vote up: 3").state, State::released));
  host.respond(sent(host), 200, answer({3, 1, false, {}}, {}));
  BOOST_TEST(has(of_second(host, "Vote up: 3").state, State::released));
}

BOOST_AUTO_TEST_CASE(the_other_vote_while_one_is_on_its_way_is_sent_after_it) {
  Host host = reader_of(marked_thread());
  host.click(of_second(host, "Vote up: 3"));
  const std::int64_t first = sent(host);
  host.click(of_second(host, "Vote down: 1"));
  BOOST_TEST(host.effects("fetch").empty());
  host.respond(first, 200, answer({4, 1, false, {}}, {"up"}));
  BOOST_TEST(host.fetch().find("url")->text == "/api/v1/comments/4/reactions/down");
  host.respond(sent(host), 200, answer({3, 2, false, {}}, {"down"}));
  BOOST_TEST(has(of_second(host, "Vote down: 2").state, State::pressed));
  BOOST_TEST(has(of_second(host, "Vote up: 3").state, State::released));
}

BOOST_AUTO_TEST_CASE(an_older_answer_does_not_take_back_what_was_pressed_since) {
  Host host = reader_of(marked_thread());
  host.click(of_second(host, "Vote up: 3"));
  const std::int64_t first = sent(host);
  host.click(of_second(host, "❤️: 2"));
  const std::int64_t second = sent(host);
  host.respond(first, 200, answer({4, 1, false, {{"heart", 2}}}, {"up"}));
  BOOST_TEST(has(of_second(host, "❤️: 3").state, State::pressed));
  host.respond(second, 200, answer({4, 1, false, {{"heart", 3}}}, {"heart", "up"}));
  BOOST_TEST(has(of_second(host, "Vote up: 4").state, State::pressed));
}

BOOST_AUTO_TEST_CASE(all_reactions_of_the_site_are_behind_one_button) {
  Host host = reader_of(marked_thread());
  const view::Node& second = host.article("Second");
  BOOST_TEST(host.find(Role::button, "😄", &second) == nullptr);
  host.click(of_second(host, "React"));
  BOOST_TEST(has(of_second(host, "React").state, State::expanded));
  host.click(of_second(host, "😄"));
  BOOST_TEST(host.fetch().find("url")->text == "/api/v1/comments/4/reactions/laugh");
  BOOST_TEST(has(of_second(host, "😄: 1").state, State::pressed));
  host.click(of_second(host, "React"));
  BOOST_TEST(host.find(Role::button, "😢", &host.article("Second")) == nullptr);
}

BOOST_AUTO_TEST_CASE(the_page_itself_takes_reactions_above_the_comments) {
  Host host = reader_of(marked_thread());
  const view::Node& row = host.must_find(Role::group, "Reactions to this page");
  BOOST_TEST(host.find(Role::button, "Vote up", &row) == nullptr);
  host.click(host.button("🙏: 5", &row));
  BOOST_TEST(host.fetch().find("url")->text == "/api/v1/reactions/thanks?site=demo&page=%2Farticle");
  BOOST_TEST(has(host.button("🙏: 6").state, State::pressed));
  host.respond(sent(host), 429, problem(ErrorCode::rate_limited));
  BOOST_TEST(has(host.button("🙏: 5").state, State::released));
  BOOST_TEST(host.shows("That was a lot in a short time."));
}

BOOST_AUTO_TEST_CASE(what_the_reader_left_before_comes_from_the_server) {
  Host host;
  host.storage()["palabre:reader"] = std::string(22, 't');
  host.adopt(marked_thread());
  host.remember();
  wire::OwnComments own;
  own.marks = {{std::nullopt, {"thanks"}}, {CommentId{4}, {"heart", "down"}}};
  host.respond(sent(host), 200, wire::encode(own));
  BOOST_TEST(has(of_second(host, "Vote down: 1").state, State::pressed));
  BOOST_TEST(has(of_second(host, "❤️: 2").state, State::pressed));
  BOOST_TEST(has(host.button("🙏: 5").state, State::pressed));
}

BOOST_AUTO_TEST_CASE(hidden_numbers_stay_hidden_while_one_votes) {
  ThreadPage thread = marked_thread();
  thread.comments[0].marks = {0, 0, true, {}};
  Host host = reader_of(thread);
  host.click(of_second(host, "Vote up"));
  BOOST_TEST(has(of_second(host, "Vote up").state, State::pressed));
}

BOOST_AUTO_TEST_CASE(disputed_comments_are_an_order_only_where_votes_go_both_ways) {
  ThreadPage thread = marked_thread();
  Host both = reader_of(thread);
  BOOST_TEST(both.find(Role::option, "Most disputed first") != nullptr);
  thread.marks.votes = VoteRule::up;
  Host up = reader_of(thread);
  BOOST_TEST(up.find(Role::option, "Most disputed first") == nullptr);
  BOOST_TEST(up.find(Role::button, "Vote down: 1") == nullptr);
}

BOOST_AUTO_TEST_CASE(a_site_that_offers_nothing_shows_nothing) {
  Host host = reader_of(sample_thread());
  BOOST_TEST(host.find(Role::button, "React") == nullptr);
  BOOST_TEST(host.find(Role::button, "Vote up") == nullptr);
}

BOOST_AUTO_TEST_SUITE_END()
