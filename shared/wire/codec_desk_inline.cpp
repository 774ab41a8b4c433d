// Moderating in a site's own page.
#include "shared/wire/codec_desk.h"
#include "shared/wire/codec_desk_parts.h"

namespace palabre::wire {

Expected<NewInlineCode> decode_new_inline_code(std::string_view json) {
  return decode_with<NewInlineCode>(json, [](FieldReader fields) {
    NewInlineCode message;
    message.site = fields.text("site");
    message.page_url = fields.text("page_url", Presence::optional);
    message.origin = fields.text("origin");
    return message;
  });
}

std::string encode(const NewInlineCode& message) {
  std::string out;
  JsonWriter writer(out);
  writer.begin_object();
  writer.member("site", message.site);
  write_if_any(writer, "page_url", message.page_url);
  writer.member("origin", message.origin);
  writer.end_object();
  return out;
}

Expected<InlineCode> decode_inline_code(std::string_view json) {
  return decode_with<InlineCode>(json, [](FieldReader fields) { return InlineCode{fields.text("code")}; });
}

std::string encode(const InlineCode& message) {
  std::string out;
  JsonWriter writer(out);
  writer.begin_object();
  writer.member("code", message.code);
  writer.end_object();
  return out;
}

Expected<InlineSession> decode_inline_session(std::string_view json) {
  return decode_with<InlineSession>(json, [](FieldReader fields) {
    InlineSession message;
    message.token = fields.text("token");
    FieldReader member = fields.object("member");
    message.name = member.text("name");
    message.role = read_name(member, "role", parse_member_role);
    message.expires = read_milliseconds(fields, "expires");
    return message;
  });
}

std::string encode(const InlineSession& message) {
  std::string out;
  JsonWriter writer(out);
  writer.begin_object();
  writer.member("token", message.token);
  writer.key("member");
  writer.begin_object();
  writer.member("name", message.name);
  writer.member("role", to_name(message.role));
  writer.end_object();
  writer.member("expires", message.expires.milliseconds);
  writer.end_object();
  return out;
}

} // namespace palabre::wire
