// Offences by case: whom they are aimed at, quoting, negation, groups and threats; honest criticism that must pass.
#include <boost/test/unit_test.hpp>

#include "shared/rules/moderation.h"
#include "tests/shared/lexicons.h"
#include "tests/shared/vectors.h"

namespace palabre {
namespace {

using rules::Decision;
using rules::Policy;
using rules::Severity;

rules::Verdict judge(std::string_view body, text::Language language, const Policy& policy = {}) {
  return rules::Moderation(test::knowledge(), policy)
      .decide_comment({{}, {}, {}, std::string(body)}, {}, nullptr, language, {});
}

bool finds(const rules::Verdict& verdict, std::string_view rule, std::string_view body, std::string_view span) {
  for (const rules::Reason& reason : verdict.reasons) {
    const bool here = span.empty() || body.substr(reason.begin, reason.end - reason.begin) == span;
    if (reason.rule == rule && here) return true;
  }
  return false;
}

bool is_offence(const rules::Reason& reason) {
  return reason.rule.starts_with("offence.");
}

BOOST_AUTO_TEST_SUITE(offence)

BOOST_AUTO_TEST_CASE(each_case_of_the_vectors) {
  for (const wire::JsonValue& one : test::load_vectors("offence.json").children) {
    const std::string& body = test::text_of(one, "text");
    const rules::Verdict verdict = judge(body, text::parse_language(test::text_of(one, "lang")));
    BOOST_TEST(rules::to_name(verdict.decision) == test::text_of(one, "decision"), body);
    const std::string rule = test::optional_text(one, "rule");
    if (!rule.empty()) {
      BOOST_TEST(finds(verdict, rule, body, test::optional_text(one, "span")), body);
    } else {
      for (const rules::Reason& reason : verdict.reasons) {
        BOOST_TEST((reason.severity <= Severity::mild), body << ": " << reason.rule);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(honest_criticism_is_published) {
  const wire::JsonValue& vectors = test::load_vectors("honest_criticism.json");
  for (const char* language : {"fr", "en"}) {
    const auto& lines = test::member(vectors, language).children;
    BOOST_TEST(lines.size() >= 60U);
    for (const wire::JsonValue& line : lines) {
      const rules::Verdict verdict = judge(line.text, text::parse_language(language));
      BOOST_TEST((verdict.decision == Decision::publish), line.text);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_owners_threshold_decides) {
  Policy strict;
  strict.offence_hold = 0.5F;
  Policy patient;
  patient.offence_hold = 0.85F;
  BOOST_TEST((judge("You are an idiot", text::Language::en, strict).decision == Decision::hold));
  BOOST_TEST((judge("You are an idiot", text::Language::en).decision == Decision::publish));
  BOOST_TEST((judge("He is an asshole.", text::Language::en).decision == Decision::hold));
  BOOST_TEST((judge("He is an asshole.", text::Language::en, patient).decision == Decision::publish));
  BOOST_TEST((judge("You are an asshole.", text::Language::en, patient).decision == Decision::hold));
  Policy never;
  never.offence_hold = 1.1F;
  BOOST_TEST((judge("You are an asshole.", text::Language::en, never).decision == Decision::publish));
}

BOOST_AUTO_TEST_CASE(an_offence_may_be_hidden_instead) {
  Policy policy;
  policy.offence_hold = 1.1F;
  policy.offence_hide = 0.7F;
  BOOST_TEST((judge("Tu es un connard.", text::Language::fr, policy).decision == Decision::hide));
}

BOOST_AUTO_TEST_CASE(an_allowed_word_is_no_offence) {
  Policy policy;
  policy.words.allow = {"Connard"};
  const rules::Verdict verdict = judge("Tu es un connard.", text::Language::fr, policy);
  BOOST_TEST((verdict.decision == Decision::publish));
  BOOST_TEST(verdict.scores.offence == 0.0F);
}

BOOST_AUTO_TEST_CASE(the_owners_words_decide_whatever_the_score) {
  Policy policy;
  policy.offence_hold = 1.1F;
  policy.words.hold = {"pamplemousse"};
  policy.words.reject = {"courgette"};
  const rules::Verdict held = judge("Un pamplemousse.", text::Language::fr, policy);
  BOOST_TEST((held.decision == Decision::hold));
  BOOST_TEST(finds(held, "offence.owner_word", "Un pamplemousse.", "pamplemousse"));
  BOOST_TEST((judge("Une courgette.", text::Language::fr, policy).decision == Decision::reject));
}

BOOST_AUTO_TEST_CASE(an_offence_needs_no_language_to_be_told) {
  BOOST_TEST((judge("You are an asshole.", text::Language::unknown).decision == Decision::hold));
  BOOST_TEST((judge("Tu es un connard.", text::Language::unknown).decision == Decision::hold));
}

// A subset of the words, an insult among them: long texts cost what their length costs, and end.
BOOST_AUTO_TEST_CASE(long_texts_are_read_to_their_end) {
  std::string body;
  for (int i = 0; i < 20000; ++i) body += "women you are not ";
  body += "You are an asshole.";
  const rules::Verdict verdict = judge(body, text::Language::en);
  BOOST_TEST((verdict.decision == Decision::hold));
  BOOST_TEST(verdict.reasons.size() <= 200U);
  BOOST_TEST((judge(std::string(200000, '"'), text::Language::en).decision == Decision::publish));
}

BOOST_AUTO_TEST_CASE(several_offences_weigh_more_than_one) {
  const float one = judge("He is an asshole.", text::Language::en).scores.offence;
  const float two = judge("He is an asshole. He is a bastard.", text::Language::en).scores.offence;
  BOOST_TEST(two > one);
  BOOST_TEST(two < 1.0F);
}

BOOST_AUTO_TEST_CASE(each_rule_has_its_message) {
  for (const wire::JsonValue& one : test::load_vectors("offence.json").children) {
    const rules::Verdict verdict = judge(test::text_of(one, "text"), text::parse_language(test::text_of(one, "lang")));
    for (const rules::Reason& reason : verdict.reasons) BOOST_TEST(is_offence(reason), reason.rule);
  }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace palabre
