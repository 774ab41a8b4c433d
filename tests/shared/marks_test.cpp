// Reactions and votes: what is offered, what is shown, where votes put a comment, and how it travels.
#include <boost/test/unit_test.hpp>

#include "shared/rules/engagement.h"
#include "shared/rules/marks.h"
#include "shared/rules/ranking.h"
#include "shared/wire/codec.h"
#include "shared/wire/codec_engagement.h"
#include "tests/shared/vectors.h"
#include "tests/support/must.h"

namespace palabre {
namespace {

using test::load_vectors;
using test::member;
using test::must;

MarkRules offering(VoteRule votes, std::uint32_t scores_from = 0) {
  return {votes, {{"heart", "❤️", "love"}, {"sad", "😢", ""}}, Shown::yes, scores_from};
}

template <class T> std::string refusal(const Expected<T>& result) {
  if (result) return {};
  return std::string(error_info(result.error().code).name) + " " + result.error().field;
}

std::string refusal_of(Engagement engagement) {
  return refusal(rules::check_engagement(engagement));
}

Engagement with(std::vector<Reaction> reactions) {
  Engagement engagement;
  engagement.marks.reactions = std::move(reactions);
  return engagement;
}

} // namespace

BOOST_AUTO_TEST_SUITE(marks)

// Written by another program, checked there against sixty digits.
BOOST_AUTO_TEST_CASE(votes_give_the_same_rank_everywhere) {
  for (const wire::JsonValue& item : load_vectors("ranking.json").children) {
    const rules::Votes votes{member(item, "up").integer, member(item, "down").integer};
    BOOST_TEST_CONTEXT(votes.up << " up, " << votes.down << " down") {
      BOOST_TEST(rules::wilson_rank(votes) == member(item, "rank").integer);
      BOOST_TEST(rules::controversy(votes) == member(item, "controversy").integer);
    }
  }
}

BOOST_AUTO_TEST_CASE(more_of_the_same_opinion_never_lowers_a_rank) {
  for (std::int64_t up = 0; up < 60; ++up) {
    for (std::int64_t down = 0; down < 60; ++down) {
      BOOST_TEST(rules::wilson_rank({up + 1, down}) >= rules::wilson_rank({up, down}));
      BOOST_TEST(rules::wilson_rank({up, down + 1}) <= rules::wilson_rank({up, down}));
      BOOST_TEST(rules::controversy({up, down}) == rules::controversy({down, up}));
    }
  }
}

BOOST_AUTO_TEST_CASE(only_what_the_site_offers_may_be_left_and_is_shown) {
  const MarkRules rules = offering(VoteRule::up);
  BOOST_TEST(rules::is_offered("up", rules, Shown::no));
  BOOST_TEST(!rules::is_offered("down", rules, Shown::no));
  BOOST_TEST(!rules::is_offered("up", rules, Shown::yes)); // a page takes no votes
  BOOST_TEST(rules::is_offered("sad", rules, Shown::yes));
  BOOST_TEST(!rules::is_offered("laugh", rules, Shown::no));
  const MarkTally counted{3, 2, false, {{"laugh", 4}, {"sad", 1}, {"heart", 2}}};
  const MarkTally shown = rules::shown_tally(counted, rules, Shown::no);
  BOOST_TEST(shown.up == 3);
  BOOST_TEST(shown.down == 0);
  BOOST_TEST((shown.reactions == std::vector<ReactionCount>{{"heart", 2}, {"sad", 1}}));
  BOOST_TEST(rules::shown_tally(counted, {}, Shown::no).empty());
  MarkRules closed = rules;
  closed.on_page = Shown::no;
  BOOST_TEST(rules::shown_tally(counted, closed, Shown::yes).empty());
}

BOOST_AUTO_TEST_CASE(votes_are_hidden_until_there_are_enough) {
  const MarkRules rules = offering(VoteRule::up_and_down, 5);
  const MarkTally few = rules::shown_tally({3, 1, false, {}}, rules, Shown::no);
  BOOST_TEST(few.votes_hidden);
  BOOST_TEST(few.up + few.down == 0);
  BOOST_TEST(!rules::shown_tally({}, rules, Shown::no).votes_hidden);
  const MarkTally enough = rules::shown_tally({4, 1, false, {}}, rules, Shown::no);
  BOOST_TEST(!enough.votes_hidden);
  BOOST_TEST(enough.up == 4);
  // Down votes from before count for nothing where only votes up are offered.
  const MarkTally up_only = rules::shown_tally({4, 3, false, {}}, offering(VoteRule::up, 5), Shown::no);
  BOOST_TEST(up_only.votes_hidden);
}

BOOST_AUTO_TEST_CASE(an_owners_wishes_are_checked_with_the_place_of_the_fault) {
  BOOST_TEST(refusal_of(rules::engagement_of_new_site()).empty());
  BOOST_TEST(refusal_of(with({{"a", "A", ""}, {"a", "B", ""}})) == "unknown_field_value marks.reactions.1.name");
  BOOST_TEST(refusal_of(with({{"up", "A", ""}})) == "unknown_field_value marks.reactions.0.name");
  BOOST_TEST(refusal_of(with({{"Heart", "A", ""}})) == "unknown_field_value marks.reactions.0.name");
  BOOST_TEST(refusal_of(with({{std::string(33, 'a'), "A", ""}})) == "unknown_field_value marks.reactions.0.name");
  BOOST_TEST(refusal_of(with({{"a", " ", ""}})) == "field_empty marks.reactions.0.symbol");
  BOOST_TEST(refusal_of(with({{"a", std::string(25, 'x'), ""}})) == "field_too_long marks.reactions.0.symbol");
  BOOST_TEST(refusal_of(with({{"a", "\x01", ""}})) == "forbidden_character marks.reactions.0.symbol");
  BOOST_TEST(refusal_of(with({{"a", "\xFF", ""}})) == "malformed_text marks.reactions.0.symbol");
  BOOST_TEST(refusal_of(with(std::vector<Reaction>(13, {"a", "A", ""}))) == "field_too_long marks.reactions");
  Engagement engagement;
  engagement.marks.scores_from = 1001;
  BOOST_TEST(refusal_of(engagement) == "unknown_field_value marks.scores_from");
  engagement.marks.scores_from = 1000;
  engagement.welcome = std::string(2001, 'x');
  BOOST_TEST(refusal_of(engagement) == "field_too_long welcome");
  engagement.welcome = "  Hello\r\nyou  ";
  engagement.marks.reactions = {{"yes", " oh  yes ", " I\tagree "}};
  const Engagement checked = must(rules::check_engagement(engagement));
  BOOST_TEST(checked.welcome == "Hello\nyou");
  BOOST_TEST(checked.marks.reactions.at(0).symbol == "oh yes");
  BOOST_TEST(checked.marks.reactions.at(0).label == "I agree");
}

BOOST_AUTO_TEST_CASE(marks_and_their_rules_travel) {
  Engagement engagement{offering(VoteRule::up_and_down, 7), "Hello", Shown::yes};
  BOOST_TEST((must(wire::decode_engagement(wire::encode(engagement))) == engagement));
  const auto change = must(wire::decode_change_engagement(wire::encode(wire::ChangeEngagement{9, engagement})));
  BOOST_TEST(change.version == 9);
  BOOST_TEST((change.engagement == engagement));
  const wire::MarkAnswer answer{{3, 1, false, {{"heart", 2}}}, {"heart", "up"}};
  const std::string json = wire::encode(answer);
  BOOST_TEST(json == R"({"marks":{"up":3,"down":1,"reactions":[{"name":"heart","count":2}]},"mine":["heart","up"]})");
  BOOST_TEST((must(wire::decode_mark_answer(json)).tally == answer.tally));
  BOOST_TEST(must(wire::decode_mark_answer(json)).mine == answer.mine, boost::test_tools::per_element());
  BOOST_TEST(refusal(wire::decode_mark_answer(R"({"marks":{"up":-1},"mine":[]})")) == "unknown_field_value marks.up");
  BOOST_TEST(refusal(wire::decode_engagement(R"({"marks":{"votes":"both"}})")) == "unknown_field_value marks.votes");
  BOOST_TEST(refusal(wire::decode_engagement(R"({"marks":{"scores_from":4294967296}})")) ==
             "unknown_field_value marks.scores_from");

  wire::ThreadDocument document;
  document.thread.marks = engagement.marks;
  document.thread.page_marks = {0, 0, false, {{"sad", 5}}};
  Comment comment;
  comment.id = CommentId{1};
  comment.marks = {0, 0, true, {}};
  document.thread.comments.push_back(comment);
  const auto read = must(wire::decode_thread(wire::encode(document)));
  BOOST_TEST((read.thread.marks == document.thread.marks));
  BOOST_TEST((read.thread.page_marks == document.thread.page_marks));
  BOOST_TEST((read.thread.comments.at(0).marks == comment.marks));
  wire::OwnComments own;
  own.marks = {{std::nullopt, {"sad"}}, {CommentId{4}, {"heart", "up"}}};
  const auto mine = must(wire::decode_own_comments(wire::encode(own))).marks;
  BOOST_REQUIRE(mine.size() == 2U);
  BOOST_TEST(!mine[0].comment);
  BOOST_TEST((mine[1].comment == CommentId{4}));
  BOOST_TEST(mine[1].names == own.marks[1].names, boost::test_tools::per_element());
}

// A page whose site offers nothing is described as it always was.
BOOST_AUTO_TEST_CASE(where_nothing_is_offered_nothing_is_said_of_it) {
  BOOST_TEST(wire::encode(wire::ThreadDocument{}).find("marks") == std::string::npos);
  BOOST_TEST(wire::encode(wire::OwnComments{}).find("marks") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre
