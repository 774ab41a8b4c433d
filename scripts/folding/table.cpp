// Strings, each ended by a NUL, one more NUL. Then columns, each with its size before it (varint): the gap from the
// code point after the record before; flags; what it becomes: 0 itself; 1 a run, each a code point further than the one
// before (how many, and the first one's); 2 a run of the same string (how many, and which); 3 the next code point; n
// the string n-4; what it imitates: 0 nothing, n the string n-1.
#include "scripts/folding/table.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "shared/text/code_point.h"

namespace palabre::folding {
namespace {

void append_varint(std::string& out, std::uint32_t value) {
  for (; value >= 0x80; value >>= 7) out += static_cast<char>((value & 0x7F) | 0x80);
  out += static_cast<char>(value);
}

std::uint32_t single(const Fold& fold) {
  if (fold.keep || fold.own.empty()) return 0;
  const auto [value, size] = text::code_point_at(fold.own, 0);
  return size == fold.own.size() ? value : 0;
}

using Place = std::map<char32_t, Fold>::const_iterator;

// How many code points in a row, from `at` on, fold alike; `step` 1: each a code point further than the one before.
std::uint32_t run_length(Place at, Place end, std::uint32_t step) {
  const Fold& first = at->second;
  if (first.keep || (step == 1 && single(first) == 0)) return 1;
  std::uint32_t length = 1;
  for (Place next = std::next(at); next != end; ++next, ++length) {
    const Fold& fold = next->second;
    const bool same = step == 0 ? fold.own == first.own : single(fold) == single(first) + length;
    if (next->first != at->first + length || fold.flags != first.flags || fold.alike != first.alike || fold.keep ||
        !same) {
      break;
    }
  }
  return length;
}

struct Record {
  char32_t value;
  const Fold* fold;
  std::uint32_t length;
  std::uint32_t kind;                    // as above, but 4 for a string
  std::optional<std::string> own_string; // of kinds 2 and 4
};

std::vector<Record> records_of(const std::map<char32_t, Fold>& folds) {
  std::vector<Record> records;
  for (auto at = folds.begin(); at != folds.end(); std::advance(at, records.back().length)) {
    const Fold& fold = at->second;
    const std::uint32_t rising = run_length(at, folds.end(), 1);
    const std::uint32_t same = run_length(at, folds.end(), 0);
    Record record{at->first, &fold, std::max(rising, same), 4, fold.own};
    if (fold.keep) {
      record.kind = 0;
    } else if (record.length > 1) {
      record.kind = rising > 1 ? 1 : 2;
    } else if (single(fold) == at->first + 1) {
      record.kind = 3;
    }
    if (record.kind == 0 || record.kind == 1 || record.kind == 3) record.own_string.reset();
    records.push_back(std::move(record));
  }
  return records;
}

class Strings {
public:
  explicit Strings(const std::vector<Record>& records) {
    std::map<std::string, std::size_t> counts{{"", 0}};
    for (const Record& record : records) {
      if (record.own_string) ++counts[*record.own_string];
      if (!record.fold->alike.empty()) ++counts[record.fold->alike];
    }
    for (const auto& [text, count] : counts) all_.push_back(text);
    std::stable_sort(all_.begin(), all_.end(), [&](const auto& a, const auto& b) { return counts[a] > counts[b]; });
    std::stable_partition(all_.begin(), all_.end(), [](const auto& text) { return text.empty(); });
    for (std::size_t i = 0; i < all_.size(); ++i) places_[all_[i]] = static_cast<std::uint32_t>(i);
  }
  [[nodiscard]] std::uint32_t place(const std::string& text) const { return places_.at(text); }
  // The first one, which is empty, is not written.
  [[nodiscard]] std::string bytes() const {
    std::string out;
    for (std::size_t i = 1; i < all_.size(); ++i) out += all_[i] + '\0';
    return out + '\0';
  }

private:
  std::vector<std::string> all_;
  std::map<std::string, std::uint32_t> places_;
};

} // namespace

std::string write_table(const std::map<char32_t, Fold>& folds) {
  const std::vector<Record> records = records_of(folds);
  const Strings strings(records);
  std::string gaps;
  std::string flags;
  std::string owns;
  std::string alikes;
  char32_t after = 0;
  for (const Record& record : records) {
    append_varint(gaps, record.value - after);
    flags += static_cast<char>(record.fold->flags);
    append_varint(owns, record.kind == 4 ? strings.place(*record.own_string) + 4 : record.kind);
    if (record.length > 1) {
      append_varint(owns, record.length);
      append_varint(owns, record.kind == 1 ? single(*record.fold) : strings.place(*record.own_string));
    }
    append_varint(alikes, record.fold->alike.empty() ? 0 : strings.place(record.fold->alike) + 1);
    after = record.value + record.length;
  }
  std::string out = strings.bytes();
  for (const std::string& column : {gaps, flags, owns, alikes}) {
    append_varint(out, static_cast<std::uint32_t>(column.size()));
    out += column;
  }
  return out;
}

} // namespace palabre::folding
