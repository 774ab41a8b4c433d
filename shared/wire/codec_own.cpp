// A reader's own comments, flags and appeals.
#include "shared/wire/codec.h"
#include "shared/wire/codec_parts.h"
#include "shared/wire/codec_posts.h"
#include "shared/wire/codec_verdict.h"

namespace palabre::wire {

namespace {

constexpr std::int64_t largest_count = 4'294'967'295;

OwnComment read_own(FieldReader& fields) {
  OwnComment own;
  own.comment = read_comment(fields.object("comment"));
  own.verdict.decision = read_decision(fields, "verdict");
  own.verdict.reasons = read_reasons(fields, draft_of(own.comment));
  own.appealed = fields.boolean("appealed", Presence::optional);
  own.edit_token = fields.text("edit_token", Presence::optional);
  return own;
}

OwnComments read_own_comments(FieldReader fields) {
  OwnComments message;
  const std::int64_t published = fields.integer("published");
  if (published < 0 || published > largest_count) fields.refuse(ErrorCode::unknown_field_value, "published");
  message.published = static_cast<std::uint32_t>(published);
  for (FieldReader& own : fields.objects("comments")) message.comments.push_back(read_own(own));
  for (FieldReader& marks : fields.objects("marks", Presence::optional)) {
    OwnMarks own;
    if (marks.has("comment")) {
      own.comment = CommentId::parse(marks.text("comment"));
      if (!own.comment) marks.refuse(ErrorCode::unknown_field_value, "comment");
    }
    own.names = marks.texts("names");
    message.marks.push_back(std::move(own));
  }
  return message;
}

void write_marks(JsonWriter& writer, const std::vector<OwnMarks>& marks) {
  writer.key("marks");
  writer.begin_array();
  for (const OwnMarks& own : marks) {
    writer.begin_object();
    if (own.comment) writer.member("comment", own.comment->text());
    writer.member("names", own.names);
    writer.end_object();
  }
  writer.end_array();
}

void write_own(JsonWriter& writer, const OwnComment& own) {
  writer.begin_object();
  writer.key("comment");
  write_comment(writer, own.comment);
  writer.member("verdict", to_name(own.verdict.decision));
  writer.key("reasons");
  write_reasons(writer, own.verdict.reasons, draft_of(own.comment), {});
  writer.key("appealed");
  writer.boolean(own.appealed);
  writer.member("edit_token", own.edit_token);
  writer.end_object();
}

FlagComment read_flag(FieldReader fields) {
  FlagComment message;
  const std::optional<FlagReason> reason = parse_flag_reason(fields.text("reason"));
  if (!reason) {
    fields.refuse(ErrorCode::unknown_field_value, "reason",
                  "one of offence, spam, promotion, personal_data, off_topic, other");
  }
  message.reason = reason.value_or(FlagReason::other);
  message.note = fields.text("note", Presence::optional);
  return message;
}

} // namespace

std::string_view to_name(FlagReason reason) {
  switch (reason) {
  case FlagReason::offence: return "offence";
  case FlagReason::spam: return "spam";
  case FlagReason::promotion: return "promotion";
  case FlagReason::personal_data: return "personal_data";
  case FlagReason::off_topic: return "off_topic";
  case FlagReason::other: break;
  }
  return "other";
}

std::optional<FlagReason> parse_flag_reason(std::string_view name) {
  for (const FlagReason reason : flag_reasons) {
    if (to_name(reason) == name) return reason;
  }
  return std::nullopt;
}

Expected<OwnComments> decode_own_comments(std::string_view json) {
  return decode_with<OwnComments>(json, read_own_comments);
}

std::string encode(const OwnComments& message) {
  std::string out;
  JsonWriter writer(out);
  writer.begin_object();
  writer.member("published", std::int64_t{message.published});
  writer.key("comments");
  writer.begin_array();
  for (const OwnComment& own : message.comments) write_own(writer, own);
  writer.end_array();
  if (!message.posts.empty()) {
    writer.key("posts");
    writer.begin_array();
    for (const OwnPart& part : message.posts) write_own_part(writer, part);
    writer.end_array();
  }
  if (!message.marks.empty()) write_marks(writer, message.marks);
  writer.end_object();
  return out;
}

Expected<FlagComment> decode_flag(std::string_view json) {
  return decode_with<FlagComment>(json, read_flag);
}

std::string encode(const FlagComment& message) {
  std::string out;
  JsonWriter writer(out);
  writer.begin_object();
  writer.member("reason", to_name(message.reason));
  if (!message.note.empty()) writer.member("note", message.note);
  writer.end_object();
  return out;
}

Expected<AppealComment> decode_appeal(std::string_view json) {
  return decode_with<AppealComment>(json, [](FieldReader fields) { return AppealComment{fields.text("message")}; });
}

std::string encode(const AppealComment& message) {
  std::string out;
  JsonWriter writer(out);
  writer.begin_object();
  writer.member("message", message.message);
  writer.end_object();
  return out;
}

} // namespace palabre::wire
