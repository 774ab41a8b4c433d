#include "shared/text/folding_table.h"

#include "shared/text/code_point.h"

namespace palabre::text {
namespace {

constexpr std::size_t block_size = 64;

std::uint32_t take_varint(std::string_view& bytes) {
  std::uint32_t value = 0;
  for (unsigned shift = 0; !bytes.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    value |= (byte & 0x7FU) << shift;
    if (byte < 0x80) break;
  }
  return value;
}

std::string_view take_column(std::string_view& bytes) {
  const std::uint32_t size = take_varint(bytes);
  const std::string_view column = bytes.substr(0, size);
  bytes.remove_prefix(column.size());
  return column;
}

// The first is the empty one, which is not written.
std::vector<std::string_view> take_strings(std::string_view& bytes) {
  std::vector<std::string_view> strings{{}};
  for (std::size_t end = bytes.find('\0'); end != 0; end = bytes.find('\0')) {
    strings.push_back(bytes.substr(0, end));
    bytes.remove_prefix(end + 1);
  }
  bytes.remove_prefix(1);
  return strings;
}

std::string utf8(char32_t value) {
  std::string out;
  append_utf8(out, value);
  return out;
}

} // namespace

const FoldingTable& FoldingTable::get() {
  static const FoldingTable table(folding_table);
  return table;
}

FoldingTable::FoldingTable(std::string_view bytes) : rows_(block_size) {
  std::vector<Target> targets;
  for (const std::string_view string : take_strings(bytes)) targets.push_back(make_target(string));
  std::string_view gaps = take_column(bytes);
  const std::string_view flags = take_column(bytes);
  std::string_view owns = take_column(bytes);
  std::string_view alikes = take_column(bytes);
  char32_t value = 0;
  for (const char flag : flags) {
    value += take_varint(gaps);
    const std::uint32_t kind = take_varint(owns);
    const std::uint32_t length = kind == 1 || kind == 2 ? take_varint(owns) : 1;
    const std::uint32_t which = kind == 1 || kind == 2 ? take_varint(owns) : 0;
    const std::uint32_t alike = take_varint(alikes);
    for (std::uint32_t i = 0; i < length; ++i, ++value) {
      Row& row = make_row(value);
      if (kind == 1) row.own = make_target(utf8(which + i));
      if (kind == 2) row.own = targets[which];
      if (kind == 3) row.own = make_target(utf8(value + 1));
      if (kind > 3) row.own = targets[kind - 4];
      row.own.flags = static_cast<std::uint8_t>(flag);
      if (alike > 0) row.alike = targets[alike - 1];
    }
  }
}

FoldingTable::Row& FoldingTable::make_row(char32_t value) {
  std::uint32_t& block = blocks_[value / block_size];
  if (block == 0) {
    block = static_cast<std::uint32_t>(rows_.size());
    rows_.resize(rows_.size() + block_size);
  }
  return rows_[block + value % block_size];
}

FoldingTable::Target FoldingTable::make_target(std::string_view string) {
  const auto begin = static_cast<std::uint16_t>(pool_.size());
  pool_ += string;
  return {begin, static_cast<std::uint8_t>(string.size()), 0};
}

} // namespace palabre::text
