#include "shared/rules/scene.h"

#include <algorithm>
#include <string>

namespace palabre::rules {
namespace {

bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

// The letter that a digit is written for; as it is: none.
char letter_of(char digit) {
  constexpr std::string_view letters = "oizeasgtbg";
  return is_digit(digit) ? letters[static_cast<std::size_t>(digit - '0')] : digit;
}

// Which mark of a pair of quotes begins at `at`: its size in bytes; 0: none.
std::size_t quote_size(std::string_view text, std::size_t at) {
  if (text[at] == '"') return 1;
  for (const std::string_view mark : {"\xC2\xAB", "\xC2\xBB"}) {
    if (text.substr(at).starts_with(mark)) return mark.size();
  }
  for (const std::string_view mark : {"\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x9E", "\xE2\x80\xB9", "\xE2\x80\xBA"}) {
    if (text.substr(at).starts_with(mark)) return mark.size();
  }
  return 0;
}

} // namespace

class SceneReader {
public:
  SceneReader(Scene& scene, const text::Words& words, const CueWords& cues)
      : scene_(scene), words_(words), cues_(cues), text_(words.folded.text) {}

  void run() {
    scene_.items_.reserve(words_.words.size());
    for (std::size_t word = 0; word < words_.words.size();) {
      read_gap(word);
      word = read_item(word);
    }
    read_gap(words_.words.size());
    if (open_quote_ != Scene::no_item) quoted_to_the_end();
    weigh_quotes();
    for (const SceneItem& item : scene_.items_) scene_.all_cues_ |= item.cues;
  }

private:
  // What stands between two words: the ends of sentences, commas, quotes, @.
  void read_gap(std::size_t word) {
    comma_ = false;
    const std::uint32_t begin = word == 0 ? 0 : words_.words[word - 1].end;
    const std::uint32_t end =
        word < words_.words.size() ? words_.words[word].begin : static_cast<std::uint32_t>(text_.size());
    for (std::uint32_t at = begin; at < end; ++at) {
      const char byte = text_[at];
      if (byte == ' ') continue;
      if (byte == '.' || byte == '!' || byte == '?' || byte == '\n' || byte == ';') new_sentence();
      if (byte == ',' || byte == ':' || byte == '(' || byte == ')') comma_ = true;
      if (byte == '-' && at > begin && at + 1 < end) comma_ = true;
      if (byte == '@' && at + 1 == end) scene_.mentions_ = true;
      if (const std::size_t size = quote_size(text_, at); size > 0) {
        turn_quote(false);
        at += static_cast<std::uint32_t>(size - 1);
      } else if (byte == '\'' && is_single_quote(at)) {
        turn_quote(true);
      }
    }
  }

  // ' opens a quote after a space, or closes one that ' opened; else it is an apostrophe.
  [[nodiscard]] bool is_single_quote(std::uint32_t at) const {
    const bool space_before = at == 0 || text_[at - 1] == ' ' || text_[at - 1] == '(';
    const bool word_after = at + 1 < text_.size() && text_[at + 1] != ' ';
    return open_quote_ == Scene::no_item ? space_before && word_after : single_ && !word_after;
  }

  void new_sentence() {
    if (!scene_.items_.empty() && scene_.items_.back().sentence == sentence_) {
      ++sentence_;
      sentence_begin_ = scene_.items_.size();
    }
  }

  void turn_quote(bool single) {
    comma_ = true;
    if (open_quote_ == Scene::no_item) {
      single_ = single;
      open_quote_ = scene_.items_.size();
    } else {
      for (std::size_t i = open_quote_; i < scene_.items_.size(); ++i) scene_.items_[i].quoted = true;
      open_quote_ = Scene::no_item;
    }
  }

  // A quote that was never closed counts when it is opened well inside the text.
  void quoted_to_the_end() {
    if (open_quote_ < 2) return;
    for (std::size_t i = open_quote_; i < scene_.items_.size(); ++i) scene_.items_[i].quoted = true;
  }

  // A text that is nothing but a quote quotes nobody.
  void weigh_quotes() {
    const auto outside =
        std::count_if(scene_.items_.begin(), scene_.items_.end(), [](const SceneItem& item) { return !item.quoted; });
    if (outside >= 2) return;
    for (SceneItem& item : scene_.items_) item.quoted = false;
  }

  // The longest phrase, else the word, else the word behind digits or spaces. Answers the word that comes next.
  std::size_t read_item(std::size_t word) {
    const text::Word& first = words_.words[word];
    for (std::size_t end = spaced_run(word), tries = 0; end > word + 2 && tries < 2; --end, ++tries) {
      if (const CueSet cues = spaced_cues(word, end); cues != 0) return push(word, end, cues);
    }
    const auto found = find_word(first);
    if (!found) return push(word, word + 1, 0);
    if (found->begins_phrase) {
      if (const auto [end, cues] = phrase(word); end > word) return push(word, end, cues);
    }
    return push(word, word + 1, found->cues);
  }

  // As it stands, without a possessive 's, or behind its digits.
  std::optional<CueWords::Found> find_word(const text::Word& word) {
    std::string_view written = words_.text(word);
    if (const auto found = cues_.find(written)) return found;
    if (written.ends_with("'s")) return cues_.find(written.substr(0, written.size() - 2));
    if (word.kind != text::WordKind::letters || written.size() > longest_word) return std::nullopt;
    if (std::none_of(written.begin(), written.end(), is_digit)) return std::nullopt;
    phrase_.clear();
    append_spelling(word);
    if (const auto found = cues_.find(phrase_)) return found;
    for (std::size_t i = 0; i < phrase_.size(); ++i) {
      if (written[i] == '1') phrase_[i] = 'l';
    }
    return cues_.find(phrase_);
  }

  // With a space, a hyphen or an apostrophe between them, no more.
  [[nodiscard]] bool is_joined(const text::Word& word, const text::Word& next) const {
    const std::string_view gap = text_.substr(word.end, next.begin - word.end);
    return gap == " " || gap == "-" || gap == "'" || gap.empty();
  }

  // The word as it is meant: h4te is hate.
  void append_spelling(const text::Word& word) {
    const std::string_view written = words_.text(word);
    if (word.kind != text::WordKind::letters || std::none_of(written.begin(), written.end(), is_digit)) {
      phrase_ += written;
    } else {
      for (const char byte : written) phrase_ += letter_of(byte);
    }
  }

  std::pair<std::size_t, CueSet> phrase(std::size_t word) {
    std::size_t last = word;
    CueSet cues = 0;
    phrase_.clear();
    append_spelling(words_.words[word]);
    for (std::size_t next = word + 1; next < words_.words.size() && next < word + CueWords::longest_phrase; ++next) {
      if (!is_joined(words_.words[next - 1], words_.words[next])) break;
      phrase_ += ' ';
      append_spelling(words_.words[next]);
      const auto found = cues_.find(phrase_);
      if (!found) break;
      if (found->cues != 0) {
        last = next + 1;
        cues = found->cues;
      }
      if (!found->begins_phrase) break;
    }
    return {last, cues};
  }

  // h a t e: the end of a run of single letters.
  [[nodiscard]] std::size_t spaced_run(std::size_t word) const {
    std::size_t end = word;
    while (end < words_.words.size() && end < word + 20 && words_.words[end].end - words_.words[end].begin == 1 &&
           words_.words[end].kind != text::WordKind::symbol) {
      ++end;
    }
    return end;
  }

  CueSet spaced_cues(std::size_t word, std::size_t end) {
    phrase_.clear();
    for (std::size_t i = word; i < end; ++i) phrase_ += letter_of(text_[words_.words[i].begin]);
    const auto found = cues_.find(phrase_);
    return found ? found->cues : 0;
  }

  std::size_t push(std::size_t word, std::size_t end, CueSet cues) {
    if (scene_.items_.size() - sentence_begin_ >= Scene::longest_sentence) new_sentence();
    scene_.items_.push_back({words_.words[word].begin, words_.words[end - 1].end, cues, sentence_, comma_, false});
    return end;
  }

  static constexpr std::size_t longest_word = 24;
  Scene& scene_;
  const text::Words& words_;
  const CueWords& cues_;
  std::string_view text_;
  std::string phrase_;
  std::size_t open_quote_{Scene::no_item};
  std::uint32_t sentence_{0};
  std::size_t sentence_begin_{0};
  bool comma_{false};
  bool single_{false}; // the open quote was opened by an apostrophe
};

Scene::Scene(const text::Words& words, const CueWords& cues) {
  SceneReader(*this, words, cues).run();
}

std::size_t Scene::item_at(std::uint32_t at) const {
  const auto found = std::upper_bound(items_.begin(), items_.end(), at,
                                      [](std::uint32_t byte, const SceneItem& item) { return byte < item.end; });
  return static_cast<std::size_t>(found - items_.begin());
}

std::size_t Scene::before(std::size_t item, CueSet cues, std::size_t distance) const {
  for (std::size_t steps = 1; steps <= distance && steps <= item; ++steps) {
    const std::size_t there = item - steps;
    if (!same_sentence(there, item)) return no_item;
    if ((items_[there].cues & cues) != 0) return there;
  }
  return no_item;
}

std::size_t Scene::after(std::size_t item, CueSet cues, std::size_t distance) const {
  for (std::size_t there = item + 1; there < items_.size() && there <= item + distance; ++there) {
    if (!same_sentence(there, item)) return no_item;
    if ((items_[there].cues & cues) != 0) return there;
  }
  return no_item;
}

bool Scene::is_negated(std::size_t item) const {
  // je ne déteste pas: behind the verb
  const std::size_t behind = after(item, set_of(Cue::negation), 2);
  if (behind != no_item && is_verb(item) && !items_[behind].comma_before) return true;
  for (std::size_t there = item; there > 0 && item - there < 5; --there) {
    if (items_[there].comma_before || !same_sentence(there - 1, item)) return false;
    const CueSet cues = items_[there - 1].cues;
    if (has(cues, Cue::negation)) return true;
    if (!has(cues, Cue::clause)) continue;
    // I don't think that they are …
    const std::size_t self = before(there - 1, set_of(Cue::self), 3);
    return self != no_item && before(there - 1, set_of(Cue::negation), 2) != no_item;
  }
  return false;
}

CueSet Scene::sentence_cues(std::size_t item) const {
  CueSet cues = 0;
  for (std::size_t i = sentence_begin(item); i < sentence_end(item); ++i) {
    if (items_[i].quoted == items_[item].quoted) cues |= items_[i].cues;
  }
  return cues;
}

std::size_t Scene::sentence_begin(std::size_t item) const {
  while (item > 0 && same_sentence(item - 1, item)) --item;
  return item;
}

std::size_t Scene::sentence_end(std::size_t item) const {
  std::size_t end = item + 1;
  while (end < items_.size() && same_sentence(end, item)) ++end;
  return end;
}

} // namespace palabre::rules
