// What the messages about posts share. Private to the codec.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "shared/wire/codec_desk_parts.h"
#include "shared/wire/posts.h"

namespace palabre::wire {

// RFC 3339; no member where there is none.
void write_time(JsonWriter& writer, std::string_view name, const std::optional<Instant>& time);
[[nodiscard]] std::optional<Instant> read_time(FieldReader& fields, std::string_view name);

void write_flag(JsonWriter& writer, std::string_view name, bool value);

// An absent member leaves `absent`; what is no 32 bit number without sign is refused.
[[nodiscard]] std::uint32_t read_number(FieldReader& fields, std::string_view name, std::uint32_t absent);

void write_numbers(JsonWriter& writer, std::string_view name, const std::vector<std::uint32_t>& numbers);
[[nodiscard]] std::vector<std::uint32_t> read_numbers(FieldReader& fields, std::string_view name,
                                                      Presence presence = Presence::required);

// A member of a closed set that may be missing.
template <class Enum>
[[nodiscard]] Enum read_name_or(FieldReader& fields, std::string_view name, Enum absent,
                                std::optional<Enum> (*parse)(std::string_view)) {
  return fields.has(name) ? read_name(fields, name, parse) : absent;
}

template <class T, class Write>
void write_objects(JsonWriter& writer, std::string_view name, const std::vector<T>& values, const Write& write) {
  writer.key(name);
  writer.begin_array();
  for (const T& value : values) {
    writer.begin_object();
    write(writer, value);
    writer.end_object();
  }
  writer.end_array();
}

template <class Write> [[nodiscard]] std::string written_object(const Write& write) {
  std::string out;
  JsonWriter writer(out);
  writer.begin_object();
  write(writer);
  writer.end_object();
  return out;
}

// The members of an object that is open.
void write_post_members(JsonWriter& writer, const Post& post);
void write_post_document(JsonWriter& writer, const PostDocument& document); // an object
[[nodiscard]] PostDocument read_post_document(FieldReader fields);

// codec_poll.cpp
void write_poll(JsonWriter& writer, const Poll& poll); // an object
[[nodiscard]] Poll read_poll(FieldReader fields);
void write_ballot_members(JsonWriter& writer, const Ballot& ballot);
[[nodiscard]] Ballot read_ballot(FieldReader& fields);
void write_poll_result(JsonWriter& writer, const PollResult& result); // an object
[[nodiscard]] PollResult read_poll_result(FieldReader fields);
void write_poll_view(JsonWriter& writer, const PollView& view); // an object
[[nodiscard]] PollView read_poll_view(FieldReader fields);

} // namespace palabre::wire
