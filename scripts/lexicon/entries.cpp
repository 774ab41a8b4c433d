#include <sstream>
#include <stdexcept>

#include "scripts/lexicon/sources.h"

namespace palabre::lexicon {
namespace {

// "conn(e|ard)(s)" → conne, connes, connard, connards; a single alternative may also be left out.
void spell_out(const std::string& done, std::string_view rest, std::vector<std::string>& spellings) {
  const std::size_t open = rest.find('(');
  if (open == std::string_view::npos) {
    spellings.push_back(done + std::string(rest));
    return;
  }
  const std::size_t close = rest.find(')', open);
  if (close == std::string_view::npos) throw std::runtime_error("`" + std::string(rest) + "` has no closing bracket");
  const std::string before = done + std::string(rest.substr(0, open));
  std::string_view inside = rest.substr(open + 1, close - open - 1);
  const std::string_view after = rest.substr(close + 1);
  if (inside.find('|') == std::string_view::npos) spell_out(before, after, spellings);
  for (;;) {
    const std::size_t bar = inside.find('|');
    spell_out(before + std::string(inside.substr(0, bar)), after, spellings);
    if (bar == std::string_view::npos) return;
    inside.remove_prefix(bar + 1);
  }
}

} // namespace

std::vector<std::string> entries_of(const std::string& line) {
  std::vector<std::string> entries;
  std::istringstream cells(line);
  for (std::string cell; std::getline(cells, cell, ',');) {
    cell.erase(0, cell.find_first_not_of(' '));
    cell.erase(cell.find_last_not_of(' ') + 1);
    if (!cell.empty()) spell_out("", cell, entries);
  }
  return entries;
}

} // namespace palabre::lexicon
