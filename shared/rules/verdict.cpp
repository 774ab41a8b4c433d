#include "shared/rules/verdict.h"

namespace palabre::rules {
namespace {

template <class Value, std::size_t size>
std::optional<Value> parse(const Value (&values)[size], std::string_view name) {
  for (const Value value : values) {
    if (to_name(value) == name) return value;
  }
  return std::nullopt;
}

} // namespace

std::string_view axis_of_rule(std::string_view rule) {
  return rule.substr(0, rule.find('.'));
}

std::string_view to_name(Decision decision) {
  switch (decision) {
  case Decision::publish: return "publish";
  case Decision::hide: return "hide";
  case Decision::hold: return "hold";
  case Decision::reject: return "reject";
  }
  return "hold";
}

std::optional<Decision> parse_decision(std::string_view name) {
  return parse({Decision::publish, Decision::hide, Decision::hold, Decision::reject}, name);
}

std::string_view to_name(Severity severity) {
  switch (severity) {
  case Severity::note: return "note";
  case Severity::mild: return "mild";
  case Severity::strong: return "strong";
  case Severity::severe: return "severe";
  }
  return "note";
}

std::optional<Severity> parse_severity(std::string_view name) {
  return parse({Severity::note, Severity::mild, Severity::strong, Severity::severe}, name);
}

std::string_view to_name(Field field) {
  switch (field) {
  case Field::body: return "body";
  case Field::name: return "author.name";
  case Field::website: return "author.website";
  }
  return "body";
}

std::optional<Field> parse_field(std::string_view name) {
  return parse({Field::body, Field::name, Field::website}, name);
}

std::string_view to_name(SentimentLabel label) {
  switch (label) {
  case SentimentLabel::unsure: return "unsure";
  case SentimentLabel::negative: return "neg";
  case SentimentLabel::neutral: return "neu";
  case SentimentLabel::positive: return "pos";
  }
  return "unsure";
}

std::optional<SentimentLabel> parse_sentiment_label(std::string_view name) {
  using Label = SentimentLabel;
  return parse({Label::unsure, Label::negative, Label::neutral, Label::positive}, name);
}

} // namespace palabre::rules
