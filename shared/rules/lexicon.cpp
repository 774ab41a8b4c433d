#include "shared/rules/lexicon.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace palabre::rules {
namespace {

constexpr std::string_view magic = "PLX1";

void append_u16(std::string& out, std::uint32_t value) {
  out += static_cast<char>(value & 0xFF);
  out += static_cast<char>((value >> 8) & 0xFF);
}

void append_u32(std::string& out, std::uint32_t value) {
  append_u16(out, value);
  append_u16(out, value >> 16);
}

// Reads on while there is something; afterwards everything is 0 and empty.
class Bytes {
public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}
  [[nodiscard]] bool at_end() const { return bytes_.empty(); }
  std::uint32_t u8() {
    if (bytes_.empty()) return 0;
    const auto value = static_cast<unsigned char>(bytes_.front());
    bytes_.remove_prefix(1);
    return value;
  }
  std::uint32_t u16() {
    const std::uint32_t low = u8();
    return low | (u8() << 8);
  }
  std::uint32_t u32() {
    const std::uint32_t low = u16();
    return low | (u16() << 16);
  }
  // nullopt: there are not that many.
  std::optional<std::string_view> take(std::size_t count) {
    if (count > bytes_.size()) {
      bytes_ = {};
      return std::nullopt;
    }
    const std::string_view taken = bytes_.substr(0, count);
    bytes_.remove_prefix(count);
    return taken;
  }

private:
  std::string_view bytes_;
};

std::uint64_t load(const char* from, std::size_t count) {
  std::uint64_t value = 0;
  std::memcpy(&value, from, count);
  return value;
}

constexpr std::size_t bits_per_word = 16;

} // namespace

LexiconWriter::LexiconWriter() : bytes_(magic) {}

void LexiconWriter::add(Section section, std::string_view bytes) {
  append_u32(bytes_, static_cast<std::uint32_t>(section));
  append_u32(bytes_, static_cast<std::uint32_t>(bytes.size()));
  bytes_ += bytes;
}

std::optional<std::string_view> find_section(std::string_view blob, Section section) {
  if (!blob.starts_with(magic)) return std::nullopt;
  Bytes bytes(blob.substr(magic.size()));
  while (!bytes.at_end()) {
    const std::uint32_t tag = bytes.u32();
    const auto content = bytes.take(bytes.u32());
    if (!content) return std::nullopt;
    if (tag == static_cast<std::uint32_t>(section)) return *content;
  }
  return std::string_view{};
}

// Of the length and the bytes at both ends: enough to part words, whatever is between them is compared.
std::uint32_t WordTable::hash_of(std::string_view word) {
  const std::size_t size = word.size();
  const char* end = word.data() + size;
  std::uint64_t mixed = size;
  if (size >= 8) {
    mixed ^= load(word.data(), 8) ^ (load(end - 8, 8) * 0x9E3779B97F4A7C15U);
  } else if (size >= 4) {
    mixed ^= load(word.data(), 4) ^ (load(end - 4, 4) << 29);
  } else if (size > 0) {
    mixed ^= load(word.data(), 1) << 8 | load(word.data() + size / 2, 1) << 16 | load(end - 1, 1) << 24;
  }
  mixed *= 0xD6E8FEB86659FD93U;
  return static_cast<std::uint32_t>((mixed ^ (mixed >> 29)) * 0x9E3779B97F4A7C15U >> 32);
}

WordTable::WordTable(std::vector<Entry> entries) {
  const auto before = [](const Entry& a, const Entry& b) { return a.word < b.word; };
  if (!std::is_sorted(entries.begin(), entries.end(), before)) std::sort(entries.begin(), entries.end(), before);
  slots_.resize(std::bit_ceil(entries.size() * 2 + 2), Slot{0, 0, 0, 0});
  const std::size_t bits = std::max<std::size_t>(std::bit_ceil(entries.size() * bits_per_word), 64);
  bits_.resize(bits / 64);
  bit_shift_ = 32U - static_cast<unsigned>(std::countr_zero(bits));
  for (const Entry& entry : entries) {
    if (entry.word.empty() || entry.word.size() > 255 || find(entry.word)) continue;
    const std::uint32_t hash = hash_of(entry.word);
    std::size_t place = hash & (slots_.size() - 1);
    while (slots_[place].length > 0) place = (place + 1) & (slots_.size() - 1);
    slots_[place] = {static_cast<std::uint32_t>(pool_.size()), hash, static_cast<std::uint16_t>(entry.word.size()),
                     entry.value};
    bits_[(hash >> bit_shift_) / 64] |= std::uint64_t{1} << ((hash >> bit_shift_) % 64);
    pool_ += entry.word;
    ++count_;
  }
}

std::optional<std::uint16_t> WordTable::find(std::string_view word, std::uint32_t hash) const {
  if (count_ == 0 || !may_hold(hash)) return std::nullopt;
  for (std::size_t place = hash & (slots_.size() - 1); slots_[place].length > 0;
       place = (place + 1) & (slots_.size() - 1)) {
    const Slot& slot = slots_[place];
    if (slot.hash == hash && std::string_view(pool_).substr(slot.begin, slot.length) == word) return slot.value;
  }
  return std::nullopt;
}

std::vector<WordTable::Entry> WordTable::entries() const {
  std::vector<Entry> entries;
  entries.reserve(count_);
  for (const Slot& slot : slots_) {
    if (slot.length > 0) entries.push_back({pool_.substr(slot.begin, slot.length), slot.value});
  }
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.word < b.word; });
  return entries;
}

std::string WordTable::write() const {
  std::vector<const Slot*> sorted;
  for (const Slot& slot : slots_) {
    if (slot.length > 0) sorted.push_back(&slot);
  }
  std::sort(sorted.begin(), sorted.end(), [](const Slot* a, const Slot* b) { return a->begin < b->begin; });
  // Lengths, letters and values apart: each compresses better among its like.
  std::string lengths;
  std::string letters;
  std::string values;
  std::string_view before;
  for (const Slot* slot : sorted) {
    const std::string_view word = std::string_view(pool_).substr(slot->begin, slot->length);
    const std::size_t shared = static_cast<std::size_t>(
        std::mismatch(before.begin(), before.end(), word.begin(), word.end()).first - before.begin());
    lengths += static_cast<char>(shared);
    lengths += static_cast<char>(word.size() - shared);
    letters += word.substr(shared);
    append_u16(values, slot->value);
    before = word;
  }
  std::string out;
  append_u32(out, static_cast<std::uint32_t>(sorted.size()));
  return out + lengths + values + letters;
}

WordTable WordTable::read(std::string_view section) {
  Bytes bytes(section);
  const std::size_t count = bytes.u32();
  const auto lengths = bytes.take(count * 2);
  const auto values = bytes.take(count * 2);
  if (!lengths || !values) return {};
  Bytes length(*lengths);
  Bytes value(*values);
  std::vector<Entry> entries;
  entries.reserve(count);
  std::string word;
  for (std::size_t i = 0; i < count; ++i) {
    word.resize(std::min<std::size_t>(word.size(), length.u8()));
    const auto rest = bytes.take(length.u8());
    if (!rest) break;
    word += *rest;
    entries.push_back({word, static_cast<std::uint16_t>(value.u16())});
  }
  return WordTable(std::move(entries));
}

} // namespace palabre::rules
