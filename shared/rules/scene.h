// A text as the rules on offence read it: its words with their cues, in sentences, inside quotes or not.
#pragma once

#include <cstdint>
#include <vector>

#include "shared/rules/cues.h"
#include "shared/text/words.h"

namespace palabre::rules {

struct SceneItem {
  std::uint32_t begin, end; // bytes of Folded::text
  CueSet cues;
  std::uint32_t sentence;
  bool comma_before; // or another mark that parts, but not sentences
  bool quoted;
};

class Scene {
public:
  Scene(const text::Words& words, const CueWords& cues);

  [[nodiscard]] const std::vector<SceneItem>& items() const { return items_; }
  [[nodiscard]] CueSet all_cues() const { return all_cues_; }
  [[nodiscard]] bool mentions() const { return mentions_; } // has an @name
  // The first item that ends after byte `at`; items().size(): none.
  [[nodiscard]] std::size_t item_at(std::uint32_t at) const;
  [[nodiscard]] bool same_sentence(std::size_t a, std::size_t b) const {
    return items_[a].sentence == items_[b].sentence;
  }
  [[nodiscard]] bool is(std::size_t item, Cue cue) const { return has(items_[item].cues, cue); }
  // Nearest item with any of `cues` among the `distance` before (after) `item`, in its sentence; no_item: none.
  [[nodiscard]] std::size_t before(std::size_t item, CueSet cues, std::size_t distance) const;
  [[nodiscard]] std::size_t after(std::size_t item, CueSet cues, std::size_t distance) const;
  [[nodiscard]] bool is_verb(std::size_t item) const {
    return (items_[item].cues & (Cue::hate | Cue::harm | set_of(Cue::expel))) != 0;
  }
  // Denied by a word before it, in its own clause: don't hate; pas un.
  [[nodiscard]] bool is_negated(std::size_t item) const;
  // Of the item's sentence; inside its quotes when it is quoted, else outside of quotes.
  [[nodiscard]] CueSet sentence_cues(std::size_t item) const;
  [[nodiscard]] std::size_t sentence_begin(std::size_t item) const;
  [[nodiscard]] std::size_t sentence_end(std::size_t item) const; // exclusive

  void add_cues(std::size_t item, CueSet cues) {
    items_[item].cues |= cues;
    all_cues_ |= cues;
  }

  static constexpr std::size_t no_item = ~std::size_t{0};
  static constexpr std::size_t longest_sentence = 64; // items; longer ones are cut, so that all stays linear

private:
  friend class SceneReader;
  std::vector<SceneItem> items_;
  CueSet all_cues_{0};
  bool mentions_{false};
};

} // namespace palabre::rules
