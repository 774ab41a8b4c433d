#include <algorithm>

#include "shared/rules/spam.h"

namespace palabre::rules {
namespace {

using text::Word;
using text::WordKind;

// Kinds of features, so that the word "link" and the fact "a link" are two.
enum class Kind : std::uint32_t { word, stem, pair, host, cue, pattern, fact, shape };

std::uint16_t bucket_of(Kind kind, std::string_view text) {
  std::uint32_t hash = 2166136261U ^ (static_cast<std::uint32_t>(kind) * 0x9E3779B9U); // FNV-1a
  for (const char byte : text) hash = (hash ^ static_cast<unsigned char>(byte)) * 16777619U;
  hash ^= hash >> 16;
  hash *= 0x85EBCA6BU;
  hash ^= hash >> 13;
  return static_cast<std::uint16_t>(hash & (feature_buckets - 1));
}

constexpr std::array<std::string_view, promotion_cue_count> cue_texts{"asks to subscribe",
                                                                      "asks to follow",
                                                                      "asks to look",
                                                                      "speaks of what is one's own",
                                                                      "names a channel or shop",
                                                                      "names a work",
                                                                      "speaks of oneself",
                                                                      "private messages",
                                                                      "an offer",
                                                                      "income",
                                                                      "gambling, pills, sex, magic",
                                                                      "begs",
                                                                      "free or won",
                                                                      "promotion"};
constexpr std::string_view pattern_text = "promotional words together";

class Extractor {
public:
  Extractor(const SpamInput& input, const SpamFacts& facts) : input_(input), facts_(facts), words_(input.words) {}

  std::vector<Feature> run() {
    features_.reserve(words_.words.size() * 3 + 24);
    words();
    for (const Link& link : input_.links) host(link);
    promotion();
    for (std::size_t i = 0; i < spam_fact_count; ++i) {
      const std::string_view name = to_name(static_cast<SpamFact>(i));
      if (facts_[i] > 0) add(Kind::fact, name, facts_[i], name);
    }
    shape();
    return std::move(features_);
  }

private:
  void add(Kind kind, std::string_view text, float value, std::string_view name) {
    features_.push_back({bucket_of(kind, text), value, name});
  }

  void words() {
    constexpr std::size_t word_limit = 120; // what a comment is shows in its beginning
    constexpr std::size_t stem = 5;
    const Word* before = nullptr;
    std::size_t count = 0;
    for (const Word& word : words_.words) {
      if (word.kind == WordKind::address || word.kind == WordKind::number) {
        before = nullptr;
        continue;
      }
      if (++count > word_limit) break;
      const std::string_view text = words_.text(word).substr(0, 24);
      add(Kind::word, text, 1, text);
      if (text.size() > stem) add(Kind::stem, text.substr(0, stem), 0.5F, text);
      if (before != nullptr) {
        const auto pair = std::string_view(words_.folded.text).substr(before->begin, word.end - before->begin);
        if (pair.size() <= 40) pair_of(words_.text(*before), text, pair);
      }
      before = &word;
    }
  }

  void pair_of(std::string_view first, std::string_view second, std::string_view name) {
    const std::uint32_t mixed =
        bucket_of(Kind::pair, first) * 0x9E3779B1U ^ bucket_of(Kind::word, second) * 0x85EBCA77U;
    features_.push_back({static_cast<std::uint16_t>((mixed >> 15 ^ mixed) & (feature_buckets - 1)), 0.7F, name});
  }

  void host(const Link& link) {
    const std::string_view host = registered_domain(link.host);
    const std::size_t at = words_.folded.text.find(host);
    // The name outlives the link: it is a view into the text.
    const auto name = at == std::string::npos ? std::string_view("a link's host")
                                              : std::string_view(words_.folded.text).substr(at, host.size());
    add(Kind::host, host, 1, name);
  }

  void promotion() {
    for (std::size_t bit = 0; bit < promotion_cue_count; ++bit) {
      if ((input_.promotion.cues >> bit & 1U) != 0) add(Kind::cue, cue_texts[bit], 1, cue_texts[bit]);
    }
    for (std::uint32_t bit = 0; bit < 32; ++bit) {
      if ((input_.promotion.patterns >> bit & 1U) == 0) continue;
      const char name[2] = {'p', static_cast<char>('a' + bit)};
      add(Kind::pattern, std::string_view(name, 2), 1, pattern_text);
    }
  }

  struct Counts {
    std::size_t letters{0}, upper{0}, digits{0}, exclamations{0}, questions{0}, elongated{0}, lines{0};
  };

  [[nodiscard]] Counts counts() const {
    Counts counts;
    const text::Folded& folded = words_.folded;
    for (std::size_t i = 0; i < folded.text.size(); ++i) {
      const char c = folded.text[i];
      if (c >= 'a' && c <= 'z') {
        ++counts.letters;
        if ((folded.traits[i] & text::was_upper) != 0) ++counts.upper;
        if (i >= 2 && folded.text[i - 1] == c && folded.text[i - 2] == c) ++counts.elongated;
      }
      if (c >= '0' && c <= '9') ++counts.digits;
      if (c == '!') ++counts.exclamations;
      if (c == '?') ++counts.questions;
      if (c == '\n') ++counts.lines;
    }
    return counts;
  }

  void shape() {
    const Counts counts = this->counts();
    add(Kind::shape, length_of(words_.words.size()), 1, length_of(words_.words.size()));
    shape_if(counts.letters >= 8 && counts.upper * 10 >= counts.letters * 6, "capitals");
    shape_if(counts.upper == 0, "no capital");
    shape_if(counts.digits >= 6, "many digits");
    shape_if(counts.digits > 0, "digits");
    shape_if(counts.exclamations >= 1, "exclamation mark");
    shape_if(counts.exclamations >= 3, "exclamation marks");
    shape_if(counts.questions >= 1, "question");
    shape_if(counts.elongated > 0, "drawn-out letters");
    shape_if(counts.lines >= 2, "several lines");
    shape_if(std::any_of(words_.words.begin(), words_.words.end(),
                         [](const Word& word) { return word.kind == WordKind::symbol; }),
             "pictographs");
  }

  void shape_if(bool holds, std::string_view name) {
    if (holds) add(Kind::shape, name, 1, name);
  }

  static std::string_view length_of(std::size_t words) {
    if (words <= 2) return "one or two words";
    if (words <= 5) return "a few words";
    if (words <= 10) return "a short sentence";
    if (words <= 20) return "a sentence";
    return words <= 40 ? "some sentences" : "long";
  }

  const SpamInput& input_;
  const SpamFacts& facts_;
  const text::Words& words_;
  std::vector<Feature> features_;
};

} // namespace

std::vector<Feature> spam_features(const SpamInput& input, const SpamFacts& facts) {
  return Extractor(input, facts).run();
}

} // namespace palabre::rules
