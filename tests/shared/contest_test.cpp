// What holds of a contest's entries: answers, words, initials, suspicion; and contests as JSON.
#include <boost/test/unit_test.hpp>

#include "shared/rules/contest.h"
#include "shared/wire/codec_posts.h"

namespace palabre {
namespace {

std::string outcome(const Expected<std::string>& result) {
  if (result) return *result;
  return std::string(error_info(result.error().code).name) + " " + result.error().field;
}

template <class T> std::string refusal_of(const Expected<T>& result) {
  if (result) return "ok";
  return std::string(error_info(result.error().code).name) + " " + result.error().field;
}

} // namespace

BOOST_AUTO_TEST_SUITE(contest_rules)

BOOST_AUTO_TEST_CASE(answers_are_compared_without_case_accents_punctuation_and_blanks) {
  const std::vector<std::string> answers{"L'Étranger", "The Stranger", "東京"};
  for (const char* right : {"l'étranger", "L ETRANGER", "«L\xE2\x80\x99Étranger!»", "the  stranger", "The-Stranger.",
                            "東京", "thestranger"}) {
    BOOST_TEST(rules::is_right_answer(right, answers), right);
  }
  for (const char* wrong : {"", "!?", "stranger", "the strangers", "京東", "L'Étrangère"}) {
    BOOST_TEST(!rules::is_right_answer(wrong, answers), wrong);
  }
  BOOST_TEST(!rules::is_right_answer("anything", {}));
  BOOST_TEST(!rules::is_right_answer("", {""}));
  BOOST_TEST(!rules::is_right_answer("...", {"..."})); // an answer without a word is none
  BOOST_TEST(rules::is_right_answer("42", {"42"}));
  BOOST_TEST(!rules::is_right_answer("4 3", {"42"}));
}

BOOST_AUTO_TEST_CASE(initials_follow_the_name) {
  BOOST_TEST(rules::initials_of("Ada Lovelace") == "A. L.");
  BOOST_TEST(rules::initials_of("Élodie") == "É.");
  BOOST_TEST(rules::initials_of("Jean-Pierre O'Neil") == "J.-P. O.");
  BOOST_TEST(rules::initials_of("e\xCC\x81lan vital") == "e\xCC\x81. v."); // a letter with the mark on it
  BOOST_TEST(rules::initials_of("山田 太郎") == "山. 太.");
  BOOST_TEST(rules::initials_of("a b c d e f") == "a. b. c. d.");
  BOOST_TEST(rules::initials_of("\xF0\x9F\x8E\x89") == "\xF0\x9F\x8E\x89");
  BOOST_TEST(rules::initials_of("") == "");
  // Initials never tell the whole of a name that is longer than a letter.
  for (const char* name : {"Ada", "さくら", "محمد", "Zoé 2"}) BOOST_TEST(rules::initials_of(name) != name);
}

BOOST_AUTO_TEST_CASE(words_fit_their_kind) {
  using rules::check_entry_text;
  BOOST_TEST(outcome(check_entry_text(ContestKind::giveaway, "ignored")) == "");
  BOOST_TEST(outcome(check_entry_text(ContestKind::caption, "  one\nline ")) == "one line");
  BOOST_TEST(outcome(check_entry_text(ContestKind::challenge, " two\r\nlines ")) == "two\nlines");
  for (const ContestKind kind : {ContestKind::caption, ContestKind::question, ContestKind::challenge}) {
    BOOST_TEST(outcome(check_entry_text(kind, " \xE2\x80\x8B ")) == "field_empty text");
  }
  std::string most;
  for (std::size_t i = 0; i < rules::most_caption; ++i) most += "é";
  BOOST_TEST(outcome(check_entry_text(ContestKind::caption, most)) == most);
  BOOST_TEST(outcome(check_entry_text(ContestKind::caption, most + "é")) == "field_too_long text");
}

BOOST_AUTO_TEST_CASE(suspicion_begins_above_the_limits) {
  BOOST_TEST(rules::suspicion_of({rules::most_entries_of_a_network, rules::most_entries_in_a_burst}) == "");
  BOOST_TEST(rules::suspicion_of({rules::most_entries_of_a_network + 1, 1}) == "contest.network");
  BOOST_TEST(rules::suspicion_of({15, rules::most_entries_in_a_burst + 1}) == "contest.burst");
}

BOOST_AUTO_TEST_CASE(a_contest_survives_the_way) {
  wire::ContestDesk desk;
  desk.post.post.site = "blog";
  desk.post.post.kind = PostKind::contest;
  Contest contest;
  contest.kind = ContestKind::question;
  contest.choosing = Choosing::jury;
  contest.winners = 3;
  contest.moderation = EntryModeration::each;
  contest.comment_first = true;
  contest.vote_in = PostId{8};
  contest.answers = {"yes", "oui"};
  contest.prize = "A book";
  desk.post.post.contest = contest;
  desk.post.contest =
      wire::ContestView{5, {"words — A. L."}, {"hash", "list", {}, "", {}, Instant{1'700'000'000'000}}, {"A. L."}};
  desk.held = 1;
  desk.given = 2;
  desk.frozen = true;
  const std::string written = wire::encode(desk);
  const auto read = wire::decode_contest_desk(written);
  BOOST_REQUIRE(read.has_value());
  BOOST_TEST(wire::encode(*read) == written);
  BOOST_TEST((read->post.post.contest.value() == contest));
  BOOST_TEST(read->post.contest->shown == desk.post.contest->shown, boost::test_tools::per_element());
  BOOST_TEST(read->frozen);
}

BOOST_AUTO_TEST_CASE(what_is_none_is_refused_with_its_place) {
  BOOST_TEST(refusal_of(wire::decode_enter_contest(R"({})")) == "missing_field name");
  BOOST_TEST(refusal_of(wire::decode_enter_contest(R"({"name":"Ada","naming":"loud"})")) ==
             "unknown_field_value naming");
  BOOST_TEST(refusal_of(wire::decode_enter_contest(R"({"name":"Ada"})")) == "ok");
  BOOST_TEST(refusal_of(wire::decode_entry_ruling(R"({"state":"withdrawn"})")) == "unknown_field_value state");
  BOOST_TEST(refusal_of(wire::decode_entry_ruling(R"({"state":"accepted"})")) == "ok");
  BOOST_TEST(refusal_of(wire::decode_prize_codes(R"({"codes":[1]})")) == "wrong_type codes.0");
  BOOST_TEST(refusal_of(wire::decode_jury(R"({"entries":["1"]})")) == "wrong_type entries.0");
  BOOST_TEST(refusal_of(wire::decode_draw_proof(R"({"seed_hash":"","drawn":"soon"})")) == "unknown_field_value drawn");
  BOOST_TEST(wire::decode_jury(wire::encode_jury({3, 1})).value().front() == 3);
  BOOST_TEST(wire::decode_prize_codes(wire::encode_prize_codes({"A", "\"B\""})).value().back() == "\"B\"");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre
