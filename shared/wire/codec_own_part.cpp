// A reader's own part in posts.
#include "shared/wire/codec_post_parts.h"
#include "shared/wire/codec_posts.h"

namespace palabre::wire {
namespace {

void write_own_entry(JsonWriter& writer, const OwnEntry& entry) {
  writer.begin_object();
  writer.member("number", entry.number);
  writer.member("state", to_name(entry.state));
  writer.member("name", entry.name);
  writer.member("naming", to_name(entry.naming));
  write_if_any(writer, "text", entry.text);
  if (entry.won) write_flag(writer, "won", true);
  write_if_any(writer, "prize", entry.prize);
  write_if_any(writer, "receipt", entry.receipt);
  writer.end_object();
}

OwnEntry read_own_entry(FieldReader fields) {
  OwnEntry entry;
  entry.number = fields.integer("number");
  entry.state = read_name(fields, "state", parse_entry_state);
  entry.name = fields.text("name");
  entry.naming = read_name(fields, "naming", parse_naming);
  entry.text = fields.text("text", Presence::optional);
  entry.won = fields.boolean("won", Presence::optional);
  entry.prize = fields.text("prize", Presence::optional);
  entry.receipt = fields.text("receipt", Presence::optional);
  return entry;
}

} // namespace

void write_own_part(JsonWriter& writer, const OwnPart& part) {
  writer.begin_object();
  writer.member("post", part.post.text());
  if (part.ballot) {
    writer.key("ballot");
    writer.begin_object();
    write_ballot_members(writer, *part.ballot);
    writer.end_object();
  }
  if (part.entry) {
    writer.key("entry");
    write_own_entry(writer, *part.entry);
  }
  if (part.poll) {
    writer.key("poll_view");
    write_poll_view(writer, *part.poll);
  }
  writer.end_object();
}

OwnPart read_own_part(FieldReader fields) {
  OwnPart part;
  part.post = read_id<PostId>(fields, "post");
  if (fields.has("ballot")) {
    FieldReader ballot = fields.object("ballot");
    part.ballot = read_ballot(ballot);
  }
  if (fields.has("entry")) part.entry = read_own_entry(fields.object("entry"));
  if (fields.has("poll_view")) part.poll = read_poll_view(fields.object("poll_view"));
  return part;
}

Expected<OwnPart> decode_own_part(std::string_view json) {
  return decode_with<OwnPart>(json, read_own_part);
}

Expected<std::vector<OwnPart>> decode_own_parts(std::string_view json) {
  return decode_with<std::vector<OwnPart>>(json, [](FieldReader fields) {
    std::vector<OwnPart> parts;
    for (FieldReader& part : fields.objects("posts", Presence::optional)) parts.push_back(read_own_part(part));
    return parts;
  });
}

std::string encode(const OwnPart& part) {
  std::string out;
  JsonWriter writer(out);
  write_own_part(writer, part);
  return out;
}

} // namespace palabre::wire
