#include "shared/wire/codec_desk_parts.h"
#include "shared/wire/people.h"

namespace palabre::wire {
namespace {

template <class Write> std::string written(const Write& write) {
  std::string out;
  JsonWriter writer(out);
  writer.begin_object();
  write(writer);
  writer.end_object();
  return out;
}

void write_flag(JsonWriter& writer, std::string_view name, bool value) {
  writer.key(name);
  writer.boolean(value);
}

Regular read_regular(FieldReader& fields) {
  Regular regular;
  regular.author = fields.text("author");
  regular.name = fields.text("name");
  regular.published = fields.integer("published");
  regular.helpful = fields.integer("helpful");
  regular.first = read_milliseconds(fields, "first");
  regular.last = read_milliseconds(fields, "last");
  for (const std::string& name : fields.texts("badges", Presence::optional)) {
    if (const auto badge = parse_badge(name)) regular.badges.push_back(*badge);
  }
  return regular;
}

void write_regular(JsonWriter& writer, const Regular& regular) {
  writer.begin_object();
  writer.member("author", regular.author);
  writer.member("name", regular.name);
  writer.member("published", regular.published);
  writer.member("helpful", regular.helpful);
  writer.member("first", regular.first.milliseconds);
  writer.member("last", regular.last.milliseconds);
  std::vector<std::string> badges;
  for (const Badge badge : regular.badges) badges.emplace_back(to_name(badge));
  writer.member("badges", badges);
  writer.end_object();
}

std::int64_t read_number(FieldReader& fields) {
  return read_id<Id<struct SavedReplyTag>>(fields, "id").value;
}

SavedReply read_saved_reply(FieldReader& fields) {
  return {read_number(fields), fields.text("title"), fields.text("body"), fields.boolean("shared"),
          fields.integer("revision")};
}

void write_saved_reply(JsonWriter& writer, const SavedReply& reply) {
  writer.member("id", std::to_string(reply.id));
  writer.member("title", reply.title);
  writer.member("body", reply.body);
  write_flag(writer, "shared", reply.shared);
  writer.member("revision", reply.revision);
}

} // namespace

Expected<std::vector<Regular>> decode_regulars(std::string_view json) {
  return decode_with<std::vector<Regular>>(
      json,
      [](FieldReader fields) {
        std::vector<Regular> regulars;
        for (FieldReader& one : fields.objects("regulars")) regulars.push_back(read_regular(one));
        return regulars;
      },
      ControlCharacters::kept);
}

std::string encode(const std::vector<Regular>& regulars) {
  return written([&](JsonWriter& writer) {
    writer.key("regulars");
    writer.begin_array();
    for (const Regular& regular : regulars) write_regular(writer, regular);
    writer.end_array();
  });
}

Expected<SavedReply> decode_saved_reply(std::string_view json) {
  return decode_with<SavedReply>(json, [](FieldReader fields) { return read_saved_reply(fields); });
}

std::string encode(const SavedReply& reply) {
  return written([&](JsonWriter& writer) { write_saved_reply(writer, reply); });
}

Expected<std::vector<SavedReply>> decode_saved_replies(std::string_view json) {
  return decode_with<std::vector<SavedReply>>(json, [](FieldReader fields) {
    std::vector<SavedReply> replies;
    for (FieldReader& one : fields.objects("replies")) replies.push_back(read_saved_reply(one));
    return replies;
  });
}

std::string encode(const std::vector<SavedReply>& replies) {
  return written([&](JsonWriter& writer) {
    writer.key("replies");
    writer.begin_array();
    for (const SavedReply& reply : replies) {
      writer.begin_object();
      write_saved_reply(writer, reply);
      writer.end_object();
    }
    writer.end_array();
  });
}

Expected<SaveReply> decode_save_reply(std::string_view json) {
  return decode_with<SaveReply>(json, [](FieldReader fields) {
    return SaveReply{fields.text("title"), fields.text("body"), fields.boolean("shared", Presence::optional),
                     fields.integer("revision", Presence::optional)};
  });
}

std::string encode(const SaveReply& message) {
  return written([&](JsonWriter& writer) {
    writer.member("title", message.title);
    writer.member("body", message.body);
    write_flag(writer, "shared", message.shared);
    writer.member("revision", message.revision);
  });
}

Expected<MarkQuestion> decode_mark_question(std::string_view json) {
  return decode_with<MarkQuestion>(json, [](FieldReader fields) {
    MarkQuestion message;
    message.state = read_name(fields, "state", parse_question_state);
    if (fields.has("answer")) message.answer = read_id<CommentId>(fields, "answer");
    return message;
  });
}

std::string encode(const MarkQuestion& message) {
  return written([&](JsonWriter& writer) {
    writer.member("state", to_name(message.state));
    if (message.answer) writer.member("answer", message.answer->text());
  });
}

Expected<SimilarAnswer> decode_similar_answer(std::string_view json) {
  return decode_with<SimilarAnswer>(
      json,
      [](FieldReader fields) {
        FieldReader similar = fields.object("similar");
        return SimilarAnswer{similar.text("by"), similar.text("to"), read_milliseconds(similar, "at"),
                             read_id<CommentId>(similar, "comment")};
      },
      ControlCharacters::kept);
}

std::string encode(const SimilarAnswer& message) {
  return written([&](JsonWriter& writer) {
    writer.key("similar");
    writer.begin_object();
    writer.member("by", message.by);
    writer.member("to", message.to);
    writer.member("at", message.at.milliseconds);
    writer.member("comment", message.comment.text());
    writer.end_object();
  });
}

} // namespace palabre::wire
