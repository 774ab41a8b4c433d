#include "tests/shared/disguises.h"

#include <array>

#include "shared/text/code_point.h"

namespace palabre::test {
namespace {

std::size_t pick(Random& random, std::size_t count) {
  return random() % count;
}

bool is_vowel(char letter) {
  return std::string_view("aeiouy").find(letter) != std::string_view::npos;
}

std::string utf8(char32_t value) {
  std::string out;
  text::append_utf8(out, value);
  return out;
}

// Each letter by `letter`, in a row.
template <class Letter> std::string each(const std::string& word, Letter&& letter) {
  std::string out;
  for (const char byte : word) out += letter(byte);
  return out;
}

std::string joined(const std::string& word, const std::function<std::string()>& separator) {
  std::string out(1, word.front());
  for (std::size_t i = 1; i < word.size(); ++i) out += separator() + word[i];
  return out;
}

std::string joined_by(const std::string& word, const std::string& separator) {
  return joined(word, [&] { return separator; });
}

// One inner letter that `is` holds of, any inner one if there is none such.
template <class Is> std::size_t inner(const std::string& word, Random& random, Is&& is) {
  std::vector<std::size_t> places;
  for (std::size_t i = 1; i + 1 < word.size(); ++i) {
    if (is(word[i])) places.push_back(i);
  }
  return places.empty() ? 1 + pick(random, word.size() - 2) : places[pick(random, places.size())];
}

std::string leet(const std::string& word, Random& random, bool all) {
  static constexpr std::array<std::pair<char, std::string_view>, 7> stands{
      {{'a', "4@"}, {'e', "3"}, {'i', "1!"}, {'o', "0"}, {'s', "5$"}, {'t', "7+"}, {'l', "1|"}}};
  std::string out;
  for (const char byte : word) {
    char stand = byte;
    for (const auto& [letter, signs] : stands) {
      if (letter == byte && (all || pick(random, 2) == 0)) stand = signs[pick(random, signs.size())];
    }
    out += stand;
  }
  return out;
}

std::string look_alikes(const std::string& word) {
  static constexpr std::array<std::pair<char, char32_t>, 12> doubles{{{'a', U'а'},
                                                                      {'c', U'с'},
                                                                      {'e', U'е'},
                                                                      {'o', U'о'},
                                                                      {'p', U'р'},
                                                                      {'x', U'х'},
                                                                      {'y', U'у'},
                                                                      {'i', U'і'},
                                                                      {'s', U'ѕ'},
                                                                      {'h', U'һ'},
                                                                      {'j', U'ј'},
                                                                      {'k', U'к'}}};
  return each(word, [](char byte) {
    for (const auto& [letter, twin] : doubles) {
      if (letter == byte) return utf8(twin);
    }
    return std::string(1, byte);
  });
}

std::string accents(const std::string& word, Random& random) {
  static constexpr std::array<char32_t, 6> marks{0x300, 0x301, 0x302, 0x303, 0x308, 0x30C};
  return each(word, [&](char byte) { return byte + utf8(marks[pick(random, marks.size())]); });
}

std::string swapped(std::string word, Random& random) {
  const std::size_t at = word.size() < 4 ? 0 : 1 + pick(random, word.size() - 3);
  std::swap(word[at], word[at + 1]);
  return word;
}

std::string shifted(const std::string& word, char32_t first, char32_t first_upper = 0) {
  return each(word, [&](char byte) {
    const char32_t base = first_upper != 0 && byte % 2 == 0 ? first_upper : first;
    return utf8(base + static_cast<char32_t>(byte - 'a'));
  });
}

std::string starred(std::string word, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) word[i] = '*';
  return word;
}

std::vector<Disguise> make() {
  using W = const std::string&;
  using R = Random&;
  return {
      {"as it is", [](W w, R) { return w; }},
      {"upper case", [](W w, R) { return each(w, [](char c) { return std::string(1, static_cast<char>(c - 32)); }); }},
      {"mixed case",
       [](W w, R r) {
         return each(w, [&](char c) { return std::string(1, static_cast<char>(pick(r, 2) == 0 ? c : c - 32)); });
       }},
      {"accents", accents},
      {"digits for some letters", [](W w, R r) { return leet(w, r, false); }},
      {"digits for all letters", [](W w, R r) { return leet(w, r, true); }},
      {"one letter drawn out",
       [](W w, R r) {
         const std::size_t i = inner(w, r, is_vowel);
         return w.substr(0, i) + std::string(2 + pick(r, 6), w[i]) + w.substr(i);
       }},
      {"all letters drawn out",
       [](W w, R r) { return each(w, [&](char c) { return std::string(1 + pick(r, 4), c); }); }},
      {"the last letter drawn out", [](W w, R r) { return w + std::string(2 + pick(r, 5), w.back()); }},
      {"spaces", [](W w, R) { return joined_by(w, " "); }},
      {"two spaces", [](W w, R) { return joined_by(w, "  "); }},
      {"spaces after a word", [](W w, R) { return "a " + joined_by(w, " "); }},
      {"full stops", [](W w, R) { return joined_by(w, "."); }},
      {"hyphens", [](W w, R) { return joined_by(w, "-"); }},
      {"underscores", [](W w, R) { return joined_by(w, "_"); }},
      {"mixed separators", [](W w, R r) { return joined(w, [&] { return std::string(1, ".-_ */~"[pick(r, 7)]); }); }},
      {"separators here and there",
       [](W w, R r) {
         return joined(w, [&] { return pick(r, 3) == 0 ? std::string(1, ".-_"[pick(r, 3)]) : std::string(); });
       }},
      {"one separator",
       [](W w, R r) {
         const std::size_t i = 1 + pick(r, w.size() - 1);
         return w.substr(0, i) + ".-_*"[pick(r, 4)] + w.substr(i);
       }},
      {"a star for a vowel",
       [](W w, R r) {
         const std::size_t i = inner(w, r, is_vowel);
         return starred(w, i, i + 1);
       }},
      {"stars inside", [](W w, R) { return starred(w, 1, w.size() - 1); }},
      {"stars after two letters", [](W w, R) { return starred(w, 2, w.size() - (w.size() > 4 ? 1 : 0)); }},
      {"a hash for a vowel",
       [](W w, R r) {
         std::string out = w;
         out[inner(w, r, is_vowel)] = '#';
         return out;
       }},
      {"zero-width characters", [](W w, R) { return joined_by(w, "\u200B"); }},
      {"soft hyphens", [](W w, R) { return joined_by(w, "\u00AD"); }},
      {"word joiners and direction marks",
       [](W w, R r) { return joined(w, [&] { return std::string(pick(r, 2) == 0 ? "\u2060" : "\u200F"); }); }},
      {"Cyrillic doubles", [](W w, R) { return look_alikes(w); }},
      {"full width", [](W w, R) { return shifted(w, 0xFF41, 0xFF21); }},
      {"mathematical", [](W w, R) { return shifted(w, 0x1D41A, 0x1D400); }},
      {"circled", [](W w, R) { return shifted(w, 0x24D0); }},
      {"squared", [](W w, R) { return shifted(w, 0x1F130, 0x1F170); }},
      {"regional indicators", [](W w, R) { return shifted(w, 0x1F1E6); }},
      {"a wall of marks",
       [](W w, R r) {
         return each(w, [&](char c) {
           std::string out(1, c);
           for (std::size_t n = pick(r, 6); n > 0; --n) out += utf8(0x300 + static_cast<char32_t>(pick(r, 0x6F)));
           return out;
         });
       }},
      {"two letters swapped", swapped},
      {"emoji between", [](W w, R) { return joined_by(w, "🖕"); }},
      {"punctuation around", [](W w, R) { return "«" + w + "!!»"; }},
      {"asterisks around", [](W w, R) { return "**" + w + "**"; }},
      {"digits after", [](W w, R r) { return w + std::to_string(1 + pick(r, 99)); }},
      {"lines", [](W w, R) { return joined_by(w, "\n"); }},
      {"a digit and a separator", [](W w, R r) { return joined_by(leet(w, r, false), "-"); }},
  };
}

} // namespace

const std::vector<Disguise>& all_disguises() {
  static const std::vector<Disguise> all = make();
  return all;
}

} // namespace palabre::test
