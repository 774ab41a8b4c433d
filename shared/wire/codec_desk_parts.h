// What several of the desk's messages share. Private to the codec.
#pragma once

#include <optional>
#include <string_view>

#include "shared/wire/codec_parts.h"
#include "shared/wire/desk.h"

namespace palabre::wire {

// {"comment","site","page","page_title","page_url","verdict":{…},"author","revision","flags","appealed","newcomer",
// "decided_by","attention"}; the verdict is as encode_verdict writes it.
void write_item(JsonWriter& writer, const QueueItem& item);
[[nodiscard]] QueueItem read_item(FieldReader fields);

// Milliseconds since 1970; null where there is none.
void write_instant(JsonWriter& writer, std::string_view name, const std::optional<Instant>& instant);
[[nodiscard]] std::optional<Instant> read_instant_ms(FieldReader& fields, std::string_view name);

[[nodiscard]] inline Instant read_milliseconds(FieldReader& fields, std::string_view name) {
  return Instant{fields.integer(name)};
}

// A member that is one of an enum's names.
template <class Enum>
[[nodiscard]] Enum read_name(FieldReader& fields, std::string_view name,
                             std::optional<Enum> (*parse)(std::string_view)) {
  const std::optional<Enum> value = parse(fields.text(name));
  if (!value) fields.refuse(ErrorCode::unknown_field_value, name);
  return value.value_or(Enum{});
}

// Ids travel as their text.
template <class Id> [[nodiscard]] Id read_id(FieldReader& fields, std::string_view name) {
  const std::optional<Id> id = Id::parse(fields.text(name));
  if (!id) fields.refuse(ErrorCode::unknown_field_value, name, "no such id");
  return id.value_or(Id{});
}

inline void write_if_any(JsonWriter& writer, std::string_view name, std::string_view text) {
  if (!text.empty()) writer.member(name, text);
}

// {"id","name","origins"}
[[nodiscard]] DeskSite read_desk_site(FieldReader fields);
void write_desk_site(JsonWriter& writer, const DeskSite& site);

} // namespace palabre::wire
