#include "shared/text/emphasis.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace palabre::text {
namespace {

constexpr std::string_view marks = "*_~";
constexpr std::size_t longest_run = 3;
constexpr std::size_t none = std::string::npos;

bool is_word_byte(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || static_cast<unsigned char>(byte) >= 0x80;
}

class Emphasis {
public:
  explicit Emphasis(std::string& text) : text_(text) { forget(); }

  void run() {
    for (std::size_t at = 0; at < text_.size();) {
      const char byte = text_[at];
      if (byte == '\n') forget();
      at = marks.find(byte) != none ? mark(at) : at + 1;
    }
  }

private:
  void forget() {
    for (auto& lengths : open_) lengths.fill(none);
  }

  std::size_t mark(std::size_t begin) {
    std::size_t end = begin + 1;
    while (end < text_.size() && text_[end] == text_[begin]) ++end;
    const std::size_t length = end - begin;
    auto& open = open_[marks.find(text_[begin])];
    const bool word_before = begin > 0 && is_word_byte(text_[begin - 1]);
    const bool word_after = end < text_.size() && is_word_byte(text_[end]);
    const bool blank_before = begin == 0 || text_[begin - 1] == ' ' || text_[begin - 1] == '\n';
    if (length > longest_run || (word_before && word_after)) return end;
    if (!blank_before && !word_after) {
      close(open, begin, length);
    } else if (word_after && length <= longest_run) {
      open[length - 1] = begin;
    }
    return end;
  }

  void close(std::array<std::size_t, longest_run>& open, std::size_t begin, std::size_t length) {
    if (open[length - 1] != none) {
      blank(open[length - 1], length);
      blank(begin, length);
      open[length - 1] = none;
    } else if (length == 3 && open[0] != none && open[1] != none) { // **both *ends***
      blank(open[0], 1);
      blank(open[1], 2);
      blank(begin, 3);
      open[0] = open[1] = none;
    }
  }

  void blank(std::size_t at, std::size_t length) {
    std::fill_n(text_.begin() + static_cast<std::ptrdiff_t>(at), length, ' ');
  }

  std::string& text_;
  std::array<std::array<std::size_t, longest_run>, marks.size()> open_{};
};

} // namespace

void blank_emphasis(std::string& text) {
  const bool marked = std::any_of(marks.begin(), marks.end(), [&](char mark) { return text.find(mark) != none; });
  if (marked) Emphasis(text).run(); // most texts end here
}

} // namespace palabre::text
