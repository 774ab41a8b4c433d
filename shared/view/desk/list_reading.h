// A list as its owner writes it, one entry a line: what it says, what is wrong with it, and what it changes. Made for
// 50,000 lines at every key.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/rules/owner_entry.h"

namespace palabre::view::desk {

struct ListFault { // of one line, from 1
  std::uint32_t line{0};
  rules::EntryFault fault{rules::EntryFault::none};
  std::uint32_t same_as{0}; // of a duplicate: the line that has it first
};

struct ListReading {
  std::vector<std::string> entries; // without empty lines, duplicates and what is wrong
  std::vector<std::uint32_t> lines; // of each entry
  std::vector<ListFault> faults;    // the first few
  std::size_t fault_count{0};
  std::vector<ListFault> duplicates; // the first few; capitals make no other word
  std::size_t duplicate_count{0};
};
inline constexpr std::size_t shown_faults = 20;

using FaultOf = rules::EntryFault (*)(std::string_view entry);
[[nodiscard]] ListReading read_list(std::string_view text, FaultOf fault_of);

struct ListChange {
  std::vector<std::string> added;
  std::vector<std::string> removed;
  [[nodiscard]] bool empty() const { return added.empty() && removed.empty(); }
};
[[nodiscard]] ListChange change_of(const std::vector<std::string>& entries, const std::vector<std::string>& saved);
// The same change to what somebody else saved meanwhile.
[[nodiscard]] std::vector<std::string> change_again(const std::vector<std::string>& saved, const ListChange& change);

[[nodiscard]] std::string joined(const std::vector<std::string>& entries); // one a line

struct ListHit {
  std::uint32_t line{0};
  std::string entry;
};
struct ListHits {
  std::vector<ListHit> shown; // the first few
  std::size_t count{0};
};
// Entries with these letters in them, capitals or not (of ASCII).
[[nodiscard]] ListHits find_in(const ListReading& reading, std::string_view letters);
// The text without one of its lines.
[[nodiscard]] std::string without_line(std::string_view text, std::uint32_t line);

} // namespace palabre::view::desk
