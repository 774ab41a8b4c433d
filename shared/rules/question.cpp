#include "shared/rules/question.h"

#include <algorithm>
#include <array>
#include <string>

#include "shared/rules/question_text.h"
#include "shared/text/code_point.h"
#include "shared/text/utf8.h"
#include "shared/text/words.h"

namespace palabre::rules {
namespace {

// Folded words between blanks, as list_has looks for them; the beginnings of sentences likewise.
constexpr std::string_view askers =
    " who what when where why how which whose whom is are was were do does did can could will would should shall has"
    " have had may might am any anyone anybody someone isn't aren't doesn't didn't don't can't couldn't won't wouldn't"
    " qui que qu quoi quand ou comment pourquoi combien quel quelle quels quelles lequel laquelle lesquels est"
    " quelqu'un sait savez peut peux pouvez pourriez puis faut avez aurez seriez etes serait sera serez y ";
constexpr std::string_view greetings = " hello hi hey dear please pls so and but ok okay well sorry question bonjour "
                                       "bonsoir salut coucou et mais alors donc"
                                       " excusez pardon svp stp merci madame monsieur ";
constexpr std::string_view closers =
    " thanks thank thx cheers please regards best kind cordially merci bonne bon belle cordialement bien cdt svp stp"
    " salutations amicalement sincerement love xoxo danke gracias grazie obrigado ";
constexpr std::array<std::string_view, 26> asks_nothing{
    "really",   "seriously",    "vraiment",  "serieusement", "so what",        "who cares",  "who knows",
    "why not",  "pourquoi pas", "et alors",  "et apres",     "a quoi bon",     "ah bon",     "n'est ce pas",
    "you know", "you see",      "what else", "quoi d autre", "isn't it great", "c est tout", "that's it",
    "what",     "quoi",         "qui sait",  "tu vois",      "vous voyez"};
constexpr std::array<std::string_view, 24> tags{"isn't it",
                                                "aren't they",
                                                "aren't we",
                                                "don't you think",
                                                "doesn't it",
                                                "don't they",
                                                "right",
                                                "no",
                                                "huh",
                                                "eh",
                                                "yes",
                                                "ok",
                                                "okay",
                                                "you know",
                                                "n est ce pas",
                                                "n'est ce pas",
                                                "non",
                                                "hein",
                                                "si",
                                                "pas vrai",
                                                "vous ne trouvez pas",
                                                "tu ne trouves pas",
                                                "d accord",
                                                "oui"};
constexpr std::array<std::string_view, 30> openings{
    "does anyone know", "do you know if",     "do you know when", "do you know where",  "can anyone",
    "could anyone",     "could you tell me",  "can you tell me",  "how do i",           "how can i",
    "is there a way",   "is there any",       "anyone know",      "where can i",        "i would like to know",
    "i'd like to know", "i was wondering if", "est ce que",       "savez vous",         "pouvez vous me dire",
    "pourriez vous",    "quelqu'un sait",     "quelqu un sait",   "comment faire pour", "comment puis je",
    "ou puis je",       "quand est ce",       "combien coute",    "j aimerais savoir",  "je voudrais savoir"};
constexpr std::array<std::string_view, 16> inversions{"-vous",  "-tu",     "-il",     "-elle",     "-on",   "-ils",
                                                      "-elles", "-je",     "-nous",   "-ce ",      "-t-il", "-t-on",
                                                      "t'il",   "-t-elle", "-moi si", "-moi quand"};

struct Folded {
  std::vector<std::string> words;
  std::string line; // the words with one blank between them
};

bool list_has(std::string_view list, std::string_view word) {
  return list.find(" " + std::string(word) + " ") != std::string_view::npos;
}

template <std::size_t n> bool is_one_of(const std::array<std::string_view, n>& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

Folded folded(std::string_view source) {
  Folded out;
  const text::Words split = text::split_words(source);
  for (const text::Word& word : split.words) {
    if (word.kind == text::WordKind::symbol) continue;
    out.words.emplace_back(split.text(word));
  }
  while (!out.words.empty() && list_has(greetings, out.words.front())) out.words.erase(out.words.begin());
  for (const std::string& word : out.words) out.line += (out.line.empty() ? "" : " ") + word;
  return out;
}

bool is_closing(const Sentence& sentence, const Folded& words) {
  if (sentence.asks) return false;
  if (words.words.empty()) return true;
  return words.words.size() <= 5 && list_has(closers, words.words.front());
}

bool asks_by_word(const Sentence& sentence, const Folded& words) {
  constexpr std::size_t first_words = 5;
  for (std::size_t i = 0; i < words.words.size() && i < first_words; ++i) {
    if (list_has(askers, words.words[i])) return true;
  }
  const std::string lower = text::fold(sentence.text).text + " ";
  return std::any_of(inversions.begin(), inversions.end(),
                     [&](std::string_view one) { return lower.find(one) != std::string::npos; });
}

// "…, isn't it?"
bool is_tagged(const Sentence& sentence) {
  const std::size_t comma = sentence.text.rfind(',');
  return comma != std::string::npos && is_one_of(tags, folded(std::string_view(sentence.text).substr(comma + 1)).line);
}

bool begins_with_one_of_openings(const Folded& words) {
  return std::any_of(openings.begin(), openings.end(), [&](std::string_view one) {
    return words.line.compare(0, one.size(), one) == 0 &&
           (words.line.size() == one.size() || words.line[one.size()] == ' ');
  });
}

// Where words are not parted by blanks, their number says nothing.
bool is_unparted(std::string_view words) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < words.size();) {
    const text::CodePoint point = text::code_point_at(words, at);
    if (point.value >= 0x2E80 && point.value < 0xA000) ++count;
    at += point.size;
  }
  return count >= 4;
}

enum class Asking : std::uint8_t { no, perhaps, surely };

Asking asking_of(const Sentence& sentence) {
  const Folded words = folded(sentence.text);
  if (!sentence.asks) {
    return !sentence.exclaims && begins_with_one_of_openings(words) ? Asking::surely : Asking::no;
  }
  if (is_unparted(sentence.text)) return Asking::surely;
  if (sentence.exclaims || is_one_of(asks_nothing, words.line) || is_tagged(sentence)) return Asking::no;
  if (words.words.size() >= 2 && asks_by_word(sentence, words)) return Asking::surely;
  return words.words.size() >= 4 ? Asking::perhaps : Asking::no;
}

} // namespace

bool is_question(std::string_view body) {
  constexpr std::size_t looked_at = 5000; // code points
  auto sentences = own_sentences(text::prefix_of(body, looked_at));
  while (!sentences.empty() && is_closing(sentences.back(), folded(sentences.back().text))) sentences.pop_back();
  if (sentences.empty()) return false;
  if (asking_of(sentences.back()) != Asking::no) return true;
  // One more sentence may say why it is asked.
  return !sentences.back().asks && sentences.size() > 1 && sentences[sentences.size() - 2].asks &&
         asking_of(sentences[sentences.size() - 2]) == Asking::surely;
}

} // namespace palabre::rules
