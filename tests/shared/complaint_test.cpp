#include <boost/test/unit_test.hpp>

#include "shared/rules/complaint.h"
#include "tests/shared/lexicons.h"
#include "tests/shared/vectors.h"

using namespace palabre;
using text::Language;

namespace {

float complaint(std::string_view source, Language language) {
  const rules::LanguageKnowledge* known = test::knowledge().find(language);
  BOOST_REQUIRE(known != nullptr);
  return rules::complaint_score(text::split_words(source), known->complaint);
}

} // namespace

BOOST_AUTO_TEST_SUITE(complaint_rules)

BOOST_AUTO_TEST_CASE(customers_problems_are_told_from_other_texts) {
  std::size_t complaints = 0;
  for (const wire::JsonValue& row : test::member(test::load_vectors("complaint.json"), "texts").children) {
    const bool expected = test::member(row, "complaint").boolean;
    if (expected) ++complaints;
    const std::string& source = test::text_of(row, "text");
    const float score = complaint(source, text::parse_language(test::text_of(row, "language")));
    BOOST_TEST((score >= 0.5F) == expected, source << " has " << score);
  }
  BOOST_TEST(complaints >= 60U);
}

BOOST_AUTO_TEST_CASE(what_went_well_is_no_complaint) {
  BOOST_TEST(complaint("My order arrived broken, still waiting for the refund", Language::en) >= 0.5F);
  BOOST_TEST(complaint("My order was not broken", Language::en) < 0.5F);
  BOOST_TEST(complaint("No problem with my order", Language::en) < 0.5F);
  BOOST_TEST(complaint("Mon colis est perdu et le SAV ne répond pas", Language::fr) >= 0.5F);
  BOOST_TEST(complaint("Aucun problème avec ma commande, SAV rapide", Language::fr) < 0.5F);
}

BOOST_AUTO_TEST_CASE(a_thing_and_its_trouble_stand_near_each_other) {
  std::string far = "I gave him an order. ";
  for (int i = 0; i < 30; ++i) far += "Then he looked at the sea. ";
  far += "It was broken.";
  BOOST_TEST(complaint(far, Language::en) < 0.5F);
}

BOOST_AUTO_TEST_CASE(a_complaint_stays_in_range) {
  std::string much;
  for (int i = 0; i < 5000; ++i) much += "my order is broken, no reply, refund me, still waiting for weeks ";
  BOOST_TEST(complaint(much, Language::en) <= 1.0F);
  BOOST_TEST(complaint("", Language::en) == 0.0F);
  BOOST_TEST(rules::complaint_score(text::split_words("my order is broken"), {}) == 0.0F);
}

BOOST_AUTO_TEST_CASE(a_broken_list_does_no_harm) {
  const rules::ComplaintWords broken{
      rules::WordTable({{"order", 14 | (15 << 4)}, {"lost", 15}, {"my", 13 | (7 << 8)}})};
  BOOST_TEST(rules::complaint_score(text::split_words("my order is lost"), broken) == 0.0F);
}

BOOST_AUTO_TEST_SUITE_END()
