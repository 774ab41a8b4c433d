// Finding offensive words: what is undone, what is left alone, the owner's lists, the bytes.
#include "shared/rules/offence_words.h"

#include <fstream>
#include <iomanip>
#include <sstream>

#include <boost/test/unit_test.hpp>

#include "tests/shared/disguises.h"
#include "tests/shared/lexicons.h"
#include "tests/shared/vectors.h"

using namespace palabre;
using rules::OffenceWords;
using rules::WordClass;

namespace {

std::vector<rules::WordMatch> find(const OffenceWords& listed, const text::Words& words) {
  std::vector<rules::WordMatch> found;
  listed.find(words, found);
  return found;
}

// What is found, in the source's own spelling, each in brackets; ~ before it where it was disguised.
std::string found_in(const OffenceWords& listed, const std::string& source) {
  const text::Words words = text::split_words(source);
  std::string out;
  for (const rules::WordMatch& match : find(listed, words)) {
    const std::uint32_t begin = words.folded.at[match.begin];
    out += (match.disguised ? "~[" : "[") + source.substr(begin, words.folded.at[match.end] - begin) + "]";
  }
  return out;
}

OffenceWords listed(const std::vector<std::string>& texts, const std::vector<std::string>& innocent = {}) {
  std::vector<OffenceWords::Entry> entries;
  for (const std::string& text : texts) entries.push_back({text, WordClass::insult});
  return OffenceWords(entries, innocent);
}

std::vector<std::string> texts_of(const wire::JsonValue& array) {
  std::vector<std::string> texts;
  for (const wire::JsonValue& value : array.children) texts.push_back(value.text);
  return texts;
}

struct Sentence {
  std::string_view before, after;
};

// Whether each word, disguised, is found where it stands. The share of them.
double detected(const OffenceWords& listed, const test::Disguise& disguise, const std::vector<std::string>& all,
                const std::vector<Sentence>& sentences) {
  test::Random random(7);
  int tried = 0;
  int found = 0;
  for (const std::string& word : all) {
    for (const Sentence& sentence : sentences) {
      const std::string spelled = disguise.apply(word, random);
      const std::string source = std::string(sentence.before) + spelled + std::string(sentence.after);
      const text::Words words = text::split_words(source);
      ++tried;
      const int before = found;
      for (const rules::WordMatch& match : find(listed, words)) {
        const std::uint32_t begin = words.folded.at[match.begin];
        const std::uint32_t end = words.folded.at[match.end];
        if (begin < sentence.before.size() + spelled.size() && end > sentence.before.size()) {
          ++found;
          break;
        }
      }
      if (found == before) BOOST_TEST_MESSAGE("  missed: " << source);
    }
  }
  return static_cast<double>(found) / tried;
}

double mean_detection(text::Language language, const std::vector<std::string>& words,
                      const std::vector<Sentence>& sentences) {
  double sum = 0;
  for (const test::Disguise& disguise : test::all_disguises()) {
    const double share = detected(test::knowledge().find(language)->offence, disguise, words, sentences);
    std::ostringstream line;
    line << text::to_name(language) << ", " << disguise.name << ": " << std::setprecision(3) << share * 100;
    BOOST_TEST_MESSAGE(line.str());
    BOOST_CHECK_MESSAGE(share >= 0.7, line.str());
    sum += share;
  }
  return sum / static_cast<double>(test::all_disguises().size());
}

} // namespace

BOOST_AUTO_TEST_SUITE(offence_words)

BOOST_AUTO_TEST_CASE(vectors) {
  for (const wire::JsonValue& row : test::load_vectors("offence_words.json").children) {
    const OffenceWords compiled =
        listed(texts_of(test::member(row, "entries")),
               row.find("innocent") != nullptr ? texts_of(*row.find("innocent")) : std::vector<std::string>());
    for (const wire::JsonValue& pair : test::member(row, "texts").children) {
      const std::string& source = pair.children.at(0).text;
      const std::string found = found_in(compiled, source);
      BOOST_CHECK_MESSAGE(found == pair.children.at(1).text, test::text_of(row, "name")
                                                                 << ": in " << source << " found " << found);
      BOOST_CHECK_EQUAL(found_in(OffenceWords::read(compiled.write()), source), found);
    }
  }
}

BOOST_AUTO_TEST_CASE(english_disguises_are_undone) {
  const double mean = mean_detection(text::Language::en,
                                     {"fuck",  "shit",   "asshole",  "bitch",    "bastard", "cunt",   "motherfucker",
                                      "whore", "faggot", "nigger",   "dickhead", "retard",  "slut",   "wanker",
                                      "twat",  "moron",  "bullshit", "fucking",  "pussy",   "scumbag"},
                                     {{"", ""}, {"you are a ", " and nothing else"}, {"What a ", "!"}});
  BOOST_TEST_MESSAGE("en, mean of all: " << mean * 100);
  BOOST_CHECK_GE(mean, 0.95);
}

BOOST_AUTO_TEST_CASE(french_disguises_are_undone) {
  const double mean =
      mean_detection(text::Language::fr, {"connard",  "connasse", "salope",    "putain",  "merde",  "encule", "batard",
                                          "pute",     "salaud",   "bougnoule", "pede",    "abruti", "cretin", "enfoire",
                                          "couilles", "bordel",   "negre",     "tapette", "bite",   "ordure"},
                     {{"", ""}, {"tu es un vrai ", " et rien de plus"}, {"Quel ", " !"}});
  BOOST_TEST_MESSAGE("fr, mean of all: " << mean * 100);
  BOOST_CHECK_GE(mean, 0.95);
}

// Everyday prose, and words that filters are known to stumble over, have no disguise in them.
BOOST_AUTO_TEST_CASE(prose_wears_no_disguise) {
  for (const wire::JsonValue& line : test::load_vectors("prose.json").children) {
    const text::Words words = text::split_words(line.text);
    for (const auto& [language, known] : test::knowledge().all()) {
      for (const rules::WordMatch& match : find(known.offence, words)) {
        BOOST_CHECK_MESSAGE(!match.disguised, text::to_name(language)
                                                  << " in: " << line.text << ": "
                                                  << words.folded.text.substr(match.begin, match.end - match.begin));
      }
    }
  }
}

#ifdef PALABRE_ENGLISH_WORDS
// Debian's dictionaries: only what is listed is found, as it stands.
BOOST_AUTO_TEST_CASE(no_word_of_a_dictionary_wears_a_disguise) {
  for (const char* file : {PALABRE_ENGLISH_WORDS, PALABRE_FRENCH_DICTIONARY}) {
    std::ifstream stream(file);
    BOOST_REQUIRE_MESSAGE(stream.good(), file);
    std::size_t count = 0;
    for (std::string line; std::getline(stream, line); ++count) {
      line.erase(std::min(line.find('/'), line.size()));
      const text::Words words = text::split_words(line);
      if (words.words.size() != 1) continue;
      for (const auto& [language, known] : test::knowledge().all()) {
        for (const rules::WordMatch& match : find(known.offence, words)) {
          BOOST_CHECK_MESSAGE(!match.disguised, text::to_name(language) << ": " << line);
        }
      }
    }
    BOOST_CHECK_GT(count, 50000U);
  }
}
#endif

BOOST_AUTO_TEST_CASE(owners_may_list_fifty_thousand_words) {
  test::Random random(3);
  std::vector<std::string> texts{"connard", "gros mot", "*foutr*"};
  while (texts.size() < 50000) {
    std::string word;
    for (std::size_t left = 5 + random() % 10; left > 0; --left) word += static_cast<char>('a' + random() % 26);
    texts.push_back(word);
  }
  const OffenceWords many = OffenceWords::read(listed(texts).write());
  BOOST_CHECK_EQUAL(found_in(many, "un c.o.n.n.a.r.d, des gros mots, un gros mot, jeanfoutre"),
                    "~[c.o.n.n.a.r.d][gros mot][jeanfoutre]");
  BOOST_CHECK_EQUAL(found_in(many, texts.back() + " " + texts[25000]), "[" + texts.back() + "][" + texts[25000] + "]");
}

BOOST_AUTO_TEST_CASE(hostile_texts_are_linear) {
  const OffenceWords some = listed({"connard", "fuck", "*foutr*", "aaaaab", "a a a b", "fils de pute"});
  for (const std::string piece : {"a",     "a ", "a.", "*",     "f*", "f**k", "fuuuu", "c.o.n.",   "aA",  "|", "f",
                                  "foutr", "fo", "🇫",  "f🖕", "p",  "v",    " ",     "fils de ", "con", "1", "@"}) {
    std::string wall;
    while (wall.size() < 200000) wall += piece;
    const text::Words words = text::split_words(wall);
    std::uint32_t end = 0;
    for (const rules::WordMatch& match : find(some, words)) {
      BOOST_REQUIRE_LE(end, match.begin);
      BOOST_REQUIRE_LT(match.begin, match.end);
      end = match.end;
    }
    BOOST_REQUIRE_LE(end, words.folded.text.size());
  }
}

BOOST_AUTO_TEST_CASE(broken_bytes_are_no_list) {
  const std::string bytes = listed({"connard", "con", "fils de pute"}, {"cul-de-sac"}).write();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    BOOST_CHECK_EQUAL(found_in(OffenceWords::read(bytes.substr(0, size)), "un con"), "");
  }
  test::Random random(9);
  for (int round = 0; round < 2000; ++round) {
    std::string broken = bytes;
    broken[random() % broken.size()] = static_cast<char>(random());
    const OffenceWords read = OffenceWords::read(broken);
    found_in(read, "un con, un c.o.n.n.a.r.d, fils de pute");
  }
}

BOOST_AUTO_TEST_SUITE_END()
