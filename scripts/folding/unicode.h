// UnicodeData.txt, and what is computed from it.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace palabre::folding {

struct Character {
  std::string name;
  std::string category; // "Lu"
  int combining_class{0};
  std::string decomposition_tag; // "<wide>"; empty: canonical, or there is none
  std::u32string decomposition;
  int digit{-1};
  char32_t lower{0}; // 0: none
};

class Unicode {
public:
  explicit Unicode(const std::filesystem::path& unicode_data);
  [[nodiscard]] const std::map<char32_t, Character>& all() const { return characters_; }
  [[nodiscard]] const Character& at(char32_t value) const; // of nothing known: an empty one
  [[nodiscard]] char32_t lower(char32_t value) const;
  // Compatibility decomposition, without Hangul's, which is arithmetic.
  [[nodiscard]] std::u32string decompose(char32_t value) const;
  // A mark that a reader of the letter below it can do without; the vowel signs of India's and Thailand's scripts and
  // Japanese voicing are none.
  [[nodiscard]] bool is_dispensable_mark(char32_t value) const;

private:
  std::map<char32_t, Character> characters_;
};

} // namespace palabre::folding
