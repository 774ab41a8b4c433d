#include <boost/test/unit_test.hpp>

#include "shared/rules/question.h"
#include "shared/rules/saved_reply.h"
#include "shared/rules/signature.h"
#include "shared/rules/similar_answer.h"
#include "shared/rules/standing.h"
#include "tests/shared/vectors.h"

using namespace palabre;
using test::text_of;

namespace {

const std::vector<wire::JsonValue>& rows(std::string_view name) {
  return test::member(test::load_vectors("people.json"), name).children;
}

Signature signature_in(const wire::JsonValue& row) {
  return parse_signature(text_of(row, "signature")).value();
}

std::string named(const std::vector<Badge>& badges) {
  std::string all;
  for (const Badge badge : badges) all += (all.empty() ? "" : " ") + std::string(to_name(badge));
  return all;
}

std::string standing(std::int64_t published, std::int64_t helpful, std::int64_t days) {
  return named(rules::badges_for({published, helpful, Instant{1'000}, Instant{1'000 + days * 86'400'000}}));
}

} // namespace

BOOST_AUTO_TEST_SUITE(people_rules)

BOOST_AUTO_TEST_CASE(questions_are_told_from_what_only_looks_like_one) {
  for (const wire::JsonValue& row : rows("questions")) {
    const std::string& body = text_of(row, "text");
    BOOST_TEST(rules::is_question(body) == test::member(row, "question").boolean, body);
  }
}

BOOST_AUTO_TEST_CASE(a_long_text_of_marks_is_read_in_time) {
  std::string marks;
  for (int i = 0; i < 20'000; ++i) marks += "\"? ";
  static_cast<void>(rules::is_question(marks));
  std::string quotes;
  for (int i = 0; i < 20'000; ++i) quotes += "\xC2\xAB";
  BOOST_TEST(!rules::is_question(quotes));
}

BOOST_AUTO_TEST_CASE(signatures_are_names_or_initials) {
  for (const wire::JsonValue& row : rows("signatures")) {
    BOOST_TEST(rules::signature_of(text_of(row, "name"), signature_in(row)) == text_of(row, "line"));
  }
}

BOOST_AUTO_TEST_CASE(nobody_signs_twice) {
  for (const wire::JsonValue& row : rows("signed")) {
    const std::string& name = text_of(row, "name");
    const std::string once = rules::sign(text_of(row, "body"), name, signature_in(row));
    BOOST_TEST(once == text_of(row, "signed"));
    BOOST_TEST(rules::sign(once, name, signature_in(row)) == once);
  }
}

BOOST_AUTO_TEST_CASE(names_and_titles_are_filled_in_as_plain_words) {
  for (const wire::JsonValue& row : rows("filled")) {
    BOOST_TEST(rules::fill_reply(text_of(row, "body"), text_of(row, "name"), text_of(row, "title")) ==
               text_of(row, "filled"));
  }
}

BOOST_AUTO_TEST_CASE(what_is_to_be_edited_is_found) {
  for (const wire::JsonValue& row : rows("placeholders")) {
    const std::string& body = text_of(row, "body");
    const auto found = rules::find_placeholder(body);
    BOOST_TEST((found ? body.substr(found->begin, found->end - found->begin) : "") == text_of(row, "found"));
  }
}

BOOST_AUTO_TEST_CASE(a_poll_is_taken_out_of_an_answer) {
  for (const wire::JsonValue& row : rows("polls")) {
    const auto taken = rules::take_poll(text_of(row, "body"));
    BOOST_TEST(taken.body == text_of(row, "rest"));
    BOOST_TEST((taken.poll ? taken.poll->value : 0) == test::member(row, "poll").integer);
  }
}

BOOST_AUTO_TEST_CASE(the_same_answer_again_is_noticed) {
  for (const wire::JsonValue& row : rows("answers")) {
    const rules::Answer a{text_of(row, "a"), text_of(row, "to_a"), "Ada Dupont"};
    const rules::Answer b{text_of(row, "b"), text_of(row, "to_b"), "Bob"};
    BOOST_TEST(rules::is_same_answer(a, b) == test::member(row, "same").boolean, a.body);
    BOOST_TEST(rules::is_same_answer(b, a) == test::member(row, "same").boolean, b.body);
  }
}

BOOST_AUTO_TEST_CASE(badges_follow_plain_criteria) {
  BOOST_TEST(standing(0, 0, 0) == "");
  BOOST_TEST(standing(1, 0, 0) == "first_comment");
  BOOST_TEST(standing(19, 0, 400) == "year");
  BOOST_TEST(standing(20, 0, 29) == "first_comment");
  BOOST_TEST(standing(20, 0, 30) == "regular");
  BOOST_TEST(standing(100, 0, 179) == "regular");
  BOOST_TEST(standing(100, 9, 180) == "pillar");
  BOOST_TEST(standing(100, 10, 365) == "pillar helpful year");
  BOOST_TEST(standing(12, 10, 3) == "helpful");
}

BOOST_AUTO_TEST_CASE(helpful_is_what_others_found_so) {
  rules::ReplyFacts reply{true, true, false, false, 1};
  BOOST_TEST(!rules::is_helpful(reply));
  reply.up = 2;
  BOOST_TEST(rules::is_helpful(reply));
  reply.by_member = true;
  BOOST_TEST(!rules::is_helpful(reply));
  BOOST_TEST(rules::is_helpful({true, true, false, true, 0}));
  BOOST_TEST(!rules::is_helpful({false, true, false, true, 5}));
  BOOST_TEST(!rules::is_helpful({true, false, false, true, 5}));
}

BOOST_AUTO_TEST_SUITE_END()
