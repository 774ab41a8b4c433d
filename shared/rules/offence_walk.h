// The walk that undoes disguises: from one place of a text through the tree of words, each character standing for a set
// of letters.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "shared/rules/disguise.h"
#include "shared/rules/offence_words.h"
#include "shared/rules/word_trie.h"
#include "shared/text/words.h"

namespace palabre::rules {

struct ListedWord {
  WordClass word_class;
  std::uint8_t flags;
  std::uint8_t weight;
  bool open_begin, open_end; // letters may stand before, after
  std::uint16_t whole_at;    // see OffenceWords::Entry
};

// How the walk came to where it is.
struct Trail {
  std::uint32_t node{0};
  std::uint32_t at{0};        // the next byte
  std::uint8_t last{255};     // the last byte read, where its repetition may be skipped
  std::uint8_t letters{0};    // of the entry, the spaces of a phrase not counted
  std::uint8_t word_begin{0}; // how many of them are of the phrase's words before
  std::uint8_t plain{0};      // letters that stood for themselves
  std::uint8_t digits{0};     // letters that digits stood for
  std::uint8_t wild{0};       // letters that a star or a separator stood for
  std::uint8_t run{0};        // separators since the last letter
  std::uint8_t white_cuts{0};
  std::uint8_t other_cuts{0};
  std::uint8_t first_piece{0};
  std::uint8_t piece{0}; // letters since the last cut
  std::uint8_t longest_piece{0};
  std::uint8_t swapped_at{0}; // the first of the two letters, of the word
  bool run_white{false};
  bool run_tight{false}; // an apostrophe, or a full stop before a capital: cuts single letters only
  bool tight{false};
  bool swapped{false};
  bool stretched{false}; // a run of stars for one letter more than it has
  bool doubled{false};   // a letter once too often
  bool squeezed{false};  // a double letter once only
  bool for_vowel{false}; // a separator stood for a vowel
  bool long_run{false};  // or more often than once
  bool undone{false};    // any disguise
};

class OffenceWalk {
public:
  OffenceWalk(const WordTrie& trie, const std::vector<ListedWord>& words, std::string_view text,
              const std::vector<std::uint8_t>& traits)
      : trie_(trie), words_(words), text_(text), traits_(traits) {}

  struct Found {
    std::uint32_t begin, end;
    std::uint32_t word;
    bool disguised;
  };
  enum class Edge : std::uint8_t { none, camel, full }; // of a word; camel: grosConnard

  // The longest word from `begin` that `Accepts` takes.
  template <class Accepts> std::optional<Found> from(std::size_t begin, Accepts&& accepts) {
    start(begin);
    std::optional<Found> best;
    while (const auto found = next()) {
      const bool longer = !best || found->end > best->end || (found->end == best->end && best->disguised);
      if (longer && accepts(*found)) best = found;
    }
    return best;
  }

  [[nodiscard]] Edge edge_before(std::size_t at) const;

private:
  static constexpr std::size_t most_steps = 600; // from one place
  static constexpr std::uint8_t longest_run = 4; // of separators

  void start(std::size_t begin);
  std::optional<Found> next();
  void push(const Trail& trail);
  bool step(Trail& trail);
  bool step_letter(Trail& trail, std::uint32_t letter);
  void step_other(const Trail& trail, const Glyph& glyph);
  void step_letters(const Trail& trail, const Glyph& glyph);
  void step_swapped(const Trail& trail, std::uint32_t letter);
  void step_drawing(const Trail& trail);
  void step_stars(const Trail& trail, const Glyph& glyph);
  void step_raw(const Trail& trail, const Glyph& glyph);
  void step_separator(const Trail& trail, const Glyph& glyph);
  void step_space(const Trail& trail);
  void step_repeats(const Trail& trail);
  [[nodiscard]] Trail advanced(const Trail& trail, std::uint32_t node, std::size_t size) const;
  [[nodiscard]] std::size_t run_end(std::size_t at);
  [[nodiscard]] std::uint32_t letter_after_stars(std::size_t at);

  [[nodiscard]] bool is_allowed(const Trail& trail, const ListedWord& word) const;
  [[nodiscard]] bool pieces_are_allowed(const Trail& trail, const ListedWord& word) const;
  [[nodiscard]] bool is_punctuation_at(std::size_t at) const;
  [[nodiscard]] bool spelling_is_allowed(const Trail& trail) const;
  [[nodiscard]] bool letters_are_allowed(const Trail& trail) const;
  [[nodiscard]] bool ends_at(const Trail& trail, const ListedWord& word) const;
  [[nodiscard]] bool begins_there(const Trail& trail, const ListedWord& word) const;
  [[nodiscard]] bool stands_alone(const Trail& trail) const;
  [[nodiscard]] bool spelled_before(std::size_t at) const;
  [[nodiscard]] bool spelled_after(std::size_t at) const;
  [[nodiscard]] bool is_word_at(std::size_t at) const;
  [[nodiscard]] bool is_pictograph_at(std::size_t at) const;
  [[nodiscard]] bool is_word_before(std::size_t end) const;
  [[nodiscard]] std::size_t before(std::size_t end) const; // where the character that ends there begins; `end` > 0
  [[nodiscard]] bool looks_disguised(const Trail& trail) const;

  const WordTrie& trie_;
  const std::vector<ListedWord>& words_;
  std::string_view text_;
  const std::vector<std::uint8_t>& traits_;
  std::vector<Trail> open_; // not yet gone on from
  Trail here_;
  bool live_{false}; // `here_` is to be gone on from first
  std::size_t begin_{0};
  Edge edge_{Edge::none};
  std::size_t steps_{0};
  std::size_t run_begin_{1}, run_end_{0}; // the last run of one byte that was measured
};

} // namespace palabre::rules
