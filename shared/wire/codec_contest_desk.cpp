// Contests at the desk: entries, decisions about them, prizes, the jury's choice.
#include "shared/wire/codec_post_parts.h"
#include "shared/wire/codec_posts.h"

namespace palabre::wire {
namespace {

void write_entry_members(JsonWriter& writer, const Entry& entry) {
  writer.member("number", entry.number);
  writer.member("state", to_name(entry.state));
  writer.member("name", entry.name);
  writer.member("naming", to_name(entry.naming));
  write_if_any(writer, "text", entry.text);
  writer.member("created", to_rfc3339(entry.created));
  write_flag(writer, "suspect", entry.suspect);
  if (!entry.reasons.empty()) writer.member("reasons", entry.reasons);
  write_flag(writer, "won", entry.won);
}

Entry read_entry(FieldReader fields) {
  Entry entry;
  entry.number = fields.integer("number");
  entry.state = read_name(fields, "state", parse_entry_state);
  entry.name = fields.text("name");
  entry.naming = read_name(fields, "naming", parse_naming);
  entry.text = fields.text("text", Presence::optional);
  entry.created = read_time(fields, "created").value_or(Instant{});
  entry.suspect = fields.boolean("suspect", Presence::optional);
  entry.reasons = fields.texts("reasons", Presence::optional);
  entry.won = fields.boolean("won", Presence::optional);
  return entry;
}

ContestDesk read_contest_desk(FieldReader fields) {
  ContestDesk desk;
  desk.post = read_post_document(fields.object("post"));
  desk.held = fields.integer("held");
  desk.accepted = fields.integer("accepted");
  desk.refused = fields.integer("refused");
  desk.prizes = fields.integer("prizes");
  desk.given = fields.integer("given");
  desk.frozen = fields.boolean("frozen");
  return desk;
}

} // namespace

Expected<Entry> decode_entry(std::string_view json) {
  return decode_with<Entry>(json, read_entry);
}

std::string encode(const Entry& entry) {
  return written_object([&](JsonWriter& writer) { write_entry_members(writer, entry); });
}

Expected<EntryPage> decode_entry_page(std::string_view json) {
  return decode_with<EntryPage>(json, [](FieldReader fields) {
    EntryPage page;
    for (FieldReader& entry : fields.objects("entries")) page.entries.push_back(read_entry(entry));
    page.next = fields.text("next", Presence::optional);
    return page;
  });
}

std::string encode(const EntryPage& page) {
  return written_object([&](JsonWriter& writer) {
    write_objects(writer, "entries", page.entries, write_entry_members);
    write_if_any(writer, "next", page.next);
  });
}

Expected<ContestDesk> decode_contest_desk(std::string_view json) {
  return decode_with<ContestDesk>(json, read_contest_desk);
}

std::string encode(const ContestDesk& desk) {
  return written_object([&](JsonWriter& writer) {
    writer.key("post");
    write_post_document(writer, desk.post);
    writer.member("held", desk.held);
    writer.member("accepted", desk.accepted);
    writer.member("refused", desk.refused);
    writer.member("prizes", desk.prizes);
    writer.member("given", desk.given);
    write_flag(writer, "frozen", desk.frozen);
  });
}

Expected<EntryState> decode_entry_ruling(std::string_view json) {
  return decode_with<EntryState>(json, [](FieldReader fields) {
    const EntryState state = read_name(fields, "state", parse_entry_state);
    if (state != EntryState::accepted && state != EntryState::refused) {
      fields.refuse(ErrorCode::unknown_field_value, "state", "accepted or refused");
    }
    return state;
  });
}

Expected<std::vector<std::string>> decode_prize_codes(std::string_view json) {
  return decode_with<std::vector<std::string>>(json, [](FieldReader fields) { return fields.texts("codes"); });
}

std::string encode_prize_codes(const std::vector<std::string>& codes) {
  return written_object([&](JsonWriter& writer) { writer.member("codes", codes); });
}

Expected<std::vector<std::int64_t>> decode_jury(std::string_view json) {
  return decode_with<std::vector<std::int64_t>>(json, [](FieldReader fields) { return fields.integers("entries"); });
}

std::string encode_jury(const std::vector<std::int64_t>& entries) {
  return written_object([&](JsonWriter& writer) {
    writer.key("entries");
    writer.begin_array();
    for (const std::int64_t entry : entries) writer.integer(entry);
    writer.end_array();
  });
}

} // namespace palabre::wire
