// A reader who takes part in a contest, without a browser or a server.
#include "shared/rules/draw.h"
#include "tests/widget/engage_host.h"

using namespace palabre;
using palabre::test::EngageHost;

namespace {

constexpr Instant noon{1'800'000'000'000};
const std::string entry_url = "/api/v1/contests/5/entry";
const std::string draw_url = "/api/v1/contests/5/draw";
const std::string own_url = "/api/v1/posts/5/me";
const std::string list_url = "/api/v1/posts?site=blog&page=%2Ftrees&lang=en&html=1";
const std::string receipt(32, 'a');

wire::PostList list_of(std::vector<wire::PostDocument> posts) {
  return {std::move(posts), noon, {}};
}

wire::PostDocument sample_contest(ContestKind kind = ContestKind::caption) {
  wire::PostDocument document;
  document.post.id = PostId{5};
  document.post.site = "blog";
  document.post.kind = PostKind::contest;
  document.post.state = PostState::planned;
  document.post.title = "Win a book";
  document.post.contest = Contest{};
  document.post.contest->kind = kind;
  document.contest = wire::ContestView{};
  return document;
}

// Number 3 is the reader's, as `own` has it.
DrawProof sample_proof() {
  DrawProof proof;
  proof.seed = std::string(64, '7');
  proof.seed_hash = rules::hash_of_seed(proof.seed);
  for (std::int64_t number = 1; number <= 5; ++number) {
    proof.list.push_back(rules::entry_line(number, receipt, "Ada", "words"));
  }
  proof.list_hash = rules::hash_of_list(proof.list);
  proof.winners = rules::draw_winners(proof.seed, proof.list, 1);
  return proof;
}

// As pages have it: the list is asked for.
wire::PostDocument over(const DrawProof& proof, std::vector<std::string> winners) {
  wire::PostDocument contest = sample_contest();
  contest.phase = PostPhase::closed;
  contest.contest->entries = 5;
  contest.contest->proof = proof;
  contest.contest->proof.list.clear();
  contest.contest->winners = std::move(winners);
  return contest;
}

wire::OwnPart own(std::string text = "words", EntryState state = EntryState::accepted) {
  wire::OwnPart part{PostId{5}};
  part.entry = wire::OwnEntry{3, state, "Ada", Naming::name, std::move(text)};
  part.entry->receipt = receipt;
  return part;
}

} // namespace

BOOST_AUTO_TEST_SUITE(engage_contest)

BOOST_AUTO_TEST_CASE(an_entry_is_sent_and_withdrawn) {
  EngageHost host;
  host.adopt(list_of({sample_contest()}));
  host.submit();
  BOOST_TEST(host.waiting() == 0U);
  BOOST_TEST(host.focus_is_on("post-5-text"));
  host.type("Your caption", "Roots & branches");
  host.choose("by your initials");
  host.submit();
  BOOST_TEST(host.asked("PUT", entry_url).body ==
             R"({"name":"Ada","naming":"initials","text":"Roots & branches","page":"/trees"})");
  wire::OwnPart part{PostId{5}};
  part.entry = wire::OwnEntry{3, EntryState::accepted, "Ada", Naming::initials, "Roots & branches"};
  host.answer("PUT", entry_url, 200, wire::encode(part));
  BOOST_TEST(host.shows("You are taking part. Your number: 3."));
  host.click("Withdraw");
  host.answer("DELETE", entry_url, 204);
  BOOST_TEST(host.shows("You have withdrawn."));
  BOOST_TEST(host.find(view::Role::button, "Withdraw") == nullptr);
}

BOOST_AUTO_TEST_CASE(a_missing_condition_is_named_where_it_stands) {
  EngageHost host;
  auto contest = sample_contest(ContestKind::giveaway);
  contest.post.contest->comment_first = true;
  host.adopt(list_of({contest}));
  host.submit();
  host.refuse("PUT", "/api/v1/contests/5/entry", ErrorCode::condition_not_met, "comment");
  BOOST_TEST(host.shows("Write a comment on this page – still missing"));
}

BOOST_AUTO_TEST_CASE(a_wrong_answer_leads_back_to_its_field) {
  EngageHost host;
  host.adopt(list_of({sample_contest(ContestKind::question)}));
  host.type("Your answer", "Pine");
  host.submit();
  host.refuse("PUT", entry_url, ErrorCode::wrong_answer, "text");
  BOOST_TEST(host.focus_is_on("post-5-text"));
  BOOST_TEST(host.shows("This is not the answer."));
  BOOST_TEST(!host.shows("Sending…"));
}

BOOST_AUTO_TEST_CASE(only_the_winner_keeps_no_code) {
  EngageHost host("alone");
  auto contest = sample_contest();
  host.build(list_of({contest}));
  host.type("Your caption", "x");
  host.submit();
  wire::OwnPart part{PostId{5}};
  part.entry = wire::OwnEntry{3, EntryState::accepted, "Ada", Naming::name, "x", true, "SECRET-CODE"};
  host.answer("PUT", "/api/v1/contests/5/entry", 200, wire::encode(part));
  BOOST_TEST(host.stored["palabre:posts:blog"].find("SECRET-CODE") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_draw_is_checked_against_what_was_promised) {
  const DrawProof proof = sample_proof();
  for (const bool honest : {true, false}) {
    EngageHost host;
    // A server that draws with another seed changes its promise along with it.
    DrawProof answered = proof;
    if (!honest) {
      answered.seed = std::string(64, '8');
      answered.seed_hash = rules::hash_of_seed(answered.seed);
      answered.winners = rules::draw_winners(answered.seed, answered.list, 1);
    }
    host.adopt(list_of({over(proof, {"Ada"})}));
    host.click("Check the draw");
    host.answer("GET", draw_url, 200, wire::encode(answered));
    BOOST_TEST(host.shows("Your browser drew again from 5 entries: the draw is right.") == honest);
    BOOST_TEST(host.shows("✗ The seed is the one promised at the opening") == !honest);
  }
}

BOOST_AUTO_TEST_CASE(what_was_promised_at_the_entry_holds_for_the_draw) {
  const DrawProof proof = sample_proof();
  for (const bool honest : {true, false}) {
    EngageHost host;
    auto contest = sample_contest();
    contest.contest->proof.seed_hash = honest ? proof.seed_hash : rules::hash_of_seed(std::string(64, '9'));
    host.adopt(list_of({contest}));
    host.type("Your caption", "words");
    host.submit();
    host.answer("PUT", entry_url, 200, wire::encode(own()));
    EngageHost later; // all that it is told now fits together
    later.stored = host.stored;
    later.adopt(list_of({over(proof, {"Ada"})}), true);
    later.click("Check the draw");
    later.answer("GET", own_url, 200, wire::encode(own()));
    later.answer("GET", draw_url, 200, wire::encode(proof));
    BOOST_TEST(later.shows("✗ The seed is the one promised at the opening") == !honest);
  }
}

BOOST_AUTO_TEST_CASE(the_receipt_is_shown_and_kept_for_a_return) {
  EngageHost host;
  host.adopt(list_of({sample_contest()}));
  host.type("Your caption", "words");
  host.submit();
  BOOST_TEST(host.shows("Sending…"));
  host.submit(); // twice is once
  BOOST_TEST(host.waiting() == 1U);
  BOOST_TEST(!host.shows("Your receipt"));
  host.answer("PUT", entry_url, 200, wire::encode(own()));
  BOOST_TEST(host.shows("Your receipt: " + receipt));
  BOOST_TEST(host.stored["palabre:posts:blog"].find(receipt) != std::string::npos);
  EngageHost later;
  later.stored = host.stored;
  later.adopt(list_of({sample_contest()}), true);
  BOOST_TEST(later.shows("You are taking part. Your number: 3."));
  BOOST_TEST(later.shows("Your receipt: " + receipt));
  later.own({own("words", EntryState::refused)});
  BOOST_TEST(!later.shows("Your receipt")); // it stands for no line of the list
}

// The entry's words are asked for first: they may have been changed in another tab.
BOOST_AUTO_TEST_CASE(the_check_of_a_draw_says_whether_the_own_entry_is_in_the_list) {
  for (const bool there : {true, false}) {
    EngageHost host;
    host.adopt(list_of({over(sample_proof(), {"Ada"})}));
    host.own({own("older words")});
    host.click("Check the draw");
    BOOST_TEST(!host.is_asked("GET", draw_url));
    host.answer("GET", own_url, 200, wire::encode(own(there ? "words" : "words that nobody listed")));
    host.answer("GET", draw_url, 200, wire::encode(sample_proof()));
    BOOST_TEST(host.shows("Your browser drew again from 5 entries: the draw is right."));
    BOOST_TEST(host.shows("Your own entry is in the list.") == there);
    BOOST_TEST(host.shows("Your own entry is not in the list. Show your receipt to the site’s owner, please.") ==
               !there);
    BOOST_TEST((host.last_announced().find("Your own entry is in the list.") != std::string::npos) == there);
  }
}

BOOST_AUTO_TEST_CASE(a_check_goes_on_where_the_own_entry_cannot_be_asked_for) {
  EngageHost host;
  host.adopt(list_of({over(sample_proof(), {"Ada"})}));
  host.own({own()});
  host.click("Check the draw");
  host.answer("GET", own_url, 0);
  host.answer("GET", draw_url, 200, wire::encode(sample_proof()));
  BOOST_TEST(host.shows("Your own entry is in the list."));
}

BOOST_AUTO_TEST_CASE(who_takes_no_part_is_told_of_no_line) {
  for (const EntryState state : {EntryState::refused, EntryState::withdrawn}) {
    EngageHost host;
    host.adopt(list_of({over(sample_proof(), {"Ada"})}));
    host.own({own("something else", state)});
    host.click("Check the draw");
    host.answer("GET", own_url, 200, wire::encode(own("something else", state)));
    host.answer("GET", draw_url, 200, wire::encode(sample_proof()));
    BOOST_TEST(host.shows("the draw is right."));
    BOOST_TEST(!host.shows("Your own entry is"));
  }
}

// Between the closing and the draw, and where a jury chooses.
BOOST_AUTO_TEST_CASE(a_closed_list_is_checked_without_a_draw) {
  DrawProof proof = sample_proof();
  proof.seed.clear();
  proof.winners.clear();
  for (const bool jury : {false, true}) {
    for (const bool honest : {true, false}) {
      EngageHost host;
      auto contest = over(proof, {});
      if (jury) {
        contest.post.contest->choosing = Choosing::jury;
        contest.contest->proof.seed_hash.clear();
      }
      host.adopt(list_of({contest}));
      host.own({own()});
      host.click("Check the list");
      host.answer("GET", own_url, 200, wire::encode(own()));
      DrawProof answered = proof;
      if (!honest) answered.list.pop_back();
      host.answer("GET", draw_url, 200, wire::encode(answered));
      BOOST_TEST(host.shows("Your browser read the list of 5 entries: it is the one that was closed.") == honest);
      BOOST_TEST(host.shows("Your browser read a list of 4 entries, and it is not the one that was closed.") ==
                 !honest);
      BOOST_TEST(host.shows("Your own entry is in the list."));
      BOOST_TEST(!host.shows("The seed is the one"));
    }
  }
}

BOOST_AUTO_TEST_CASE(what_is_over_is_told_as_over) {
  EngageHost host;
  auto contest = sample_contest();
  contest.contest->entries = 5;
  contest.post.ends = noon + Duration::minutes(10);
  host.adopt(list_of({contest}));
  host.own({own()});
  BOOST_TEST(host.shows("5 entries so far"));
  BOOST_TEST(host.shows("You are taking part."));
  host.now += Duration::minutes(11).milliseconds;
  host.tick("change");
  DrawProof promised = sample_proof();
  promised.seed.clear();
  promised.list_hash.clear();
  host.answer("GET", list_url, 200, wire::encode(list_of({over(promised, {})})));
  BOOST_TEST(host.shows("5 entries in all"));
  BOOST_TEST(!host.shows("so far"));
  BOOST_TEST(host.shows("You took part. Your number: 3."));
  BOOST_TEST(host.shows("Closed. The winners are not known yet."));
  BOOST_TEST(!host.shows("You did not win"));
}

// What the browser remembers is from before the draw: a winner must not read that somebody else has won.
BOOST_AUTO_TEST_CASE(only_the_server_says_who_did_not_win) {
  EngageHost host;
  wire::PostDocument open = over({}, {});
  host.adopt(list_of({open}));
  host.own({own()});
  host.send("\"type\":\"hidden\"");
  host.send("\"type\":\"shown\"");
  host.answer("GET", list_url, 200, wire::encode(list_of({over(sample_proof(), {"A. D."})})));
  BOOST_TEST(host.shows("A. D."));
  BOOST_TEST(!host.shows("You did not win"));
  wire::OwnPart part = own();
  part.entry->won = true;
  host.answer("GET", own_url, 200, wire::encode(part));
  BOOST_TEST(host.shows("You have won!"));
  host.own({own()});
  BOOST_TEST(host.shows("You took part. Your number: 3. You did not win this time."));
}

BOOST_AUTO_TEST_CASE(an_unnamed_winner_and_no_winner_at_all_are_said_in_words) {
  EngageHost host;
  host.adopt(list_of({over(sample_proof(), {"", "A. D."})}));
  BOOST_TEST(host.shows("A reader who wishes not to be named"));
  EngageHost empty;
  empty.adopt(list_of({over(sample_proof(), {})}));
  BOOST_TEST(empty.shows("There was no entry, so nobody has won."));
}

BOOST_AUTO_TEST_SUITE_END()
