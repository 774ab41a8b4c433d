#include "shared/wire/codec_verdict.h"

#include <algorithm>

#include "shared/text/utf8.h"

namespace palabre::wire {
namespace {

const std::string& field_of(const rules::Draft& draft, rules::Field field) {
  switch (field) {
  case rules::Field::body: break;
  case rules::Field::name: return draft.name;
  case rules::Field::website: return draft.website;
  }
  return draft.body;
}

std::int64_t code_points_before(std::string_view text, std::size_t byte) {
  return static_cast<std::int64_t>(text::code_point_count(text.substr(0, byte)));
}

std::uint32_t byte_of(std::string_view text, std::int64_t code_points) {
  const auto limit = static_cast<std::size_t>(std::clamp<std::int64_t>(code_points, 0, std::int64_t{1} << 32));
  return static_cast<std::uint32_t>(text::prefix_of(text, limit).size());
}

void write_reason(JsonWriter& writer, const rules::Reason& reason, const rules::Draft& draft,
                  const ReasonWords& words) {
  const std::string& field = field_of(draft, reason.field);
  const bool whole = reason.begin == reason.end;
  writer.begin_object();
  writer.member("rule", reason.rule);
  writer.member("severity", to_name(reason.severity));
  writer.member("decision", to_name(reason.decision));
  writer.member("field", to_name(reason.field));
  writer.member("start", whole ? 0 : code_points_before(field, reason.begin));
  writer.member("end", code_points_before(field, whole ? field.size() : reason.end));
  if (reason.count != 0) writer.member("count", reason.count);
  writer.member("message", words ? words(reason) : "reason." + reason.rule);
  writer.end_object();
}

template <class Value>
Value required(std::optional<Value> value, FieldReader& fields, std::string_view name, Value otherwise) {
  if (!value) fields.refuse(ErrorCode::unknown_field_value, name);
  return value.value_or(otherwise);
}

rules::Reason read_reason(FieldReader& fields, const rules::Draft& draft) {
  rules::Reason reason;
  reason.rule = fields.text("rule");
  if (fields.has("severity")) {
    reason.severity =
        required(rules::parse_severity(fields.text("severity")), fields, "severity", rules::Severity::note);
  }
  if (fields.has("decision")) {
    reason.decision =
        required(rules::parse_decision(fields.text("decision")), fields, "decision", rules::Decision::hold);
  }
  if (fields.has("field")) {
    reason.field = required(rules::parse_field(fields.text("field")), fields, "field", rules::Field::body);
  }
  const std::string& field = field_of(draft, reason.field);
  reason.begin = byte_of(field, fields.integer("start", Presence::optional));
  reason.end = std::max(reason.begin, byte_of(field, fields.integer("end", Presence::optional)));
  reason.count = fields.integer("count", Presence::optional);
  return reason;
}

void write_sentiment(JsonWriter& writer, const rules::Sentiment& sentiment) {
  writer.begin_object();
  writer.member("label", to_name(sentiment.label));
  writer.key("score");
  writer.thousandths(sentiment.score);
  writer.key("confidence");
  writer.thousandths(sentiment.confidence);
  writer.end_object();
}

void write_scores(JsonWriter& writer, const rules::Scores& scores) {
  writer.begin_object();
  writer.key("offence");
  writer.thousandths(scores.offence);
  writer.key("spam");
  writer.thousandths(scores.spam);
  writer.key("promotion");
  writer.thousandths(scores.promotion);
  writer.end_object();
}

float read_between(FieldReader& fields, std::string_view name, double least, double most) {
  return static_cast<float>(std::clamp(fields.number(name, Presence::optional), least, most));
}

rules::Scores read_scores(FieldReader fields) {
  return {read_between(fields, "offence", 0, 1), read_between(fields, "spam", 0, 1),
          read_between(fields, "promotion", 0, 1)};
}

rules::Sentiment read_sentiment(FieldReader fields) {
  const auto label =
      required(rules::parse_sentiment_label(fields.text("label")), fields, "label", rules::SentimentLabel::unsure);
  return {label, read_between(fields, "score", -1, 1), read_between(fields, "confidence", 0, 1)};
}

std::optional<rules::SpamLabel> read_label(const JsonValue& label) {
  if ((label.kind == JsonKind::integer && label.integer == 1) || label.text == "spam") return rules::SpamLabel::spam;
  if ((label.kind == JsonKind::integer && label.integer == 0) || label.text == "ham") return rules::SpamLabel::ham;
  return std::nullopt;
}

} // namespace

void write_reasons(JsonWriter& writer, const std::vector<rules::Reason>& reasons, const rules::Draft& draft,
                   const ReasonWords& words) {
  writer.begin_array();
  for (const rules::Reason& reason : reasons) write_reason(writer, reason, draft, words);
  writer.end_array();
}

std::vector<rules::Reason> read_reasons(FieldReader& fields, const rules::Draft& draft) {
  std::vector<rules::Reason> reasons;
  for (FieldReader& reason : fields.objects("reasons")) reasons.push_back(read_reason(reason, draft));
  return reasons;
}

std::string encode_reasons(const std::vector<rules::Reason>& reasons, const rules::Draft& draft) {
  std::string out;
  JsonWriter writer(out);
  writer.begin_object();
  writer.key("reasons");
  write_reasons(writer, reasons, draft, {});
  writer.end_object();
  return out;
}

std::vector<rules::Reason> decode_reasons(std::string_view json, const rules::Draft& draft) {
  using Reasons = std::vector<rules::Reason>;
  return decode_with<Reasons>(json, [&](FieldReader fields) { return read_reasons(fields, draft); })
      .value_or(Reasons{});
}

void write_verdict(JsonWriter& writer, const rules::Verdict& verdict, const rules::Draft& draft,
                   const ReasonWords& words) {
  writer.begin_object();
  writer.member("verdict", to_name(verdict.decision));
  writer.key("reasons");
  write_reasons(writer, verdict.reasons, draft, words);
  writer.key("scores");
  write_scores(writer, verdict.scores);
  writer.key("sentiment");
  write_sentiment(writer, verdict.sentiment);
  writer.key("complaint");
  writer.boolean(verdict.complaint);
  writer.member("lang", to_name(verdict.language));
  writer.end_object();
}

rules::Verdict read_verdict(FieldReader fields, const rules::Draft& draft) {
  rules::Verdict verdict;
  verdict.decision = read_decision(fields, "verdict");
  verdict.reasons = read_reasons(fields, draft);
  verdict.scores = read_scores(fields.object("scores", Presence::optional));
  if (fields.has("sentiment")) verdict.sentiment = read_sentiment(fields.object("sentiment"));
  verdict.complaint = fields.boolean("complaint", Presence::optional);
  verdict.language = text::parse_language(fields.text("lang", Presence::optional));
  return verdict;
}

std::string encode_verdict(const rules::Verdict& verdict, const rules::Draft& draft, const ReasonWords& words) {
  std::string out;
  JsonWriter writer(out);
  write_verdict(writer, verdict, draft, words);
  return out;
}

Expected<rules::Verdict> decode_verdict(std::string_view json, const rules::Draft& draft) {
  return decode_with<rules::Verdict>(
      json, [&](FieldReader fields) { return read_verdict(std::move(fields), draft); }, ControlCharacters::kept);
}

Expected<ModerateLine> decode_moderate_line(std::string_view json) {
  const Expected<JsonValue> document = parse_json(json, ControlCharacters::kept);
  if (!document) return tl::unexpected<Error>(document.error());
  std::optional<Error> failure;
  FieldReader fields(&*document, {}, failure);
  ModerateLine line;
  line.draft.body = fields.text("text");
  line.draft.name = fields.text("name", Presence::optional);
  line.language = text::parse_language(fields.text("lang", Presence::optional));
  if (failure) return tl::unexpected<Error>(*std::move(failure));
  if (const JsonValue* label = document->find("label"); label != nullptr) line.label = read_label(*label);
  return line;
}

} // namespace palabre::wire
