// What moderation does with what the axes find: the name, admission, staff, the order of reasons.
#include <boost/test/unit_test.hpp>

#include "shared/rules/moderation.h"

namespace palabre {
namespace {

using rules::Decision;
using rules::Policy;

const rules::Knowledge& few_words() {
  static const rules::Knowledge known = [] {
    rules::LexiconWriter writer;
    const rules::OffenceWords words({{"connard", rules::WordClass::insult},
                                     {"dick", rules::WordClass::insult, rules::ambiguous},
                                     {"zut", rules::WordClass::profanity}},
                                    {});
    writer.add(rules::Section::offence, words.write());
    rules::Knowledge read;
    BOOST_REQUIRE(read.add(text::Language::fr, writer.bytes()));
    return read;
  }();
  return known;
}

rules::Verdict judge(const Policy& policy, const rules::Draft& draft, const rules::History& history = {}) {
  return rules::Moderation(few_words(), policy).decide_comment(draft, history, nullptr, text::Language::fr, {});
}

bool has(const rules::Verdict& verdict, std::string_view rule) {
  for (const rules::Reason& reason : verdict.reasons) {
    if (reason.rule == rule) return true;
  }
  return false;
}

BOOST_AUTO_TEST_SUITE(moderation)

BOOST_AUTO_TEST_CASE(an_insult_for_a_name_is_held_and_its_span_is_of_the_name) {
  const rules::Verdict verdict = judge({}, {"Gros Connard", {}, {}, "Bonjour à tous"});
  BOOST_TEST((verdict.decision == Decision::hold));
  BOOST_REQUIRE(!verdict.reasons.empty());
  BOOST_TEST(verdict.reasons[0].rule == "offence.name");
  BOOST_TEST((verdict.reasons[0].field == rules::Field::name));
  BOOST_TEST(verdict.reasons[0].begin == 5U);
  BOOST_TEST(verdict.reasons[0].end == 12U);
}

BOOST_AUTO_TEST_CASE(names_that_people_have_are_none) {
  BOOST_TEST((judge({}, {"Dick van Dyke", {}, {}, "Bonjour à tous"}).decision == Decision::publish));
  BOOST_TEST((judge({}, {"Zut", {}, {}, "Bonjour à tous"}).decision == Decision::publish));
}

BOOST_AUTO_TEST_CASE(an_allowed_word_may_be_a_name) {
  Policy policy;
  policy.words.allow = {"Connard"};
  BOOST_TEST((judge(policy, {"Connard", {}, {}, "Bonjour à tous"}).decision == Decision::publish));
}

BOOST_AUTO_TEST_CASE(a_newcomer_waits_where_the_owner_wants_it) {
  Policy policy;
  policy.admission = rules::Admission::hold_newcomers;
  const rules::Draft draft{"Ada", {}, {}, "Bonjour à tous"};
  const rules::Verdict first = judge(policy, draft);
  BOOST_TEST((first.decision == Decision::hold));
  BOOST_TEST(has(first, "policy.newcomer"));
  rules::History known;
  known.published = 1;
  BOOST_TEST((judge(policy, draft, known).decision == Decision::publish));
  policy.admission = rules::Admission::hold_all;
  BOOST_TEST(has(judge(policy, draft, known), "policy.hold_all"));
}

BOOST_AUTO_TEST_CASE(no_rule_applies_to_staff) {
  Policy policy;
  policy.admission = rules::Admission::hold_all;
  rules::History staff;
  staff.staff = true;
  const rules::Verdict verdict = judge(policy, {"Connard", {}, {}, "Espèce de connard"}, staff);
  BOOST_TEST((verdict.decision == Decision::publish));
  BOOST_TEST(verdict.reasons.empty());
}

BOOST_AUTO_TEST_CASE(the_weightiest_reason_comes_first_and_decides) {
  Policy policy;
  policy.admission = rules::Admission::hold_all;
  policy.words.reject = {"zorglub"};
  const rules::Verdict verdict = judge(policy, {"Ada", {}, {}, "Vive zorglub"});
  BOOST_TEST((verdict.decision == Decision::reject));
  BOOST_REQUIRE(verdict.reasons.size() >= 2);
  BOOST_TEST((verdict.reasons[0].decision == Decision::reject));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace palabre
