// A reader before polls, contests and announcements, without a browser or a server.
#include "shared/rules/ballots.h"
#include "tests/widget/engage_host.h"

using namespace palabre;
using palabre::test::EngageHost;

namespace {

constexpr Instant noon{1'800'000'000'000};
const std::string ballot_url = "/api/v1/polls/42/ballot";

wire::PostDocument sample_poll(PollKind kind = PollKind::single) {
  wire::PostDocument document;
  Post& post = document.post;
  post.id = PostId{42};
  post.site = "blog";
  post.kind = PostKind::poll;
  post.state = PostState::planned;
  post.title = "Which tree?";
  post.ends = noon + Duration::minutes(60);
  post.poll = Poll{};
  post.poll->kind = kind;
  post.poll->results = ResultsShown::always;
  if (kind != PollKind::scale) post.poll->options = {{1, "Oak"}, {2, "Birch"}, {3, "Pine"}};
  const bool many = kind == PollKind::multiple || kind == PollKind::ranked;
  post.poll->most = many ? 3 : 1;
  document.poll = wire::PollView{};
  return document;
}

wire::PostDocument with_counts(wire::PostDocument document, std::vector<std::int64_t> counts) {
  document.poll->shown = true;
  document.poll->result = {};
  for (std::size_t i = 0; i < counts.size(); ++i) {
    document.poll->result.counts.push_back({static_cast<std::uint32_t>(i + 1), counts[i]});
    document.poll->result.ballots += counts[i];
  }
  document.poll->voters = document.poll->result.ballots;
  return document;
}

wire::PostList list_of(std::vector<wire::PostDocument> posts) {
  return {std::move(posts), noon, {}};
}

wire::PostDocument sample_announcement(Severity severity = Severity::news) {
  wire::PostDocument document;
  document.post.id = PostId{7};
  document.post.site = "blog";
  document.post.state = PostState::planned;
  document.post.severity = severity;
  document.post.shape = PostShape::banner;
  document.post.title = "We are moving";
  return document;
}

std::string receipt(const wire::PostDocument& document, std::vector<std::uint32_t> choices) {
  return wire::encode(wire::BallotReceipt{Ballot{std::move(choices)}, document});
}

} // namespace

BOOST_AUTO_TEST_SUITE(engage)

BOOST_AUTO_TEST_CASE(a_vote_is_shown_at_once_and_corrected_by_the_server) {
  EngageHost host;
  host.adopt(list_of({with_counts(sample_poll(), {1, 1, 0})}));
  host.choose("Oak");
  BOOST_TEST(host.is_checked("Oak"));
  host.submit();
  BOOST_TEST(host.asked("PUT", ballot_url).body == R"({"choices":[1]})");
  BOOST_TEST(host.asked("PUT", ballot_url).token == "reader-token-0123456789");
  BOOST_TEST(host.shows("Your vote: Oak"));
  BOOST_TEST(host.shows("67% · 2 votes"));
  BOOST_TEST(host.stored["palabre:reader"] == "reader-token-0123456789");
  BOOST_TEST(host.announced.empty());
  host.answer("PUT", ballot_url, 200, receipt(with_counts(sample_poll(), {5, 5, 0}), {1}));
  BOOST_TEST(host.shows("50% · 5 votes"));
  BOOST_TEST(host.announced.size() == 1U);
  BOOST_TEST(host.last_announced() == "Thank you, your vote is in. Oak: 50%. Birch: 50%. Pine: 0%.");
}

BOOST_AUTO_TEST_CASE(a_vote_that_did_not_get_there_is_taken_back_and_says_why) {
  EngageHost host;
  host.adopt(list_of({with_counts(sample_poll(), {1, 1, 0})}));
  host.choose("Oak");
  host.submit();
  host.answer("PUT", ballot_url, 0);
  BOOST_TEST(!host.shows("Your vote"));
  BOOST_TEST(host.shows("50% · 1 vote"));
  BOOST_TEST(host.is_checked("Oak"));
  BOOST_TEST(host.find(view::Role::alert, "The server did not answer. Your text is kept; check your connection and "
                                          "try again.") != nullptr);
  BOOST_TEST(host.stored.count("palabre:posts:blog") == 0U);
}

BOOST_AUTO_TEST_CASE(a_ballot_that_does_not_fit_is_not_sent) {
  EngageHost host;
  auto poll = sample_poll(PollKind::multiple);
  poll.post.poll->least = 2;
  poll.post.poll->most = 2;
  host.adopt(list_of({poll}));
  host.choose("Oak");
  BOOST_TEST(host.shows("1 chosen"));
  host.submit();
  BOOST_TEST(host.waiting() == 0U);
  BOOST_TEST(host.shows("This choice does not fit the question."));
  BOOST_TEST(host.focus_is_on("post-42-title"));
  host.choose("Pine");
  host.submit();
  BOOST_TEST(host.asked("PUT", ballot_url).body == R"({"choices":[1,3]})");
}

BOOST_AUTO_TEST_CASE(ranks_are_moved_by_buttons_and_by_place) {
  EngageHost host;
  host.adopt(list_of({sample_poll(PollKind::ranked)}));
  host.click("Move up: Pine");
  BOOST_TEST(host.last_announced() == "Pine: 1");
  host.click("Move up: Oak");
  host.click("Move up: Oak");
  BOOST_TEST(host.last_announced() == "Oak: 1");
  // Its way up is at its end: the focus is on the way down.
  BOOST_TEST(host.focus_is_on("post-42-down-1"));
  host.pick_place("Birch", "2");
  host.submit();
  BOOST_TEST(host.asked("PUT", ballot_url).body == R"({"choices":[1,2,3]})");
}

BOOST_AUTO_TEST_CASE(the_last_rank_moves_down_out_of_the_ranking) {
  EngageHost host;
  host.adopt(list_of({sample_poll(PollKind::ranked)}));
  host.click("Move up: Pine");
  host.click("Move down: Pine");
  BOOST_TEST(host.last_announced() == "Pine: –");
  BOOST_TEST(host.focus_is_on("post-42-up-3"));
}

BOOST_AUTO_TEST_CASE(whoever_writes_another_answer_has_chosen_it) {
  EngageHost host;
  auto poll = sample_poll();
  poll.post.poll->other = true;
  host.adopt(list_of({poll}));
  host.choose("Oak");
  host.type("Your own answer", "Willow");
  BOOST_TEST(host.is_checked("Another answer"));
  BOOST_TEST(!host.is_checked("Oak"));
  host.submit();
  BOOST_TEST(host.asked("PUT", ballot_url).body == R"({"choices":[0],"other":"Willow"})");
}

BOOST_AUTO_TEST_CASE(a_public_ballot_needs_a_name) {
  EngageHost host;
  auto poll = sample_poll();
  poll.post.poll->secrecy = Secrecy::open;
  host.adopt(list_of({poll}));
  BOOST_TEST(host.shows("This vote is public"));
  host.choose("Oak");
  host.type("Name", " ");
  host.submit();
  BOOST_TEST(host.waiting() == 0U);
  host.type("Name", "Ada");
  host.submit();
  BOOST_TEST(host.asked("PUT", ballot_url).body == R"({"choices":[1],"name":"Ada"})");
}

BOOST_AUTO_TEST_CASE(a_ballot_can_be_changed_and_kept) {
  EngageHost host;
  const auto poll = with_counts(sample_poll(), {1, 1, 0});
  host.adopt(list_of({poll}), true);
  host.own({{PostId{42}, Ballot{{2}}}});
  BOOST_TEST(host.shows("Your vote: Birch"));
  host.click("Change your vote");
  BOOST_TEST(host.is_checked("Birch"));
  host.choose("Oak");
  host.click("Cancel");
  BOOST_TEST(host.shows("Your vote: Birch"));
  host.click("Change your vote");
  BOOST_TEST(host.is_checked("Birch"));
  host.choose("Oak");
  host.submit();
  BOOST_TEST(host.shows("100% · 2 votes"));
}

BOOST_AUTO_TEST_CASE(a_ballot_that_stays_has_no_button_to_change_it) {
  EngageHost host;
  auto poll = sample_poll();
  poll.post.poll->changeable = false;
  host.adopt(list_of({poll}), true);
  host.own({{PostId{42}, Ballot{{2}}}});
  BOOST_TEST(host.find(view::Role::button, "Change your vote") == nullptr);
}

BOOST_AUTO_TEST_CASE(the_browser_remembers_a_ballot_for_a_poll_by_itself) {
  EngageHost host("alone");
  host.build(list_of({with_counts(sample_poll(), {1, 1, 0})}));
  host.choose("Birch");
  host.submit();
  host.answer("PUT", ballot_url, 200, receipt(with_counts(sample_poll(), {1, 2, 0}), {2}));
  EngageHost again("alone");
  again.stored = host.stored;
  again.build(list_of({with_counts(sample_poll(), {1, 2, 0})}), true);
  BOOST_TEST(again.shows("Your vote: Birch"));
  BOOST_TEST(again.waiting() == 0U);
}

// Another tab has voted, and this one does not know it yet.
BOOST_AUTO_TEST_CASE(a_ballot_of_another_tab_is_fetched) {
  EngageHost host;
  auto poll = with_counts(sample_poll(), {1, 0, 0});
  poll.post.poll->changeable = false;
  host.adopt(list_of({poll}));
  host.choose("Birch");
  host.submit();
  host.refuse("PUT", ballot_url, ErrorCode::already_voted);
  wire::OwnPart part{PostId{42}};
  part.ballot = Ballot{{1}};
  host.answer("GET", "/api/v1/posts/42/me", 200, wire::encode(part));
  BOOST_TEST(host.shows("Your vote: Oak"));
  BOOST_TEST(host.shows("You have voted here, and votes in this poll cannot be changed."));
  BOOST_TEST(host.find(view::Role::button, "Vote") == nullptr);
}

BOOST_AUTO_TEST_CASE(results_for_those_who_voted_come_from_the_own_part) {
  EngageHost host;
  auto poll = sample_poll();
  poll.post.poll->results = ResultsShown::after_voting;
  host.adopt(list_of({poll}), true);
  BOOST_TEST(host.shows("Results are shown once you have voted."));
  wire::OwnPart part{PostId{42}, Ballot{{1}}};
  part.poll = with_counts(poll, {3, 1, 0}).poll;
  host.own({part});
  BOOST_TEST(host.shows("75% · 3 votes"));
}

BOOST_AUTO_TEST_CASE(results_for_those_who_voted_are_no_public_ones_and_move) {
  EngageHost host;
  auto poll = sample_poll();
  poll.post.poll->results = ResultsShown::after_voting;
  host.adopt(list_of({poll}));
  host.choose("Oak");
  host.submit();
  host.answer("PUT", ballot_url, 200, receipt(with_counts(poll, {1, 0, 0}), {1}));
  BOOST_TEST(host.shows("100% · 1 vote"));
  // What is not published cannot be counted again.
  BOOST_TEST(host.find(view::Role::button, "Check the count") == nullptr);
  host.tick("look");
  host.answer("GET", "/api/v1/posts?site=blog&page=%2Ftrees&lang=en&html=1", 200, wire::encode(list_of({poll})));
  wire::OwnPart part{PostId{42}, Ballot{{1}}};
  part.poll = with_counts(poll, {1, 1, 0}).poll;
  host.answer("GET", "/api/v1/posts/42/me", 200, wire::encode(part));
  BOOST_TEST(host.shows("50% · 1 vote"));
}

BOOST_AUTO_TEST_CASE(a_count_is_checked_in_the_browser) {
  const std::string url = "/api/v1/polls/42/ballots";
  for (const bool honest : {true, false}) {
    EngageHost host;
    auto poll = with_counts(sample_poll(), {2, 1, 0});
    poll.phase = PostPhase::closed;
    host.adopt(list_of({poll}));
    host.click("Check the count");
    wire::PublishedBallots published;
    published.ballots = {{{1}, 2}, {{2}, 1}};
    published.result = rules::count_ballots(*poll.post.poll, published.ballots);
    if (!honest) published.result.counts[0].count += 1;
    host.answer("GET", url, 200, wire::encode(published));
    BOOST_TEST(host.shows("Your browser counted 3 published votes: the result is right.") == honest);
    BOOST_TEST(host.shows("got another result") == !honest);
  }
}

BOOST_AUTO_TEST_CASE(an_open_poll_says_who_voted_for_what) {
  EngageHost host;
  auto poll = with_counts(sample_poll(), {1, 1, 0});
  poll.post.poll->secrecy = Secrecy::open;
  host.adopt(list_of({poll}));
  host.click("Check the count");
  wire::PublishedBallots published;
  published.ballots = {{{1}, 1}, {{2}, 1}};
  published.named = {{"Ada", Ballot{{2}}}, {"Bob", Ballot{{1}}}};
  published.result = rules::count_ballots(*poll.post.poll, published.ballots);
  host.answer("GET", "/api/v1/polls/42/ballots", 200, wire::encode(published));
  BOOST_TEST(host.shows("Who voted for what"));
  BOOST_TEST(host.shows("Ada — Birch"));
  BOOST_TEST(host.shows("Bob — Oak"));
}

BOOST_AUTO_TEST_CASE(a_count_that_cannot_be_loaded_says_so) {
  EngageHost host;
  host.adopt(list_of({with_counts(sample_poll(), {2, 1, 0})}));
  host.click("Check the count");
  host.answer("GET", "/api/v1/polls/42/ballots", 0);
  BOOST_TEST(host.shows("It could not be loaded."));
}

BOOST_AUTO_TEST_CASE(a_dismissed_banner_stays_away_until_it_says_something_else) {
  EngageHost host;
  host.adopt(list_of({sample_announcement()}));
  host.click("Dismiss: We are moving");
  const auto hidden = [](const EngageHost& one) {
    return test::find_node(*one.session().tree(), [](const view::Node& node) {
             return node.role == view::Role::section && has(node.state, view::State::hidden);
           }) != nullptr;
  };
  BOOST_TEST(hidden(host));
  EngageHost again;
  again.stored = host.stored;
  again.adopt(list_of({sample_announcement()}));
  BOOST_TEST(hidden(again));
  auto changed = sample_announcement();
  changed.post.title = "We have moved";
  EngageHost later;
  later.stored = host.stored;
  later.adopt(list_of({changed}));
  BOOST_TEST(!hidden(later));
}

BOOST_AUTO_TEST_CASE(the_focus_of_a_dismissed_one_goes_to_its_neighbour) {
  EngageHost host;
  auto other = sample_announcement(Severity::incident);
  other.post.id = PostId{8};
  other.post.title = "Down";
  host.adopt(list_of({sample_poll(), sample_announcement(), other}));
  host.click("Dismiss: Down"); // the first, as incidents are
  BOOST_TEST(host.focus_is_on("post-7-title"));
  host.click("Dismiss: We are moving");
  BOOST_TEST(host.focus_is_on("post-42-title"));
  EngageHost last;
  last.adopt(list_of({other, sample_announcement()}));
  last.click("Dismiss: We are moving");
  BOOST_TEST(last.focus_is_on("post-8-title"));
}

BOOST_AUTO_TEST_CASE(an_incident_is_said_at_once_and_only_then) {
  EngageHost host;
  host.adopt(list_of({sample_announcement(Severity::incident)}));
  BOOST_TEST(host.assertive == "We are moving");
  EngageHost quiet;
  quiet.adopt(list_of({sample_announcement()}));
  BOOST_TEST(quiet.assertive.empty());
}

BOOST_AUTO_TEST_CASE(a_question_leads_to_the_composer) {
  EngageHost host;
  auto question = sample_announcement();
  question.post.kind = PostKind::question;
  host.adopt(list_of({question}));
  host.click("Answer");
  BOOST_TEST(host.composed == 1);
}

BOOST_AUTO_TEST_CASE(it_looks_again_when_a_poll_closes_and_shows_the_end) {
  EngageHost host;
  host.adopt(list_of({sample_poll()}));
  BOOST_TEST(host.woken["change"] == Duration::minutes(60).milliseconds + 1000);
  host.now += Duration::minutes(61).milliseconds;
  host.tick("change");
  BOOST_TEST(host.shows("Closed January 15")); // also while the server does not answer
  auto closed = with_counts(sample_poll(), {1, 0, 0});
  closed.phase = PostPhase::closed;
  host.answer("GET", "/api/v1/posts?site=blog&page=%2Ftrees&lang=en&html=1", 200, wire::encode(list_of({closed})));
  BOOST_TEST(host.shows("100% · 1 vote"));
  BOOST_TEST(host.find(view::Role::button, "Vote") == nullptr);
}

// The form was there, the poll closed, and the ballot came too late.
BOOST_AUTO_TEST_CASE(a_late_vote_is_told_why_and_shown_the_end) {
  EngageHost host;
  host.adopt(list_of({with_counts(sample_poll(), {1, 1, 0})}));
  host.choose("Oak");
  host.submit();
  host.refuse("PUT", ballot_url, ErrorCode::closed);
  auto closed = with_counts(sample_poll(), {1, 1, 0});
  closed.phase = PostPhase::closed;
  host.answer("GET", "/api/v1/posts?site=blog&page=%2Ftrees&lang=en&html=1", 200, wire::encode(list_of({closed})));
  BOOST_TEST(host.find(view::Role::alert, "This is closed; nothing more can be sent in.") != nullptr);
  BOOST_TEST(!host.shows("Your vote"));
  BOOST_TEST(host.find(view::Role::button, "Vote") == nullptr);
}

BOOST_AUTO_TEST_CASE(a_slow_clock_at_the_readers_does_not_matter) {
  EngageHost host;
  host.now -= Duration::minutes(30).milliseconds;
  host.adopt(list_of({sample_poll()}));
  BOOST_TEST(host.woken["change"] == Duration::minutes(60).milliseconds + 1000);
}

BOOST_AUTO_TEST_CASE(others_votes_come_in_and_a_form_that_is_being_filled_in_stays) {
  EngageHost host;
  host.adopt(list_of({with_counts(sample_poll(), {1, 0, 0})}));
  host.choose("Birch");
  host.tick("look");
  host.answer("GET", "/api/v1/posts?site=blog&page=%2Ftrees&lang=en&html=1", 200,
              wire::encode(list_of({with_counts(sample_poll(), {1, 3, 0})})));
  BOOST_TEST(host.is_checked("Birch"));
  BOOST_TEST(host.shows("75% · 3 votes"));
  BOOST_TEST(host.announced.empty());
}

BOOST_AUTO_TEST_CASE(any_bytes_are_answered) {
  widget::engage::Session session("{");
  for (const std::string_view bytes : {"", "{}", "{\"type\":\"begin\"}", "{\"type\":\"click\",\"id\":99}",
                                       "{\"type\":\"response\",\"request\":1,\"body\":\"{\"}", "\xFF"}) {
    BOOST_TEST(wire::parse_json(session.receive(bytes)).has_value());
  }
}

BOOST_AUTO_TEST_SUITE_END()
