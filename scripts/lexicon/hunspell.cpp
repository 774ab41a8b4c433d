#include "scripts/lexicon/hunspell.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "shared/text/code_point.h"

namespace palabre::lexicon {
namespace {

std::u32string code_points(std::string_view utf8) {
  std::u32string out;
  for (std::size_t at = 0; at < utf8.size();) {
    const auto [value, size] = text::code_point_at(utf8, at);
    out += value;
    at += size;
  }
  return out;
}

std::vector<std::u32string> condition_of(const std::string& written) {
  std::vector<std::u32string> condition;
  const std::u32string all = code_points(written);
  if (all == U".") return condition;
  for (std::size_t at = 0; at < all.size(); ++at) {
    if (all[at] == U'[') {
      const std::size_t end = std::min(all.find(U']', at), all.size() - 1);
      condition.push_back(all.substr(at + 1, end - at - 1));
      at = end;
    } else {
      condition.push_back(all[at] == U'.' ? std::u32string() : std::u32string(1, all[at]));
    }
  }
  return condition;
}

// Two characters each.
std::vector<std::string> flags_of(std::string_view written) {
  std::vector<std::string> flags;
  const std::u32string all = code_points(written);
  for (std::size_t at = 0; at + 1 < all.size(); at += 2) {
    std::string flag;
    text::append_utf8(flag, all[at]);
    text::append_utf8(flag, all[at + 1]);
    flags.push_back(flag);
  }
  return flags;
}

} // namespace

Hunspell::Hunspell(std::filesystem::path dic) : dic_(std::move(dic)) {
  read_affixes();
}

void Hunspell::read_affixes() {
  const std::filesystem::path file = std::filesystem::path(dic_).replace_extension(".aff");
  std::ifstream stream(file);
  if (!stream) throw std::runtime_error(file.string() + " is not there; run ./run, which installs it");
  for (std::string line; std::getline(stream, line);) {
    std::istringstream cells(line);
    std::string kind, flag, strip, add, condition;
    cells >> kind >> flag >> strip >> add >> condition;
    if (kind != "SFX" || condition.empty()) continue;
    if (condition.rfind("is:", 0) == 0 || condition.rfind("po:", 0) == 0) condition = ".";
    add.erase(std::min(add.find('/'), add.size()));
    suffixes_[flag].push_back({strip == "0" ? "" : strip, add == "0" ? "" : add, condition_of(condition)});
  }
}

bool Hunspell::applies(const Suffix& suffix, const std::u32string& word) {
  if (word.size() < suffix.condition.size()) return false;
  for (std::size_t i = 0; i < suffix.condition.size(); ++i) {
    const std::u32string& among = suffix.condition[i];
    if (among.empty()) continue;
    const bool negated = among.front() == U'^';
    const bool found =
        among.find(word[word.size() - suffix.condition.size() + i], negated ? 1 : 0) != std::u32string::npos;
    if (found == negated) return false;
  }
  return true;
}

void Hunspell::each(const std::function<void(std::string_view)>& take) const {
  std::ifstream stream(dic_);
  if (!stream) throw std::runtime_error(dic_.string() + " is not there; run ./run, which installs it");
  std::string line;
  std::getline(stream, line); // how many there are
  while (std::getline(stream, line)) {
    line.erase(std::min(line.find_first_of(" \t"), line.size()));
    const std::size_t slash = std::min(line.find('/'), line.size());
    const std::string word = line.substr(0, slash);
    take(word);
    if (slash == line.size()) continue;
    const std::u32string letters = code_points(word);
    for (const std::string& flag : flags_of(std::string_view(line).substr(slash + 1))) {
      const auto found = suffixes_.find(flag);
      if (found == suffixes_.end()) continue;
      for (const Suffix& suffix : found->second) {
        if (!word.ends_with(suffix.strip) || !applies(suffix, letters)) continue;
        take(word.substr(0, word.size() - suffix.strip.size()) + suffix.add);
      }
    }
  }
}

} // namespace palabre::lexicon
