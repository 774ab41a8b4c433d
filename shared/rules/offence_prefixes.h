// Which beginnings lead to a listed word, disguised or not: one look spares most walks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/rules/offence_list.h"

namespace palabre::rules {

class OffencePrefixes {
public:
  explicit OffencePrefixes(const OffenceList& list);

  // May a listed word begin there, or one that letters may stand before? Never a wrong no.
  [[nodiscard]] bool may_begin(const text::Folded& text, std::size_t at) const { return begins_.look(text, at); }
  [[nodiscard]] bool may_begin_inside(const text::Folded& text, std::size_t at) const {
    return open_ && inside_.look(text, at);
  }
  [[nodiscard]] bool inside() const { return open_; }

private:
  // Hashes of the first letters, a repeated one counted once.
  class Table {
  public:
    void resize(std::size_t long_words, std::size_t short_words);
    void add(const std::string& text, bool open_end);
    [[nodiscard]] bool look(const text::Folded& folded, std::size_t at) const;

  private:
    // Places for hashes, two bits each; at most a tenth of them taken.
    class Places {
    public:
      void resize(std::size_t hashes);
      void set(std::uint32_t hash, unsigned bits);
      [[nodiscard]] unsigned get(std::uint32_t hash) const {
        const std::uint32_t place = hash >> shift_;
        return static_cast<unsigned>(bits_[place / 32] >> (place % 32 * 2)) & 3U;
      }

    private:
      std::vector<std::uint64_t> bits_{0};
      unsigned shift_{27};
    };
    // What letters are followed by in a listed word.
    enum Follow : std::uint8_t { nothing = 1, anything = 2 };
    void add_spelling(std::string_view letters, Follow follow);

    Places long_;  // of words as long as are looked at, or longer
    Places short_; // of all the others
  };

  Table begins_;
  Table inside_;
  bool open_{false};
};

} // namespace palabre::rules
