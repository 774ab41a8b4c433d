// Voting as the use cases do it, with a clock that the test turns.
#include <thread>

#include "server/service/comments.h"
#include "server/service/desk_decisions.h"
#include "server/service/desk_posts.h"
#include "server/service/polls.h"
#include "server/service/tokens.h"
#include "tests/service/world.h"

namespace palabre::test {
namespace {

service::Visitor visitor(const std::string& who, const std::string& network = {}) {
  std::string token = who;
  token.append(43 - token.size(), 'A');
  return {token, network.empty() ? who : network};
}

struct Voting : World {
  Voting() {
    context.post_changed = [this](SiteId, PostId post) { told.push_back("post " + post.text()); };
    context.voted = [this](SiteId, PostId post) { told.push_back("voted " + post.text()); };
  }

  Post add(const std::function<void(Post&)>& change = {}) {
    wire::PostDraft draft;
    draft.post.site = site.name;
    draft.post.kind = PostKind::poll;
    draft.post.state = PostState::planned;
    draft.post.title = "Which?";
    draft.post.poll = Poll{PollKind::single, {{0, "A"}, {0, "B"}, {0, "C"}}, 1, 0};
    draft.post.poll->results = ResultsShown::always;
    if (change) change(draft.post);
    return must(service::add_post(context, site, draft, {{}, "Ada"}));
  }
  Expected<wire::BallotReceipt> cast(const Post& post, const std::string& who, std::vector<std::uint32_t> choices,
                                     const std::string& other = {}, const std::string& network = {}) {
    return service::cast_ballot(context, site, post.id, {{std::move(choices), other}, {}}, visitor(who, network));
  }
  wire::PostDocument shown(const Post& post) { return must(service::read_post(context, post.id)).list.posts.at(0); }

  std::vector<std::string> told;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(voting, Voting)

BOOST_AUTO_TEST_CASE(everybody_concerned_is_told_once) {
  const Post post = add();
  BOOST_TEST(outcome(cast(post, "ada", {1})) == "ok");
  BOOST_TEST(outcome(cast(post, "ada", {1})) == "ok"); // a repeated request changes nothing
  BOOST_TEST((told == std::vector<std::string>{"post " + post.id.text(), "voted " + post.id.text()}));
}

BOOST_AUTO_TEST_CASE(a_token_of_another_shape_is_none) {
  const Post post = add();
  const wire::CastBallot ballot{{{1}, {}}, {}};
  BOOST_TEST(outcome(service::cast_ballot(context, site, post.id, ballot, {})) == "missing_token Authorization");
  BOOST_TEST(outcome(service::cast_ballot(context, site, post.id, ballot, {"short", "n"})) ==
             "wrong_token Authorization");
}

BOOST_AUTO_TEST_CASE(only_the_servers_clock_counts) {
  const Post post = add([&](Post& draft) {
    draft.starts = now + Duration::seconds(10);
    draft.ends = now + Duration::seconds(20);
  });
  BOOST_TEST(outcome(cast(post, "ada", {1})) == "not_open_yet");
  BOOST_TEST(outcome(service::read_post(context, post.id)) == "unknown_post");
  now = *post.starts;
  BOOST_TEST(outcome(cast(post, "ada", {1})) == "ok");
  now = Instant{post.ends->milliseconds - 1};
  BOOST_TEST(outcome(cast(post, "bob", {1})) == "ok");
  now = *post.ends;
  BOOST_TEST(outcome(cast(post, "cy", {1})) == "closed");
  BOOST_TEST(shown(post).poll->voters == 2);
}

BOOST_AUTO_TEST_CASE(documents_know_when_time_changes_them) {
  const Instant start = now + Duration::seconds(10);
  const Instant end = now + Duration::seconds(20);
  add([&](Post& draft) {
    draft.starts = start;
    draft.ends = end;
  });
  const auto at = [&](Instant time) {
    now = time;
    return must(service::posts_of_page(context, site, "/a"));
  };
  BOOST_TEST((at(Instant{start.milliseconds - 1}).changes == start));
  BOOST_TEST(at(Instant{start.milliseconds - 1}).list.posts.empty());
  BOOST_TEST((at(start).changes == end));
  BOOST_TEST(at(start).list.posts.size() == 1U);
  BOOST_TEST((at(end).changes == end + service::shown_after_closing));
  BOOST_TEST(at(end + service::shown_after_closing).list.posts.empty());
}

BOOST_AUTO_TEST_CASE(readers_are_not_told_what_is_the_desks) {
  const Post post = add([](Post& draft) {
    draft.purpose = Purpose::promotion;
    draft.pages = {"/a", "/secret-draft"};
  });
  const auto list = must(service::posts_of_page(context, site, "/a")).list;
  BOOST_REQUIRE(list.posts.size() == 1U);
  BOOST_TEST(list.posts[0].post.by.empty());
  BOOST_TEST(list.posts[0].post.pages.empty());
  BOOST_TEST((list.posts[0].post.purpose == Purpose::value));
  BOOST_TEST(must(service::find_post(context, post.id)).by == "Ada");
}

BOOST_AUTO_TEST_CASE(an_other_answer_the_rules_reject_is_refused_and_one_they_hold_waits) {
  const Post post = add([](Post& draft) { draft.poll->other = true; });
  BOOST_TEST(outcome(cast(post, "ada", {0}, "Purple")) == "ok");
  now = now + Duration::seconds(30);
  const auto spam = cast(post, "bob", {0}, "BUY NOW https://cheap.example https://pills.example https://x.example");
  const auto results = must(service::poll_results(context, post.id));
  if (spam) {
    BOOST_TEST(results.held_others.size() == 1U);
    BOOST_TEST(results.post.poll->others.size() == 1U);
    must(service::review_ballots(context, post.id, {{}, {}, results.held_others.at(0).first, true}, {{}, "Ada"}));
    BOOST_TEST(shown(post).poll->others.size() == 2U);
    BOOST_TEST(shown(post).poll->result.ballots == 2);
  } else {
    BOOST_TEST(outcome(spam) == "rejected_by_rules other");
  }
}

BOOST_AUTO_TEST_CASE(a_published_name_is_judged_and_who_is_banned_has_no_vote) {
  must(context.store.put_policy(site.id, "", R"({"admission":"hold_newcomers","words":{"reject":["verboten"]}})"));
  const auto named = [&](const Post& post, const std::string& name) {
    return outcome(service::cast_ballot(context, site, post.id, {{{1}, {}}, name}, visitor("ada")));
  };
  const Post open = add([](Post& draft) { draft.poll->secrecy = Secrecy::open; });
  BOOST_TEST(named(open, "Verboten") == "rejected_by_rules name");
  BOOST_TEST(named(open, "Ada") == "ok"); // newcomers' comments wait; a vote cannot
  const Post secret = add();
  BOOST_TEST(named(secret, "Verboten") == "ok"); // nobody ever sees it
  BOOST_TEST(shown(open).poll->voters == 1);

  const auto comment = must(service::post_comment(context, site, message("words"), {}, visitor("bob")));
  must(service::add_ban(context, {comment.comment.id, wire::BanSubject::author, wire::BanEffect::ban, 60, ""},
                        {{}, "Ada"}));
  BOOST_TEST(outcome(cast(secret, "bob", {1})) == "banned");
  BOOST_TEST(outcome(cast(secret, "cy", {1})) == "ok");
}

BOOST_AUTO_TEST_CASE(a_closed_poll_stays_closed_and_one_that_never_opened_cannot_be) {
  const Post post = add();
  now = now + Duration::seconds(5);
  const Post closed = must(service::close_post(context, post.id, {{}, "Ada"}));
  BOOST_TEST((closed.ends == now));
  now = now + Duration::seconds(5);
  BOOST_TEST((must(service::close_post(context, post.id, {{}, "Ada"})).ends == closed.ends));
  const Post later = add([&](Post& draft) { draft.starts = now + Duration::seconds(99); });
  BOOST_TEST(outcome(service::close_post(context, later.id, {{}, "Ada"})) == "wrong_order");
}

BOOST_AUTO_TEST_CASE(networks_have_another_hash_in_each_poll) {
  const std::string one = service::hash_of_voter_network(context, PostId{1}, "10.0.0.0/24");
  BOOST_TEST(!one.empty());
  BOOST_TEST(one != service::hash_of_voter_network(context, PostId{2}, "10.0.0.0/24"));
  BOOST_TEST(one == service::hash_of_voter_network(context, PostId{1}, "10.0.0.0/24"));
  BOOST_TEST(service::hash_of_voter_network(context, PostId{1}, "").empty());
}

// Hashes are another in each poll, not each day: who stuffs over midnight has no fresh start.
BOOST_AUTO_TEST_CASE(midnight_and_a_restart_forget_no_network) {
  context.counts_pace = true;
  const Post post = add();
  for (int i = 0; i < 20; ++i) must(cast(post, "o" + std::to_string(i), {i % 2 == 0 ? 1U : 2U}));
  constexpr std::int64_t day = 24LL * 60 * 60 * 1000;
  for (int i = 0; i < 20; ++i) {
    now = Instant{1'700'000'000'000 + i * day / 8 + i * i * 977};
    context.polls = std::make_shared<service::PollBook>(); // another process
    BOOST_TEST(outcome(cast(post, "s" + std::to_string(i), {3}, {}, "stuffer")) == "ok");
  }
  BOOST_TEST(shown(post).poll->voters == 25);
  BOOST_TEST(shown(post).poll->set_apart == 15);
}

// Nothing a client sends has a time in it; two servers' clocks may differ.
BOOST_AUTO_TEST_CASE(a_clock_that_goes_back_loses_no_ballot_and_suspects_nobody) {
  context.counts_pace = true;
  const Post post = add();
  for (int i = 0; i < 20; ++i) {
    now = Instant{1'700'000'100'000 + (i % 2 == 0 ? i * 2'000 : -i * 3'100)};
    BOOST_TEST(outcome(cast(post, "o" + std::to_string(i), {i % 2 == 0 ? 1U : 2U}, {}, "office")) == "ok");
  }
  BOOST_TEST(shown(post).poll->voters == 20);
}

BOOST_AUTO_TEST_CASE(a_rush_beyond_what_a_poll_takes_is_slowed_down) {
  context.counts_pace = true;
  const Post post = add();
  Expected<void> taken;
  int count = 0;
  while (taken && count < 100'000) {
    taken = context.polls->take_ballot(post.id, site.id, now);
    if (taken) ++count;
  }
  BOOST_TEST(outcome(taken) == "rate_limited");
  BOOST_TEST(count >= 2'000); // a real rush fits
  BOOST_TEST(outcome(cast(post, "ada", {1})) == "rate_limited");
  now = now + Duration::seconds(1);
  BOOST_TEST(outcome(cast(post, "ada", {1})) == "ok");
}

BOOST_AUTO_TEST_CASE(ranked_results_follow_each_ballot) {
  const Post post = add([](Post& draft) { draft.poll->kind = PollKind::ranked; });
  BOOST_TEST(outcome(cast(post, "ada", {1, 2})) == "ok");
  BOOST_TEST((shown(post).poll->result.winners == std::vector<std::uint32_t>{1}));
  BOOST_TEST(outcome(cast(post, "bob", {2})) == "ok");
  BOOST_TEST(outcome(cast(post, "cy", {2, 1})) == "ok");
  BOOST_TEST((shown(post).poll->result.winners == std::vector<std::uint32_t>{2}));
}

BOOST_AUTO_TEST_CASE(results_follow_options_that_change_before_anybody_votes) {
  const Post post = add([](Post& draft) { draft.poll->kind = PollKind::ranked; });
  BOOST_TEST(shown(post).poll->result.counts.size() == 3U);
  wire::PostDraft draft{post, post.revision};
  draft.post.poll->options.push_back({0, "D"});
  must(service::change_post(context, post.id, draft, {{}, "Ada"}));
  BOOST_TEST(shown(post).poll->result.counts.size() == 4U);
}

BOOST_AUTO_TEST_CASE(an_answer_somebody_else_wrote_otherwise_is_the_same_when_it_is_sent_again) {
  const Post post = add([](Post& draft) {
    draft.poll->other = true;
    draft.poll->changeable = false;
  });
  BOOST_TEST(outcome(cast(post, "ada", {0}, "tea")) == "ok");
  BOOST_TEST(outcome(cast(post, "bob", {0}, "TEA")) == "ok");
  BOOST_TEST(outcome(cast(post, "bob", {0}, "TEA")) == "ok"); // the answer was lost on its way
  BOOST_TEST(outcome(cast(post, "bob", {0}, "coffee")) == "already_voted");
}

BOOST_AUTO_TEST_CASE(an_owner_who_changes_the_poll_while_somebody_votes_loses_no_ballot) {
  const Post post = add();
  context.post_changed = {}; // `told` is one thread's
  context.voted = {};
  int changed = 0;
  std::thread owner([&] {
    for (int i = 0; i < 20; ++i) {
      const auto present = service::find_post(context, post.id);
      if (!present) return;
      wire::PostDraft draft{*present, present->revision};
      draft.post.body = "Version " + std::to_string(i);
      if (service::change_post(context, post.id, draft, {{}, "Ada"})) ++changed;
    }
  });
  int refused = 0;
  for (int i = 0; i < 20; ++i) {
    const auto vote = cast(post, "reader" + std::to_string(i), {1});
    if (!vote) {
      BOOST_TEST(outcome(vote) == "post_changed"); // after several tries; the reader is told to send again
      ++refused;
    }
  }
  owner.join();
  BOOST_TEST(changed == 20);
  BOOST_TEST(shown(post).poll->voters == 20 - refused);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre::test
