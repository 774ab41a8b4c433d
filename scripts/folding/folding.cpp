#include "scripts/folding/folding.h"

#include <algorithm>
#include <array>
#include <sstream>

#include "shared/text/code_point.h"
#include "shared/text/folding_table.h"

namespace palabre::folding {
namespace {

using text::fold_accented;
using text::fold_certain;
using text::fold_foreign;
using text::fold_hidden;
using text::fold_look_alike;
using text::fold_mark;
using text::fold_upper;

bool within(char32_t value, char32_t first, char32_t last) {
  return value >= first && value <= last;
}

bool is_ascii_word(const std::string& text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
  });
}

// Letters whose names say another one, and the few that look-alikes are not listed for. `certain`: see FoldFlag.
struct ByHand {
  char32_t value;
  std::string_view letters;
};
constexpr ByHand own_by_hand[]{{U'ß', "ss"}, {U'ẞ', "ss"}, {U'æ', "ae"},     {U'œ', "oe"},   {U'ø', "o"},   {U'ð', "d"},
                               {U'þ', "th"}, {U'đ', "d"},  {U'ł', "l"},      {U'ħ', "h"},    {U'ŋ', "n"},   {U'ĸ', "k"},
                               {U'ı', "i"},  {U'ə', "e"},  {U'ʼ', "'"},      {U'‘', "'"},    {U'’', "'"},   {U'‚', "'"},
                               {U'‛', "'"},  {U'′', "'"},  {U'´', "'"},      {U'‐', "-"},    {U'‑', "-"},   {U'−', "-"},
                               {U'ʃ', "s"},  {U'ʒ', "z"},  {U'ς', "\u03c3"}, {0x2028, "\n"}, {0x2029, "\n"}};
constexpr ByHand alike_by_hand[]{
    {U'в', "b"}, {U'г', "r"}, {U'д', "a"}, {U'з', "3"}, {U'и', "n"}, {U'к', "k"}, {U'м', "m"}, {U'н', "h"}, {U'п', "n"},
    {U'т', "t"}, {U'ц', "u"}, {U'ч', "4"}, {U'ш', "w"}, {U'щ', "w"}, {U'ъ', "b"}, {U'ь', "b"}, {U'э', "e"}, {U'є', "e"},
    {U'я', "r"}, {U'ж', "x"}, {U'ђ', "h"}, {U'џ', "u"}, {U'α', "a"}, {U'β', "b"}, {U'δ', "d"}, {U'ε', "e"}, {U'η', "n"},
    {U'θ', "o"}, {U'ι', "i"}, {U'κ', "k"}, {U'λ', "a"}, {U'μ', "u"}, {U'ξ', "e"}, {U'π', "n"}, {U'σ', "o"}, {U'τ', "t"},
    {U'φ', "o"}, {U'χ', "x"}, {U'ψ', "w"}, {U'ω', "w"}, {U'ζ', "z"}};

std::string_view find_by_hand(const ByHand* begin, const ByHand* end, char32_t value) {
  const ByHand* found = std::find_if(begin, end, [&](const ByHand& row) { return row.value == value; });
  return found == end ? std::string_view{} : found->letters;
}

bool is_qualifier(const std::string& word) {
  static constexpr std::array<std::string_view, 21> qualifiers{
      "SMALL",       "CAPITAL",  "TURNED",    "REVERSED", "OPEN",   "SCRIPT",  "BARRED",
      "SIDEWAYS",    "INSULAR",  "LONG",      "DOTLESS",  "CLOSED", "BROKEN",  "INVERTED",
      "BLACKLETTER", "TAILLESS", "STRETCHED", "HALF",     "LETTER", "AFRICAN", "VOICED"};
  return std::find(qualifiers.begin(), qualifiers.end(), word) != qualifiers.end();
}

// LATIN SMALL LETTER O WITH STROKE → o; LATIN LETTER SMALL CAPITAL H → h; NEGATIVE SQUARED LATIN CAPITAL LETTER A → a.
std::string letter_by_name(const std::string& name) {
  const std::size_t latin = name.find("LATIN ");
  if (latin == std::string::npos || name.rfind("TAG ", 0) == 0 || name.rfind("COMBINING", 0) == 0) return {};
  std::istringstream words(name.substr(latin + 6));
  std::string letter;
  for (std::string word; words >> word && word != "WITH";) {
    if (is_qualifier(word)) continue;
    if (!letter.empty()) return {};
    letter = word;
  }
  if (letter.size() != 1 || letter[0] < 'A' || letter[0] > 'Z') return {};
  return std::string(1, static_cast<char>(letter[0] + 32));
}

class Folder {
public:
  Folder(const Unicode& unicode, const LookAlikes& look_alikes) : unicode_(unicode), look_alikes_(look_alikes) {}

  Fold fold(char32_t value) const {
    Fold fold;
    if (text::is_white_space(value)) {
      fold.keep = false;
      fold.own = value == 0x2028 || value == 0x2029 ? "\n" : " ";
      return fold;
    }
    if (text::is_invisible(value)) return gone(within(value, 0xFE00, 0xFE0F) ? fold_mark : fold_hidden);
    if (unicode_.is_dispensable_mark(value)) return gone(fold_mark);
    if (stays(value)) return fold;
    fold.own = own(value);
    if (fold.own.empty() || fold.own.front() == ' ' || is_rare(value, fold.own)) fold.own = utf8(value);
    fold.keep = fold.own == utf8(value);
    fold.flags = flags_of(value, fold.own);
    if (!is_ascii_word(fold.own)) add_look_alike(value, fold);
    return fold;
  }

private:
  static Fold gone(unsigned flags) {
    Fold fold;
    fold.keep = false;
    fold.flags = flags;
    return fold;
  }

  // Words squared or ringed of other scripts, and Arabic's ligatures of two letters and more.
  bool is_rare(char32_t value, const std::string& own) const {
    const Character& character = unicode_.at(value);
    if (character.decomposition_tag.empty()) return false;
    const bool ascii =
        std::all_of(own.begin(), own.end(), [](char byte) { return static_cast<signed char>(byte) >= 0; });
    const bool one = text::code_point_at(own, 0).size == own.size();
    const bool enclosed = character.decomposition_tag == "<circle>" || character.decomposition_tag == "<square>";
    return (ascii ? own.size() > 3 || (own.size() > 1 && character.decomposition_tag == "<square>")
                  : !one || enclosed || character.category.front() == 'S');
  }

  // Ideographs and Hangul have look-alikes that nobody writes for Latin letters; signs are left to who asks for them.
  static bool stays(char32_t value) {
    return within(value, 0x2E80, 0x2FDF) || within(value, 0x3130, 0x318F) || within(value, 0x3400, 0x9FFF) ||
           within(value, 0xA960, 0xD7FF) || within(value, 0xF900, 0xFAFF) || within(value, 0xFFA0, 0xFFDC) ||
           within(value, 0x1100, 0x11FF) || within(value, 0x1F1E6, 0x1F1FF) || value == 0x2122 || value == 0x2120 ||
           value >= 0x20000;
  }

  static std::string utf8(char32_t value) {
    std::string out;
    text::append_utf8(out, value);
    return out;
  }

  // Its own letter or letters, lower case and without marks.
  std::string own(char32_t value) const {
    std::string out;
    for (const char32_t part : unicode_.decompose(value)) {
      if (unicode_.is_dispensable_mark(part)) continue;
      const char32_t lower = unicode_.lower(part);
      if (unicode_.at(part).combining_class != 0) return utf8(unicode_.lower(value)); // a mark that it needs
      out += letter(lower);
    }
    const bool parenthesised = out.size() == 3 && out.front() == '(' && out.back() == ')';
    return parenthesised ? out.substr(1, 1) : out;
  }

  std::string letter(char32_t lower) const {
    if (const auto known = find_by_hand(std::begin(own_by_hand), std::end(own_by_hand), lower); !known.empty()) {
      return std::string(known);
    }
    if (lower == 0x2044) return "/";
    const Character& character = unicode_.at(lower);
    if (character.digit >= 0) return std::to_string(character.digit);
    if (lower >= 0x80) {
      if (std::string named = letter_by_name(character.name); !named.empty()) return named;
    }
    return utf8(lower);
  }

  unsigned flags_of(char32_t value, const std::string& own) const {
    const Character& character = unicode_.at(value);
    const bool letter = character.category.front() == 'L';
    unsigned flags = 0;
    if (character.category == "Lu" || character.category == "Lt" || named_capital(character)) flags |= fold_upper;
    if (is_ascii_word(own) && !(own[0] >= '0' && own[0] <= '9')) {
      flags |= is_shape(value, character) ? fold_look_alike : fold_accented;
    } else if (own == "'" || own.find_first_not_of("0123456789") == std::string::npos) {
      if (is_shape(value, character)) flags |= fold_look_alike;
    } else if (letter && value >= 0x370) {
      flags |= fold_foreign;
      if (character.decomposition_tag.empty() && character.decomposition.size() > 1) flags |= fold_accented;
    }
    return flags;
  }

  static bool named_capital(const Character& character) {
    return character.category.front() == 'S' && character.name.find("CAPITAL LETTER") != std::string::npos;
  }

  // Another shape of the same letter, which no spelling asks for; ligatures of print are none.
  static bool is_shape(char32_t value, const Character& character) {
    if (value < 0x250 || within(value, 0xFB00, 0xFB06) || within(value, 0x1E00, 0x1EFF)) return false;
    return !character.decomposition_tag.empty() || character.category.front() != 'N' ||
           character.name.find("DINGBAT") != std::string::npos;
  }

  void add_look_alike(char32_t value, Fold& fold) const {
    const std::string& category = unicode_.at(value).category;
    const char32_t lower = unicode_.lower(value);
    bool direct = false;
    const std::string alike = look_alike(lower, value, direct);
    if (alike.empty()) return;
    if (category.front() == 'L' || category.front() == 'N' || category == "Mc") {
      if (!is_ascii_word(alike) || alike.size() > 3) return;
      fold.alike = alike;
      fold.flags |= fold_foreign;
      if (direct && has_latin_shapes(value)) fold.flags |= fold_certain;
    } else if (alike.size() == 1 && value > 0xFF && category != "Sc" && !within(value, 0x2010, 0x203A)) {
      fold.keep = false;
      fold.own = alike;
      fold.flags |= fold_look_alike;
    }
  }

  // Scripts of which whole words can be taken for Latin ones.
  static bool has_latin_shapes(char32_t value) {
    return within(value, 0x370, 0x58F) || within(value, 0x13A0, 0x13FF) || within(value, 0xAB70, 0xABBF) ||
           within(value, 0x2C80, 0x2CFF) || within(value, 0xA4D0, 0xA4FF) || within(value, 0x10400, 0x1044F);
  }

  // `direct`: the lower-case letter itself is one's double.
  std::string look_alike(char32_t lower, char32_t value, bool& direct) const {
    const char32_t base = unicode_.decompose(lower).front();
    if (const auto known = find_by_hand(std::begin(alike_by_hand), std::end(alike_by_hand), base); !known.empty()) {
      direct = base == U'α' || base == U'ι' || base == U'σ';
      return std::string(known);
    }
    for (const char32_t tried : {lower, value}) {
      const auto found = look_alikes_.find(std::u32string(1, tried));
      if (found == look_alikes_.end()) continue;
      std::string out;
      for (const char32_t part : found->second) out += own(part);
      direct = tried == lower && found->second.size() == 1 && found->second[0] < 0x80;
      if (is_ascii_word(out) || (out.size() == 1 && static_cast<unsigned char>(out[0]) < 0x80)) return out;
    }
    direct = false;
    return {};
  }

  const Unicode& unicode_;
  const LookAlikes& look_alikes_;
};

bool is_needed(const Fold& fold) {
  return !fold.keep || !fold.alike.empty() || (fold.flags & fold_upper) != 0;
}

} // namespace

std::map<char32_t, Fold> fold_all(const Unicode& unicode, const LookAlikes& look_alikes) {
  std::map<char32_t, Fold> folds;
  const Folder folder(unicode, look_alikes);
  const auto add = [&](char32_t value) {
    Fold fold = folder.fold(value);
    if (is_needed(fold)) folds.emplace(value, std::move(fold));
  };
  for (const auto& [value, character] : unicode.all()) {
    if (value >= 0x80 && value < 0x20000) add(value);
  }
  for (char32_t value = 0x80; value < 0x20000; ++value) { // controls and unassigned ignorable characters
    if (text::is_invisible(value) && !folds.contains(value)) add(value);
  }
  return folds;
}

} // namespace palabre::folding
