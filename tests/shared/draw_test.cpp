// The draw of a contest: that everybody gets the same winners from a proof, and that every entry has the same chance.
#include <boost/test/unit_test.hpp>

#include <map>
#include <set>

#include "shared/rules/draw.h"
#include "shared/rules/sha256.h"
#include "shared/wire/codec_posts.h"
#include "tests/shared/vectors.h"

namespace palabre {
namespace {

using test::load_vectors;
using test::member;
using test::optional_text;
using test::text_of;

std::vector<std::string> texts_of(const wire::JsonValue& object, std::string_view name) {
  std::vector<std::string> texts;
  for (const wire::JsonValue& text : member(object, name).children) texts.push_back(text.text);
  return texts;
}

DrawProof proof_of(const wire::JsonValue& item) {
  const wire::JsonValue& proof = member(item, "proof");
  DrawProof made;
  made.seed_hash = text_of(proof, "seed_hash");
  made.list_hash = text_of(proof, "list_hash");
  made.list = texts_of(proof, "list");
  made.seed = text_of(proof, "seed");
  made.winners = texts_of(proof, "winners");
  return made;
}

std::size_t promised_of(const wire::JsonValue& item) {
  return static_cast<std::size_t>(member(item, "promised").integer);
}

// Pearson's, of outcomes that should all be as frequent.
double chi_square(const std::map<std::string, int>& seen, std::size_t outcomes, int draws) {
  const double expected = static_cast<double>(draws) / static_cast<double>(outcomes);
  double sum = static_cast<double>(outcomes - seen.size()) * expected;
  for (const auto& [outcome, count] : seen) sum += (count - expected) * (count - expected) / expected;
  return sum;
}

std::string seed_of(int number) {
  return rules::sha256_text("a seed of this test: " + std::to_string(number));
}

} // namespace

BOOST_AUTO_TEST_SUITE(draw)

BOOST_AUTO_TEST_CASE(hashes_are_those_of_the_standard) {
  for (const wire::JsonValue& item : member(load_vectors("draw.json"), "hashes").children) {
    BOOST_TEST(rules::sha256_text(text_of(item, "text")) == text_of(item, "hash"));
  }
  // FIPS 180-4's own examples, and its longest.
  BOOST_TEST(rules::sha256_text("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  BOOST_TEST(rules::sha256_text("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
             "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  BOOST_TEST(rules::sha256_text(std::string(1'000'000, 'a')) ==
             "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

BOOST_AUTO_TEST_CASE(draws_give_the_winners_that_another_program_worked_out) {
  for (const wire::JsonValue& item : member(load_vectors("draw.json"), "draws").children) {
    BOOST_TEST_CONTEXT(text_of(item, "about")) {
      const DrawProof proof = proof_of(item);
      std::vector<std::string> lines;
      for (const wire::JsonValue& entry : member(item, "entries").children) {
        lines.push_back(rules::entry_line(member(entry, "number").integer, text_of(entry, "receipt"),
                                          text_of(entry, "name"), optional_text(entry, "words")));
        BOOST_TEST(rules::number_of_line(lines.back()).value_or(0) == member(entry, "number").integer);
      }
      BOOST_TEST(lines == proof.list, boost::test_tools::per_element());
      BOOST_TEST(rules::hash_of_list(lines) == proof.list_hash);
      BOOST_TEST(rules::hash_of_seed(proof.seed) == proof.seed_hash);
      const auto winners = rules::draw_winners(proof.seed, lines, promised_of(item));
      BOOST_TEST(winners == proof.winners, boost::test_tools::per_element());
      BOOST_TEST(rules::to_name(rules::verify_draw(proof, promised_of(item))) == "right");
    }
  }
}

BOOST_AUTO_TEST_CASE(whatever_is_changed_is_told) {
  std::set<std::string> met;
  for (const wire::JsonValue& item : member(load_vectors("draw.json"), "wrongs").children) {
    BOOST_TEST_CONTEXT(text_of(item, "about")) {
      const std::string finding(rules::to_name(rules::verify_draw(proof_of(item), promised_of(item))));
      BOOST_TEST(finding == text_of(item, "finding"));
      met.insert(finding);
    }
  }
  BOOST_TEST(met.size() == 7U); // all but `right`
}

BOOST_AUTO_TEST_CASE(a_line_is_of_one_form_only) {
  const std::string mark(64, 'a');
  BOOST_TEST(rules::number_of_line("17\t" + mark).value_or(0) == 17);
  const std::vector<std::string> none{"",
                                      "17",
                                      "17 " + mark,
                                      "017\t" + mark,
                                      "-1\t" + mark,
                                      "0\t" + mark,
                                      "17\t" + mark + "a",
                                      "17\t" + std::string(64, 'A'),
                                      "\t" + mark,
                                      "17\t\t" + mark,
                                      "99999999999999999999\t" + mark};
  for (const std::string& line : none) {
    BOOST_TEST(!rules::number_of_line(line).has_value(), line);
  }
}

BOOST_AUTO_TEST_CASE(a_mark_tells_entries_apart) {
  const std::string receipt(32, '0');
  std::set<std::string> lines;
  lines.insert(rules::entry_line(1, receipt, "Ada", "words"));
  lines.insert(rules::entry_line(1, std::string(32, '1'), "Ada", "words"));
  lines.insert(rules::entry_line(1, receipt, "Bob", "words"));
  lines.insert(rules::entry_line(1, receipt, "Ada", "other words"));
  lines.insert(rules::entry_line(2, receipt, "Ada", "words"));
  BOOST_TEST(lines.size() == 5U);
}

BOOST_AUTO_TEST_CASE(numbers_that_would_favour_some_are_passed_over) {
  const std::uint64_t most = UINT64_MAX;
  BOOST_TEST(rules::number_below(most, 1).value() == 0U);
  BOOST_TEST(rules::number_below(most, 1ULL << 32).value() == (1ULL << 32) - 1);
  // 2^64 is one more than a multiple of 3: its last number is passed over, and no other.
  BOOST_TEST(!rules::number_below(most, 3).has_value());
  BOOST_TEST(rules::number_below(most - 1, 3).value() == 2U);
  const std::uint64_t half = (1ULL << 63) + 1;
  BOOST_TEST(rules::number_below(half - 1, half).value() == half - 1);
  BOOST_TEST(!rules::number_below(half, half).has_value());
}

BOOST_AUTO_TEST_CASE(every_entry_has_the_same_chance) {
  constexpr int draws = 20'000;
  std::map<std::string, int> first;
  std::map<std::string, int> orders;
  std::map<std::string, int> of_a_wrong_shuffle;
  for (int i = 0; i < draws; ++i) {
    const std::string seed = seed_of(i);
    ++first[std::to_string(rules::draw_places(seed, "of 7", 7, 1).front())];
    std::string order;
    for (const std::size_t place : rules::draw_places(seed, "of 4", 4, 4)) order += std::to_string(place);
    ++orders[order];
    // Changing places with any line, not with those behind: a classic mistake, which this test would find.
    std::string wrong = "0123";
    const rules::Sha256Digest digest = rules::sha256(seed);
    for (std::size_t k = 0; k < 4; ++k) std::swap(wrong[k], wrong[digest[k] % 4]);
    ++of_a_wrong_shuffle[wrong];
  }
  // Of outcomes that are as likely, one test in a thousand is above: 6 and 23 degrees of freedom.
  BOOST_TEST(chi_square(first, 7, draws) < 22.46);
  BOOST_TEST(chi_square(orders, 24, draws) < 49.73);
  BOOST_TEST(chi_square(of_a_wrong_shuffle, 24, draws) > 49.73);
}

BOOST_AUTO_TEST_CASE(more_winners_than_lines_are_all_lines_in_the_order_drawn) {
  const auto places = rules::draw_places(seed_of(1), "hash", 5, 1000);
  BOOST_TEST(std::set<std::size_t>(places.begin(), places.end()).size() == 5U);
  const auto three = rules::draw_places(seed_of(1), "hash", 5, 3);
  BOOST_TEST(std::equal(three.begin(), three.end(), places.begin()));
  BOOST_TEST(rules::draw_places(seed_of(1), "hash", 0, 3).empty());
}

BOOST_AUTO_TEST_CASE(a_proof_survives_the_way) {
  for (const wire::JsonValue& item : member(load_vectors("draw.json"), "draws").children) {
    DrawProof proof = proof_of(item);
    proof.drawn = Instant{1'800'000'000'123};
    const auto read = wire::decode_draw_proof(wire::encode(proof));
    BOOST_REQUIRE(read.has_value());
    BOOST_TEST(read->list == proof.list, boost::test_tools::per_element());
    BOOST_TEST(read->winners == proof.winners, boost::test_tools::per_element());
    BOOST_TEST((read->drawn == proof.drawn));
    BOOST_TEST(rules::to_name(rules::verify_draw(*read, promised_of(item))) == "right");
  }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace palabre
