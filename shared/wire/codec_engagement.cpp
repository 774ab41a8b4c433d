// How a site's owner wants readers to take part.
#include "shared/wire/codec_engagement.h"

#include "shared/wire/codec_parts.h"

namespace palabre::wire {
namespace {

void write_members(JsonWriter& writer, const Engagement& engagement) {
  writer.key("marks");
  write_mark_rules(writer, engagement.marks);
  writer.member("welcome", engagement.welcome);
  writer.key("standing");
  writer.boolean(engagement.standing == Shown::yes);
}

} // namespace

void write_engagement(JsonWriter& writer, const Engagement& engagement) {
  writer.begin_object();
  write_members(writer, engagement);
  writer.end_object();
}

Engagement read_engagement(FieldReader fields) {
  Engagement engagement;
  engagement.marks = read_mark_rules(fields.object("marks", Presence::optional));
  engagement.welcome = fields.text("welcome", Presence::optional);
  engagement.standing = fields.boolean("standing", Presence::optional) ? Shown::yes : Shown::no;
  return engagement;
}

Expected<Engagement> decode_engagement(std::string_view json) {
  return decode_with<Engagement>(json, read_engagement);
}

std::string encode(const Engagement& engagement) {
  std::string out;
  JsonWriter writer(out);
  write_engagement(writer, engagement);
  return out;
}

Expected<ChangeEngagement> decode_change_engagement(std::string_view json) {
  return decode_with<ChangeEngagement>(json, [](FieldReader fields) {
    ChangeEngagement message;
    message.version = fields.integer("version");
    message.engagement = read_engagement(fields);
    return message;
  });
}

std::string encode(const ChangeEngagement& message) {
  std::string out;
  JsonWriter writer(out);
  writer.begin_object();
  writer.member("version", message.version);
  write_members(writer, message.engagement);
  writer.end_object();
  return out;
}

} // namespace palabre::wire
