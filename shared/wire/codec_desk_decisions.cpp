// Decisions, answers and rules in one click.
#include "shared/wire/codec_desk.h"
#include "shared/wire/codec_desk_parts.h"

namespace palabre::wire {
namespace {

Decide::Item read_decide_item(FieldReader& fields) {
  return {read_id<CommentId>(fields, "comment"), fields.integer("revision")};
}

Decide read_decide(FieldReader fields) {
  Decide message;
  message.action = read_name(fields, "action", parse_desk_action);
  std::vector<FieldReader> items = fields.objects("items");
  if (items.empty()) fields.refuse(ErrorCode::field_empty, "items", "name at least one comment");
  if (items.size() > decision_limit) {
    fields.refuse(ErrorCode::field_too_long, "items", "at most " + std::to_string(decision_limit) + " comments");
    return message;
  }
  for (FieldReader& item : items) message.items.push_back(read_decide_item(item));
  message.note = fields.text("note", Presence::optional);
  message.confirmed = fields.boolean("confirmed", Presence::optional);
  return message;
}

DecidedItem read_decided_item(FieldReader& fields) {
  DecidedItem item;
  item.comment = read_id<CommentId>(fields, "comment");
  item.outcome = read_name(fields, "outcome", parse_outcome);
  item.state = read_name(fields, "state", parse_comment_state);
  item.revision = fields.integer("revision");
  item.by = fields.text("by", Presence::optional);
  return item;
}

Decided read_decided(FieldReader fields) {
  Decided message;
  message.decision = fields.integer("decision");
  for (FieldReader& item : fields.objects("items")) message.items.push_back(read_decided_item(item));
  return message;
}

void write_decided_item(JsonWriter& writer, const DecidedItem& item) {
  writer.begin_object();
  writer.member("comment", item.comment.text());
  writer.member("outcome", to_name(item.outcome));
  writer.member("state", to_name(item.state));
  writer.member("revision", item.revision);
  write_if_any(writer, "by", item.by);
  writer.end_object();
}

} // namespace

Expected<Decide> decode_decide(std::string_view json) {
  return decode_with<Decide>(json, read_decide);
}

std::string encode(const Decide& message) {
  std::string out;
  JsonWriter writer(out);
  writer.begin_object();
  writer.member("action", to_name(message.action));
  writer.key("items");
  writer.begin_array();
  for (const Decide::Item& item : message.items) {
    writer.begin_object();
    writer.member("comment", item.comment.text());
    writer.member("revision", item.revision);
    writer.end_object();
  }
  writer.end_array();
  write_if_any(writer, "note", message.note);
  if (message.confirmed) {
    writer.key("confirmed");
    writer.boolean(true);
  }
  writer.end_object();
  return out;
}

Expected<Decided> decode_decided(std::string_view json) {
  return decode_with<Decided>(json, read_decided);
}

std::string encode(const Decided& message) {
  std::string out;
  JsonWriter writer(out);
  writer.begin_object();
  writer.member("decision", message.decision);
  writer.key("items");
  writer.begin_array();
  for (const DecidedItem& item : message.items) write_decided_item(writer, item);
  writer.end_array();
  writer.end_object();
  return out;
}

Expected<NewReply> decode_new_reply(std::string_view json) {
  return decode_with<NewReply>(json, [](FieldReader fields) {
    NewReply message;
    message.parent = read_id<CommentId>(fields, "parent");
    message.body = fields.text("body");
    message.ask_if_similar = fields.boolean("ask_if_similar", Presence::optional);
    return message;
  });
}

std::string encode(const NewReply& message) {
  std::string out;
  JsonWriter writer(out);
  writer.begin_object();
  writer.member("parent", message.parent.text());
  writer.member("body", message.body);
  if (message.ask_if_similar) {
    writer.key("ask_if_similar");
    writer.boolean(true);
  }
  writer.end_object();
  return out;
}

Expected<NewRule> decode_new_rule(std::string_view json) {
  return decode_with<NewRule>(json, [](FieldReader fields) {
    NewRule message;
    message.site = fields.text("site");
    message.kind = read_name(fields, "kind", parse_rule_kind);
    message.value = fields.text("value");
    return message;
  });
}

std::string encode(const NewRule& message) {
  std::string out;
  JsonWriter writer(out);
  writer.begin_object();
  writer.member("site", message.site);
  writer.member("kind", to_name(message.kind));
  writer.member("value", message.value);
  writer.end_object();
  return out;
}

Expected<MadeRule> decode_made_rule(std::string_view json) {
  return decode_with<MadeRule>(json, [](FieldReader fields) {
    MadeRule message;
    message.decision = fields.integer("decision");
    message.waiting = fields.integer("waiting");
    return message;
  });
}

std::string encode(const MadeRule& message) {
  std::string out;
  JsonWriter writer(out);
  writer.begin_object();
  writer.member("decision", message.decision);
  writer.member("waiting", message.waiting);
  writer.end_object();
  return out;
}

} // namespace palabre::wire
