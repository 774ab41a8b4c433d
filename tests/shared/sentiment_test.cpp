#include <boost/test/unit_test.hpp>

#include <map>

#include "shared/rules/emoticon.h"
#include "shared/rules/sentiment.h"
#include "tests/shared/lexicons.h"
#include "tests/shared/vectors.h"

using namespace palabre;
using rules::Sentiment;
using rules::SentimentLabel;
using text::Language;

namespace {

Sentiment judge(std::string_view source, Language language = Language::en) {
  const rules::LanguageKnowledge* known = test::knowledge().find(language);
  BOOST_REQUIRE(known != nullptr);
  return rules::judge_sentiment(text::split_words(source), language, known->sentiment);
}

float score(std::string_view source, Language language = Language::en) {
  return judge(source, language).score;
}

std::string_view label(std::string_view source, Language language = Language::en) {
  return rules::to_name(judge(source, language).label);
}

// Each sentence feels better than the next.
void better_in_order(std::initializer_list<std::string_view> sentences) {
  const std::string_view* before = nullptr;
  for (const std::string_view& sentence : sentences) {
    if (before != nullptr) BOOST_TEST(score(*before) > score(sentence), *before << " > " << sentence);
    before = &sentence;
  }
}

} // namespace

BOOST_AUTO_TEST_SUITE(sentiment)

BOOST_AUTO_TEST_CASE(english_strengths_are_in_order) {
  better_in_order({"It was VERY good!!!", "It was very good!", "It was very good", "It was good", "It was not good",
                   "It was bad", "It was very bad", "It was very bad!", "It was VERY BAD!!!"});
  better_in_order({"sooooo good", "good", "kind of good"});
  better_in_order({"a terrible start but a great end", "a great start but a terrible end"});
  better_in_order({"great, despite a terrible end", "great, a terrible end"});
}

BOOST_AUTO_TEST_CASE(english_negation) {
  for (const std::string_view sentence : {"I do not like it", "I don't like it", "I dont like it", "I never liked it",
                                          "nobody enjoys this", "without any charm", "far from good"}) {
    BOOST_TEST(score(sentence) < 0, sentence);
  }
  for (const std::string_view sentence : {"not bad at all", "no problem", "I can't wait", "worth it", "never boring"}) {
    BOOST_TEST(score(sentence) > 0, sentence);
  }
  // It reaches no other sentence.
  BOOST_TEST(score("Not today. I love it") > 0.3F);
}

BOOST_AUTO_TEST_CASE(english_idioms) {
  BOOST_TEST(label("that show is the bomb") == "pos");
  BOOST_TEST(label("this could have been better") == "neg");
  BOOST_TEST(label("a complete waste of time") == "neg");
  BOOST_TEST(label("leaves a lot to be desired") == "neg");
}

BOOST_AUTO_TEST_CASE(french_negation_stands_before_and_behind) {
  for (const std::string_view sentence :
       {"Ce n'est pas bon", "je n'aime pas", "j'aime pas", "C'est pas drôle", "Je ne recommande vraiment pas",
        "aucun plaisir", "sans talent", "on n'a jamais été heureux", "il n'est plus drôle",
        "un film peu convaincant"}) {
    BOOST_TEST(score(sentence, Language::fr) < 0, sentence);
  }
  for (const std::string_view sentence :
       {"pas mal", "ce n'est pas mauvais", "sans défaut", "rien à redire", "à ne pas manquer", "on ne s'ennuie pas",
        "jamais déçu", "plus drôle que le premier", "aucun souci"}) {
    BOOST_TEST(score(sentence, Language::fr) > 0, sentence);
  }
}

BOOST_AUTO_TEST_CASE(french_strengths_are_in_order) {
  const auto order = [](std::initializer_list<std::string_view> sentences) {
    const std::string_view* before = nullptr;
    for (const std::string_view& sentence : sentences) {
      if (before != nullptr) {
        BOOST_TEST(score(*before, Language::fr) > score(sentence, Language::fr), *before << " > " << sentence);
      }
      before = &sentence;
    }
  };
  order({"c'est TRÈS bien !!!", "c'est très bien", "c'est bien", "c'est plutôt bien", "c'est pas bien"});
  order({"c'est un peu ennuyeux", "c'est ennuyeux", "c'est vraiment ennuyeux"});
  order({"long mais magnifique", "magnifique mais long"});
  order({"superbe malgré des longueurs", "superbe, des longueurs"});
  order({"trop bien", "trop long"});
}

BOOST_AUTO_TEST_CASE(french_forms_and_spellings) {
  for (const std::string_view sentence :
       {"décevante", "DECEVANTES", "décevants", "elles m'ont déçue", "nuuuul", "navets", "une belle arnaque",
        "de mauvaise qualité", "laisse franchement à désirer"}) {
    BOOST_TEST(label(sentence, Language::fr) == "neg", sentence);
  }
  for (const std::string_view sentence :
       {"géniales", "GENIAUX", "chef-d'œuvre", "chef d'oeuvre", "j'adooore", "ils adoraient", "réussissent",
        "émouvantes", "super bien", "un vrai régal"}) {
    BOOST_TEST(label(sentence, Language::fr) == "pos", sentence);
  }
}

BOOST_AUTO_TEST_CASE(french_reviews_are_good_or_bad) {
  int right = 0;
  int all = 0;
  for (const wire::JsonValue& row : test::member(test::load_vectors("sentiment_fr.json"), "reviews").children) {
    const std::string& source = test::text_of(row, "text");
    ++all;
    if (label(source, Language::fr) == test::text_of(row, "label"))
      ++right;
    else
      BOOST_TEST_MESSAGE(test::text_of(row, "label") << " taken for " << label(source, Language::fr) << ": " << source);
  }
  BOOST_TEST(all >= 200);
  BOOST_TEST(right * 100 >= all * 88, right << " of " << all);
}

BOOST_AUTO_TEST_CASE(french_messages_are_good_bad_or_neither) {
  struct Counts {
    int both{0}, expected{0}, found{0};
  };
  std::map<std::string, Counts, std::less<>> counts;
  for (const wire::JsonValue& row : test::member(test::load_vectors("sentiment_fr.json"), "messages").children) {
    const std::string& expected = test::text_of(row, "label");
    std::string_view found = label(test::text_of(row, "text"), Language::fr);
    if (found == "unsure") found = "neu";
    ++counts[expected].expected;
    ++counts[std::string(found)].found;
    if (found == expected) ++counts[expected].both;
  }
  BOOST_TEST(counts.size() == 3U);
  for (const auto& [name, count] : counts) {
    const double f1 = 2.0 * count.both / (count.expected + count.found);
    BOOST_TEST(f1 >= 0.85, name << " has F1 " << f1);
  }
}

BOOST_AUTO_TEST_CASE(emoji_and_emoticons) {
  for (const std::string_view sentence : {"see you :)", "see you :-D", "see you <3", "see you ^^", "see you xD",
                                          "see you ❤️", "see you 😍", ":)", ";)", "=)"}) {
    BOOST_TEST(score(sentence) > 0, sentence);
  }
  for (const std::string_view sentence :
       {"see you :(", "see you :'(", "see you :-/", "see you </3", "see you 😡", ":("}) {
    BOOST_TEST(score(sentence) < 0, sentence);
  }
  for (const std::string_view sentence : {"at 12:30 (today) we go", "see http://example.org/ there today",
                                          "ratio of 4:3 there", "the plan:do it then go"}) {
    BOOST_TEST(score(sentence) == 0, sentence);
  }
}

BOOST_AUTO_TEST_CASE(emoticons_have_their_size) {
  BOOST_TEST(rules::emoticon_at("x :-)) y", 2)->size == 4U);
  BOOST_TEST(rules::emoticon_at("<3d", 0).has_value() == false);
  BOOST_TEST(rules::emoticon_at(":d", 0)->size == 2U);
  BOOST_TEST(rules::emoticon_at(":do", 0).has_value() == false);
  BOOST_TEST(rules::emoticon_at(":", 0).has_value() == false);
}

BOOST_AUTO_TEST_CASE(unsure_and_neutral) {
  BOOST_TEST(label("") == "unsure");
  BOOST_TEST(label("Zxcvb") == "unsure");
  BOOST_TEST(judge("Zxcvb").confidence == 0.0F);
  BOOST_TEST(label("The meeting begins at nine on Monday") == "neu");
  BOOST_TEST(judge("I love it, it is wonderful").confidence > judge("It was okay, fine").confidence);
  // Nothing is known of a language without lists.
  BOOST_TEST(rules::judge_sentiment(text::split_words("great"), Language::en, {}).confidence == 0.0F);
}

BOOST_AUTO_TEST_CASE(scores_stay_in_range_whatever_the_length) {
  std::string praise;
  std::string rant;
  for (int i = 0; i < 20'000; ++i) {
    praise += "WONDERFUL!!! ";
    rant += "horrible :( ";
  }
  BOOST_TEST(score(praise) <= 1.0F);
  BOOST_TEST(score(praise) > 0.9F);
  BOOST_TEST(score(rant) >= -1.0F);
  BOOST_TEST(score(std::string(1'000'000, 'o')) == 0.0F);
  BOOST_TEST(score(std::string(1'000'000, ':')) == 0.0F);
}

BOOST_AUTO_TEST_SUITE_END()
