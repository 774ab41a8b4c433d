// The editor of posts: what is written, what is sent, what may still change, and what somebody else changed.
#include <boost/test/unit_test.hpp>

#include "tests/widget/plan_samples.h"

using namespace palabre;
using namespace palabre::test;
using view::Attr;
using view::Role;
using view::State;

namespace {

DeskHost new_post(const std::string& kind) {
  DeskHost host;
  host.enter("#/plan/new/" + kind);
  return host;
}

// A stored post is open.
DeskHost open_post(const Post& post, MemberRole role = MemberRole::owner) {
  DeskHost host;
  host.enter("#/plan/" + post.id.text(), role);
  host.answer("GET", "posts/" + post.id.text(), 200, wire::encode(post));
  return host;
}

wire::PostDraft sent(const DeskHost& host, const std::string& method, const std::string& path) {
  const auto draft = wire::decode_post_draft(host.asked(method, path).body);
  BOOST_REQUIRE(draft.has_value());
  return *draft;
}

wire::PollDeskResults with_ballots(const Post& post, std::int64_t ballots) {
  wire::PollDeskResults results;
  results.post.post = post;
  results.post.poll = wire::PollView{};
  results.post.poll->result.ballots = ballots;
  results.with_all.ballots = ballots;
  return results;
}

const view::Node& options_form(const DeskHost& host) {
  return by_target(host, "option");
}

} // namespace

BOOST_AUTO_TEST_SUITE(desk_plan_editor)

BOOST_AUTO_TEST_CASE(a_poll_is_written_and_planned) {
  DeskHost host = new_post("poll");
  BOOST_REQUIRE(host.find(Role::heading, "A new poll") != nullptr);
  host.type(host.field("title"), "  Which   colour? ");
  host.type(host.field("option.1"), "Red");
  host.type(host.field("option.2"), "Blue");
  host.submit(options_form(host)); // Enter
  BOOST_TEST(host.has_focus(host.field("option.3")));
  host.type(host.field("option.3"), "Green");
  host.type(host.field("poll.kind"), "multiple");
  host.type(host.field("poll.least"), "1");
  host.type(host.field("poll.most"), "2");
  host.tell(host.field("poll.other"), "on");
  host.type(host.field("starts"), "2027-02-01T09:30");
  host.type(host.field("ends"), "2027-02-08T18:00");
  host.click(host.button("Plan"));
  const Post post = sent(host, "POST", "posts").post;
  BOOST_TEST(post.title == "Which colour?");
  BOOST_TEST((post.kind == PostKind::poll && post.state == PostState::planned));
  BOOST_TEST(post.site == "demo");
  BOOST_TEST(to_rfc3339(*post.starts) == "2027-02-01T09:30:00.000Z");
  BOOST_TEST(to_rfc3339(*post.ends) == "2027-02-08T18:00:00.000Z");
  BOOST_REQUIRE(post.poll.has_value());
  BOOST_TEST((post.poll->options == std::vector<PollOption>{{1, "Red"}, {2, "Blue"}, {3, "Green"}}));
  BOOST_TEST((post.poll->kind == PollKind::multiple && post.poll->most == 2U && post.poll->other));
  Post made = post;
  made.id = PostId{42};
  made.revision = 1;
  made.created = plan_now;
  host.answer("POST", "posts", 201, wire::encode(made));
  BOOST_TEST(host.hash == "#/plan/42");
  BOOST_TEST(host.announced == "Planned. Readers see it from its start on.");
  BOOST_TEST(host.shows("<div data-palabre-poll=\"42\"></div>"));
  host.route("#/plan/new/poll");
  BOOST_TEST(host.value_of("title").empty()); // a fresh one
}

BOOST_AUTO_TEST_CASE(without_a_start_it_is_published_now_and_enter_saves_a_draft) {
  DeskHost host = new_post("announcement");
  host.type(host.field("title"), "Hello");
  BOOST_TEST(host.find(Role::button, "Publish now") != nullptr);
  host.submit(by_target(host, "words"));
  BOOST_TEST((sent(host, "POST", "posts").post.state == PostState::draft));
  BOOST_TEST(view::has(host.button("Publish now").state, State::busy));
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_said_at_its_field_before_anything_is_sent) {
  DeskHost host = new_post("poll");
  host.click(host.button("Publish now"));
  BOOST_TEST(host.waiting() == 0U);
  BOOST_TEST(host.has_focus(host.field("title")));
  BOOST_TEST(view::has(host.field("title").state, State::invalid));
  host.type(host.field("title"), "Which?");
  host.type(host.field("option.1"), "Red");
  host.click(host.button("Publish now"));
  BOOST_TEST(host.shows("A poll needs two answers at least."));
  host.type(host.field("option.2"), "Red");
  host.click(host.button("Publish now"));
  BOOST_TEST(host.shows("Two answers say the same."));
  host.type(host.field("option.2"), "Blue");
  host.type(host.field("starts"), "2027-02-01T09:30");
  host.type(host.field("ends"), "2027-02-01T09:30");
  host.click(host.button("Plan"));
  BOOST_TEST(host.shows("The end comes after the start."));
  BOOST_TEST(host.has_focus(host.field("ends")));
  host.type(host.field("ends"), "2027-02-30T09:30"); // as no browser would
  host.click(host.button("Plan"));
  BOOST_TEST(host.waiting() == 0U);
}

BOOST_AUTO_TEST_CASE(options_are_moved_and_taken_away_with_the_focus_near) {
  DeskHost host = open_post(sample_poll());
  host.submit(options_form(host));
  host.type(host.field("option.3"), "Water");
  host.click(host.button("Move answer 3 up"));
  BOOST_TEST(host.value_of("option.3") == "Water");
  BOOST_TEST(host.focus_is_on("up-3"));
  host.click(host.button("Move answer 2 up"));
  BOOST_TEST(host.focus_is_on("down-3")); // it cannot go further up
  host.click(host.button("Take answer 2 away"));
  BOOST_TEST(host.has_focus(host.field("option.2")));
  host.click(host.button("Save"));
  const wire::PostDraft draft = sent(host, "PUT", "posts/7");
  BOOST_TEST(draft.revision == 3);
  // Those that stay keep their numbers; the one that went (1) is not given again.
  BOOST_TEST((draft.post.poll->options == std::vector<PollOption>{{3, "Water"}, {2, "Coffee"}}));
}

BOOST_AUTO_TEST_CASE(a_short_poll_keeps_two_answers) {
  const DeskHost host = new_post("poll");
  BOOST_TEST(view::has(host.button("Take answer 1 away").state, State::disabled));
}

BOOST_AUTO_TEST_CASE(controls_of_a_kind_come_with_it) {
  DeskHost host = new_post("poll");
  BOOST_TEST(host.find_id("field-poll.least") == nullptr);
  host.type(host.field("poll.kind"), "ranked");
  BOOST_TEST(host.find_id("field-poll.least") != nullptr);
  BOOST_TEST(host.find_id("field-poll.other") == nullptr);
  host.type(host.field("poll.kind"), "scale");
  BOOST_TEST(host.find_id("field-option.1") == nullptr);
  host.type(host.field("poll.low"), "bad");
  host.type(host.field("title"), "How was it?");
  host.click(host.button("Publish now"));
  const Post post = sent(host, "POST", "posts").post;
  BOOST_TEST((post.poll->options.empty() && post.poll->low == "bad"));
}

BOOST_AUTO_TEST_CASE(a_contest_is_written) {
  DeskHost host = new_post("contest");
  host.type(host.field("title"), "Where was this taken?");
  host.type(host.field("contest.kind"), "question");
  host.click(host.button("Publish now"));
  BOOST_TEST(host.has_focus(host.field("contest.answers")));
  host.type(host.field("contest.answers"), "Paris\n\n Lutèce \n");
  host.type(host.field("contest.winners"), "0");
  host.click(host.button("Publish now"));
  BOOST_TEST(host.shows("Write a number from 1 to 1,000."));
  host.type(host.field("contest.winners"), "3");
  host.type(host.field("contest.choosing"), "jury");
  host.tell(host.field("contest.comment_first"), "on");
  host.type(host.field("contest.prize"), "A mug");
  host.click(host.button("Publish now"));
  const Contest contest = *sent(host, "POST", "posts").post.contest;
  BOOST_TEST((contest.answers == std::vector<std::string>{"Paris", "Lutèce"}));
  BOOST_TEST((contest.winners == 3U && contest.choosing == Choosing::jury && contest.comment_first));
}

BOOST_AUTO_TEST_CASE(a_contest_may_ask_for_a_vote_in_a_poll_of_the_site) {
  DeskHost host = new_post("contest");
  const std::string path = "posts?site=demo&from=2026-07-16T08%3A00%3A00.000Z&to=2027-07-17T08%3A00%3A00.000Z";
  host.answer("GET", path, 200, wire::encode(sample_posts()));
  host.type(host.field("contest.vote_in"), "7");
  host.type(host.field("title"), "Win");
  host.click(host.button("Publish now"));
  BOOST_TEST((sent(host, "POST", "posts").post.contest->vote_in == PostId{7}));
}

BOOST_AUTO_TEST_CASE(pages_are_patterns_one_a_line) {
  DeskHost host = new_post("announcement");
  host.type(host.field("title"), "Spring");
  host.tell(host.field("every_page"), "");
  host.click(host.button("Publish now"));
  BOOST_TEST(host.has_focus(host.field("pages")));
  host.type(host.field("pages"), "/blog/*\n/about\n");
  host.click(host.button("Publish now"));
  BOOST_TEST((sent(host, "POST", "posts").post.pages == std::vector<std::string>{"/blog/*", "/about"}));
}

BOOST_AUTO_TEST_CASE(what_people_voted_on_stays_and_the_rest_may_change) {
  Post poll = sample_poll();
  poll.starts = Instant{plan_now.milliseconds - a_day};
  DeskHost host = open_post(poll);
  host.answer("GET", "polls/7/results", 200, wire::encode(with_ballots(poll, 3)));
  BOOST_TEST(host.shows("3 people have voted: the question"));
  for (const char* name : {"title", "option.1", "poll.kind", "poll.results", "poll.changeable"}) {
    BOOST_TEST(view::has(host.field(name).state, State::disabled), name);
  }
  for (const char* name : {"body", "ends", "shape"}) {
    BOOST_TEST(!view::has(host.field(name).state, State::disabled), name);
  }
  host.submit(options_form(host));
  BOOST_TEST(host.find_id("field-option.3") == nullptr);
  host.type(host.field("body"), "Thank you all");
  host.click(host.button("Save"));
  host.refuse("PUT", "posts/7", ErrorCode::fixed_by_ballots, "post.title");
  BOOST_TEST(host.shows("People have already voted or entered"));
  BOOST_TEST(host.value_of("body") == "Thank you all");
}

BOOST_AUTO_TEST_CASE(somebody_elses_change_is_told_and_nothing_is_lost) {
  DeskHost host = open_post(sample_poll());
  host.type(host.field("title"), "Mine?");
  host.click(host.button("Save"));
  host.refuse("PUT", "posts/7", ErrorCode::post_changed);
  Post theirs = sample_poll();
  theirs.body = "Theirs";
  theirs.revision = 4;
  host.answer("GET", "posts/7", 200, wire::encode(theirs));
  BOOST_REQUIRE(host.find(Role::heading, "Somebody else changed it meanwhile") != nullptr);
  BOOST_TEST(host.find(Role::list_item, "Title") != nullptr);
  BOOST_TEST(host.find(Role::list_item, "Text") != nullptr);
  BOOST_TEST(host.value_of("title") == "Mine?");
  host.click(host.button("Keep what I wrote"));
  host.click(host.button("Save"));
  const wire::PostDraft draft = sent(host, "PUT", "posts/7");
  BOOST_TEST(draft.revision == 4);
  BOOST_TEST(draft.post.title == "Mine?");
}

BOOST_AUTO_TEST_CASE(theirs_can_be_taken) {
  DeskHost host = open_post(sample_poll());
  host.type(host.field("title"), "Mine?");
  host.click(host.button("Save"));
  host.refuse("PUT", "posts/7", ErrorCode::post_changed);
  Post theirs = sample_poll();
  theirs.title = "Theirs?";
  theirs.revision = 4;
  host.answer("GET", "posts/7", 200, wire::encode(theirs));
  host.click(host.button("Take theirs"));
  BOOST_TEST(host.value_of("title") == "Theirs?");
}

BOOST_AUTO_TEST_CASE(what_is_written_outlives_the_session_and_leaving_the_screen) {
  DeskHost host = new_post("question");
  host.type(host.field("title"), "What next?");
  host.route("#/queue");
  host.route("#/plan/new/question");
  BOOST_TEST(host.value_of("title") == "What next?");
  host.click(host.button("Publish now"));
  host.refuse("POST", "posts", ErrorCode::not_signed_in);
  host.type(host.field("password"), "a short sentence");
  const view::NodePtr tree = host.tree();
  host.submit(*find_node(*tree, [](const view::Node& node) {
    return node.role == Role::form && find_node(node, [](const view::Node& one) {
                                        return attribute_is(one, Attr::id, "field-password");
                                      }) != nullptr;
  }));
  host.answer("POST", "session", 200, wire::encode(sample_desk_session()));
  BOOST_TEST(sent(host, "POST", "posts").post.title == "What next?"); // asked again
  BOOST_TEST(host.value_of("title") == "What next?");
}

BOOST_AUTO_TEST_CASE(deleting_and_closing_ask_first) {
  Post poll = sample_poll();
  poll.starts = Instant{plan_now.milliseconds - a_day};
  DeskHost host = open_post(poll);
  host.answer("GET", "polls/7/results", 200, wire::encode(with_ballots(poll, 0)));
  host.click(by_target(host, "do.close"));
  BOOST_TEST(host.waiting() == 0U);
  BOOST_TEST(host.has_focus(host.button("Cancel")));
  host.press("Escape");
  BOOST_TEST(host.find(Role::heading, "Close it now?") == nullptr);
  BOOST_TEST(host.focus_is_on("do-close"));
  host.click(by_target(host, "do.close"));
  host.click(by_target(host, "yes.close"));
  poll.ends = plan_now;
  poll.revision = 4;
  host.answer("POST", "posts/7/close", 200, wire::encode(poll));
  BOOST_TEST(host.announced == "Closed.");
  host.click(by_target(host, "do.remove"));
  host.click(by_target(host, "yes.remove"));
  host.answer("DELETE", "posts/7", 204);
  BOOST_TEST(host.hash == "#/plan?site=demo");
}

BOOST_AUTO_TEST_CASE(times_are_the_owners_and_the_zone_is_said) {
  DeskHost host;
  host.stored["zone"] = "Europe/Paris;60,1806195600000:120";
  host.enter("#/plan/new/announcement");
  host.type(host.field("title"), "Summer");
  host.type(host.field("starts"), "2027-01-20T09:00");
  BOOST_TEST(host.shows("Your time: Europe/Paris, UTC+1."));
  host.type(host.field("ends"), "2027-06-20T09:00");
  BOOST_TEST(host.shows("Your time: Europe/Paris, UTC+2."));
  host.click(host.button("Plan"));
  const Post post = sent(host, "POST", "posts").post;
  BOOST_TEST(to_rfc3339(*post.starts) == "2027-01-20T08:00:00.000Z");
  BOOST_TEST(to_rfc3339(*post.ends) == "2027-06-20T07:00:00.000Z");
}

BOOST_AUTO_TEST_CASE(who_only_reads_changes_nothing) {
  const DeskHost host = open_post(sample_announcement(), MemberRole::analyst);
  BOOST_TEST(view::has(host.field("title").state, State::disabled));
  BOOST_TEST(!does(host, "do.save"));
  BOOST_TEST(host.shows("Your role reads here"));
}

BOOST_AUTO_TEST_CASE(a_post_that_is_gone_is_said) {
  DeskHost host;
  host.enter("#/plan/99");
  host.refuse("GET", "posts/99", ErrorCode::unknown_post);
  BOOST_TEST(host.shows("This is no longer there."));
}

BOOST_AUTO_TEST_CASE(no_word_is_missing_in_any_form) {
  for (const view::Language language : {view::Language::en, view::Language::fr}) {
    for (const char* kind : {"announcement", "question", "poll", "contest"}) {
      DeskHost host(language);
      host.enter(std::string("#/plan/new/") + kind);
      BOOST_TEST(!host.shows("⟨"), host.words());
      if (kind == std::string("poll")) {
        for (const char* vote : {"multiple", "ranked", "scale"}) {
          host.type(host.field("poll.kind"), vote);
          BOOST_TEST(!host.shows("⟨"), host.words());
        }
      }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
