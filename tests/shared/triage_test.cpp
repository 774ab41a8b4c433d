// What a moderator looks at first, and what is an opinion rather than abuse.
#include <boost/test/unit_test.hpp>

#include "shared/rules/triage.h"
#include "tests/shared/vectors.h"

namespace palabre {
namespace {

using test::load_vectors;
using test::member;
using test::optional_text;
using test::text_of;

bool flag_of(const wire::JsonValue& item, std::string_view name) {
  const wire::JsonValue* value = item.find(name);
  return value != nullptr && value->boolean;
}

float number_of(const wire::JsonValue& item, std::string_view name) {
  const wire::JsonValue* value = item.find(name);
  if (value == nullptr) return 0;
  return static_cast<float>(value->kind == wire::JsonKind::integer ? static_cast<double>(value->integer)
                                                                   : value->fraction);
}

// "offence.threat severe"
rules::Reason reason_of(const std::string& text) {
  const auto space = text.find(' ');
  const auto severity = rules::parse_severity(text.substr(space + 1));
  BOOST_REQUIRE(severity.has_value());
  return {text.substr(0, space), *severity};
}

rules::Verdict verdict_of(const wire::JsonValue& item) {
  rules::Verdict verdict;
  if (const wire::JsonValue* reasons = item.find("reasons")) {
    for (const wire::JsonValue& reason : reasons->children) verdict.reasons.push_back(reason_of(reason.text));
  }
  verdict.scores.spam = number_of(item, "spam");
  verdict.complaint = flag_of(item, "complaint");
  const std::string mood = optional_text(item, "sentiment");
  if (!mood.empty()) verdict.sentiment.label = rules::parse_sentiment_label(mood).value();
  return verdict;
}

std::int64_t attention_of(const wire::JsonValue& item) {
  const auto state = parse_comment_state(text_of(item, "state"));
  BOOST_REQUIRE(state.has_value());
  const auto flags = static_cast<std::uint32_t>(item.find("flags") == nullptr ? 0 : item.find("flags")->integer);
  return rules::attention_of({*state, flag_of(item, "decided"), flags, flag_of(item, "appealed")}, verdict_of(item));
}

} // namespace

BOOST_AUTO_TEST_SUITE(triage)

BOOST_AUTO_TEST_CASE(what_needs_a_human_most_stands_first) {
  for (const wire::JsonValue& list : member(load_vectors("triage.json"), "order").children) {
    BOOST_REQUIRE(list.children.size() >= 2U);
    for (std::size_t i = 0; i + 1 < list.children.size(); ++i) {
      const wire::JsonValue& first = list.children[i];
      const wire::JsonValue& second = list.children[i + 1];
      BOOST_TEST_CONTEXT(text_of(first, "about") << " before " << text_of(second, "about")) {
        BOOST_TEST(attention_of(first) > attention_of(second));
        BOOST_TEST(attention_of(second) > 0);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(what_needs_nobody_is_in_no_ones_way) {
  for (const wire::JsonValue& item : member(load_vectors("triage.json"), "none").children) {
    BOOST_TEST_CONTEXT(text_of(item, "about")) {
      BOOST_TEST(attention_of(item) == 0);
    }
  }
}

BOOST_AUTO_TEST_CASE(an_opinion_is_told_from_abuse) {
  for (const wire::JsonValue& item : member(load_vectors("triage.json"), "criticism").children) {
    BOOST_TEST_CONTEXT(text_of(item, "about")) {
      BOOST_TEST(rules::is_only_criticism(verdict_of(item)) == flag_of(item, "is"));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre
