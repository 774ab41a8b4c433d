#include "shared/wire/codec.h"
#include "shared/wire/codec_engagement.h"
#include "shared/wire/codec_parts.h"
#include "shared/wire/codec_verdict.h"

namespace palabre::wire {

namespace {

void write_optional(JsonWriter& writer, std::string_view name, const std::string& text) {
  if (!text.empty()) writer.member(name, text);
}

Instant read_instant(FieldReader& fields, std::string_view name) {
  const std::optional<Instant> instant = parse_rfc3339(fields.text(name));
  if (!instant) fields.refuse(ErrorCode::unknown_field_value, name, "must be a time as in RFC 3339");
  return instant.value_or(Instant{});
}

PostComment read_post_comment(FieldReader fields) {
  PostComment message;
  message.site = fields.text("site");
  message.page = fields.text("page");
  message.url = fields.text("url", Presence::optional);
  message.title = fields.text("title", Presence::optional);
  if (fields.has("parent")) {
    message.parent = CommentId::parse(fields.text("parent"));
    if (!message.parent) fields.refuse(ErrorCode::unknown_parent, "parent", "no comment has this id");
  }
  FieldReader author = fields.object("author");
  message.draft.name = author.text("name");
  message.draft.email = author.text("email", Presence::optional);
  message.draft.website = author.text("website", Presence::optional);
  message.draft.body = fields.text("body");
  message.proof = fields.text("proof", Presence::optional);
  message.lang = fields.text("lang", Presence::optional);
  return message;
}

PostedComment read_posted_comment(FieldReader fields) {
  PostedComment message;
  message.comment = read_comment(fields.object("comment"));
  message.verdict.decision = read_decision(fields, "verdict");
  message.verdict.reasons = read_reasons(fields, draft_of(message.comment));
  message.edit_token = fields.text("edit_token", Presence::optional);
  message.welcome = fields.text("welcome", Presence::optional);
  return message;
}

void write_standing(JsonWriter& writer, const Comment& comment) {
  if (!comment.badges.empty()) {
    std::vector<std::string> names;
    for (const Badge badge : comment.badges) names.emplace_back(to_name(badge));
    writer.member("badges", names);
  }
  if (comment.question != QuestionState::none) writer.member("question", to_name(comment.question));
  if (comment.poll) writer.member("poll", comment.poll->text());
}

// What a later server says beside it is none of ours.
void read_standing(FieldReader& fields, Comment& comment) {
  for (const std::string& name : fields.texts("badges", Presence::optional)) {
    if (const auto badge = parse_badge(name)) comment.badges.push_back(*badge);
  }
  comment.question = parse_question_state(fields.text("question", Presence::optional)).value_or(QuestionState::none);
  comment.poll = PostId::parse(fields.text("poll", Presence::optional));
}

} // namespace

void write_comment(JsonWriter& writer, const Comment& comment) {
  writer.begin_object();
  writer.member("id", comment.id.text());
  writer.key("parent");
  if (comment.parent) {
    writer.string(comment.parent->text());
  } else {
    writer.null();
  }
  writer.key("author");
  writer.begin_object();
  writer.member("name", comment.author.name);
  writer.member("website", comment.author.website);
  writer.end_object();
  writer.member("body", comment.body);
  writer.member("created", to_rfc3339(comment.created));
  writer.key("edited");
  if (comment.edited) {
    writer.string(to_rfc3339(*comment.edited));
  } else {
    writer.null();
  }
  writer.member("state", to_name(comment.state));
  if (!comment.reasons.empty()) writer.member("reasons", comment.reasons);
  if (!comment.masks.empty()) writer.member("masks", comment.masks);
  if (!comment.marks.empty()) {
    writer.key("marks");
    write_tally(writer, comment.marks);
  }
  write_standing(writer, comment);
  writer.end_object();
}

Comment read_comment(FieldReader fields) {
  Comment comment;
  const std::optional<CommentId> id = CommentId::parse(fields.text("id"));
  if (!id) fields.refuse(ErrorCode::unknown_field_value, "id");
  comment.id = id.value_or(CommentId{});
  if (fields.has("parent")) {
    comment.parent = CommentId::parse(fields.text("parent"));
    if (!comment.parent) fields.refuse(ErrorCode::unknown_field_value, "parent");
  }
  FieldReader author = fields.object("author");
  comment.author.name = author.text("name");
  comment.author.website = author.text("website", Presence::optional);
  comment.body = fields.text("body");
  comment.created = read_instant(fields, "created");
  if (fields.has("edited")) comment.edited = read_instant(fields, "edited");
  const std::optional<CommentState> state = parse_comment_state(fields.text("state"));
  if (!state) fields.refuse(ErrorCode::unknown_field_value, "state");
  comment.state = state.value_or(CommentState::held);
  comment.reasons = fields.texts("reasons", Presence::optional);
  comment.masks = fields.texts("masks", Presence::optional);
  comment.marks = read_tally(fields.object("marks", Presence::optional));
  read_standing(fields, comment);
  return comment;
}

rules::Draft draft_of(const Comment& comment) {
  return {comment.author.name, {}, comment.author.website, comment.body};
}

rules::Decision read_decision(FieldReader& fields, std::string_view name) {
  const std::optional<rules::Decision> decision = rules::parse_decision(fields.text(name));
  if (!decision) fields.refuse(ErrorCode::unknown_field_value, name);
  return decision.value_or(rules::Decision::hold);
}

Expected<PostComment> decode_post_comment(std::string_view json) {
  return decode_with<PostComment>(json, read_post_comment);
}

std::string encode(const PostComment& message) {
  std::string out;
  JsonWriter writer(out);
  writer.begin_object();
  writer.member("site", message.site);
  writer.member("page", message.page);
  write_optional(writer, "url", message.url);
  write_optional(writer, "title", message.title);
  if (message.parent) writer.member("parent", message.parent->text());
  writer.key("author");
  writer.begin_object();
  writer.member("name", message.draft.name);
  write_optional(writer, "email", message.draft.email);
  write_optional(writer, "website", message.draft.website);
  writer.end_object();
  writer.member("body", message.draft.body);
  write_optional(writer, "proof", message.proof);
  write_optional(writer, "lang", message.lang);
  writer.end_object();
  return out;
}

Expected<EditComment> decode_edit_comment(std::string_view json) {
  return decode_with<EditComment>(json, [](FieldReader fields) { return EditComment{fields.text("body")}; });
}

std::string encode(const EditComment& message) {
  std::string out;
  JsonWriter writer(out);
  writer.begin_object();
  writer.member("body", message.body);
  writer.end_object();
  return out;
}

Expected<PostedComment> decode_posted_comment(std::string_view json) {
  return decode_with<PostedComment>(json, read_posted_comment);
}

std::string encode(const PostedComment& message) {
  std::string out;
  JsonWriter writer(out);
  writer.begin_object();
  writer.key("comment");
  write_comment(writer, message.comment);
  writer.member("verdict", to_name(message.verdict.decision));
  writer.key("reasons");
  write_reasons(writer, message.verdict.reasons, draft_of(message.comment), {});
  write_optional(writer, "edit_token", message.edit_token);
  write_optional(writer, "welcome", message.welcome);
  writer.end_object();
  return out;
}

} // namespace palabre::wire
