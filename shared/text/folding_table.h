// The table that scripts/folding makes at build time: what each character beyond ASCII folds to.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace palabre::text {

// Of a character, in the table; bits.
enum FoldFlag : std::uint8_t {
  fold_upper = 1,
  fold_accented = 2,
  fold_look_alike = 4,
  fold_foreign = 8,  // a letter of another script than Latin
  fold_certain = 16, // and of itself hardly told from a Latin one, so that a whole word of such is Latin
  fold_hidden = 32,  // invisible: nothing is left
  fold_mark = 64,    // belongs to the letter before: nothing is left
};

// The compact form. Records by rising code point; see scripts/folding/table.cpp.
extern const std::string_view folding_table;

class FoldingTable {
public:
  struct Target {
    std::uint16_t begin; // in the pool
    std::uint8_t size;
    std::uint8_t flags; // FoldFlag bits; `keep` when size is that
  };
  static constexpr std::uint8_t keep = 255; // as a size: the character stays as it is
  struct Row {
    Target own{0, keep, 0};
    Target alike{0, 0, 0}; // size 0: it imitates nothing
  };

  static const FoldingTable& get();
  [[nodiscard]] const Row& row(char32_t value) const {
    return rows_[blocks_[value < limit ? value / 64 : 0] + value % 64];
  }
  [[nodiscard]] std::string_view text(Target target) const {
    return std::string_view(pool_).substr(target.begin, target.size);
  }

private:
  static constexpr char32_t limit = 0x20000; // what is beyond stays, but for the invisible characters of plane 14
  explicit FoldingTable(std::string_view bytes);
  Row& make_row(char32_t value);
  Target make_target(std::string_view string);

  std::array<std::uint32_t, limit / 64> blocks_{}; // where in rows_; 0: the block in which everything stays
  std::vector<Row> rows_;
  std::string pool_;
};

} // namespace palabre::text
