// What the rules decide on a comment, and why.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/text/language.h"

namespace palabre::rules {

enum class Decision : std::uint8_t {
  publish,
  hide,  // published, folded behind a reason that readers may open
  hold,  // waits for a human; seen by its author only
  reject // not stored; the writer is told why
};
[[nodiscard]] std::string_view to_name(Decision decision);
[[nodiscard]] std::optional<Decision> parse_decision(std::string_view name);

// How much a reason weighs. `note` never changes the decision.
enum class Severity : std::uint8_t { note, mild, strong, severe };
[[nodiscard]] std::string_view to_name(Severity severity);
[[nodiscard]] std::optional<Severity> parse_severity(std::string_view name);

// The axes never leak into one another; sentiment and complaints are none of them.
enum class Axis : std::uint8_t { offence, spam, promotion, flooding, personal_data, policy };
inline constexpr std::array<std::string_view, 6> axis_names{"offence",  "spam",          "promotion",
                                                            "flooding", "personal_data", "policy"};
// AXIS of a rule AXIS.WHAT; of an axis, itself.
[[nodiscard]] std::string_view axis_of_rule(std::string_view rule);

// Where a reason was found.
enum class Field : std::uint8_t { body, name, website };
[[nodiscard]] std::string_view to_name(Field field); // "body", "author.name", "author.website"
[[nodiscard]] std::optional<Field> parse_field(std::string_view name);

struct Reason {
  std::string rule; // stable name, AXIS.WHAT: `spam.links`, `offence.insult` …; its message's key is `reason.` + rule
  Severity severity{Severity::note};
  Decision decision{Decision::publish}; // what this reason alone asks for
  Field field{Field::body};
  std::uint32_t begin{0}, end{0}; // bytes of the field; equal: the whole of it
  std::int64_t count{0};          // {n} of the message, such as how many links; 0: none
};

struct Scores { // 0 … 1 each
  float offence{0};
  float spam{0};
  float promotion{0};
};

enum class SentimentLabel : std::uint8_t { unsure, negative, neutral, positive };
[[nodiscard]] std::string_view to_name(SentimentLabel label); // "unsure", "neg", "neu", "pos"
[[nodiscard]] std::optional<SentimentLabel> parse_sentiment_label(std::string_view name);

struct Sentiment {
  SentimentLabel label{SentimentLabel::unsure};
  float score{0};      // -1 … 1
  float confidence{0}; // 0 … 1
};

struct Verdict {
  Decision decision{Decision::publish};
  std::vector<Reason> reasons; // the weightiest first
  Scores scores;
  Sentiment sentiment;
  bool complaint{false}; // a customer's problem: an order, a refund, no answer …
  text::Language language{text::Language::unknown};
};

} // namespace palabre::rules
