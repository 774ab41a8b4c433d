// A hunspell dictionary's words with their suffixes (not its prefixes, which are elisions in French).
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace palabre::lexicon {

class Hunspell {
public:
  explicit Hunspell(std::filesystem::path dic); // with .aff beside it, in UTF-8, flags of two characters
  void each(const std::function<void(std::string_view)>& take) const;

private:
  struct Suffix {
    std::string strip;
    std::string add;
    std::vector<std::u32string> condition; // of the last characters: one of these each; "^…": none of them; empty: any
  };
  void read_affixes();
  [[nodiscard]] static bool applies(const Suffix& suffix, const std::u32string& word);

  std::filesystem::path dic_;
  std::map<std::string, std::vector<Suffix>> suffixes_;
};

} // namespace palabre::lexicon
