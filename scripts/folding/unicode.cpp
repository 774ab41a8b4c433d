#include "scripts/folding/unicode.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "shared/text/code_point.h"

namespace palabre::folding {
namespace {

char32_t hexadecimal(const std::string& digits) {
  return static_cast<char32_t>(std::stoul(digits, nullptr, 16));
}

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields;
  std::istringstream cells(line);
  for (std::string cell; std::getline(cells, cell, ';');) fields.push_back(cell);
  fields.resize(15);
  return fields;
}

Character parse(const std::vector<std::string>& fields) {
  Character character;
  character.name = fields[1];
  character.category = fields[2];
  character.combining_class = std::stoi(fields[3]);
  std::istringstream parts(fields[5]);
  for (std::string part; parts >> part;) {
    if (part.front() == '<') {
      character.decomposition_tag = part;
    } else {
      character.decomposition += hexadecimal(part);
    }
  }
  if (!fields[7].empty()) character.digit = std::stoi(fields[7]);
  if (!fields[13].empty()) character.lower = hexadecimal(fields[13]);
  return character;
}

} // namespace

Unicode::Unicode(const std::filesystem::path& unicode_data) {
  std::ifstream stream(unicode_data);
  if (!stream) throw std::runtime_error(unicode_data.string() + " cannot be read");
  for (std::string line; std::getline(stream, line);) {
    const std::vector<std::string> fields = fields_of(line);
    if (fields[1].size() > 1 && fields[1].front() == '<') continue; // controls, and the ends of ranges
    characters_[hexadecimal(fields[0])] = parse(fields);
  }
  if (characters_.size() < 30000) throw std::runtime_error(unicode_data.string() + " is not the whole of Unicode");
}

const Character& Unicode::at(char32_t value) const {
  static const Character none;
  const auto found = characters_.find(value);
  return found == characters_.end() ? none : found->second;
}

char32_t Unicode::lower(char32_t value) const {
  const char32_t lower = at(value).lower;
  return lower != 0 ? lower : value;
}

std::u32string Unicode::decompose(char32_t value) const {
  const std::u32string& parts = at(value).decomposition;
  if (parts.empty()) return std::u32string(1, value);
  std::u32string all;
  for (const char32_t part : parts) all += decompose(part);
  return all;
}

bool Unicode::is_dispensable_mark(char32_t value) const {
  const Character& character = at(value);
  if (character.category == "Me") return true;
  const int combining = character.combining_class;
  const bool part_of_its_letter = combining >= 7 && combining <= 9; // nukta, kana voicing, virama
  return character.category == "Mn" && combining != 0 && !part_of_its_letter;
}

} // namespace palabre::folding
