// Posts as readers see them, without a server.
#include <boost/test/unit_test.hpp>

#include <set>
#include <string>

#include "shared/view/catalogues/built_in.h"
#include "shared/view/engage/views.h"
#include "shared/view/html.h"
#include "tests/shared/html_reader.h"

using namespace palabre;
using view::engage::Item;
using view::engage::Means;
using view::engage::Place;
using view::engage::State;

namespace {

constexpr Instant noon{1'800'000'000'000};

wire::PostDocument sample_poll(PollKind kind = PollKind::single) {
  wire::PostDocument document;
  Post& post = document.post;
  post.id = PostId{42};
  post.site = "blog";
  post.kind = PostKind::poll;
  post.title = "Which <tree>?";
  post.ends = noon + Duration::minutes(60);
  post.poll = Poll{};
  post.poll->kind = kind;
  if (kind != PollKind::scale) post.poll->options = {{1, "Oak"}, {2, "Birch"}, {3, "Pine & fir"}};
  post.poll->most = kind == PollKind::single || kind == PollKind::scale ? 1 : 3;
  document.poll = wire::PollView{};
  return document;
}

wire::PostDocument with_results(wire::PostDocument document, std::vector<std::int64_t> counts) {
  document.poll->shown = true;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    document.poll->result.counts.push_back({static_cast<std::uint32_t>(i + 1), counts[i]});
    document.poll->result.ballots += counts[i];
  }
  document.poll->voters = document.poll->result.ballots;
  return document;
}

wire::PostDocument sample_announcement(PostShape shape) {
  wire::PostDocument document;
  document.post.id = PostId{7};
  document.post.title = "We are moving";
  document.post.body = "On *Monday*.";
  document.post.shape = shape;
  return document;
}

State state_of(std::vector<wire::PostDocument> posts, view::Language language = view::Language::en) {
  return view::engage::first_state(std::move(posts), noon, view::engage_messages(language));
}

std::string html_of(const State& state) {
  return view::to_html(*view::engage::posts_view(state));
}

bool has(const std::string& html, std::string_view part) {
  return html.find(part) != std::string::npos;
}

std::size_t count_of(const std::string& html, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = html.find(part); at != std::string::npos; at = html.find(part, at + 1)) ++count;
  return count;
}

} // namespace

BOOST_AUTO_TEST_SUITE(view_engage)

BOOST_AUTO_TEST_CASE(a_poll_is_a_form_that_works_without_script) {
  const std::string html = html_of(state_of({sample_poll()}));
  BOOST_TEST(has(html, "action=\"/p/blog/42\""));
  BOOST_TEST(count_of(html, "type=\"radio\"") == 3);
  BOOST_TEST(has(html, "Which &lt;tree&gt;?"));
  BOOST_TEST(has(html, "Pine &amp; fir"));
  BOOST_TEST(has(html, "Choose one answer."));
  BOOST_TEST(has(html, "<legend"));
}

BOOST_AUTO_TEST_CASE(a_multiple_poll_says_how_many_and_has_check_boxes) {
  auto poll = sample_poll(PollKind::multiple);
  poll.post.poll->least = 2;
  const std::string html = html_of(state_of({poll}));
  BOOST_TEST(has(html, "Choose 2 to 3 answers."));
  BOOST_TEST(count_of(html, "type=\"checkbox\"") == 3);
}

BOOST_AUTO_TEST_CASE(a_scale_says_what_its_ends_mean) {
  auto poll = sample_poll(PollKind::scale);
  poll.post.poll->low = "never";
  poll.post.poll->high = "always";
  const std::string html = html_of(state_of({poll}));
  BOOST_TEST(count_of(html, "type=\"radio\"") == 5);
  BOOST_TEST(has(html, "1 – never"));
  BOOST_TEST(has(html, "5 – always"));
}

BOOST_AUTO_TEST_CASE(ranked_answers_stand_in_the_order_chosen) {
  State state = state_of({sample_poll(PollKind::ranked)});
  state.items[0].poll.chosen = {3, 1};
  const std::string html = html_of(state);
  BOOST_TEST(html.find("Pine &amp; fir</span>") < html.find("Oak</span>"));
  BOOST_TEST(html.find("Oak</span>") < html.find("Birch</span>"));
  state.means = Means::forms;
  BOOST_TEST(count_of(html_of(state), "<select") == 3);
  BOOST_TEST(!has(html_of(state), "Move up"));
}

BOOST_AUTO_TEST_CASE(results_have_bars_figures_and_a_table) {
  State state = state_of({with_results(sample_poll(), {3, 1, 0})});
  state.items[0].poll.cast = Ballot{{1}};
  const std::string html = html_of(state);
  BOOST_TEST(has(html, "75% · 3 votes"));
  BOOST_TEST(has(html, "25% · 1 vote"));
  BOOST_TEST(has(html, "p-at-38"));
  BOOST_TEST(has(html, "4 people voted"));
  BOOST_TEST(has(html, "<table"));
  BOOST_TEST(has(html, "Your vote: Oak"));
  BOOST_TEST(!has(html, "<form"));
}

BOOST_AUTO_TEST_CASE(what_may_not_be_seen_is_not_there) {
  auto poll = sample_poll();
  poll.poll->voters = 9;
  poll.post.poll->results = ResultsShown::at_closing;
  const std::string html = html_of(state_of({poll}));
  BOOST_TEST(has(html, "Results are shown when the poll closes."));
  BOOST_TEST(!has(html, "p-bar"));
}

BOOST_AUTO_TEST_CASE(a_run_off_is_shown_round_by_round) {
  auto poll = with_results(sample_poll(PollKind::ranked), {4, 3, 2});
  poll.phase = PostPhase::closed;
  poll.poll->result.rounds = {{{{1, 4}, {2, 3}, {3, 2}}, 0, {3}}, {{{1, 4}, {2, 5}}, 0, {}}};
  poll.poll->result.winners = {2};
  const std::string html = html_of(state_of({poll}));
  BOOST_TEST(has(html, "First: Birch"));
  BOOST_TEST(has(html, "Round 2"));
  BOOST_TEST(has(html, "Out: Pine &amp; fir"));
  BOOST_TEST(has(html, "56% · 5 votes"));
}

BOOST_AUTO_TEST_CASE(a_scale_has_a_mean) {
  State state = state_of({with_results(sample_poll(PollKind::scale), {1, 0, 0, 0, 2})});
  BOOST_TEST(has(html_of(state), "Average: 3.7 of 5"));
  state.messages = view::engage_messages(view::Language::fr);
  BOOST_TEST(has(html_of(state), "3,7"));
}

BOOST_AUTO_TEST_CASE(results_say_what_the_ends_of_a_scale_mean) {
  auto poll = with_results(sample_poll(PollKind::scale), {1, 0, 0, 0, 2});
  poll.post.poll->low = "never";
  poll.post.poll->high = "always";
  poll.phase = PostPhase::closed;
  BOOST_TEST(count_of(html_of(state_of({poll})), "5 – always") == 2); // beside its bar, and in the table
}

BOOST_AUTO_TEST_CASE(no_votes_are_said_in_words) {
  State state = state_of({with_results(sample_poll(), {0, 0, 0})});
  BOOST_TEST(has(html_of(state), "Nobody has voted yet."));
  state.items[0].document.phase = PostPhase::closed;
  BOOST_TEST(has(html_of(state), "Nobody voted."));
}

BOOST_AUTO_TEST_CASE(a_ranking_has_one_vote) {
  State state = state_of({with_results(sample_poll(PollKind::ranked), {1, 0, 0})});
  state.items[0].poll.cast = Ballot{{1, 3}};
  BOOST_TEST(count_of(html_of(state), "p-own-vote") == 1);
}

BOOST_AUTO_TEST_CASE(incidents_stand_before_other_banners) {
  auto incident = sample_announcement(PostShape::banner);
  incident.post.id = PostId{9};
  incident.post.severity = Severity::incident;
  const std::string html = html_of(state_of({sample_announcement(PostShape::banner), incident}));
  BOOST_TEST(html.find("post-9-") < html.find("post-7-"));
}

BOOST_AUTO_TEST_CASE(banners_come_first_and_what_has_its_own_place_stays_there) {
  auto elsewhere = sample_poll();
  elsewhere.post.shape = PostShape::in_place;
  const State state = state_of({elsewhere, sample_announcement(PostShape::banner)});
  const std::string html = html_of(state);
  BOOST_TEST(has(html, "<section"));
  BOOST_TEST(!has(html, "Which"));
  State alone = state;
  alone.place = Place::alone;
  BOOST_TEST(has(html_of(alone), "Which"));
}

BOOST_AUTO_TEST_CASE(severity_is_said_in_words) {
  auto incident = sample_announcement(PostShape::banner);
  incident.post.severity = Severity::incident;
  BOOST_TEST(has(html_of(state_of({incident})), ">Incident<"));
}

BOOST_AUTO_TEST_CASE(a_dismissed_one_is_hidden_and_a_changed_one_is_another) {
  State state = state_of({sample_announcement(PostShape::card)});
  const std::string key = view::engage::dismissal_key(state.items[0].document.post);
  state.items[0].dismissed = true;
  BOOST_TEST(has(html_of(state), " hidden=\"\""));
  state.items[0].document.post.body = "On Tuesday.";
  BOOST_TEST(view::engage::dismissal_key(state.items[0].document.post) != key);
}

BOOST_AUTO_TEST_CASE(only_a_winner_reads_the_code) {
  wire::PostDocument contest;
  contest.post.id = PostId{5};
  contest.post.kind = PostKind::contest;
  contest.post.title = "Win a book";
  contest.post.contest = Contest{};
  contest.phase = PostPhase::closed;
  contest.contest = wire::ContestView{};
  contest.contest->winners = {"A. D."};
  State state = state_of({contest});
  BOOST_TEST(has(html_of(state), "A. D."));
  BOOST_TEST(!has(html_of(state), "You have won"));
  wire::OwnEntry entry;
  entry.number = 3;
  entry.state = EntryState::accepted;
  entry.won = true;
  entry.prize = "BOOK-<1>";
  state.items[0].contest.entry = entry;
  BOOST_TEST(has(html_of(state), "You have won!"));
  BOOST_TEST(has(html_of(state), "BOOK-&lt;1&gt;"));
}

// As it is at any time, with everything that can be said of it.
wire::PostDocument sample_contest(PostPhase phase, Choosing choosing, bool drawn) {
  wire::PostDocument contest;
  contest.post.id = PostId{5};
  contest.post.kind = PostKind::contest;
  contest.post.title = "Win a book";
  contest.post.contest = Contest{};
  contest.post.contest->choosing = choosing;
  contest.post.contest->comment_first = true;
  contest.phase = phase;
  contest.contest = wire::ContestView{};
  contest.contest->entries = 2;
  contest.contest->proof.seed_hash = std::string(64, '1');
  if (phase == PostPhase::closed) contest.contest->proof.list_hash = std::string(64, '2');
  if (drawn) contest.contest->winners = {"A. D.", ""};
  if (drawn && choosing == Choosing::draw) contest.contest->proof.seed = std::string(64, '3');
  return contest;
}

BOOST_AUTO_TEST_CASE(a_contest_has_words_in_every_language_for_every_state) {
  using view::engage::Checking;
  using view::engage::OwnLine;
  for (const view::Language language : view::languages) {
    for (const Choosing choosing : {Choosing::draw, Choosing::jury}) {
      for (const auto& [phase, drawn] : {std::pair(PostPhase::open, false), std::pair(PostPhase::closed, false),
                                         std::pair(PostPhase::closed, true)}) {
        State state = state_of({sample_contest(phase, choosing, drawn)}, language);
        auto& part = state.items[0].contest;
        part.entry = wire::OwnEntry{3, EntryState::accepted, "Ada", Naming::name, "words"};
        part.entry->receipt = std::string(32, 'a');
        part.told = true;
        for (const Checking checking : {Checking::asked, Checking::failed, Checking::agrees, Checking::differs}) {
          for (const OwnLine own : {OwnLine::none, OwnLine::listed, OwnLine::missing}) {
            part.check = {checking, 2, drawn, true, true, own};
            BOOST_TEST(!has(html_of(state), "⟨"));
          }
        }
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(every_language_has_every_word) {
  auto entered = sample_poll(PollKind::ranked);
  entered.poll->set_apart = 2;
  for (const view::Language language : view::languages) {
    for (auto kind : poll_kinds) {
      BOOST_TEST(!has(html_of(state_of({with_results(sample_poll(kind), {0, 0, 0})}, language)), "⟨"));
      State state = state_of({with_results(sample_poll(kind), {2, 1, 0}), sample_announcement(PostShape::banner),
                              sample_announcement(PostShape::card)},
                             language);
      BOOST_TEST(!has(html_of(state), "⟨"));
      state.items[0].poll.cast = Ballot{{1}};
      state.items[0].poll.check = {view::engage::Checking::agrees, 3};
      BOOST_TEST(!has(html_of(state), "⟨"));
    }
  }
}

BOOST_AUTO_TEST_CASE(every_catalogue_of_posts_has_the_same_keys) {
  const auto keys_of = [](view::Language language) {
    std::set<std::string> keys;
    const auto json = wire::parse_json(view::engage_catalogue_text(language));
    BOOST_REQUIRE(json);
    const view::Catalogue catalogue(*json);
    for (const auto& [key, text] : catalogue.entries()) keys.insert(key);
    return keys;
  };
  const auto english = keys_of(view::Language::en);
  BOOST_TEST(english.size() > 50U);
  for (const view::Language language : view::languages) BOOST_TEST((keys_of(language) == english));
}

BOOST_AUTO_TEST_CASE(the_server_prints_markdown_and_the_module_leaves_room_for_it) {
  const auto announcement = sample_announcement(PostShape::card);
  const view::Messages english = view::engage_messages(view::Language::en);
  BOOST_TEST(has(view::engage::posts_html({announcement}, noon, english), "<p>On <em>Monday</em>.</p>"));
  BOOST_TEST(has(html_of(state_of({announcement})), "<div class=\"p-body\" dir=\"auto\"></div>"));
}

BOOST_AUTO_TEST_CASE(a_page_by_itself_has_a_title_and_forms) {
  const std::string page = view::engage::post_page(state_of({sample_poll()}), "p{}", {});
  BOOST_TEST(has(page, "<title>Which &lt;tree&gt;?</title>"));
  BOOST_TEST(has(page, "<h1"));
  BOOST_TEST(!has(page, "Check the count"));
}

BOOST_AUTO_TEST_SUITE_END()
