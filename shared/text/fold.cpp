#include "shared/text/fold.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "shared/text/code_point.h"
#include "shared/text/folding_table.h"

namespace palabre::text {
namespace {

constexpr char32_t joiner = 0x200D;

bool within(char32_t value, char32_t first, char32_t last) {
  return value >= first && value <= last;
}

bool is_punctuation(char32_t value) {
  if (value == 0xAA || value == 0xB5 || value == 0xBA) return false;
  return within(value, 0xA1, 0xBF) || within(value, 0x2010, 0x206F) || within(value, 0x20A0, 0x20CF) ||
         within(value, 0x3001, 0x303F) || within(value, 0x2E00, 0x2E7F) || within(value, 0xFE30, 0xFE4F) ||
         value == 0xD7 || value == 0xF7;
}

bool is_skin(char32_t value) {
  return within(value, 0x1F3FB, 0x1F3FF);
}

struct AsciiFold {
  char byte;
  std::uint8_t traits;
};

constexpr std::array<AsciiFold, 128> make_ascii() {
  std::array<AsciiFold, 128> rows{};
  for (std::size_t value = 0; value < rows.size(); ++value) {
    const bool upper = value >= 'A' && value <= 'Z';
    const bool white = value == ' ' || (value >= '\t' && value <= '\r' && value != '\n');
    rows[value] = {white ? ' ' : static_cast<char>(upper ? value + 32 : value),
                   static_cast<std::uint8_t>(upper ? was_upper : 0)};
  }
  return rows;
}
constexpr std::array<AsciiFold, 128> ascii = make_ascii();

// The European scripts whose letters are taken for Latin ones; 0: another.
int script_of(char32_t value) {
  if (within(value, 0x370, 0x3FF) || within(value, 0x1F00, 0x1FFF)) return 1;
  if (within(value, 0x400, 0x52F) || within(value, 0x1C80, 0x1C8F) || within(value, 0xA640, 0xA69F)) return 2;
  if (within(value, 0x530, 0x58F)) return 3;
  if (within(value, 0x13A0, 0x13FF) || within(value, 0xAB70, 0xABBF)) return 4;
  return 0;
}

class Folder {
public:
  Folder(std::string_view source, Folded& out) : source_(source), out_(out) { grow(source.size() + 16); }

  void run() {
    while (at_ < source_.size()) {
      const auto byte = static_cast<unsigned char>(source_[at_]);
      if (byte < 0x80) {
        push_ascii(byte);
      } else {
        const auto [value, size] = code_point_at(source_, at_);
        wide(value, size);
      }
    }
    out_.text.resize(end_);
    out_.traits.resize(end_);
    out_.at.resize(end_ + 1);
    out_.at[end_] = static_cast<std::uint32_t>(source_.size());
  }

private:
  void grow(std::size_t room) {
    out_.text.resize(room);
    out_.traits.resize(room);
    out_.at.resize(room + 1);
  }

  void push_ascii(unsigned char byte) {
    if ((byte < 0x20 && byte != '\n' && ascii[byte].byte != ' ') ||
        byte == 0x7F) { // a control character, which nobody sees
      hidden_ = after_hidden;
      ++at_;
      return;
    }
    if (end_ == out_.text.size()) grow(end_ * 2);
    out_.text[end_] = ascii[byte].byte;
    out_.traits[end_] = static_cast<std::uint8_t>(ascii[byte].traits | hidden_);
    out_.at[end_] = static_cast<std::uint32_t>(at_);
    hidden_ = 0;
    ++end_;
    ++at_;
  }

  void push(std::string_view bytes, unsigned traits) {
    if (end_ + bytes.size() > out_.text.size()) grow((end_ + bytes.size()) * 2);
    std::memcpy(out_.text.data() + end_, bytes.data(), bytes.size());
    for (std::size_t i = end_; i < end_ + bytes.size(); ++i) {
      out_.traits[i] = static_cast<std::uint8_t>(traits | hidden_);
      out_.at[i] = static_cast<std::uint32_t>(at_);
    }
    end_ += bytes.size();
    hidden_ = 0;
  }

  // Moves on.
  void wide(char32_t value, std::size_t size) {
    const FoldingTable::Row& row = table_.row(value);
    const unsigned flags = row.own.flags;
    if (row.own.size == FoldingTable::keep && is_pictograph(value)) return pictograph(value, size);
    if ((flags & fold_hidden) != 0 || within(value, 0xE0000, 0xE0FFF)) {
      if (value != joiner || !join_pictographs(size)) hidden_ = after_hidden;
    } else if ((flags & fold_mark) != 0) {
      if (!within(value, 0xFE00, 0xFE0F)) mark_last();
    } else if (row.alike.size > 0 && is_latin_here()) {
      push(table_.text(row.alike), (flags & (fold_upper | fold_accented)) | was_look_alike);
    } else {
      push(row.own.size == FoldingTable::keep ? source_.substr(at_, size) : table_.text(row.own),
           flags & (fold_upper | fold_accented | fold_look_alike));
    }
    at_ += size;
  }

  // The whole character before: all its bytes.
  void mark_last() {
    if (end_ == 0) return;
    const std::uint32_t last = out_.at[end_ - 1];
    for (std::size_t i = end_; i > 0 && out_.at[i - 1] == last; --i) out_.traits[i - 1] |= was_accented;
  }

  void pictograph(char32_t value, std::size_t size) {
    if (!is_skin(value) || pictograph_end_ != at_ || end_ == 0) push(source_.substr(at_, size), 0);
    end_pictograph(size);
  }

  // Presentation selectors behind a pictograph are part of it.
  void end_pictograph(std::size_t size) {
    at_ += size;
    while (source_.substr(at_).starts_with("\xEF\xB8\x8F")) at_ += 3;
    pictograph_end_ = at_;
  }

  // The joiner at hand, if it stands between two pictographs. It stays, but before a sign of sex both go.
  bool join_pictographs(std::size_t size) {
    const std::size_t next = at_ + size;
    if (pictograph_end_ != at_ || end_ == 0 || next >= source_.size()) return false;
    const auto [value, next_size] = code_point_at(source_, next);
    if (!is_pictograph(value)) return false;
    if (value == 0x2640 || value == 0x2642) {
      end_pictograph(size + next_size);
      at_ -= size; // which the caller adds
    } else {
      push("\xE2\x80\x8D", 0);
    }
    return true;
  }

  // Whether the word around takes letters of other scripts for Latin. Decided once for each word.
  bool is_latin_here() {
    if (at_ >= decided_until_) decide();
    return latin_;
  }

  [[nodiscard]] bool is_after_latin() const {
    std::size_t end = end_;
    while (end > 0 && within(static_cast<unsigned char>(out_.text[end - 1]), '0', '9')) --end;
    return end > 0 && is_latin_byte(out_.text[end - 1]);
  }

  void decide() {
    bool latin = is_after_latin();
    bool certain = true;
    int script = 0;
    std::size_t at = at_;
    while (at < source_.size()) {
      const auto [value, size] = code_point_at(source_, at);
      const FoldingTable::Row& row = table_.row(value);
      if (!belongs_to_word(value, row)) break;
      at += size;
      if ((row.own.flags & (fold_mark | fold_hidden)) != 0) continue;
      if (is_foreign(value, row)) {
        certain = certain && (row.own.flags & fold_certain) != 0;
        const int its = script_of(value);
        latin = latin || (script > 0 && its > 0 && its != script);
        if (its > 0) script = its;
      } else if (!within(value, '0', '9')) {
        latin = true;
      }
    }
    decided_until_ = at;
    latin_ = latin || certain;
  }

  static bool is_latin_byte(char byte) { return byte >= 'a' && byte <= 'z'; }

  static bool is_foreign(char32_t value, const FoldingTable::Row& row) {
    if ((row.own.flags & fold_foreign) != 0) return true;
    return value >= 0x370 && (row.own.size == FoldingTable::keep || row.own.flags == 0);
  }

  static bool belongs_to_word(char32_t value, const FoldingTable::Row& row) {
    if (value < 0x80) return within(value | 0x20, 'a', 'z') || within(value, '0', '9');
    if ((row.own.flags & (fold_mark | fold_hidden)) != 0) return true;
    if (is_white_space(value) || is_punctuation(value)) return false;
    return row.own.size != FoldingTable::keep || !is_pictograph(value);
  }

  std::string_view source_;
  Folded& out_;
  const FoldingTable& table_{FoldingTable::get()};
  std::size_t at_{0};  // in the source
  std::size_t end_{0}; // of what is written
  std::uint8_t hidden_{0};
  std::size_t decided_until_{0};
  bool latin_{false};
  std::size_t pictograph_end_{0}; // in the source: after the last pictograph and what modifies it
};

} // namespace

bool is_pictograph(char32_t value) {
  return within(value, 0x1F000, 0x1FAFF) || within(value, 0x2190, 0x2BFF) || value == 0x3030 || value == 0x303D;
}

Folded fold(std::string_view source) {
  Folded folded;
  Folder(source, folded).run();
  return folded;
}

} // namespace palabre::text
