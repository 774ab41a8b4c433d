// Bans and the log.
#include "shared/wire/codec_desk.h"
#include "shared/wire/codec_desk_parts.h"

namespace palabre::wire {
namespace {

NewBan read_new_ban(FieldReader fields) {
  NewBan message;
  message.comment = read_id<CommentId>(fields, "comment");
  message.subject = read_name(fields, "subject", parse_ban_subject);
  message.effect = read_name(fields, "effect", parse_ban_effect);
  message.hours = fields.integer("hours", Presence::optional);
  if (message.hours < 0 || message.hours > longest_ban_hours) {
    fields.refuse(ErrorCode::unknown_field_value, "hours",
                  "must be a whole number from 0 to " + std::to_string(longest_ban_hours));
  }
  message.note = fields.text("note", Presence::optional);
  return message;
}

Ban read_ban(FieldReader fields) {
  Ban ban;
  ban.id = fields.integer("id");
  ban.site = fields.text("site");
  ban.subject = read_name(fields, "subject", parse_ban_subject);
  ban.effect = read_name(fields, "effect", parse_ban_effect);
  ban.name = fields.text("name");
  ban.comment = read_id<CommentId>(fields, "comment");
  ban.note = fields.text("note", Presence::optional);
  ban.by = fields.text("by");
  ban.created = read_milliseconds(fields, "created");
  ban.until = read_instant_ms(fields, "until");
  ban.decision = fields.integer("decision", Presence::optional);
  return ban;
}

void write_ban(JsonWriter& writer, const Ban& ban) {
  writer.begin_object();
  writer.member("id", ban.id);
  writer.member("site", ban.site);
  writer.member("subject", to_name(ban.subject));
  writer.member("effect", to_name(ban.effect));
  writer.member("name", ban.name);
  writer.member("comment", ban.comment.text());
  write_if_any(writer, "note", ban.note);
  writer.member("by", ban.by);
  writer.member("created", ban.created.milliseconds);
  if (ban.until) writer.member("until", ban.until->milliseconds);
  if (ban.decision != 0) writer.member("decision", ban.decision);
  writer.end_object();
}

AuditEntry read_entry(FieldReader& fields) {
  AuditEntry entry;
  entry.id = fields.integer("id");
  entry.at = read_milliseconds(fields, "at");
  entry.by = fields.text("by");
  entry.action = fields.text("action");
  entry.site = fields.text("site", Presence::optional);
  entry.about = fields.text("about", Presence::optional);
  entry.before = fields.text("before", Presence::optional);
  entry.after = fields.text("after", Presence::optional);
  entry.note = fields.text("note", Presence::optional);
  return entry;
}

void write_entry(JsonWriter& writer, const AuditEntry& entry) {
  writer.begin_object();
  writer.member("id", entry.id);
  writer.member("at", entry.at.milliseconds);
  writer.member("by", entry.by);
  writer.member("action", entry.action);
  write_if_any(writer, "site", entry.site);
  write_if_any(writer, "about", entry.about);
  write_if_any(writer, "before", entry.before);
  write_if_any(writer, "after", entry.after);
  write_if_any(writer, "note", entry.note);
  writer.end_object();
}

} // namespace

Expected<NewBan> decode_new_ban(std::string_view json) {
  return decode_with<NewBan>(json, read_new_ban);
}

std::string encode(const NewBan& message) {
  std::string out;
  JsonWriter writer(out);
  writer.begin_object();
  writer.member("comment", message.comment.text());
  writer.member("subject", to_name(message.subject));
  writer.member("effect", to_name(message.effect));
  writer.member("hours", message.hours);
  write_if_any(writer, "note", message.note);
  writer.end_object();
  return out;
}

Expected<Ban> decode_ban(std::string_view json) {
  return decode_with<Ban>(json, read_ban);
}

std::string encode(const Ban& message) {
  std::string out;
  JsonWriter writer(out);
  write_ban(writer, message);
  return out;
}

Expected<std::vector<Ban>> decode_bans(std::string_view json) {
  return decode_with<std::vector<Ban>>(json, [](FieldReader fields) {
    std::vector<Ban> bans;
    for (FieldReader& ban : fields.objects("bans")) bans.push_back(read_ban(ban));
    return bans;
  });
}

std::string encode(const std::vector<Ban>& bans) {
  std::string out;
  JsonWriter writer(out);
  writer.begin_object();
  writer.key("bans");
  writer.begin_array();
  for (const Ban& ban : bans) write_ban(writer, ban);
  writer.end_array();
  writer.end_object();
  return out;
}

Expected<AuditPage> decode_audit_page(std::string_view json) {
  return decode_with<AuditPage>(json, [](FieldReader fields) {
    AuditPage page;
    for (FieldReader& entry : fields.objects("entries")) page.entries.push_back(read_entry(entry));
    page.next = fields.text("next", Presence::optional);
    return page;
  });
}

std::string encode(const AuditPage& message) {
  std::string out;
  JsonWriter writer(out);
  writer.begin_object();
  writer.key("entries");
  writer.begin_array();
  for (const AuditEntry& entry : message.entries) write_entry(writer, entry);
  writer.end_array();
  write_if_any(writer, "next", message.next);
  writer.end_object();
  return out;
}

std::string encode(const AuditEntry& entry) {
  std::string out;
  JsonWriter writer(out);
  write_entry(writer, entry);
  return out;
}

} // namespace palabre::wire
