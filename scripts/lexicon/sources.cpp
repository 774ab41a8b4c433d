#include "scripts/lexicon/sources.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace palabre::lexicon {
namespace {

std::vector<std::string> columns_of(const std::string& line) {
  std::vector<std::string> columns;
  std::istringstream cells(line);
  for (std::string cell; std::getline(cells, cell, '\t');) columns.push_back(cell);
  return columns;
}

} // namespace

std::string Sources::text(const std::filesystem::path& file) const {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw std::runtime_error(file.string() + " is not there; run ./run, which installs it");
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<std::vector<std::string>> Sources::rows(const std::filesystem::path& file) const {
  std::vector<std::vector<std::string>> rows;
  std::istringstream lines(text(file));
  for (std::string line; std::getline(lines, line);) {
    line.erase(std::min(line.find('#'), line.size()));
    line.erase(line.find_last_not_of(" \t\r") + 1);
    if (!line.empty()) rows.push_back(columns_of(line));
  }
  return rows;
}

nlohmann::json Sources::json(const std::filesystem::path& file) const {
  return nlohmann::json::parse(text(file));
}

} // namespace palabre::lexicon
