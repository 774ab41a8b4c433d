// Folding and words: vectors, and what holds for any text.
#include "shared/text/fold.h"

#include <random>

#include <boost/test/unit_test.hpp>

#include "shared/text/code_point.h"
#include "shared/text/utf8.h"
#include "shared/text/words.h"
#include "tests/shared/vectors.h"

using namespace palabre;

namespace {

std::string kind_name(text::WordKind kind) {
  switch (kind) {
  case text::WordKind::letters: return "letters";
  case text::WordKind::number: return "number";
  case text::WordKind::symbol: return "symbol";
  case text::WordKind::address: return "address";
  }
  return "?";
}

std::string trait_names(std::uint8_t traits) {
  std::string names;
  const auto name = [&](text::WordTrait trait, const char* its) {
    if ((traits & trait) != 0) names += std::string(names.empty() ? "" : " ") + its;
  };
  name(text::all_capitals, "all_capitals");
  name(text::capitalised, "capitalised");
  name(text::accented, "accented");
  name(text::look_alikes, "look_alikes");
  name(text::elided, "elided");
  return names;
}

// Offsets never fall, begin code points, and end at the text's length.
void check_offsets(const std::string& source, const text::Folded& folded) {
  BOOST_REQUIRE_EQUAL(folded.at.size(), folded.text.size() + 1);
  BOOST_REQUIRE_EQUAL(folded.traits.size(), folded.text.size());
  BOOST_REQUIRE_EQUAL(folded.at.back(), source.size());
  std::size_t wrong = 0; // counted, as a check for each byte takes its time
  for (std::size_t i = 0; i < folded.text.size(); ++i) {
    const bool begins =
        folded.at[i] < source.size() && (static_cast<unsigned char>(source[folded.at[i]]) & 0xC0U) != 0x80;
    if (folded.at[i] > folded.at[i + 1] || !begins) ++wrong;
  }
  BOOST_REQUIRE_EQUAL(wrong, 0U);
}

std::string random_text(std::mt19937& random) {
  static const char32_t pieces[]{'a',     'E',    ' ',    '.',     '\'',   '-',     '7',     0xE9,    0x301,
                                 0x200B,  0x200D, 0xFE0F, 0x430,   0x416,  0x3B1,   0x1F44D, 0x1F3FD, 0x2642,
                                 0x1F1EB, 0xFB01, 0xFF21, 0x1D400, 0x3042, 0x627,   0x64E,   0x2028,  0xE0041,
                                 0xFDFA,  0x0345, 0x2026, '@',     '/',    0x10FFFD};
  std::string out;
  for (std::size_t left = random() % 40; left > 0; --left) {
    text::append_utf8(out, random() % 8 == 0 ? static_cast<char32_t>(random() % 0xD800)
                                             : pieces[random() % std::size(pieces)]);
  }
  return out;
}

} // namespace

BOOST_AUTO_TEST_SUITE(text_fold)

BOOST_AUTO_TEST_CASE(vectors) {
  for (const wire::JsonValue& row : test::load_vectors("fold.json").children) {
    const std::string& source = test::text_of(row, "source");
    const text::Folded folded = text::fold(source);
    BOOST_CHECK_MESSAGE(folded.text == test::text_of(row, "text"), test::text_of(row, "name")
                                                                       << ": " << source << " became " << folded.text);
    check_offsets(source, folded);
  }
}

BOOST_AUTO_TEST_CASE(control_characters_go) {
  BOOST_CHECK_EQUAL(text::fold("a\x07"
                               "b\x7F")
                        .text,
                    "ab");
}

BOOST_AUTO_TEST_CASE(folding_twice_changes_nothing) {
  for (const wire::JsonValue& row : test::load_vectors("fold.json").children) {
    const std::string once = text::fold(test::text_of(row, "source")).text;
    BOOST_CHECK_EQUAL(text::fold(once).text, once);
  }
}

BOOST_AUTO_TEST_CASE(any_text_keeps_its_offsets) {
  std::mt19937 random(4);
  for (int round = 0; round < 5000; ++round) {
    const std::string source = random_text(random);
    const text::Folded folded = text::fold(source);
    check_offsets(source, folded);
    BOOST_REQUIRE(text::is_valid_utf8(folded.text));
  }
}

BOOST_AUTO_TEST_CASE(traits_tell_what_was_taken_away) {
  const text::Folded folded = text::fold("aÉ\u200Bｂа\u0301œ"); // the fourth one is Cyrillic, with an accent
  BOOST_REQUIRE_EQUAL(folded.text, "aebaoe");
  BOOST_CHECK_EQUAL(folded.traits[0], 0);
  BOOST_CHECK_EQUAL(folded.traits[1], text::was_upper | text::was_accented);
  BOOST_CHECK_EQUAL(folded.traits[2], text::was_look_alike | text::after_hidden);
  BOOST_CHECK_EQUAL(folded.traits[3], text::was_look_alike | text::was_accented);
  BOOST_CHECK_EQUAL(folded.traits[4], text::was_accented);
  BOOST_CHECK_EQUAL(folded.traits[5], text::was_accented);
}

BOOST_AUTO_TEST_CASE(offsets_lead_back_to_the_characters) {
  const std::string source = "ﬁn 𝐚é";
  const text::Folded folded = text::fold(source);
  BOOST_REQUIRE_EQUAL(folded.text, "fin ae");
  const std::vector<std::uint32_t> expected{0, 0, 3, 4, 5, 9, 11};
  BOOST_CHECK_EQUAL_COLLECTIONS(folded.at.begin(), folded.at.end(), expected.begin(), expected.end());
}

BOOST_AUTO_TEST_CASE(walls_are_linear) {
  for (const std::string piece : {"\u0301", "а", "ж", "\u200B", "👍", "\u200D👩", "a", "ﷺ", "жa1"}) {
    std::string wall;
    while (wall.size() < 400000) wall += piece;
    const text::Words words = text::split_words(wall);
    check_offsets(wall, words.folded);
  }
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(text_words)

BOOST_AUTO_TEST_CASE(vectors) {
  for (const wire::JsonValue& row : test::load_vectors("words.json").children) {
    const std::string& name = test::text_of(row, "name");
    const text::Words words = text::split_words(test::text_of(row, "source"));
    const auto& expected = test::member(row, "words").children;
    BOOST_CHECK_MESSAGE(words.words.size() == expected.size(), name << ": " << words.words.size() << " words");
    for (std::size_t i = 0; i < std::min(words.words.size(), expected.size()); ++i) {
      BOOST_TEST_CONTEXT(name << ", word " << i) {
        BOOST_CHECK_EQUAL(words.text(words.words[i]), expected[i].children.at(0).text);
        BOOST_CHECK_EQUAL(kind_name(words.words[i].kind), expected[i].children.at(1).text);
        BOOST_CHECK_EQUAL(trait_names(words.words[i].traits), expected[i].children.at(2).text);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(spans_are_those_of_the_source) {
  const std::string source = "Ｌ’été 👍🏽 fin";
  const text::Words words = text::split_words(source);
  std::vector<std::string> spans;
  for (const text::Word& word : words.words) {
    spans.push_back(source.substr(words.source_begin(word), words.source_end(word) - words.source_begin(word)));
  }
  const std::vector<std::string> expected{"Ｌ", "été", "👍🏽", "fin"};
  BOOST_CHECK_EQUAL_COLLECTIONS(spans.begin(), spans.end(), expected.begin(), expected.end());
}

BOOST_AUTO_TEST_CASE(what_stands_between) {
  const text::Words words = text::split_words("« a », b !");
  BOOST_REQUIRE_EQUAL(words.words.size(), 2U);
  BOOST_CHECK_EQUAL(words.before(0), "« ");
  BOOST_CHECK_EQUAL(words.before(1), " », ");
  BOOST_CHECK_EQUAL(words.before(2), " !");
}

BOOST_AUTO_TEST_CASE(words_of_any_text_are_in_order) {
  std::mt19937 random(5);
  for (int round = 0; round < 5000; ++round) {
    const text::Words words = text::split_words(random_text(random));
    std::uint32_t end = 0;
    for (const text::Word& word : words.words) {
      BOOST_REQUIRE_LE(end, word.begin);
      BOOST_REQUIRE_LT(word.begin, word.end);
      BOOST_REQUIRE(text::is_valid_utf8(words.text(word)));
      end = word.end;
    }
    BOOST_REQUIRE_LE(end, words.folded.text.size());
  }
}

BOOST_AUTO_TEST_CASE(long_words_and_addresses_are_linear) {
  for (const std::string piece : {"a", "a.", "a@", "https://", ")", "a-", "l'", "1", "é", "a.co/"}) {
    std::string wall = "www.";
    while (wall.size() < 400000) wall += piece;
    BOOST_CHECK(!text::split_words(wall).words.empty());
    BOOST_CHECK(!text::split_words(wall.substr(4)).words.empty() || piece == ")");
  }
}

BOOST_AUTO_TEST_SUITE_END()
