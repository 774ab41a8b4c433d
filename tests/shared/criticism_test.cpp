// The property that moderation rests on: how a text feels, and whether a customer complains, never decides.
#include <boost/test/unit_test.hpp>

#include <array>
#include <random>
#include <span>

#include "shared/rules/moderation.h"
#include "tests/shared/lexicons.h"
#include "tests/shared/vectors.h"

using namespace palabre;
using rules::Decision;
using rules::Preset;
using text::Language;

namespace {

constexpr std::array presets{Preset::open, Preset::careful, Preset::locked_down};

using Words = std::span<const std::string_view>;

// Sentences are made of these; `~` stands for what is spoken of, `*` for what is said of it.
struct Grammar {
  Language language;
  Words things, judgements, sentences, complaints;
};

constexpr std::string_view english_things[]{"this film",   "the second season", "your article", "the sound",
                                            "the service", "this government",   "the plot",     "the new version",
                                            "the ending",  "the delivery",      "this decision"};
constexpr std::string_view english_judgements[]{"terrible",  "awful",      "boring",         "a disaster", "horrible",
                                                "worthless", "disgusting", "the worst ever", "unbearable", "a shame",
                                                "useless",   "ruined",     "appalling",      "dreadful",   "a mess",
                                                "pathetic",  "very bad",   "badly made"};
constexpr std::string_view english_sentences[]{"~ is *.",
                                               "Honestly, ~ was * and I hate it!",
                                               "I am so angry: ~ is *!!!",
                                               "What a disappointment, ~ is * :(",
                                               "~ is * and sad.",
                                               "I regret it, ~ was *, never again.",
                                               "* from start to end, ~ hurts.",
                                               "WHY is ~ so bad? It is *."};
constexpr std::string_view english_complaints[]{
    "My order never arrived and nobody answers.",    "I was charged twice, I want my money back!",
    "Still waiting for my refund after six weeks.",  "Customer service hung up on me, the screen is broken.",
    "You cancelled my subscription without a word.", "The parcel came damaged and support ignores me."};
constexpr std::string_view french_things[]{"ce film",    "la deuxième saison", "votre article",  "le son",
                                           "le service", "ce gouvernement",    "le scénario",    "la nouvelle version",
                                           "la fin",     "la livraison",       "cette décision", "le jeu des acteurs"};
constexpr std::string_view french_judgements[]{
    "une catastrophe", "horrible",     "lamentable", "une honte", "insupportable", "un désastre", "pitoyable",
    "minable",         "un navet",     "affligeant", "exécrable", "ridicule",      "un ratage",   "pathétique",
    "une déception",   "inadmissible", "nul",        "vide",      "une purge",     "très mauvais"};
constexpr std::string_view french_sentences[]{"~, c'est *.",
                                              "Franchement, ~ est * et je déteste ça !",
                                              "Je suis en colère : ~, c'est * !!!",
                                              "Quelle déception, ~ c'est * :(",
                                              "~ : *, triste et ennuyeux.",
                                              "Je regrette, ~ c'était *, plus jamais ça.",
                                              "C'est * du début à la fin, ~ me fait honte.",
                                              "POURQUOI ~ est si mauvais ? C'est *."};
constexpr std::string_view french_complaints[]{"Ma commande n'est jamais arrivée et personne ne répond.",
                                               "J'ai été débité deux fois, remboursez-moi !",
                                               "J'attends toujours mon remboursement depuis six semaines.",
                                               "Le service client me raccroche au nez, l'écran est cassé.",
                                               "Vous avez annulé mon abonnement sans un mot.",
                                               "Le colis est arrivé abîmé et le SAV est injoignable."};

const Grammar english{Language::en, english_things, english_judgements, english_sentences, english_complaints};
const Grammar french{Language::fr, french_things, french_judgements, french_sentences, french_complaints};

class Writer {
public:
  Writer(const Grammar& grammar, std::uint32_t seed) : grammar_(grammar), random_(seed) {}

  std::string criticism() {
    std::string text;
    for (const char byte : any(grammar_.sentences)) {
      if (byte == '~')
        text += any(grammar_.things);
      else if (byte == '*')
        text += any(grammar_.judgements);
      else
        text += byte;
    }
    return text;
  }

  std::string complaint() { return std::string(any(grammar_.complaints)); }

  // A few sentences of both, sometimes loud.
  std::string text() {
    std::string text;
    for (std::uint32_t sentences = 1 + random_() % 4; sentences > 0; --sentences) {
      text += (random_() % 3 == 0 ? complaint() : criticism()) + " ";
    }
    if (random_() % 8 == 0) text += "!!! :(";
    return text;
  }

private:
  std::string_view any(Words words) { return words[random_() % words.size()]; }

  const Grammar& grammar_;
  std::mt19937 random_;
};

rules::Policy without_admission(Preset preset) {
  rules::Policy policy = rules::policy_of(preset);
  policy.admission = rules::Admission::publish_all;
  return policy;
}

rules::Verdict judge(const rules::Moderation& moderation, const std::string& body, Language language) {
  rules::History history;
  history.published = 5;
  return moderation.decide_comment({"Ada", "", "", body}, history, nullptr, language, Instant{});
}

std::string summary(const rules::Verdict& verdict) {
  std::string text(rules::to_name(verdict.decision));
  for (const rules::Reason& reason : verdict.reasons) {
    text += " " + reason.rule + "/" + std::string(rules::to_name(reason.severity)) + "@" + std::to_string(reason.begin);
  }
  return text;
}

} // namespace

BOOST_AUTO_TEST_SUITE(criticism)

BOOST_AUTO_TEST_CASE(neither_feelings_nor_complaints_decide) {
  int angry = 0;
  int complaining = 0;
  int texts = 0;
  for (const Preset preset : presets) {
    const rules::Moderation all(test::knowledge(), rules::policy_of(preset));
    const rules::Moderation readers(test::knowledge_of_readers(), rules::policy_of(preset));
    const rules::Moderation bare(test::knowledge_that_decides(), rules::policy_of(preset));
    for (const Grammar* grammar : {&english, &french}) {
      Writer writer(*grammar, 4711);
      for (int i = 0; i < 1500; ++i) {
        const std::string body = writer.text();
        const rules::Verdict verdict = judge(all, body, grammar->language);
        ++texts;
        if (verdict.sentiment.label == rules::SentimentLabel::negative) ++angry;
        if (verdict.complaint) ++complaining;
        BOOST_REQUIRE_MESSAGE(summary(verdict) == summary(judge(readers, body, grammar->language)),
                              "feelings change " << summary(verdict) << " of " << body);
        BOOST_REQUIRE_MESSAGE(summary(verdict) == summary(judge(bare, body, grammar->language)),
                              "feelings or complaints change " << summary(verdict) << " of " << body);
      }
    }
  }
  // Else nothing was tried.
  BOOST_TEST(angry * 10 > texts * 8);
  BOOST_TEST(complaining * 3 > texts);
}

BOOST_AUTO_TEST_CASE(harsh_but_honest_texts_are_published_whatever_the_preset) {
  for (const Preset preset : presets) {
    const rules::Moderation moderation(test::knowledge(), without_admission(preset));
    int kept_back = 0;
    int texts = 0;
    for (const Grammar* grammar : {&english, &french}) {
      Writer writer(*grammar, 815);
      for (int i = 0; i < 2000; ++i) {
        const std::string body = writer.text();
        const rules::Verdict verdict = judge(moderation, body, grammar->language);
        ++texts;
        if (verdict.decision == Decision::publish) continue;
        ++kept_back;
        BOOST_TEST_MESSAGE(rules::to_name(preset) << " " << summary(verdict) << ": " << body);
      }
    }
    // Who locks a site down holds mild words that might be aimed at somebody: a text in two hundred at most.
    const int allowed = preset == Preset::locked_down ? texts / 200 : 0;
    BOOST_TEST(kept_back <= allowed, rules::to_name(preset) << " keeps back " << kept_back << " of " << texts);
  }
}

BOOST_AUTO_TEST_CASE(customers_complaints_are_published_whatever_the_preset) {
  for (const Preset preset : presets) {
    const rules::Moderation moderation(test::knowledge(), without_admission(preset));
    for (const wire::JsonValue& row : test::member(test::load_vectors("complaint.json"), "texts").children) {
      if (!test::member(row, "complaint").boolean) continue; // abuse is among the others
      const std::string& body = test::text_of(row, "text");
      const rules::Verdict verdict = judge(moderation, body, text::parse_language(test::text_of(row, "language")));
      BOOST_TEST((verdict.decision == Decision::publish), rules::to_name(preset)
                                                              << " " << summary(verdict) << ": " << body);
    }
  }
}

BOOST_AUTO_TEST_CASE(too_short_to_tell_the_language_is_not_too_short_to_feel) {
  const rules::Moderation moderation(test::knowledge(), without_admission(Preset::careful));
  for (const std::string_view praise : {"😍😍", ":)", "Superbe!", "Awesome!"}) {
    const rules::Verdict verdict = judge(moderation, std::string(praise), Language::unknown);
    BOOST_TEST((verdict.sentiment.label == rules::SentimentLabel::positive), praise);
  }
  // The page's language says what the text does not.
  BOOST_TEST((judge(moderation, "navet", Language::fr).sentiment.label == rules::SentimentLabel::negative));
  BOOST_TEST((judge(moderation, "navet", Language::en).sentiment.label == rules::SentimentLabel::unsure));
  BOOST_TEST((judge(moderation, "navet", Language::de).sentiment.label == rules::SentimentLabel::unsure));
}

BOOST_AUTO_TEST_CASE(what_is_held_is_held_for_something_else) {
  const rules::Moderation moderation(test::knowledge(), without_admission(Preset::careful));
  const rules::Verdict verdict = judge(moderation, "I will kill you, I know where you live.", Language::en);
  BOOST_TEST((verdict.decision >= Decision::hold));
}

BOOST_AUTO_TEST_SUITE_END()
