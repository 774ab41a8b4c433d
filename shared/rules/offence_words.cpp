#include "shared/rules/offence_words.h"

#include <algorithm>

#include "shared/rules/lexicon.h"
#include "shared/rules/offence_list.h"
#include "shared/rules/offence_prefixes.h"
#include "shared/rules/offence_walk.h"

namespace palabre::rules {
namespace {

constexpr std::size_t longest_phrase = 4; // of innocent ones, in words

bool is_letter(char byte) {
  return byte >= 'a' && byte <= 'z';
}

} // namespace

struct OffenceWords::Impl {
  OffenceList list;
  WordTrie trie;
  WordTable innocent;
  bool innocent_phrases{false};
  OffencePrefixes prefixes;

  explicit Impl(OffenceList given) : list(std::move(given)), trie(list.texts), prefixes(list) {
    std::vector<WordTable::Entry> entries;
    entries.reserve(list.innocent.size());
    for (const std::string& word : list.innocent) {
      entries.push_back({word, 1});
      innocent_phrases = innocent_phrases || word.find(' ') != std::string::npos;
    }
    innocent = WordTable(std::move(entries));
  }
};

namespace {

// One text's.
class Finder {
public:
  Finder(const WordTrie& trie, const OffenceList& list, const WordTable& innocent, bool phrases,
         const OffencePrefixes& prefixes, const text::Words& words, std::vector<WordMatch>& found)
      : list_(list), innocent_(innocent), phrases_(phrases), prefixes_(prefixes), words_(words),
        text_(words.folded.text), walk_(trie, list.words, words.folded.text, words.folded.traits), found_(found) {}

  void run() {
    for (std::size_t at = 0; at < text_.size();) {
      at = step(at);
      if (!prefixes_.inside()) at = skip_word(at);
    }
  }

private:
  // To where a word may begin, if `at` is inside of one.
  [[nodiscard]] std::size_t skip_word(std::size_t at) const {
    if (at == 0 || !is_letter(text_[at - 1])) return at;
    while (at < text_.size() && is_letter(text_[at]) && (words_.folded.traits[at] & text::was_upper) == 0) ++at;
    return at;
  }

  std::size_t step(std::size_t at) {
    const char byte = text_[at];
    if (byte == ' ') return at + 1;
    while (address_ < words_.words.size() &&
           (words_.words[address_].begin < at || words_.words[address_].kind != text::WordKind::address)) {
      ++address_;
    }
    if (address_ < words_.words.size() && words_.words[address_].begin == at) return words_.words[address_].end;
    const std::size_t next = at + (static_cast<unsigned char>(byte) < 0x80 ? 1U : glyph_at(text_, at).size);
    if (!may_begin(at)) return next;
    const auto match = walk_.from(at, [&](const OffenceWalk::Found& found) { return !is_innocent(spread(found)); });
    if (!match) return next;
    const OffenceWalk::Found all = spread(*match);
    const ListedWord& word = list_.words[match->word];
    found_.push_back({all.begin, all.end, word.word_class, word.flags, word.weight, match->disguised});
    end_ = all.end;
    return all.end;
  }

  [[nodiscard]] bool may_begin(std::size_t at) const {
    if (at > 0 && is_letter(text_[at - 1]) && is_letter(text_[at]) &&
        (words_.folded.traits[at] & text::was_upper) == 0) {
      return text_[at] != text_[at - 1] && prefixes_.may_begin_inside(words_.folded, at);
    }
    const Glyph::Kind kind = glyph_at(text_, at).kind;
    if (kind == Glyph::white || kind == Glyph::separator) return false;
    if (kind == Glyph::sign && !leads_to_letters(at)) return false;
    if (walk_.edge_before(at) == OffenceWalk::Edge::none) return prefixes_.may_begin_inside(words_.folded, at);
    return prefixes_.may_begin(words_.folded, at);
  }

  // A sign in a letter's place: "@$$hole"; an emoji may be listed itself.
  [[nodiscard]] bool leads_to_letters(std::size_t at) const {
    for (int signs = 0; signs < 4 && at < text_.size(); ++signs) {
      const Glyph glyph = glyph_at(text_, at);
      if (is_word_kind(glyph.kind) || glyph.size > 1) return true;
      if (glyph.kind != Glyph::sign) return false;
      at += glyph.size;
    }
    return false;
  }

  // With the letters before and after that its entry lets stand there.
  [[nodiscard]] OffenceWalk::Found spread(OffenceWalk::Found found) const {
    const ListedWord& word = list_.words[found.word];
    if (word.open_begin) {
      while (found.begin > end_ && is_spread(text_[found.begin - 1])) --found.begin;
    }
    if (word.open_end) {
      while (found.end < text_.size() && is_spread(text_[found.end])) ++found.end;
    }
    return found;
  }

  static bool is_spread(char byte) { return is_letter(byte) || (byte >= '0' && byte <= '9'); }

  // A word that the match lies in, or a phrase that it is a part of.
  bool is_innocent(const OffenceWalk::Found& found) {
    if (innocent_.size() == 0) return false;
    const std::vector<text::Word>& words = words_.words;
    while (first_ < words.size() && words[first_].end <= found.begin) ++first_;
    if (first_ == words.size()) return false;
    std::size_t last = first_;
    while (last + 1 < words.size() && words[last + 1].begin < found.end) {
      if (++last - first_ >= longest_phrase) return false;
    }
    if (found.end > words[last].end) return false; // f**k is not f
    if (last == first_ && is_innocent_word(words[first_], found)) return true;
    if (!phrases_) return false;
    for (std::size_t begin = last >= longest_phrase - 1 ? last + 1 - longest_phrase : 0; begin <= first_; ++begin) {
      if (is_innocent_phrase(begin, last)) return true;
    }
    return false;
  }

  // Knut's is Knut too.
  [[nodiscard]] bool is_innocent_word(const text::Word& word, const OffenceWalk::Found& found) const {
    const std::string_view text = words_.text(word);
    if (innocent_.find(text)) return true;
    if ((word.traits & text::accented) != 0 &&
        innocent_.find(mark_accents(text, words_.folded.traits.data() + word.begin))) {
      return true;
    }
    const std::size_t apostrophe = text.find('\'');
    return apostrophe != std::string_view::npos && found.end <= word.begin + apostrophe &&
           innocent_.find(text.substr(0, apostrophe));
  }

  // One that begins with words[begin] and reaches words[last] or further.
  bool is_innocent_phrase(std::size_t begin, std::size_t last) {
    phrase_.clear();
    const std::size_t end = std::min(words_.words.size(), begin + longest_phrase);
    for (std::size_t i = begin; i < end; ++i) {
      if (i > begin) phrase_ += ' ';
      phrase_ += words_.text(words_.words[i]);
      if (i >= last && i > begin && innocent_.find(phrase_)) return true;
    }
    return false;
  }

  const OffenceList& list_;
  const WordTable& innocent_;
  bool phrases_;
  const OffencePrefixes& prefixes_;
  const text::Words& words_;
  std::string_view text_;
  OffenceWalk walk_;
  std::vector<WordMatch>& found_;
  std::size_t address_{0}; // the next word that is one
  std::size_t first_{0};   // the word at the match
  std::size_t end_{0};     // of the last match
  std::string phrase_;
};

} // namespace

OffenceWords::OffenceWords() : impl_(std::make_unique<Impl>(OffenceList{})) {}
OffenceWords::~OffenceWords() = default;
OffenceWords::OffenceWords(OffenceWords&&) noexcept = default;
OffenceWords& OffenceWords::operator=(OffenceWords&&) noexcept = default;

OffenceWords::OffenceWords(const std::vector<Entry>& entries, const std::vector<std::string>& innocent)
    : impl_(std::make_unique<Impl>(make_offence_list(entries, innocent))) {}

std::string OffenceWords::write() const {
  return write_offence_list(impl_->list);
}

OffenceWords OffenceWords::read(std::string_view bytes) {
  OffenceWords words;
  words.impl_ = std::make_unique<Impl>(read_offence_list(bytes));
  return words;
}

void OffenceWords::find(const text::Words& words, std::vector<WordMatch>& found) const {
  if (impl_->list.words.empty()) return;
  Finder(impl_->trie, impl_->list, impl_->innocent, impl_->innocent_phrases, impl_->prefixes, words, found).run();
}

} // namespace palabre::rules
