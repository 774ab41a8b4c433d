#include "shared/view/desk/list_reading.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace palabre::view::desk {
namespace {

std::string_view trimmed(std::string_view line) {
  constexpr std::string_view space = " \t\r";
  const std::size_t begin = line.find_first_not_of(space);
  if (begin == std::string_view::npos) return {};
  return line.substr(begin, line.find_last_not_of(space) - begin + 1);
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = lower(c);
  return out;
}

// Calls `take` with each line and its number, from 1.
template <class Take> void each_line(std::string_view text, Take take) {
  std::uint32_t number = 0;
  while (true) {
    const std::size_t end = text.find('\n');
    take(text.substr(0, end), ++number);
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

using Known = std::unordered_set<std::string_view>;

std::vector<std::string> missing_in(const std::vector<std::string>& wanted, const std::vector<std::string>& there) {
  const Known known(there.begin(), there.end());
  std::vector<std::string> missing;
  for (const std::string& one : wanted) {
    if (known.count(one) == 0) missing.push_back(one);
  }
  return missing;
}

} // namespace

ListReading read_list(std::string_view text, FaultOf fault_of) {
  ListReading reading;
  std::unordered_map<std::string, std::uint32_t> first;
  each_line(text, [&](std::string_view line, std::uint32_t number) {
    const std::string_view entry = trimmed(line);
    if (entry.empty()) return;
    if (const rules::EntryFault fault = fault_of(entry); fault != rules::EntryFault::none) {
      if (reading.fault_count++ < shown_faults) reading.faults.push_back({number, fault});
      return;
    }
    const auto [same, fresh] = first.emplace(lower(entry), number);
    if (!fresh) {
      if (reading.duplicate_count++ < shown_faults) {
        reading.duplicates.push_back({number, rules::EntryFault::none, same->second});
      }
      return;
    }
    reading.entries.emplace_back(entry);
    reading.lines.push_back(number);
  });
  return reading;
}

ListChange change_of(const std::vector<std::string>& entries, const std::vector<std::string>& saved) {
  return {missing_in(entries, saved), missing_in(saved, entries)};
}

std::vector<std::string> change_again(const std::vector<std::string>& saved, const ListChange& change) {
  std::vector<std::string> entries = missing_in(saved, change.removed);
  for (std::string& added : missing_in(change.added, saved)) entries.push_back(std::move(added));
  return entries;
}

std::string joined(const std::vector<std::string>& entries) {
  std::string text;
  for (const std::string& entry : entries) {
    text += entry;
    text += '\n';
  }
  return text;
}

ListHits find_in(const ListReading& reading, std::string_view letters) {
  ListHits hits;
  const std::string wanted = lower(trimmed(letters));
  if (wanted.empty()) return hits;
  for (std::size_t i = 0; i < reading.entries.size(); ++i) {
    const std::string& entry = reading.entries[i];
    const auto same = [](char a, char b) { return lower(a) == b; };
    if (std::search(entry.begin(), entry.end(), wanted.begin(), wanted.end(), same) == entry.end()) continue;
    if (hits.count++ < shown_faults) hits.shown.push_back({reading.lines[i], entry});
  }
  return hits;
}

std::string without_line(std::string_view text, std::uint32_t line) {
  std::string out;
  each_line(text, [&](std::string_view one, std::uint32_t number) {
    if (number == line) return;
    if (!out.empty() || number > (line == 1 ? 2U : 1U)) out += '\n';
    out += one;
  });
  return out;
}

} // namespace palabre::view::desk
