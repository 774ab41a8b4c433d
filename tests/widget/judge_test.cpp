// The rules behind their door of JSON.
#include <fstream>
#include <iterator>

#include <boost/test/unit_test.hpp>

#include "shared/wire/codec_policy.h"
#include "shared/wire/json_reader.h"
#include "widget/judge/judge.h"

namespace palabre {
namespace {

std::string word_lists() {
  std::ifstream file(std::string(PALABRE_LEXICONS) + "/fr.words", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

wire::JsonValue parse(const std::string& json) {
  const auto value = wire::parse_json(json);
  BOOST_REQUIRE_MESSAGE(value.has_value(), json);
  return *value;
}

std::string verdict_of(const widget::Judge& judge, const std::string& body) {
  return parse(judge.judge(R"({"draft":{"body":")" + body + R"("},"lang":"fr","now":1})")).find("verdict")->text;
}

BOOST_AUTO_TEST_SUITE(judge)

BOOST_AUTO_TEST_CASE(it_judges_with_the_lists_that_were_loaded) {
  widget::Judge judge;
  BOOST_TEST(verdict_of(judge, "Espèce de connard !") == "publish");
  BOOST_TEST(judge.load("fr", word_lists()));
  BOOST_TEST(verdict_of(judge, "Espèce de connard !") == "hold");
}

BOOST_AUTO_TEST_CASE(what_is_no_list_is_not_taken) {
  widget::Judge judge;
  BOOST_TEST(!judge.load("fr", "PLX"));
  BOOST_TEST(!judge.load("xx", word_lists()));
}

// As GET policy answers.
std::string answer_of(rules::Preset preset) {
  return wire::encode(wire::PagePolicy{rules::policy_of(preset), true, {"fr"}});
}

BOOST_AUTO_TEST_CASE(a_broken_policy_leaves_the_old_one) {
  widget::Judge judge;
  BOOST_TEST(judge.policy(answer_of(rules::Preset::locked_down)) == "");
  BOOST_TEST(verdict_of(judge, "Bonjour à tous") == "hold");
  BOOST_TEST(
      parse(judge.policy(R"({"policy":{"admission":"quiet"},"open":true,"languages":[]})")).find("field")->text ==
      "policy.admission");
  BOOST_TEST(verdict_of(judge, "Bonjour à tous") == "hold");
  BOOST_TEST(judge.policy(answer_of(rules::Preset::open)) == "");
  BOOST_TEST(verdict_of(judge, "Bonjour à tous") == "publish");
}

BOOST_AUTO_TEST_CASE(a_broken_question_is_told) {
  const widget::Judge judge;
  BOOST_TEST(parse(judge.judge(R"({"draft":{}})")).find("field")->text == "draft.body");
  BOOST_TEST(parse(judge.judge("[")).find("code")->text == "malformed_json");
}

BOOST_AUTO_TEST_CASE(a_backtest_tells_what_each_preset_would_have_done) {
  const widget::Judge judge;
  const wire::JsonValue answer = parse(judge.backtest(R"({"policies":["open","locked_down"],"comments":[
    {"id":"1","name":"Ada","body":"A first comment of mine","created":1000},
    {"id":"2","name":"Ada","body":"And quite another one","created":9000000}]})"));
  const wire::JsonValue* results = answer.find("results");
  BOOST_REQUIRE(results != nullptr);
  BOOST_REQUIRE_EQUAL(results->children.size(), 2U);
  BOOST_TEST(results->children[0].find("publish")->integer == 2);
  const wire::JsonValue& locked = results->children[1];
  BOOST_TEST(locked.find("publish")->integer == 1);
  BOOST_TEST(locked.find("hold")->integer == 1);
  BOOST_TEST(locked.find("comments")->children.at(0).find("id")->text == "1");
  BOOST_TEST(locked.find("comments")->children.at(0).find("rule")->text == "policy.newcomer");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace palabre
