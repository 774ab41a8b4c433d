// Which beginnings of three letters lead to a listed word, disguised or not: one look spares most walks.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "shared/rules/offence_list.h"

namespace palabre::rules {

class OffencePrefixes {
public:
  explicit OffencePrefixes(const OffenceList& list);

  // May a listed word begin there, or one that letters may stand before? Never a wrong no.
  [[nodiscard]] bool may_begin(std::string_view text, std::size_t at) const { return look(begins_, text, at); }
  [[nodiscard]] bool may_begin_inside(std::string_view text, std::size_t at) const {
    return open_ && look(inside_, text, at);
  }
  [[nodiscard]] bool any_inside() const { return open_; }

private:
  static constexpr std::size_t letters = 26;
  struct Table {
    std::array<std::uint64_t, (letters * letters * letters + 63) / 64> triples{};
    std::array<std::uint32_t, letters> pairs{}; // of words of two letters or fewer
  };
  static void add(Table& table, std::string_view text);
  static void set(Table& table, char a, char b, char c);
  [[nodiscard]] static bool look(const Table& table, std::string_view text, std::size_t at);

  Table begins_;
  Table inside_;
  bool open_{false};
};

} // namespace palabre::rules
