#include <boost/test/unit_test.hpp>

#include <map>

#include "shared/text/language.h"
#include "tests/shared/vectors.h"

using namespace palabre;
using text::Language;

namespace {

text::LanguageGuess guess(std::string_view source) {
  return text::detect_language(text::split_words(source), source);
}

std::string_view name_of(std::string_view source) {
  return text::to_name(guess(source).language);
}

struct Tally {
  int right{0}, all{0};
};

} // namespace

BOOST_AUTO_TEST_SUITE(language)

BOOST_AUTO_TEST_CASE(short_texts_are_told_apart) {
  std::map<std::string, Tally> tallies;
  for (const wire::JsonValue& row : test::member(test::load_vectors("language.json"), "texts").children) {
    const std::string& expected = test::text_of(row, "language");
    const std::string& source = test::text_of(row, "text");
    const text::LanguageGuess found = guess(source);
    Tally& tally = tallies[expected];
    ++tally.all;
    if (text::to_name(found.language) == expected)
      ++tally.right;
    else
      BOOST_TEST_MESSAGE(expected << " taken for " << text::to_name(found.language) << ": " << source);
    // Not to know is a pity; to be sure of something else is wrong.
    const bool surely_wrong =
        found.confidence >= 0.6F && found.language != Language::unknown && text::to_name(found.language) != expected;
    BOOST_TEST(!surely_wrong, "surely " << text::to_name(found.language) << "? " << source);
  }
  BOOST_TEST(tallies.size() == 10U);
  for (const auto& [expected, tally] : tallies) {
    BOOST_TEST(tally.right * 100 >= tally.all * 95, expected << ": " << tally.right << " of " << tally.all);
  }
}

BOOST_AUTO_TEST_CASE(one_word_is_never_sure) {
  for (const wire::JsonValue& row : test::member(test::load_vectors("language.json"), "one_word").children) {
    BOOST_TEST(guess(row.text).confidence <= 0.4F, row.text);
  }
}

BOOST_AUTO_TEST_CASE(accents_count_that_folding_takes_away) {
  BOOST_TEST(name_of("mañana año niño") == "es");
  BOOST_TEST(name_of("não são irmãos") == "pt");
  BOOST_TEST(name_of("große Straße") == "de");
  BOOST_TEST(name_of("Świąt Bożego Narodzenia życzę wam") == "unknown");
}

BOOST_AUTO_TEST_CASE(addresses_names_and_nothing_are_unknown) {
  for (const std::string_view source :
       {"", " \n", "https://example.org/the/and/you", "😀 😀", "12 34 56", "...", "Ada Lovelace"}) {
    BOOST_TEST(name_of(source) == "unknown", source);
    BOOST_TEST(guess(source).confidence == 0.0F);
  }
}

BOOST_AUTO_TEST_CASE(more_text_of_a_kind_is_surer) {
  const float short_one = guess("I like it").confidence;
  const float long_one = guess("I like it because they have never told us what they were going to do").confidence;
  BOOST_TEST(long_one > short_one);
  BOOST_TEST(long_one > 0.8F);
}

BOOST_AUTO_TEST_CASE(a_word_of_another_script_does_not_turn_a_text) {
  BOOST_TEST(name_of("I really love this ツ and they should make more of it") == "en");
  BOOST_TEST(name_of("Je crois que le mot カラオケ vient du japonais, mais je ne sais plus") == "fr");
}

BOOST_AUTO_TEST_CASE(tags) {
  BOOST_TEST((text::parse_language("fr-CA") == Language::fr));
  BOOST_TEST((text::parse_language("FR_ch") == Language::fr));
  BOOST_TEST((text::parse_language("pl") == Language::unknown));
  BOOST_TEST((text::parse_language("") == Language::unknown));
}

BOOST_AUTO_TEST_CASE(long_texts_are_read_at_their_beginning_only) {
  std::string source = "Le film que nous avons vu hier était vraiment très beau et les acteurs aussi. ";
  for (int i = 0; i < 100'000; ++i) source += "the and you ";
  BOOST_TEST(name_of(source) != "unknown");
  BOOST_TEST(name_of(std::string(1'000'000, 'a')) == "unknown");
}

BOOST_AUTO_TEST_SUITE_END()
