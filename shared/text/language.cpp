#include "shared/text/language.h"

#include <algorithm>

#include "shared/text/code_point.h"
#include "shared/text/language_words.h"

namespace palabre::text {
namespace {

constexpr int looked_at_words = 100;
constexpr std::size_t looked_at_bytes = 1000;
[[maybe_unused]] constexpr int en = 0, fr = 1, de = 2, es = 3, it = 4, pt = 5, nl = 6, other = 7;

// What the letters beyond ASCII tell.
struct Letters {
  std::size_t kana{0}, han{0}, arabic{0}, foreign{0}; // characters of these scripts; foreign: of scripts not known here
  std::size_t persian{0};                             // of `arabic`, those that Arabic has not
  LanguageWeights marks{0};                           // of Latin letters with accents, two of each kind at most
};

LanguageWeights weights_of_mark(char32_t lower) {
  switch (lower) {
  case 0xF1: return weight_of(es, 10);                                                                            // ñ
  case 0xBF:                                                                                                      // ¿
  case 0xA1: return weight_of(es, 12);                                                                            // ¡
  case 0xDF: return weight_of(de, 12);                                                                            // ß
  case 0xE4:                                                                                                      // ä
  case 0xF6: return weight_of(de, 6) + weight_of(other, 4);                                                       // ö
  case 0xFC: return weight_of(de, 6) + weight_of(es, 1) + weight_of(other, 3);                                    // ü
  case 0xE3:                                                                                                      // ã
  case 0xF5: return weight_of(pt, 12);                                                                            // õ
  case 0xE7: return weight_of(fr, 6) + weight_of(pt, 6) + weight_of(other, 2);                                    // ç
  case 0xE9: return weight_of(fr, 4) + weight_of(es, 2) + weight_of(pt, 2) + weight_of(it, 1) + weight_of(nl, 1); // é
  case 0xE8: return weight_of(fr, 5) + weight_of(it, 5) + weight_of(nl, 1);                                       // è
  case 0xEA: return weight_of(fr, 6) + weight_of(pt, 5);                                                          // ê
  case 0xE0: return weight_of(fr, 5) + weight_of(it, 5) + weight_of(pt, 1);                                       // à
  case 0xE1: return weight_of(es, 4) + weight_of(pt, 4) + weight_of(other, 2);                                    // á
  case 0xED:                                                                                                      // í
  case 0xF3:                                                                                                      // ó
  case 0xFA: return weight_of(es, 5) + weight_of(pt, 3) + weight_of(other, 2);                                    // ú
  case 0xEC:                                                                                                      // ì
  case 0xF2: return weight_of(it, 8);                                                                             // ò
  case 0xF9: return weight_of(fr, 3) + weight_of(it, 5);                                                          // ù
  case 0xEE:                                                                                                      // î
  case 0xFB: return weight_of(fr, 6);                                                                             // û
  case 0xF4: return weight_of(fr, 5) + weight_of(pt, 4);                                                          // ô
  case 0xE2: return weight_of(fr, 4) + weight_of(pt, 4) + weight_of(other, 2);                                    // â
  case 0xEF:                                                                                                      // ï
  case 0xEB: return weight_of(fr, 3) + weight_of(nl, 4);                                                          // ë
  case 0x153: return weight_of(fr, 10);                                                                           // œ
  case 0xE5:                                                                                                      // å
  case 0xE6:                                                                                                      // æ
  case 0xF8: return weight_of(other, 12);                                                                         // ø
  default: return 0;
  }
}

struct Range {
  char32_t first, last;
};
constexpr bool in(char32_t value, Range range) {
  return value >= range.first && value <= range.last;
}

void count_letter(Letters& letters, char32_t value) {
  if (in(value, {0x3041, 0x30FA}) || in(value, {0xFF66, 0xFF9D})) {
    ++letters.kana;
  } else if (in(value, {0x3400, 0x9FFF})) {
    ++letters.han;
  } else if (in(value, {0x620, 0x64A}) || in(value, {0x671, 0x6D3})) {
    ++letters.arabic;
    if (value >= 0x671) ++letters.persian;
  } else if (in(value, {0x370, 0x61F}) || in(value, {0x700, 0x1DFF}) || in(value, {0xAC00, 0xD7A3})) {
    ++letters.foreign;
  }
}

// Once each kind of accented letter tells most; more of it little.
class Marks {
public:
  LanguageWeights weights(char32_t value) {
    if (value == 0x152) value = 0x153;
    if (value >= 0xC0 && value < 0xDF) value += 0x20;
    const bool known = value < 0x100 || value == 0x153;
    const LanguageWeights weights = known ? weights_of_mark(value) : weight_of(other, 12);
    if (weights == 0) return 0;
    // ¡ counts with ¿, œ has ×'s place; of the letters of other languages there are two kinds.
    const char32_t place = value == 0xA1 ? 0 : value == 0x153 ? 24 : known ? value - 0xBF : 1 + (value & 1);
    const std::uint64_t kind = std::uint64_t{1} << place;
    const bool again = (seen_ & kind) != 0;
    seen_ |= kind;
    return again ? 0 : weights;
  }

private:
  std::uint64_t seen_{0};
};

Letters count_letters(std::string_view source) {
  Letters letters;
  Marks marks;
  for (std::size_t at = 0; at < source.size();) {
    if (static_cast<unsigned char>(source[at]) < 0x80) {
      ++at;
      continue;
    }
    const auto [value, size] = code_point_at(source, at);
    if (value < 0x250 || in(value, {0x1E00, 0x1EFF})) {
      letters.marks += marks.weights(value);
    } else {
      count_letter(letters, value);
    }
    at += size;
  }
  return letters;
}

// The source's beginning, cut between characters.
std::string_view beginning(std::string_view source) {
  if (source.size() <= looked_at_bytes) return source;
  std::size_t end = looked_at_bytes;
  while (end > 0 && (static_cast<unsigned char>(source[end]) & 0xC0) == 0x80) --end;
  return source.substr(0, end);
}

} // namespace

std::string_view to_name(Language language) {
  switch (language) {
  case Language::unknown: return "unknown";
  case Language::en: return "en";
  case Language::fr: return "fr";
  case Language::de: return "de";
  case Language::es: return "es";
  case Language::it: return "it";
  case Language::pt: return "pt";
  case Language::nl: return "nl";
  case Language::ja: return "ja";
  case Language::ar: return "ar";
  }
  return "unknown";
}

Language parse_language(std::string_view tag) {
  const std::string_view primary = tag.substr(0, tag.find_first_of("-_"));
  if (primary.size() != 2) return Language::unknown;
  const char name[2]{static_cast<char>(primary[0] | 0x20), static_cast<char>(primary[1] | 0x20)};
  for (const Language language : known_languages) {
    if (to_name(language) == std::string_view(name, 2)) return language;
  }
  return Language::unknown;
}

namespace {

struct Evidence {
  std::uint64_t even{0}, odd{0}; // sums of the languages' weights, sixteen bits each: a hundred words fit
  int words{0};                  // that could have told something
  int telling{0};                // that are frequent words of some language

  [[nodiscard]] std::array<int, weighed_languages> sums() const {
    std::array<int, weighed_languages> sums{};
    for (std::size_t i = 0; i < sums.size(); ++i) {
      sums[i] = static_cast<int>(((i % 2 == 0 ? even : odd) >> (16 * (i / 2))) & 0xFFFF);
    }
    return sums;
  }
  // More words would hardly change what they say.
  [[nodiscard]] bool clear() const {
    constexpr int much = 72;
    int best = 0;
    int second = 0;
    for (const int sum : sums()) {
      second = std::max(second, std::min(sum, best));
      best = std::max(best, sum);
    }
    return best >= much && best - second >= best / 2;
  }
  void add(LanguageWeights weights) {
    constexpr std::uint64_t every_other = 0x00FF00FF00FF00FF;
    even += weights & every_other;
    odd += (weights >> 8) & every_other;
  }
};

// An elided j' or qu' is French; l' and d' Italian as well.
LanguageWeights elision_weights(std::string_view prefix) {
  if (prefix == "l" || prefix == "d" || prefix == "c") return weight_of(fr, 5) + weight_of(it, 4) + weight_of(other, 1);
  if (prefix == "m" || prefix == "t" || prefix == "s") return weight_of(fr, 8) + weight_of(it, 2);
  return weight_of(fr, 12);
}

Evidence weigh(const Words& words) {
  Evidence evidence;
  bool first = true;
  for (const Word& word : words.words) {
    if (word.kind != WordKind::letters) continue;
    if (evidence.words == looked_at_words || (evidence.words % 8 == 7 && evidence.clear())) break;
    const std::string_view letters = words.text(word);
    if ((word.traits & elided) != 0) {
      evidence.add(elision_weights(letters));
      continue;
    }
    ++evidence.words;
    if (const LanguageWeights weights = word_weights(letters); weights != 0) {
      evidence.add(weights);
      ++evidence.telling;
    } else if (first || (word.traits & capitalised) == 0) { // a name says little of the text around it
      evidence.add(shape_weights(letters));
    }
    first = false;
  }
  return evidence;
}

std::optional<LanguageGuess> guess_of_script(const Letters& letters, std::size_t others) {
  const std::size_t east = letters.kana + letters.han;
  const std::size_t total = 3 * east + letters.arabic + letters.foreign + others;
  if (letters.kana >= 2 && 3 * east * 2 >= total && letters.kana * 8 >= letters.han) {
    return LanguageGuess{Language::ja, letters.kana >= 4 ? 0.95F : 0.6F};
  }
  if (letters.arabic >= 2 && letters.arabic * 2 >= total) {
    if (letters.persian * 25 > letters.arabic) return LanguageGuess{};
    return LanguageGuess{Language::ar, letters.arabic >= 6 ? 0.95F : 0.6F};
  }
  if (3 * east + letters.arabic + letters.foreign > others) return LanguageGuess{};
  return std::nullopt;
}

LanguageGuess guess_of_evidence(const Evidence& evidence) {
  constexpr std::array<Language, other> languages{Language::en, Language::fr, Language::de, Language::es,
                                                  Language::it, Language::pt, Language::nl};
  const std::array sums = evidence.sums();
  const auto best = std::max_element(sums.begin(), sums.end());
  int second = 0;
  for (const int& sum : sums) {
    if (&sum != &*best) second = std::max(second, sum);
  }
  const auto index = static_cast<std::size_t>(best - sums.begin());
  const int lead = *best - second;
  if (index == other || *best < 8 || lead < 3 || lead * 8 < *best || *best < 2 * evidence.words) return {};
  if (evidence.telling == 0 && (*best < 9 || lead * 3 < *best)) return {};
  const float margin = static_cast<float>(lead) / static_cast<float>(*best);
  const float amount = std::min(1.0F, static_cast<float>(lead) / 40.0F);
  float confidence = 0.2F + 0.4F * margin + 0.4F * amount;
  if (evidence.words < 2) confidence = std::min(confidence, 0.4F);
  return {languages[index], std::min(confidence, 1.0F)};
}

} // namespace

LanguageGuess detect_language(const Words& words, std::string_view source) {
  const std::string_view start = beginning(source);
  const Letters letters = count_letters(start);
  const std::size_t strange = letters.kana + letters.han + letters.arabic + letters.foreign;
  if (strange > 0) {
    const std::size_t others = start.size() - std::min(start.size(), 2 * strange);
    if (const auto guess = guess_of_script(letters, others)) return *guess;
  }
  Evidence evidence = weigh(words);
  if (evidence.words == 0) return {};
  evidence.add(letters.marks);
  return guess_of_evidence(evidence);
}

} // namespace palabre::text
