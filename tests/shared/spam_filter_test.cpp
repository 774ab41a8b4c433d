// The filter that learns from an owner's decisions.
#include <array>
#include <cmath>

#include <boost/test/unit_test.hpp>

#include "shared/rules/bits.h"
#include "shared/rules/logistic.h"
#include "shared/rules/moderation.h"
#include "tests/shared/lexicons.h"

namespace palabre {
namespace {

using rules::SpamFilter;
using rules::SpamLabel;

constexpr std::array spam_texts{
    "Grand choix de montres suisses sur montres-luxe.example, dites que vous venez de ma part",
    "Swiss watches at half the price, montres-luxe.example",
    "My uncle repairs swiss watches, see montres-luxe.example",
    "Luxury swiss watches shipped in two days from montres-luxe.example",
    "You too can wear swiss watches: montres-luxe.example",
};
constexpr std::array ham_texts{
    "Merci pour cet article, j'ai appris beaucoup de choses",
    "I do not agree with the second paragraph, the council never said that",
    "Le pain de ce marché est le meilleur de la région",
    "My grandmother had such a bicycle, with the same bell",
    "C'est honteux, trois semaines d'attente et personne ne répond",
};

const rules::Moderation& moderation() {
  static const rules::Moderation built(test::knowledge(), rules::policy_of(rules::Preset::careful));
  return built;
}

rules::SpamExample example_of(std::string body) {
  return moderation().spam_example({"Ada", {}, {}, std::move(body)}, {}, {});
}

void learn(SpamFilter& filter, std::uint64_t id, std::string body, SpamLabel label) {
  const rules::SpamExample example = example_of(std::move(body));
  filter.learn(id, example.features, example.prior, label);
}

float probability(const SpamFilter& filter, std::string body) {
  const rules::SpamExample example = example_of(std::move(body));
  return filter.probability(example.features, example.prior);
}

SpamFilter taught() {
  SpamFilter filter;
  std::uint64_t id = 0;
  for (std::size_t i = 0; i < spam_texts.size(); ++i) {
    learn(filter, ++id, spam_texts[i], SpamLabel::spam);
    learn(filter, ++id, ham_texts[i], SpamLabel::ham);
  }
  return filter;
}

std::string numbered(std::string text, int number) {
  return std::move(text) + " " + std::string(1, static_cast<char>('a' + number % 26)) +
         std::string(1, static_cast<char>('a' + number / 26 % 26)) + "oo";
}

constexpr const char* more_spam = "Real swiss watches, only at montres-luxe.example";
constexpr const char* more_ham = "The council should have answered that question, I think";

BOOST_AUTO_TEST_SUITE(spam_filter)

BOOST_AUTO_TEST_CASE(the_logistic_function_and_its_inverse_are_right) {
  for (double x = -20; x <= 20; x += 0.37) BOOST_TEST(std::abs(rules::logistic(x) - 1 / (1 + std::exp(-x))) < 1e-9);
  for (double p = 0.0001; p < 0.9999; p += 0.0101) {
    BOOST_TEST(std::abs(rules::log_odds(p) - std::log(p / (1 - p))) < 1e-9);
  }
  BOOST_TEST(rules::log_odds(0) == rules::log_odds(0.0001));
  BOOST_TEST(rules::logistic(1e300) <= 1.0);
}

BOOST_AUTO_TEST_CASE(who_has_learned_nothing_says_what_the_rules_say) {
  const rules::SpamExample example = example_of("See https://a.example please");
  BOOST_TEST(SpamFilter().probability(example.features, example.prior) == example.prior);
  BOOST_TEST(SpamFilter().explain(example.features, 5).empty());
}

BOOST_AUTO_TEST_CASE(a_few_decisions_teach_and_are_explained) {
  const SpamFilter filter = taught();
  BOOST_TEST(filter.decisions() == 10U);
  BOOST_TEST(probability(filter, more_spam) >= 0.9F);
  BOOST_TEST(probability(filter, more_ham) <= 0.1F);
  const rules::SpamExample example = example_of(more_spam);
  const auto reasons = filter.explain(example.features, 4);
  BOOST_REQUIRE_EQUAL(reasons.size(), 4U);
  bool named = false;
  for (const rules::Explanation& reason : reasons) {
    BOOST_TEST(reason.weight > 0, reason.feature);
    named = named || reason.feature.find("watches") != std::string::npos || reason.feature == "montres-luxe.example";
  }
  BOOST_TEST(named);
}

BOOST_AUTO_TEST_CASE(what_is_judged_is_what_is_taught) {
  const SpamFilter filter = taught();
  for (const char* body : {more_spam, more_ham, "Merci !", "bit.ly/2xYz"}) {
    const rules::Verdict verdict =
        moderation().decide_comment({"Ada", {}, {}, body}, {}, &filter, text::Language::unknown, {});
    BOOST_TEST(verdict.scores.spam == probability(filter, body), body);
  }
  const rules::Verdict held =
      moderation().decide_comment({"Ada", {}, {}, more_spam}, {}, &filter, text::Language::unknown, {});
  BOOST_TEST((held.decision == rules::Decision::hold));
  BOOST_TEST(held.reasons.at(0).rule == "spam.learned");
}

BOOST_AUTO_TEST_CASE(a_decision_taken_back_leaves_no_trace) {
  SpamFilter filter = taught();
  const std::string before = filter.write();
  const float judged = probability(filter, more_ham);
  learn(filter, 77, more_ham, SpamLabel::spam);
  BOOST_TEST(probability(filter, more_ham) > judged);
  BOOST_TEST(filter.unlearn(77));
  BOOST_TEST(filter.write() == before);
  BOOST_TEST(probability(filter, more_ham) == judged);
  BOOST_TEST(!filter.unlearn(77));
}

BOOST_AUTO_TEST_CASE(the_same_id_again_replaces_the_decision) {
  SpamFilter filter = taught();
  learn(filter, 77, more_ham, SpamLabel::spam);
  learn(filter, 77, more_ham, SpamLabel::ham);
  BOOST_TEST(filter.decisions() == 11U);
  BOOST_TEST(probability(filter, more_ham) <= 0.1F);
}

BOOST_AUTO_TEST_CASE(stored_and_read_it_judges_the_same) {
  const SpamFilter filter = taught();
  const std::string bytes = filter.write();
  const SpamFilter read = SpamFilter::read(bytes);
  BOOST_TEST(read.decisions() == filter.decisions());
  BOOST_TEST(read.write() == bytes);
  for (const char* body : {more_spam, more_ham}) BOOST_TEST(probability(read, body) == probability(filter, body));
}

BOOST_AUTO_TEST_CASE(broken_bytes_are_a_fresh_filter) {
  const std::string bytes = taught().write();
  for (std::size_t size = 0; size < bytes.size(); size += 7) {
    BOOST_TEST(SpamFilter::read(std::string_view(bytes).substr(0, size)).decisions() == 0U);
  }
  BOOST_TEST(SpamFilter::read(bytes + "x").decisions() == 0U);
  std::string odd = bytes;
  odd[16] = 2; // a label that there is none of
  BOOST_TEST(SpamFilter::read(odd).decisions() == 0U);
  std::string endless = bytes;
  endless[20] = '\x7F'; // odds beyond all measure
  endless[19] = '\x7F';
  BOOST_TEST(SpamFilter::read(endless).decisions() == 0U);
}

BOOST_AUTO_TEST_CASE(the_first_spam_is_not_lost_in_a_sea_of_ham) {
  SpamFilter filter;
  for (int i = 0; i < 200; ++i) {
    learn(filter, static_cast<std::uint64_t>(i), numbered(ham_texts[static_cast<std::size_t>(i) % ham_texts.size()], i),
          SpamLabel::ham);
  }
  BOOST_TEST(probability(filter, "Check out my channel and subscribe to me, https://a.example") >= 0.5F);
  learn(filter, 1000, spam_texts[0], SpamLabel::spam);
  learn(filter, 1001, spam_texts[1], SpamLabel::spam);
  BOOST_TEST(probability(filter, more_spam) >= 0.5F);
}

BOOST_AUTO_TEST_CASE(a_flood_of_one_label_drives_the_other_not_out) {
  SpamFilter filter = taught();
  for (int i = 0; i < 450; ++i) {
    learn(filter, 1000 + static_cast<std::uint64_t>(i), numbered(ham_texts[0], i), SpamLabel::ham);
  }
  BOOST_TEST(filter.decisions() == SpamFilter::kept_decisions + 5);
  BOOST_TEST(probability(filter, more_spam) >= 0.5F);
}

BOOST_AUTO_TEST_CASE(who_saw_only_spam_blocks_no_ordinary_comment) {
  SpamFilter filter;
  for (int i = 0; i < 60; ++i) {
    learn(filter, static_cast<std::uint64_t>(i),
          numbered(spam_texts[static_cast<std::size_t>(i) % spam_texts.size()], i), SpamLabel::spam);
  }
  for (const char* body : ham_texts) BOOST_TEST(probability(filter, body) < 0.9F, body);
}

BOOST_AUTO_TEST_CASE(a_newcomer_with_odd_words_is_no_spammer) {
  const SpamFilter filter = taught();
  for (const char* body : {"Zxqv brmblik!", "Kia ora koutou katoa", "Sphygmomanometer?"}) {
    BOOST_TEST(probability(filter, body) < 0.5F, body);
  }
}

BOOST_AUTO_TEST_CASE(natively_and_in_wasm_it_learns_the_same_to_the_last_bit) {
  std::uint32_t state = 1;
  const auto next = [&state] { return (state = state * 1664525U + 1013904223U) >> 16; };
  const auto some_features = [&next] {
    std::vector<rules::Feature> features;
    for (std::uint32_t i = next() % 40; i > 0; --i) {
      features.push_back({static_cast<std::uint16_t>(next() % 200), static_cast<float>(next() % 9) / 4, "x"});
    }
    return features;
  };
  SpamFilter filter;
  for (std::uint64_t id = 0; id < 60; ++id) {
    const std::vector<rules::Feature> features = some_features();
    const float prior = static_cast<float>(next() % 100) / 100;
    filter.learn(id, features, prior, next() % 2 == 0 ? SpamLabel::ham : SpamLabel::spam);
  }
  std::uint32_t hash = 2166136261U;
  for (int i = 0; i < 50; ++i) {
    const std::vector<rules::Feature> features = some_features();
    hash = (hash ^ rules::bit_cast<std::uint32_t>(filter.probability(features, 0.25F))) * 16777619U;
  }
  BOOST_TEST(hash == 3281127717U);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace palabre
